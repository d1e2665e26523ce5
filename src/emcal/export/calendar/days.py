"""Which days of a calendar an event covers: dates as known become all-day stretches."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from emcal.events.event import Event, standing
from emcal.export.format import Imprecise
from emcal.when import When

# The longest stretch that is shown as one: the second half of a year.
_LONGEST = 184
_DAY_POINTS = 10


class Days(NamedTuple):
    """The first and the last day of an event in the calendar, both inclusive.

    ``exact`` says that the text gives these days; else the entry needs a label.
    """

    first: date
    last: date
    exact: bool

    @property
    def end(self) -> date:
        """The day after the last: DTEND of an all-day event is exclusive (RFC 5545 section 3.6.1)."""
        return self.last + timedelta(days=1) if self.last < date.max else self.last


def days(when: When | None, imprecise: Imprecise = "span") -> Days | None:
    """The days that a date covers in the calendar, or ``None`` when it has none or is to be hidden.

    ``span`` covers the whole period that an imprecise date allows, ``start`` its first day, ``hide`` leaves it out. A
    period of more than half a year, or with an open side, is marked on the first day known of it: a banner over every day
    of a year tells nobody anything.
    """
    if when is None:
        return None
    exact = is_exact(when)
    bounds = when.edtf if exact else when
    first, last = bounds.earliest, bounds.latest
    known = first or last
    if known is None or (imprecise == "hide" and not exact):
        return None
    if first is None or last is None or (last - first).days >= _LONGEST or (imprecise == "start" and not exact):
        return Days(known, known, exact=False)
    return Days(first, last, exact)


def is_exact(when: When) -> bool:
    """Whether the EDTF gives the days: a day, or a stretch from a day to a day, neither of them approximate.

    Softer bounds around them ("reported on the 3rd, so on the 2nd or 3rd") do not widen such an entry.
    """
    edtf = when.edtf
    if edtf.approximate or edtf.one_of or when.mod is not None or when.earliest is None or when.latest is None:
        return False
    return all(len(point) == _DAY_POINTS and "X" not in point for point in str(edtf).split("/"))


def turned(event: Event, as_of: date) -> date | None:
    """The last day up to ``as_of`` on which time alone changed the event's standing, ``None`` when it never has."""
    if event.when is None:
        return None
    turns = [event.when.earliest]
    if event.when.latest is not None and event.when.latest < date.max:
        turns.append(event.when.latest + timedelta(days=1))
    return max((day for day in turns if day and day <= as_of and _turns(event, day)), default=None)


def _turns(event: Event, day: date) -> bool:
    return day > date.min and standing(event, day) != standing(event, day - timedelta(days=1))
