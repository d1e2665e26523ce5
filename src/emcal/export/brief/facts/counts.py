"""The table of counts: how many events stand how, now and before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from emcal.events.event import Event, Standing
from emcal.export.brief.brief import Count, CountKey, Departure, Item
from emcal.export.brief.facts.past import in_period

ORDER: tuple[CountKey, ...] = ("held", "unconfirmed", "ongoing", "in_force", "planned", "off", "expired")


def counts(
    stands: Mapping[Standing, Sequence[Item]],
    agreements: Iterable[Item],
    departed: Iterable[Departure],
    as_of: date,
    since: date | None,
) -> tuple[Count, ...]:
    """Rows in a fixed order; the row of expired agreements only when there are any."""
    now: Counter[CountKey] = Counter()
    before: Counter[CountKey] = Counter(_key(left.event, left.stood, since or as_of) for left in departed)
    late: Counter[CountKey] = Counter()
    for standing, items in stands.items():
        now[_of_happening(standing)] += len(items)
        for stood, number in Counter(item.stood for item in items if item.stood).items():
            before[_of_happening(stood)] += number
    for item in agreements:
        key = _key(item.event, item.standing, as_of)
        now[key] += 1
        late[key] += item.was is None and not in_period(item, since)
        if item.was and item.stood and since:
            before[_key(item.was, item.stood, since)] += 1
    late["held"] = sum(item.was is None and not in_period(item, since) for item in stands["held"])
    rows = (Count(key, now[key], before[key], late[key] if key in ("held", "in_force") else 0) for key in ORDER)
    return tuple(row for row in rows if row.key != "expired" or row.now or row.before)


def _key(event: Event, stands: Standing, day: date) -> CountKey:
    return _of_agreement(event, stands, day) if event.kind == "agreement" else _of_happening(stands)


def _of_happening(stands: Standing) -> CountKey:
    if stands in ("held", "unconfirmed", "ongoing"):
        return stands
    return "planned" if stands == "planned" else "off"


def _of_agreement(event: Event, stands: Standing, day: date) -> CountKey:
    """An agreement that was concluded is in force until its last day."""
    if stands == "expired" or (stands == "held" and event.when and event.when.latest and event.when.latest < day):
        return "expired"
    if stands in ("ongoing", "held"):
        return "in_force"
    return "planned" if stands in ("planned", "unconfirmed") else "off"
