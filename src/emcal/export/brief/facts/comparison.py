"""The register now beside the register before: every event in scope with what was known of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import get_args

from emcal.events.event import Event, Standing, standing
from emcal.export.brief.brief import Departure, Item
from emcal.register.query import Query, matches
from emcal.register.register import Entry, Register

EVERYTHING = Query()


def compare(
    register: Register, as_of: date, previous: Register | None, since: date | None, scope: Query
) -> tuple[list[Item], tuple[Departure, ...]]:
    """All events in scope, in the register's order, and those that were known before and are entries no longer.

    A uid that was merged away leads to the event that took it in.
    """
    known = {entry.event.uid: entry.event for entry in previous.entries} if previous and since else {}
    filtered = scope != EVERYTHING
    found = []
    for entry in register.entries:
        event = entry.event
        was = known.pop(event.uid, None) or (_under_an_alias(entry, known) if entry.aliases else None)
        if not filtered or matches(event, scope):
            stood = standing(was, since) if was and since else None
            found.append(Item(event, entry, standing(event, as_of), was, stood))
    return found, _departed(register, known, since or as_of, scope)


def _departed(register: Register, known: dict[str, Event], since: date, scope: Query) -> tuple[Departure, ...]:
    if not known:
        return ()
    homes = {alias: entry.event for entry in register.entries for alias in entry.aliases}
    return tuple(
        Departure(event, standing(event, since), homes.get(uid))
        for uid, event in known.items()
        if matches(event, scope)
    )


def by_standing(items: Iterable[Item]) -> dict[Standing, list[Item]]:
    """What happens, by how it stands; agreements, which are periods, are left out."""
    found: dict[Standing, list[Item]] = {one: [] for one in get_args(Standing)}
    for item in items:
        if item.event.kind != "agreement":
            found[item.standing].append(item)
    return found


def _under_an_alias(entry: Entry, known: dict[str, Event]) -> Event | None:
    return next((known.pop(alias) for alias in entry.aliases if alias in known), None)


def countries(event: Event) -> tuple[str, ...]:
    """The countries that take part, sorted; the place's country counts when fewer than two are named."""
    place = event.place.country if event.place else None
    return _parties(tuple([participant.country for participant in event.participants]), place)


@lru_cache(maxsize=4096)
def _parties(named: tuple[str | None, ...], place: str | None) -> tuple[str, ...]:
    parties = set(filter(None, named))
    if len(parties) < 2 and place:
        parties.add(place)
    return tuple(sorted(parties))
