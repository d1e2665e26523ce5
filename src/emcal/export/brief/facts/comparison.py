"""The register now beside the register before: every event in scope with what was known of it."""

from __future__ import annotations

from datetime import date

from emcal.events.event import Event, standing
from emcal.export.brief.brief import Item, Scope
from emcal.register.register import Entry, Register


def items(register: Register, as_of: date, previous: Register | None, since: date | None, scope: Scope) -> list[Item]:
    """All events in scope, in the register's order; a uid that was merged away leads to the event that took it in."""
    known = {entry.event.uid: entry for entry in previous.entries} if previous else {}
    compared = []
    for entry in register.entries:
        if not within(entry.event, scope):
            continue
        was = _before(entry, known)
        stood = standing(was.event, since) if was and since else None
        compared.append(Item(entry, standing(entry.event, as_of), was, stood))
    return compared


def _before(entry: Entry, known: dict[str, Entry]) -> Entry | None:
    if not known:
        return None
    was = known.get(entry.event.uid)
    if was is None and entry.aliases:
        return next((known[alias] for alias in entry.aliases if alias in known), None)
    return was


def within(event: Event, scope: Scope) -> bool:
    """Whether the brief is about the event."""
    if scope.kind and event.kind != scope.kind:
        return False
    if scope.series and scope.series.casefold() != (event.series or "").casefold():
        return False
    return scope.country is None or scope.country in countries(event)


def countries(event: Event) -> tuple[str, ...]:
    """The countries that take part, sorted; the place's country counts when fewer than two are named."""
    parties = {participant.country for participant in event.participants if participant.country}
    if len(parties) < 2 and event.place and event.place.country:
        parties.add(event.place.country)
    return tuple(sorted(parties))
