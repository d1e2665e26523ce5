"""Agreements with their periods, and signed papers without one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta

from emcal.export.brief.brief import Item, Pact

# How long a paper without a period, or one whose period is over, is still worth a line.
_RECENT = timedelta(days=366)
_EXPIRED = timedelta(days=92)


def pacts(agreements: Iterable[Item], signings: Sequence[Item], items: Sequence[Item], as_of: date) -> tuple[Pact, ...]:
    """Agreements by their last day, open ones after them; then papers signed within a year that state no period.

    ``items`` are all events in scope: those around a paper tell who may be its parties when it does not say so.
    """
    live = [item for item in agreements if not _long_over(item, as_of)]
    by_document = _by_document(signings, {mention.document for item in live for mention in item.event.mentions})
    bound = [
        Pact(item, _signing(item, by_document)) for item in sorted(live, key=lambda item: last_day(item) or date.max)
    ]
    taken = {pact.signing.event.uid for pact in bound if pact.signing}
    free = [Pact(item, None) for item in signings if item.event.uid not in taken and _recent(item, as_of)]
    return _surrounded([*bound, *free], items)


def last_day(item: Item) -> date | None:
    """The last day of its date; ``None`` for an open or unknown end."""
    return item.event.when.latest if item.event.when else None


def _surrounded(found: Sequence[Pact], items: Sequence[Item]) -> tuple[Pact, ...]:
    """The papers with what they are part of and what is part of them, where they do not name their parties."""
    silent = {pact.item.event.uid for pact in found if not any(item.event.participants for item in _papers(pact))}
    larger = {item.event.part_of for pact in found if pact.item.event.uid in silent for item in _papers(pact)} - {None}
    frames = {item.event.uid: item for item in items if item.event.uid in larger} if larger else {}
    parts: dict[str, list[Item]] = {}
    for item in items if silent else ():
        if item.event.part_of in silent and item.event.participants:
            parts.setdefault(item.event.part_of, []).append(item)
    return tuple(_with(pact, frames, parts) if pact.item.event.uid in silent else pact for pact in found)


def _with(pact: Pact, frames: Mapping[str, Item], parts: Mapping[str, Sequence[Item]]) -> Pact:
    around = (frames.get(item.event.part_of or "") for item in _papers(pact))
    frame = next((item for item in around if item and item.event.participants), None)
    return pact._replace(frame=frame, parts=tuple(parts.get(pact.item.event.uid, ())))


def _papers(pact: Pact) -> tuple[Item, ...]:
    return (pact.item, pact.signing) if pact.signing else (pact.item,)


def _by_document(signings: Iterable[Item], wanted: Container[str]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in signings:
        for path in {mention.document for mention in item.event.mentions if mention.document in wanted}:
            found.setdefault(path, []).append(item)
    return found


def _signing(agreement: Item, signings: dict[str, list[Item]]) -> Item | None:
    """The signing that is told in the same sentence as the agreement."""
    for mention in agreement.event.mentions:
        for item in signings.get(mention.document, ()):
            if any(
                other.document == mention.document and other.evidence.overlap(mention.evidence)
                for other in item.event.mentions
            ):
                return item
    return None


def _long_over(item: Item, as_of: date) -> bool:
    until = last_day(item)
    return until is not None and as_of - until > _EXPIRED


def _recent(item: Item, as_of: date) -> bool:
    until = last_day(item)
    return until is None or as_of - until <= _RECENT
