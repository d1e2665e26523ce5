"""The table of counts: how many events stand how, now and before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from emcal.events.event import Standing, standing
from emcal.export.brief.brief import Count, CountKey, Item
from emcal.export.brief.facts.past import in_period
from emcal.mentions.mention import Kind
from emcal.register.register import Entry

ORDER: tuple[CountKey, ...] = ("held", "unconfirmed", "ongoing", "in_force", "planned", "off", "expired")


def counts(items: Iterable[Item], before: Iterable[Entry], since: date | None) -> tuple[Count, ...]:
    """Rows in a fixed order; the row of expired agreements only when there are any."""
    now: Counter[CountKey] = Counter()
    late: Counter[CountKey] = Counter()
    for item in items:
        key = _key(item.event.kind, item.standing)
        now[key] += 1
        if since and item.was is None and key in ("held", "in_force") and not in_period(item, since):
            late[key] += 1
    old = Counter(_key(e.event.kind, standing(e.event, since)) for e in before) if since else Counter[CountKey]()
    rows = (Count(key, now[key], old[key], late[key]) for key in ORDER)
    return tuple(row for row in rows if row.key != "expired" or row.now or row.before)


def _key(kind: Kind, stands: Standing) -> CountKey:
    if stands in ("postponed", "cancelled"):
        return "off"
    if kind == "agreement" and stands in ("ongoing", "held"):
        return "in_force"
    if stands == "expired":
        return "expired"
    if stands in ("held", "unconfirmed", "ongoing"):
        return stands
    return "planned"
