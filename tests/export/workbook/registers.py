"""Registers for the workbook's tests: small, made of nouns, with every kind of date that a workbook has to show."""

from __future__ import annotations

from datetime import UTC, date, datetime

from emcal.documents.document import Creation, Span
from emcal.edtf import Edtf
from emcal.events.event import Event
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.when import When

AS_OF = date(2026, 11, 23)
MADE = datetime(2026, 11, 20, tzinfo=UTC)


def entry(key: str, title: str, edtf: str = "", **fields) -> Entry:
    """An entry with one mention; ``fields`` go to the event (and ``mod``, ``text``, ``document`` to what it is made of)."""
    document = fields.pop("document", "releases/one.txt")
    when = When.of(edtf, mod=fields.pop("mod", None)) if edtf else None
    text = fields.pop("text", f"{title} took place.")
    kind, claim = fields.pop("kind", "meeting"), fields.pop("claim", "held")
    titles = Titles(en=title, ru=fields.pop("ru", f"{title} (ru)"))
    place = fields.pop("place", Place(name="Baku", country="AZ"))
    span = Span(start=0, stop=len(text))
    mention = Mention(
        id=f"m-{key}", document=document, language="en", kind=kind, claim=claim, titles=titles, when=when, place=place,
        trigger=span, evidence=span, evidence_text=text, explicitness=fields.pop("explicitness", "explicit"), parser="prose",
    )  # fmt: skip
    fields.setdefault("participants", (Participant(name="Jane Doe", role="Minister", country="KG"),))
    event = Event(
        uid=f"{key}@emcal", titles=titles, kind=kind, claim=claim, when=when, place=place, mentions=(mention,), **fields
    )
    first = Change(uid=event.uid, at=MADE, field="event", old="", new=title, because=document)
    return Entry(event=event, created=MADE, modified=MADE, changes=(first,))


def register(*entries: Entry) -> Register:
    """A register of the entries in its own order, with their documents and changes."""
    paths = sorted({mention.document for one in entries for mention in one.event.mentions})
    created = Creation(edtf=Edtf("2024-05-02"), source="header")
    documents = tuple(
        DocumentRecord(path=path, sha256="0", language="en", created=created, headline=f"Head of {path}", read=AS_OF)
        for path in paths
    )
    ordered = sorted(entries, key=_order)
    return Register(
        entries=tuple(ordered), documents=documents, changes=tuple(change for one in ordered for change in one.changes)
    )


def _order(one: Entry) -> tuple[bool, date, str, str]:
    earliest = one.event.when.earliest if one.event.when else None
    return earliest is None, earliest or date.min, one.event.kind, one.event.uid


def sample() -> Register:
    """Nine events: every standing but two, windows, stretches, an open end, a year without a month, no date."""
    return register(
        entry("a1", "Meeting of ministers", "2024-02-19~", explicitness="anchored"),
        entry("a2", "Exhibition “Safety 2024”", "2024-05", kind="exhibition", place=Place(name="Moscow", country="RU")),
        entry("a3", "Signing of the protocol", "2024-08-15", kind="signing", place=Place(country="KG")),
        entry("a4", "Exercise in the north", "2025-01~", mod="END", kind="exercise", claim="planned"),
        entry("a5", "Plan of joint actions", "2026/2027", kind="agreement", claim="ongoing", place=None),
        entry("a6", "Forum of the region", "2026-12-03/2026-12-05", kind="forum", claim="planned"),
        entry("a7", "Visit of the delegation", "[2024-05-01..2024-06-30]", kind="visit", claim="cancelled"),
        entry("a8", "Mission to the mountains", "2025-09-01/..", kind="mission", document="releases/two.txt"),
        entry("a9", "Training of rescuers", "", kind="training", claim="postponed", place=None, note="Ask again."),
    )
