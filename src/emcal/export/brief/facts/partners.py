"""Who met whom: countries that stand together in events, with their last contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from emcal.export.brief.brief import Item, Partnership
from emcal.export.brief.facts.comparison import countries


def partnerships(held: Iterable[Item], ahead: Iterable[Item]) -> tuple[Partnership, ...]:
    """Every pair or group of countries with what they held and plan together, the busiest first.

    The last contact is the held event that surely lies latest, the last one of a register, which is sorted by earliest
    day: a date of a year alone does not outrank a day in it.
    """
    met: dict[tuple[str, ...], list[Item]] = {}
    for item in held:
        met.setdefault(countries(item.event), []).append(item)
    plans = Counter(countries(item.event) for item in ahead)
    found = [_partnership(parties, met.get(parties, []), plans[parties]) for parties in met.keys() | plans if parties]
    return tuple(sorted(found, key=lambda one: (len(one.countries) < 2, -one.held - one.ahead, one.countries)))


def _partnership(parties: tuple[str, ...], held: list[Item], ahead: int) -> Partnership:
    dated = (item for item in reversed(held) if item.event.when and item.event.when.earliest)
    return Partnership(parties, len(held), ahead, next(dated, None))
