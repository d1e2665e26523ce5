"""Dates and times of a component: forms, value types, zones, and that the end comes after the start."""

from __future__ import annotations

from collections.abc import Iterator

from emcal.export.check.components import Component
from emcal.export.check.content import Property
from emcal.export.check.defect import Defect
from emcal.export.check.recurrence import rule_defects
from emcal.export.check.values import BadValueError, Moment, duration_sign, is_duration, read_moment

_SINGLE = ("DTSTART", "DTEND", "DUE", "RECURRENCE-ID")
_MANY = ("EXDATE", "RDATE")
_UTC = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED")
_TYPES = ("DATE", "DATE-TIME", "PERIOD")


def moment_defects(component: Component, zones: set[str]) -> Iterator[Defect]:
    """What is wrong with the dates of one component; ``zones`` are the TZIDs that the calendar defines."""
    read: dict[str, Moment] = {}
    for each in component.properties:
        if each.name in (*_SINGLE, *_MANY, *_UTC):
            defects, moment = _read(each, zones)
            yield from defects
            if moment is not None:
                read.setdefault(each.name, moment)
    yield from _order(component, read)
    for rule in component.all("RRULE"):
        yield from rule_defects(rule, read.get("DTSTART"))


def _read(each: Property, zones: set[str]) -> tuple[list[Defect], Moment | None]:
    """All moments of a property, or what is wrong with the first bad one."""
    kind = each.parameter("VALUE").upper()
    if kind and kind not in _TYPES:
        return [each.defect("value-type", f"VALUE={kind} is no type of a date")], None
    moment = None
    offset = 0
    for part in each.value.split(",") if each.name in _MANY else [each.value]:
        try:
            moment = read_moment(part.partition("/")[0] if kind == "PERIOD" else part)
        except BadValueError as error:
            return [each.defect(error.code, str(error), offset)], None
        offset += len(part) + 1
    defects = [*_type(each, kind, moment), *_zone(each, moment, zones)] if moment else []
    return defects, moment


def _type(each: Property, kind: str, moment: Moment) -> Iterator[Defect]:
    if each.name in _UTC:
        if moment.type != "DATE-TIME" or not moment.utc:
            yield each.defect("not-utc", "must be a date-time in UTC (ending in Z)", 0)
        return
    stated = "DATE-TIME" if kind in ("", "PERIOD") else kind
    if stated != moment.type:
        said = f"VALUE={kind}" if kind else "without VALUE=DATE"
        yield each.defect("value-type", f"{said}, and the value is a {moment.type}", 0)


def _zone(each: Property, moment: Moment, zones: set[str]) -> Iterator[Defect]:
    zone = each.parameter("TZID")
    if zone and (moment.utc or moment.type == "DATE"):
        yield each.defect("time-zone", "TZID does not go with UTC or a date")
    elif zone and zone not in zones and not zone.startswith("/"):
        yield each.defect("time-zone", f"TZID={zone} has no VTIMEZONE")


def _order(component: Component, read: dict[str, Moment]) -> Iterator[Defect]:
    end_name = "DUE" if component.name == "VTODO" else "DTEND"
    end, duration = component.first(end_name), component.first("DURATION")
    if end is not None and duration is not None:
        yield duration.defect("end-and-duration", f"DURATION and {end_name} exclude each other")
    if duration is not None and component.name == "VEVENT":
        yield from _duration(duration)
    start, stop = read.get("DTSTART"), read.get(end_name)
    if end is None or start is None or stop is None:
        return
    if start.type != stop.type:
        yield end.defect("value-type", f"is a {stop.type}, DTSTART a {start.type}", 0)
    elif stop.at <= start.at and _comparable(component, start, stop):
        same = "is not after DTSTART" + (" (the end of an all-day event is exclusive)" if stop.type == "DATE" else "")
        yield end.defect("end-before-start", same, 0)


def _comparable(component: Component, start: Moment, stop: Moment) -> bool:
    """Whether both clocks run in the same zone, so that the digits may be compared."""
    first, last = (component.first(name) for name in ("DTSTART", "DTEND"))
    zones = {each.parameter("TZID") for each in (first, last) if each is not None}
    return start.utc == stop.utc and len(zones) <= 1


def _duration(duration: Property) -> Iterator[Defect]:
    if not is_duration(duration.value):
        yield duration.defect("duration", f"{duration.value!r} is no duration", 0)
    elif duration_sign(duration.value) <= 0:
        yield duration.defect("duration", "an event must last longer than nothing", 0)
