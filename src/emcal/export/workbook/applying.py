"""What an analyst changed, written to the register: corrections in one revision, added rows as events of their own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime

from emcal.documents.document import Creation, Span
from emcal.edtf import Edtf
from emcal.export.workbook.merge import Addition, Review
from emcal.mentions.mention import Mention, Place, Titles
from emcal.register.reading import ANALYST, DocumentReading
from emcal.register.store import Store
from emcal.when import When


def apply(store: Store, found: Review, *, who: str, why: str, as_of: date | datetime) -> int:
    """Keeps every change and every added row, or on any error none; how many. Conflicts and refusals are left alone.

    The same row added twice is one event. Raises ``CorrectionError`` or ``RegisterError``.
    """
    edits = [(change.uid, change.field, change.value) for change in found.of("change")]
    readings = [_reading(addition, as_of) for addition in found.additions]
    fresh = [reading for reading in readings if not store.known(reading.path, reading.sha256, ANALYST)]
    with store.together():
        if edits:
            store.correct_all(edits, who=who, why=why, as_of=as_of)
        if fresh:
            store.ingest(fresh, as_of=as_of)
            _noted(store, found.additions, fresh, who, why, as_of)
    return len(edits) + len(fresh)


def _noted(
    store: Store,
    additions: Sequence[Addition],
    fresh: Sequence[DocumentReading],
    who: str,
    why: str,
    as_of: date | datetime,
) -> None:
    """The notes of added rows, which an event takes from people alone."""
    notes = {_path(addition): addition.values["note"] for addition in additions if addition.values.get("note")}
    uids = {mention.document: entry.event.uid for entry in store.snapshot().entries for mention in entry.event.mentions}
    edits = [(uids[one.path], "note", notes[one.path]) for one in fresh if one.path in notes and one.path in uids]
    if edits:
        store.correct_all(edits, who=who, why=why, as_of=as_of)


def _digest(addition: Addition) -> str:
    told = json.dumps([dict(sorted(addition.values.items())), addition.quote], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _path(addition: Addition) -> str:
    return f"{ANALYST}/{_digest(addition)[:12]}"


def _reading(addition: Addition, as_of: date | datetime) -> DocumentReading:
    """The row as a document of the analyst's that says one thing."""
    values = addition.values
    written = as_of.date() if isinstance(as_of, datetime) else as_of
    text = addition.quote or values["title"]
    titles = Titles(en=values["title"], ru=values.get("title_ru") or values["title"])
    everything = Span(start=0, stop=len(text))
    mention = Mention(
        id=_digest(addition)[:16], document=_path(addition), language="en", titles=titles, name=values["title"],
        kind=values["kind"], claim=values["status"],
        when=_when(values.get("when", "")), place=_place(values.get("place", "")),
        trigger=everything, evidence=everything, evidence_text=text, explicitness="explicit", parser=ANALYST,
    )  # fmt: skip
    created = Creation(edtf=Edtf(written.isoformat()), earliest=written, latest=written, source="metadata")
    return DocumentReading(
        path=_path(addition), sha256=_digest(addition), language="en", created=created, headline=values["title"],
        mentions=(mention,), extractor=ANALYST,
    )  # fmt: skip


def _when(edtf: str) -> When | None:
    return When.of(edtf, edtf) if edtf else None


def _place(text: str) -> Place | None:
    """The place of a value that ``value`` has checked: ``City, CC``, ``City`` or ``CC``."""
    if not text:
        return None
    city, comma, country = (part.strip() for part in text.rpartition(","))
    if not comma and not (len(country) == 2 and country.isupper()):
        city, country = country, ""
    return Place(name=city or None, country=country or None)
