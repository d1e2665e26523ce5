"""Places and countries in words."""

from __future__ import annotations

from emcal.export.wording.terms import Language
from emcal.gazetteer import countries
from emcal.mentions.mention import Place


def country_name(code: str | None, language: Language) -> str:
    """The country's name; the code itself where the gazetteer has none, and nothing for ``None``."""
    return countries.name(code, language) if code else ""


def place_phrase(place: Place | None, language: Language) -> str:
    """A place in words, "Moscow, Russia": what is known of it, and an empty text when nothing is."""
    if place is None:
        return ""
    local = (place.name_ru or place.name) if language == "ru" else place.name
    country = country_name(place.country, language)
    return ", ".join(part for part in (local, country if country != local else "") if part)
