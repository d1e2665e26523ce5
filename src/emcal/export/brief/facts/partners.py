"""Who met whom: countries that stand together in events, with their last contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from emcal.export.brief.brief import Item, Partnership
from emcal.export.brief.facts.comparison import countries


def partnerships(held: Iterable[Item], ahead: Iterable[Item]) -> tuple[Partnership, ...]:
    """Every pair or group of countries with what they held and plan together, the busiest first.

    The last contact is the held event that surely lies latest: one dated to a year alone does not outrank a day in it.
    """
    met: dict[tuple[str, ...], list[Item]] = {}
    for item in held:
        met.setdefault(countries(item.event), []).append(item)
    plans = Counter(countries(item.event) for item in ahead)
    found = [_partnership(parties, met.get(parties, []), plans[parties]) for parties in met.keys() | plans if parties]
    return tuple(sorted(found, key=lambda one: (len(one.countries) < 2, -one.held - one.ahead, one.countries)))


def _partnership(parties: tuple[str, ...], held: list[Item], ahead: int) -> Partnership:
    last = max(held, key=_surely_by, default=None)
    return Partnership(parties, len(held), ahead, last if last and _surely_by(last) > date.min else None)


def _surely_by(item: Item) -> date:
    when = item.event.when
    return (when.earliest or date.min) if when else date.min
