"""Single properties: closed lists, numbers, texts, addresses, and the refresh hints of RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from emcal.export.check.components import Component
from emcal.export.check.content import Property
from emcal.export.check.defect import Defect
from emcal.export.check.values import duration_sign, is_duration, text_fault

_STATUS = {
    "VEVENT": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO": ("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    "VJOURNAL": ("DRAFT", "FINAL", "CANCELLED"),
}
_TEXTS = (
    "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "UID", "PRODID", "TZID", "TZNAME",
    "X-WR-CALNAME", "X-WR-CALDESC",
)  # fmt: skip
_LISTS = ("CATEGORIES", "RESOURCES")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_GEO = re.compile(r"([+-]?\d+(?:\.\d+)?);([+-]?\d+(?:\.\d+)?)")
_OFFSET = re.compile(r"[+-]\d{4}(?:\d{2})?")


def field_defects(component: Component) -> Iterator[Defect]:
    """What is wrong with each property of a component taken alone."""
    for each in component.properties:
        if each.name in (*_TEXTS, *_LISTS):
            yield from _text(each)
        elif each.name == "STATUS":
            yield from _status(each, component.name)
        elif each.name in _CHECKS:
            yield from _CHECKS[each.name](each)


def _text(each: Property) -> Iterator[Defect]:
    fault = text_fault(each.value, separators="," if each.name in _LISTS else "")
    if fault:
        yield each.defect("text-escape", fault[1], fault[0])
    if each.name == "UID" and not each.value.strip():
        yield each.defect("missing-property", "is empty")


def _status(each: Property, component: str) -> Iterator[Defect]:
    allowed = _STATUS.get(component)
    if allowed and each.value.upper() not in allowed:
        yield each.defect("value", f"{each.value!r} is none of {', '.join(allowed)}", 0)


def _transparency(each: Property) -> Iterator[Defect]:
    if each.value.upper() not in ("OPAQUE", "TRANSPARENT"):
        yield each.defect("value", f"{each.value!r} is neither OPAQUE nor TRANSPARENT", 0)


def _version(each: Property) -> Iterator[Defect]:
    if each.value != "2.0":
        yield each.defect("value", f"{each.value!r} is not 2.0", 0)


def _sequence(each: Property) -> Iterator[Defect]:
    if not (each.value.isascii() and each.value.isdecimal()):
        yield each.defect("value", f"{each.value!r} is no whole number", 0)


def _priority(each: Property) -> Iterator[Defect]:
    if each.value not in tuple("0123456789"):
        yield each.defect("value", f"{each.value!r} is not 0 to 9", 0)


def _geo(each: Property) -> Iterator[Defect]:
    match = _GEO.fullmatch(each.value)
    if match is None or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
        yield each.defect("value", f"{each.value!r} is no latitude;longitude", 0)


def _url(each: Property) -> Iterator[Defect]:
    if not _ADDRESS.fullmatch(each.value):
        yield each.defect("value", f"{each.value!r} is no address", 0)


def _offset(each: Property) -> Iterator[Defect]:
    if not _OFFSET.fullmatch(each.value):
        yield each.defect("value", f"{each.value!r} is no UTC offset", 0)


def _refresh(each: Property) -> Iterator[Defect]:
    if each.parameter("VALUE").upper() != "DURATION":
        yield each.defect("refresh-interval", "VALUE=DURATION is required (RFC 7986 section 5.7)")
    yield from _interval(each)


def _interval(each: Property) -> Iterator[Defect]:
    if not is_duration(each.value) or duration_sign(each.value) <= 0:
        yield each.defect("refresh-interval", f"{each.value!r} is no positive duration", 0)


_CHECKS: dict[str, Callable[[Property], Iterator[Defect]]] = {
    "TRANSP": _transparency,
    "VERSION": _version,
    "SEQUENCE": _sequence,
    "PRIORITY": _priority,
    "GEO": _geo,
    "URL": _url,
    "TZOFFSETFROM": _offset,
    "TZOFFSETTO": _offset,
    "REFRESH-INTERVAL": _refresh,
    "X-PUBLISHED-TTL": _interval,
}
