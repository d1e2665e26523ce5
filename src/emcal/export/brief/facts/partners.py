"""Who met whom: countries that stand together in events, with their last contact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from emcal.export.brief.brief import Item, Partnership
from emcal.export.brief.facts.comparison import countries


def partnerships(items: Iterable[Item]) -> tuple[Partnership, ...]:
    """Every pair or group of countries with what they held and plan together, the busiest first.

    The last contact is the held event that surely lies latest: one dated to a year alone does not outrank a day in it.
    """
    held: dict[tuple[str, ...], list[Item]] = {}
    ahead: dict[tuple[str, ...], int] = {}
    for item in items:
        parties = () if item.agreement else countries(item.event)
        if parties and item.standing == "held":
            held.setdefault(parties, []).append(item)
        elif parties and item.standing in ("planned", "ongoing"):
            ahead[parties] = ahead.get(parties, 0) + 1
    found = [_partnership(parties, held.get(parties, []), ahead.get(parties, 0)) for parties in held.keys() | ahead]
    return tuple(sorted(found, key=lambda one: (len(one.countries) < 2, -one.held - one.ahead, one.countries)))


def _partnership(parties: tuple[str, ...], held: list[Item], ahead: int) -> Partnership:
    last = max((item for item in held if _surely_by(item) > date.min), key=_surely_by, default=None)
    return Partnership(parties, len(held), ahead, last)


def _surely_by(item: Item) -> date:
    when = item.event.when
    return when.earliest or date.min if when else date.min
