"""The nouns of the register: events with their history, as they were known on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from emcal.documents.document import Creation
from emcal.events.event import Event
from emcal.noun import Noun


class DocumentRecord(Noun):
    """What the register keeps of a document: ``read`` is the as-of day of the build that first read it."""

    path: str
    sha256: str
    language: str
    created: Creation
    headline: str = ""
    read: date
    retired: bool = False


class Change(Noun):
    """One field of one event that changed: ``at`` is the UTC moment of the revision.

    ``because`` is the path of the document or the id of the correction or judgement behind it. ``field`` ``event`` with
    an empty ``old`` is the event's first appearance.
    """

    uid: str
    at: datetime
    field: str
    old: str
    new: str
    because: str
    by: Literal["document", "correction", "judgement", "time"] = "document"


class Entry(Noun):
    """An event with its revision: SEQUENCE, CREATED and LAST-MODIFIED of RFC 5545, and its changes, oldest first."""

    event: Event
    sequence: int = 0
    created: datetime
    modified: datetime
    aliases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Register(Noun):
    """The register as it was known at one moment: what every export reads.

    ``entries`` are sorted by earliest day, kind and uid; events without a date come last. ``changes`` holds the log of all
    entries, oldest first.
    """

    entries: tuple[Entry, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    changes: tuple[Change, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)
