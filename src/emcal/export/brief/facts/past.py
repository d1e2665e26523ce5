"""What has been: held since the last brief, reported late, told differently, overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from emcal.export.brief.brief import Alteration, Item
from emcal.mentions.mention import Place
from emcal.register.register import Change
from emcal.when import When

# A window this wide that begins before the period may well lie before it.
_MONTH = timedelta(days=31)


def newly_held(item: Item, since: date | None) -> bool:
    """Whether its holding is news of this brief."""
    return not item.agreement and item.standing == "held" and (since is None or item.stood != "held")


def in_period(item: Item, since: date | None) -> bool:
    """Whether its window lies in the period after ``since``, as far as one can tell."""
    if since is None:
        return True
    when = item.event.when
    if when is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest >= since or (when.latest > since and when.latest - when.earliest <= _MONTH)


def held(items: Iterable[Item], since: date | None) -> tuple[Item, ...]:
    """News of the period, last first."""
    return _last_first(item for item in items if newly_held(item, since) and in_period(item, since))


def reported_late(items: Iterable[Item], since: date | None) -> tuple[Item, ...]:
    """What happened before the period, or may have, and was not known at all; in the order of the register."""
    return tuple(item for item in items if item.was is None and newly_held(item, since) and not in_period(item, since))


def changed(items: Iterable[Item], since: date | None) -> tuple[Alteration, ...]:
    """What was known before and is told differently now."""
    if since is None:
        return ()
    return tuple(Alteration(item, _log(item, since)) for item in items if item.was and _differs(item, since))


def overdue(items: Iterable[Item]) -> tuple[Item, ...]:
    """What was planned for days that have passed, and nobody confirmed."""
    return tuple(item for item in items if item.standing == "unconfirmed")


def _differs(item: Item, since: date) -> bool:
    """Whether standing, date or place changed; a place or date that is only spelled differently is no change."""
    if item.standing != item.stood:
        return True
    if item.was is None or item.entry.modified.date() <= since:
        return False
    now, was = item.event, item.was.event
    return _window(now.when) != _window(was.when) or _where(now.place) != _where(was.place)


def _window(when: When | None) -> tuple[object, ...]:
    return (when.edtf, when.earliest, when.latest) if when else ()


def _where(place: Place | None) -> tuple[object, ...]:
    return (place.name, place.country) if place else ()


def _log(item: Item, since: date) -> tuple[Change, ...]:
    return tuple(change for change in item.entry.changes if change.at.date() > since)


def _last_first(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=_last_day, reverse=True))


def _last_day(item: Item) -> date:
    when = item.event.when
    return (when.latest or when.earliest or date.min) if when else date.min
