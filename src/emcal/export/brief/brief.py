"""The nouns of the brief: facts by section, without a word of any language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from emcal.documents.document import Creation
from emcal.events.event import Event, Standing
from emcal.register.query import Query
from emcal.register.register import Change, Entry

CountKey = Literal["held", "unconfirmed", "ongoing", "in_force", "planned", "off", "expired"]
BandKey = Literal["now", "month", "quarter", "later"]
DoubtKey = Literal[
    "no_date", "no_year", "report_day", "about_day", "part", "one_of", "year_of_name", "year", "estimate",
    "written", "readings", "unnamed",
]  # fmt: skip
HighlightKey = Literal[
    "held",
    "late",
    "quiet",
    "next",
    "only",
    "no_next",
    "cancelled",
    "moved",
    "put_off",
    "unconfirmed",
    "ending",
    "gap",
    "steady",
]


SHOWN = 25
"""How many events a list of the brief shows at most; it says how many more there are."""


class Item(NamedTuple):
    """One event as it stands now, beside what was known of it before; ``was`` is ``None`` for what is new."""

    event: Event
    entry: Entry
    standing: Standing
    was: Event | None = None
    stood: Standing | None = None


class Count(NamedTuple):
    """One row of the table of counts; ``late`` are those of the change that lie before the period."""

    key: CountKey
    now: int
    before: int
    late: int = 0


class Band(NamedTuple):
    """What lies ahead until a day, inclusive; ``until`` is ``None`` for the last band."""

    key: BandKey
    until: date | None
    items: tuple[Item, ...]


class Alteration(NamedTuple):
    """One event that is told differently now; ``because`` are the changes of the log that made it so."""

    item: Item
    because: tuple[Change, ...]


class Departure(NamedTuple):
    """An event that is an entry no longer: merged into another, or gone with the documents that told it."""

    event: Event
    stood: Standing
    into: Event | None


class Pact(NamedTuple):
    """An agreement or a signed paper, and its signing where that is an event of its own.

    Where neither names its parties, ``frame`` is the larger event at which it was made, ``parts`` what was held under it.
    """

    item: Item
    signing: Item | None
    frame: Item | None = None
    parts: tuple[Item, ...] = ()


class Partnership(NamedTuple):
    """Countries that met: how often, how often ahead, and the last time they did."""

    countries: tuple[str, ...]
    held: int
    ahead: int
    last: Item | None


class Doubt(NamedTuple):
    """What is not known for sure about an event's date, or about who took part (``unnamed``, which stands alone)."""

    item: Item
    keys: tuple[DoubtKey, ...]


class Highlight(NamedTuple):
    """One of the three lines: what it says, about which event, and of how many it is the first."""

    key: HighlightKey
    item: Item | None
    total: int = 0


class Brief(NamedTuple):
    """Everything that a brief says; ``since`` and ``following`` are ``None`` when there is nothing to compare with.

    ``documents`` and ``new_documents`` are numbers; ``written`` says when each document was, by its path. ``total`` counts
    the events of the register and ``shown`` those in scope.
    """

    as_of: date
    since: date | None
    following: date | None
    scope: Query
    documents: int
    new_documents: int
    total: int
    shown: int
    written: Mapping[str, Creation]
    counts: tuple[Count, ...]
    highlights: tuple[Highlight, ...]
    ahead: tuple[Band, ...]
    held: tuple[Item, ...]
    changed: tuple[Alteration, ...]
    departed: tuple[Departure, ...]
    overdue: tuple[Item, ...]
    late: tuple[Item, ...]
    pacts: tuple[Pact, ...]
    undated: tuple[Item, ...]
    partnerships: tuple[Partnership, ...]
    doubts: tuple[Doubt, ...]
