"""The register now beside the register before: every event in scope with what was known of it."""

from __future__ import annotations

from datetime import date

from emcal.events.event import Event, standing
from emcal.export.brief.brief import Departure, Item
from emcal.register.query import Query, matches
from emcal.register.register import Entry, Register


def items(register: Register, as_of: date, previous: Register | None, since: date | None, scope: Query) -> list[Item]:
    """All events in scope, in the register's order; a uid that was merged away leads to the event that took it in."""
    known = {entry.event.uid: entry for entry in previous.entries} if previous else {}
    compared = []
    for entry in register.entries:
        if not matches(entry.event, scope):
            continue
        was = _before(entry, known)
        stood = standing(was.event, since) if was and since else None
        compared.append(Item(entry, standing(entry.event, as_of), was, stood))
    return compared


def departed(register: Register, previous: Register | None, scope: Query) -> tuple[Departure, ...]:
    """The events in scope that were known before and are entries of their own no longer."""
    if previous is None:
        return ()
    now = {entry.event.uid for entry in register.entries}
    homes = {alias: entry for entry in register.entries for alias in entry.aliases}
    left = (entry for entry in previous.entries if entry.event.uid not in now and matches(entry.event, scope))
    return tuple(Departure(entry, homes.get(entry.event.uid)) for entry in left)


def _before(entry: Entry, known: dict[str, Entry]) -> Entry | None:
    if not known:
        return None
    was = known.get(entry.event.uid)
    if was is None and entry.aliases:
        return next((known[alias] for alias in entry.aliases if alias in known), None)
    return was


def countries(event: Event) -> tuple[str, ...]:
    """The countries that take part, sorted; the place's country counts when fewer than two are named."""
    parties = {participant.country for participant in event.participants if participant.country}
    if len(parties) < 2 and event.place and event.place.country:
        parties.add(event.place.country)
    return tuple(sorted(parties))
