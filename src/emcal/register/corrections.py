"""The overlay: what people know of an event, laid over what documents say of it, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

from emcal.edtf import Edtf
from emcal.errors import CorrectionError, EdtfError
from emcal.events.event import Event
from emcal.mentions.mention import Claim, Kind, Place, Titles
from emcal.register.decision import Correction
from emcal.register.revision import in_words, place_in_words
from emcal.when import When


def corrected(event: Event, corrections: Iterable[Correction]) -> Event:
    """The event with every correction laid over it, later ones last. A date that is covered stays among the readings."""
    for correction in corrections:
        event = event.model_copy(update=FIELDS[correction.field](event, correction.value))
    return event


def checked(field: str, value: str) -> str:
    """The value as it will be kept. Raises ``CorrectionError`` for an unknown field or a value it cannot hold."""
    if field not in FIELDS:
        raise CorrectionError(f"{field}: no such field, one of {', '.join(sorted(FIELDS))}")
    text = " ".join(value.split())
    allowed = _CHOICES.get(field)
    if allowed and text not in allowed:
        raise CorrectionError(f"{field}: {text!r} is none of {', '.join(allowed)}")
    if field == "when" and text:
        _dated(text)
    if field in ("title", "title_ru") and not text:
        raise CorrectionError(f"{field}: must not be empty")
    return text


def told(event: Event, field: str) -> str:
    """What the event holds in a field that can be corrected, as text. Raises ``CorrectionError``."""
    if field not in FIELDS:
        raise CorrectionError(f"{field}: no such field, one of {', '.join(sorted(FIELDS))}")
    return _READ[field](event)


def _title(event: Event, value: str) -> dict[str, Any]:
    return {"titles": Titles(en=value, ru=event.titles.ru)}


def _title_ru(event: Event, value: str) -> dict[str, Any]:
    return {"titles": Titles(en=event.titles.en, ru=value)}


def _when(event: Event, value: str) -> dict[str, Any]:
    when = _dated(value) if value else None
    covered = event.when
    if covered is None or in_words(covered) == in_words(when) or covered in event.readings:
        return {"when": when}
    return {"when": when, "readings": (covered, *event.readings)}


def _dated(value: str) -> When:
    try:
        edtf = Edtf(value)
    except EdtfError as error:
        raise CorrectionError(f"when: {error}") from error
    return When(edtf=edtf, earliest=edtf.earliest, latest=edtf.latest)


def _place(event: Event, value: str) -> dict[str, Any]:
    """``City, CC``, ``City`` or ``CC``; what was known of the same place (coordinates, time zone) is kept."""
    city, _, country = (part.strip() for part in value.rpartition(","))
    if not city and not (len(country) == 2 and country.isupper()):
        city, country = country, ""
    old = event.place
    if old and (old.name or "") == city and (old.country or "") == country:
        return {"place": old}
    return {"place": Place(name=city or None, country=country or None) if value else None}


FIELDS: dict[str, Callable[[Event, str], dict[str, Any]]] = {
    "title": _title,
    "title_ru": _title_ru,
    "kind": lambda event, value: {"kind": value},
    "status": lambda event, value: {"claim": value},
    "when": _when,
    "place": _place,
    "series": lambda event, value: {"series": value or None},
    "note": lambda event, value: {"note": value or None},
}
_CHOICES: dict[str, tuple[str, ...]] = {"kind": get_args(Kind), "status": get_args(Claim)}
_READ: dict[str, Callable[[Event], str]] = {
    "title": lambda event: event.titles.en,
    "title_ru": lambda event: event.titles.ru,
    "kind": lambda event: event.kind,
    "status": lambda event: event.claim,
    "when": lambda event: str(event.when.edtf) if event.when else "",
    "place": lambda event: place_in_words(event.place),
    "series": lambda event: event.series or "",
    "note": lambda event: event.note or "",
}
