"""How the dates of two mentions lie to each other."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal

from emcal.when import When

Relation = Literal["same", "overlap", "near", "undated", "apart"]

OPEN = timedelta(days=366)
"""How far an open side is taken to reach: an event "since June" is not the one of three years later."""
ABOUT = 4
"""Days around an approximate day: a release without a date is written within the week."""
PERIOD = 10
"""Days of a period in which dated mentions meet."""
MONTH = 31
RELATIVE = 2
"""Days around "today" and its like: a reprint keeps the word a day later."""

_MONTH = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
_DIGIT = re.compile(r"\d")


class Window:
    """Inclusive days between which a mention puts its event, and how it knows them.

    ``exact`` says that both sides are days of the text; ``about`` that a single day is only near the event; ``relative``
    that no figure of the text gives the day ("today"); ``partial`` is the month and day of a date without a year.
    """

    __slots__ = ("about", "days", "earliest", "exact", "latest", "partial", "relative", "years")

    def __init__(self, when: When | None) -> None:
        first, last = (when.earliest, when.latest) if when else (None, None)
        self.earliest = first or (last - OPEN if last else None)
        self.latest = last or (first + OPEN if first else None)
        self.days = (self.latest - self.earliest).days + 1 if self.latest and self.earliest else 0
        self.years = range(self.earliest.year, self.latest.year + 1) if self.earliest and self.latest else range(0)
        text = str(when.edtf) if when else ""
        approximate = bool(when and when.edtf.approximate)
        by_day = all(len(end.strip("~?%")) == 10 for end in text.split("/")) and not text.startswith("[")
        self.exact = by_day and not approximate and self.days > 0
        self.about = by_day and approximate
        self.relative = bool(when) and not _DIGIT.search(when.text if when else "")
        partial = _MONTH.match(text)
        self.partial = (partial[1], partial[2] or "") if partial else None

    @property
    def margin(self) -> int:
        """Days by which the event may lie outside the window."""
        return ABOUT if self.about else RELATIVE if self.relative and self.days == 1 else 0


def relation(left: Window, right: Window) -> Relation:
    """``same`` days, windows that ``overlap`` or lie ``near``, ``apart``, or ``undated`` where one side cannot tell."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return _without_year(left, right)
    if left.exact and right.exact and left.earliest == right.earliest and left.latest == right.latest:
        return "same"
    gap = gap_days(left, right)
    if gap <= 0:
        return "overlap"
    return "near" if gap <= max(left.margin, right.margin) else "apart"


def gap_days(left: Window, right: Window) -> int:
    """Days from the end of one window to the start of the other; zero or less where they overlap."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return 0
    return max((left.earliest - right.latest).days, (right.earliest - left.latest).days)


def shared_part(left: Window, right: Window) -> float:
    """How much of the shorter window lies in the other, from 0 to 1; 1 when one only says the other more precisely."""
    if not (left.days and right.days):
        return 0.0
    return max(0.0, min(1.0, (1 - gap_days(left, right)) / min(left.days, right.days)))


def _without_year(left: Window, right: Window) -> Relation:
    """Two dates without a year overlap when month and day agree as far as both know them."""
    if left.partial and right.partial:
        agree = all(a == b or not (a and b) for a, b in zip(left.partial, right.partial, strict=True))
        return "overlap" if agree else "apart"
    for partial, other in ((left.partial, right), (right.partial, left)):
        if partial and other.earliest and other.latest and not _may_be(partial[0], other):
            return "apart"
    return "undated"


def _may_be(month: str, window: Window) -> bool:
    """Whether a window reaches into the month (``01`` to ``12``) of a date without a year; other codes may be any."""
    if window.days > 330 or int(month) > 12 or window.earliest is None or window.latest is None:
        return True
    return int(month) in {(window.earliest + timedelta(days=n)).month for n in range(window.days)}


def periods(window: Window) -> range:
    """The numbers of the ten-day periods that a window and its margin touch; none when undated or coarser than a month."""
    if window.earliest is None or window.latest is None:
        return range(0)
    first, last = (window.earliest.toordinal() - ABOUT) // PERIOD, (window.latest.toordinal() + ABOUT) // PERIOD
    return range(first, last + 1) if window.days <= MONTH else range(0)
