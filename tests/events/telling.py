"""Mentions for tests, written in one line each."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from emcal.documents.document import Creation, Span
from emcal.edtf import Edtf
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.when import When


def tell(document: str, kind: str, claim: str, when: str | None = None, **fields: Any) -> Mention:
    """A mention; ``words`` are those of its date (the date itself unless given), ``city``, ``country`` and ``who`` short."""
    words = fields.pop("words", when or "")
    city, country, who = fields.pop("city", None), fields.pop("country", None), fields.pop("who", ())
    text = fields.pop("text", f"{document} {kind} {claim} {when} {city} {who}")
    start = fields.pop("at", 0)
    title = fields.pop("title", kind)
    given: dict[str, Any] = {
        "id": sha256(f"{document}|{text}|{kind}|{start}".encode()).hexdigest()[:16],
        "document": document,
        "language": "en",
        "kind": kind,
        "claim": claim,
        "titles": Titles(en=title, ru=title),
        "when": When.of(when, words) if when else None,
        "place": Place(name=city, country=country) if city or country else None,
        "participants": tuple(map(participant, who)),
        "trigger": Span(start=start, stop=start + 4),
        "evidence": Span(start=start, stop=start + len(text)),
        "evidence_text": text,
        "parser": "prose",
    }
    return Mention(**given | fields)


def participant(said: str) -> Participant:
    """``KZ`` a country, ``Chingis Arinov/KZ`` a person, ``IAEA/`` an organisation."""
    name, _, country = said.rpartition("/")
    if not name:
        return Participant(country=country)
    if " " in name:
        return Participant(name=name, country=country or None, key=name.casefold(), role="minister")
    return Participant(organisation=name, country=country or None)


def written(**days: str | None) -> dict[str, Creation]:
    """Creation times by document."""
    return {name: creation(day) for name, day in days.items()}


def creation(day: str | None) -> Creation:
    """The creation time that an EDTF gives."""
    if day is None:
        return Creation()
    edtf = Edtf(day)
    return Creation(edtf=edtf, earliest=edtf.earliest, latest=edtf.latest, source="header")
