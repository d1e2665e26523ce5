"""What lies ahead: bands of 30 and 90 days and later, and what is agreed without any date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from emcal.events.event import Event
from emcal.export.brief.brief import Band, BandKey, Item

MONTH, QUARTER = timedelta(days=30), timedelta(days=90)
# A window that is wider, and whose first day the text does not give, says nothing about the next weeks.
_WIDE = timedelta(days=92)
_DAY = len("2024-05-01")


def bands(items: Iterable[Item], as_of: date) -> tuple[Band, ...]:
    """Of what is planned or under way: what may begin when; an event that only a wide window dates comes later."""
    sorted_in: dict[BandKey, list[Item]] = {"now": [], "month": [], "quarter": [], "later": []}
    for item in items:
        if item.event.when is not None:
            sorted_in[_band(item, as_of)].append(item)
    until: dict[BandKey, date | None] = {"now": None, "month": as_of + MONTH, "quarter": as_of + QUARTER, "later": None}
    return tuple(Band(key, until[key], tuple(found)) for key, found in sorted_in.items())


def undated(planned: Iterable[Item], postponed: Iterable[Item]) -> tuple[Item, ...]:
    """What is agreed without any date, not even one without its year, and what was put off without a new one."""
    return (*(item for item in planned if item.event.when is None), *postponed)


def _band(item: Item, as_of: date) -> BandKey:
    when = item.event.when
    if item.standing == "ongoing" and when and (when.earliest or when.latest):
        return "now"
    first = _first_day(item.event, as_of)
    if first is None or first > as_of + QUARTER:
        return "later"
    return "month" if first <= as_of + MONTH else "quarter"


def _first_day(event: Event, as_of: date) -> date | None:
    """The first day from ``as_of`` on which it may begin, ``None`` when its window is too wide to say."""
    when = event.when
    if when is None or when.earliest is None:
        return None
    if when.latest is not None and when.latest - when.earliest <= _WIDE:
        return max(when.earliest, as_of)
    stretch = "/" in when.edtf and len(when.edtf.split("/")[0].rstrip("~?%")) == _DAY
    return max(when.earliest, as_of) if stretch else None
