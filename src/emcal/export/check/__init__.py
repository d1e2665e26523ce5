"""A check of iCalendar files on their raw bytes (RFC 5545, 7986, 9073): no public tool sees all that clients trip over.

Read ``lines`` (octets, line ends, folds), ``content`` (name, parameters, value), ``components`` (the tree), then the rules:
``fields``, ``moments``, ``recurrence``.
"""

from __future__ import annotations

from collections.abc import Iterator

from emcal.export.check.components import Component, property_counts, tree
from emcal.export.check.content import properties
from emcal.export.check.defect import Defect
from emcal.export.check.fields import field_defects
from emcal.export.check.lines import physical_defects, unfold
from emcal.export.check.moments import moment_defects

__all__ = ["Defect", "check"]

_MOST_OCTETS = 1_000_000
_MOST_EVENTS = 1_000


def check(data: bytes) -> tuple[Defect, ...]:
    """Every defect of an iCalendar file, in the order of the file; empty for a good one. Never raises."""
    found = list(physical_defects(data))
    read = tuple(properties(unfold(data)))
    found.extend(each for each in read if isinstance(each, Defect))
    roots, defects = tree(each for each in read if not isinstance(each, Defect))
    found.extend(defects)
    if not any(root.name == "VCALENDAR" for root in roots):
        found.append(Defect(code="structure", line=1, column=1, message="no VCALENDAR"))
    for root in roots:
        found.extend(_calendar(root))
    found.extend(_size(data, roots))
    return tuple(sorted(found, key=lambda defect: (defect.line, defect.column, defect.code)))


def _calendar(calendar: Component) -> Iterator[Defect]:
    zones = {zone.value for inner in calendar.components for zone in inner.all("TZID") if inner.name == "VTIMEZONE"}
    scheduled = calendar.first("METHOD") is not None
    for component in calendar.walk():
        yield from property_counts(component, scheduled=scheduled)
        yield from field_defects(component)
        yield from moment_defects(component, zones)
    yield from _unique(calendar)
    yield from _subscription(calendar)


def _unique(calendar: Component) -> Iterator[Defect]:
    """The same UID twice, unless the second stands for another instance of the first (RECURRENCE-ID)."""
    seen: set[tuple[str, str]] = set()
    for component in calendar.components:
        uid, instance = component.first("UID"), component.first("RECURRENCE-ID")
        if uid is None:
            continue
        key = (uid.value, instance.value if instance else "")
        if key in seen:
            yield uid.defect("duplicate-uid", f"{uid.value!r} is taken", 0)
        seen.add(key)


def _subscription(calendar: Component) -> Iterator[Defect]:
    """What is allowed in a calendar and breaks some client all the same."""
    uid, method = calendar.first("UID"), calendar.first("METHOD")
    if uid is not None:
        yield uid.defect("calendar-uid", "some clients take a calendar with a UID for one single item", warning=True)
    events = [component for component in calendar.components if component.name == "VEVENT"]
    if method is not None and any(event.first("ORGANIZER") is None for event in events):
        yield method.defect("method", "with a METHOD every event needs an ORGANIZER (RFC 5546)", warning=True)
    if not calendar.components:
        yield calendar.defect("empty", "holds no component", warning=True)


def _size(data: bytes, roots: list[Component]) -> Iterator[Defect]:
    events = sum(component.name == "VEVENT" for root in roots for component in root.components)
    if len(data) > _MOST_OCTETS or events > _MOST_EVENTS:
        message = f"{len(data)} octets, {events} events: Google reads about 1 MB and 1,000 events"
        yield Defect(code="size", line=1, column=1, message=message, severity="warning")
