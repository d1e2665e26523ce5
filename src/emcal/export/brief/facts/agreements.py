"""Agreements with their periods, and signed papers without one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta

from emcal.export.brief.brief import Item, Pact

# How long a paper without a period, or one whose period is over, is still worth a line.
_RECENT = timedelta(days=366)
_EXPIRED = timedelta(days=92)


def pacts(agreements: Iterable[Item], signings: Sequence[Item], as_of: date) -> tuple[Pact, ...]:
    """Agreements by their last day, open ones after them; then papers signed within a year that state no period."""
    live = [item for item in agreements if not _long_over(item, as_of)]
    by_document = _by_document(signings, {mention.document for item in live for mention in item.event.mentions})
    bound = [
        Pact(item, _signing(item, by_document)) for item in sorted(live, key=lambda item: last_day(item) or date.max)
    ]
    taken = {pact.signing.event.uid for pact in bound if pact.signing}
    free = [Pact(item, None) for item in signings if item.event.uid not in taken and _recent(item, as_of)]
    return (*bound, *free)


def last_day(item: Item) -> date | None:
    """The last day of its date; ``None`` for an open or unknown end."""
    return item.event.when.latest if item.event.when else None


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
