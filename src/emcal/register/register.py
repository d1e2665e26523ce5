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

    ``because`` is the path of the document or the id of the correction or judgement behind it. ``field`` is one of title,
    title_ru, kind, status, when, place, participants, name, series, edition, part_of, readings, was, note; ``document`` (a
    path that came or went), ``evidence`` (a document's sentence), ``alias`` (a uid merged into this one), ``standing``
    (between two days only) or ``event``: with an empty ``old`` the event's appearance, otherwise its end, ``new`` being
    the uid that it was merged into, if it was.
    """

    uid: str
    at: datetime
    field: str
    old: str
    new: str
    because: str
    by: Literal["document", "correction", "judgement", "time"] = "document"


class Entry(Noun):
    """An event with its revision: SEQUENCE, CREATED and LAST-MODIFIED of RFC 5545, and its changes, oldest first.

    ``revision`` numbers the states of all events of a register: another state, another number.
    """

    event: Event
    sequence: int = 0
    created: datetime
    modified: datetime
    aliases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    revision: int = 0


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
