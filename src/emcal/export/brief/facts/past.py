"""What has been: held since the last brief, reported late, told differently, overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from emcal.events.event import Event
from emcal.export.brief.brief import Alteration, Item
from emcal.mentions.mention import Place
from emcal.register.register import Change
from emcal.when import When

# A window this wide that begins before the period may well lie before it.
_MONTH = timedelta(days=31)


def in_period(item: Item, since: date | None) -> bool:
    """Whether its window lies in the period after ``since``, as far as one can tell."""
    if since is None:
        return True
    when = item.event.when
    if when is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest >= since or (when.latest > since and when.latest - when.earliest <= _MONTH)


def newly_held(held: Iterable[Item], since: date | None) -> tuple[Item, ...]:
    """Of what stands as held: the news of the period, last first."""
    return last_first(item for item in held if item.stood != "held" and in_period(item, since))


def reported_late(held: Iterable[Item], since: date | None) -> tuple[Item, ...]:
    """Of what stands as held: what lies before the period, or may, and was not known at all; in the register's order."""
    return tuple(item for item in held if item.was is None and not in_period(item, since))


def changed(items: Iterable[Item], since: date | None) -> tuple[Alteration, ...]:
    """What was known before and is told differently now."""
    if since is None:
        return ()
    after = datetime.combine(since, time.max, UTC)
    return tuple(
        Alteration(item, _log(item, after))
        for item in items
        if item.was
        and (item.standing != item.stood or (item.entry.modified > after and _differs(item.event, item.was)))
    )


def last_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """Events by the first day of their window, the latest first: of a year, only that it surely had begun counts."""
    return tuple(sorted(items, key=_begun, reverse=True))


def _differs(now: Event, was: Event) -> bool:
    """Whether date or place changed; one that is only spelled differently did not."""
    return _window(now.when) != _window(was.when) or _where(now.place) != _where(was.place)


def _window(when: When | None) -> tuple[object, ...]:
    return (when.edtf, when.earliest, when.latest) if when else ()


def _where(place: Place | None) -> tuple[object, ...]:
    return (place.name, place.country) if place else ()


def _log(item: Item, after: datetime) -> tuple[Change, ...]:
    return tuple(change for change in item.entry.changes if change.at > after)


def _begun(item: Item) -> tuple[date, date]:
    when = item.event.when
    first, last = (when.earliest, when.latest) if when else (None, None)
    return first or last or date.min, last or date.max
