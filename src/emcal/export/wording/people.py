"""Who takes part, in words: names as the documents spell them, ranks, offices and bodies in the language of the export."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from emcal.export.wording.places import country_name
from emcal.export.wording.terms import Language, term
from emcal.gazetteer import agencies
from emcal.languages import load
from emcal.mentions.mention import Participant


def participants_phrase(participants: Sequence[Participant], language: Language) -> str:
    """All participants, separated by semicolons; an empty text for none."""
    phrases = (participant_phrase(participant, language) for participant in participants)
    return "; ".join(dict.fromkeys(phrase for phrase in phrases if phrase))


def participant_phrase(participant: Participant, language: Language) -> str:
    """One participant: "Major General Anna Petrova (Deputy Minister, Kazakhstan; observer)".

    An office holder without a name is said to have none.
    """
    body, role = organisation(participant, language), office(participant.role, language)
    country = country_name(participant.country, language)
    if participant.organisation and country_name(participant.country, "en") in participant.organisation:
        country = ""  # "EMERCOM of Russia" says it
    part = "" if participant.part == "participant" else term(f"part.{participant.part}", language)
    if participant.name:
        name = " ".join(filter(None, (office(participant.rank, language), person(participant, language))))
        return _with(name, (role, body, country), part, language)
    if role:
        return _with(role, (body, country, term("people.unnamed", language)), part, language)
    if body:
        return _with(body, (country,), part, language)
    return f"{country} ({part})" if part and country else country


def person(participant: Participant, language: Language) -> str:
    """The name: in Russian as a Russian document spells it, else in English letters; nothing for an unnamed one."""
    return (participant.name_ru if language == "ru" else None) or participant.name or ""


def organisation(participant: Participant, language: Language) -> str:
    """The body that somebody is or belongs to; in Russian where the gazetteer knows it: «МЧС России»."""
    english = participant.organisation or ""
    return (agencies.russian(english, participant.country) or english) if language == "ru" else english


def office(english: str | None, language: Language) -> str:
    """A rank or a role: "Deputy Minister", «заместитель министра»; as it stands where there is no such word."""
    return _offices().get(english or "", english or "") if language == "ru" else english or ""


@cache
def _offices() -> dict[str, str]:
    """Russian ranks and roles by their English form: of several that mean the same, the first."""
    words = load("ru").person
    found: dict[str, str] = {}
    for russian, english in (*words.ranks.items(), *words.roles.items()):
        found.setdefault(english, russian)
    return found


def _with(name: str, facts: Sequence[str], part: str, language: Language) -> str:
    known = ", ".join(filter(None, facts))
    about = "; ".join(filter(None, (known, part)))
    return term("people.named", language).format(name=name, about=about) if about else name
