"""Recurrence rules, RFC 5545 section 3.3.10: whether a RRULE can mean what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emcal.export.check.content import Property
from emcal.export.check.defect import Defect
from emcal.export.check.values import BadValueError, Moment, read_moment

_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# The numbers that a part may hold: smallest, largest, and whether they may also count from the end.
_NUMBERS: dict[str, tuple[int, int, bool]] = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}
_NOT_WITH = {"BYWEEKNO": _FREQUENCIES[:-1], "BYYEARDAY": ("DAILY", "WEEKLY", "MONTHLY"), "BYMONTHDAY": ("WEEKLY",)}
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_PARTS = {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "WKST", "RSCALE", "SKIP", *_NUMBERS}


def rule_defects(rule: Property, start: Moment | None) -> Iterator[Defect]:
    """What is wrong with a RRULE, beside the DTSTART that it repeats."""
    parts: dict[str, str] = {}
    for part in rule.value.split(";"):
        name, _, value = part.upper().partition("=")
        if name not in _PARTS or not value or name in parts:
            yield _wrong(rule, f"{part!r} is no part of a rule" if name not in parts else f"{name} comes twice")
            return
        parts[name] = value
    reasons = (*_frequency(parts), *_counts(parts), *_numbers(parts), *_weekdays(parts), *_until(parts, start))
    yield from (_wrong(rule, reason) for reason in reasons)


def _wrong(rule: Property, message: str) -> Defect:
    return rule.defect("rrule", message, offset=0)


def _frequency(parts: dict[str, str]) -> Iterator[str]:
    frequency = parts.get("FREQ")
    if frequency not in _FREQUENCIES:
        yield f"FREQ={frequency} is no frequency" if frequency else "FREQ is required"
    for name, frequencies in _NOT_WITH.items():
        if name in parts and frequency in frequencies:
            yield f"{name} does not go with FREQ={frequency}"


def _counts(parts: dict[str, str]) -> Iterator[str]:
    for name in ("COUNT", "INTERVAL"):
        if name in parts and not (parts[name].isdecimal() and int(parts[name]) > 0):
            yield f"{name}={parts[name]} is no positive number"
    if "COUNT" in parts and "UNTIL" in parts:
        yield "COUNT and UNTIL exclude each other"


def _numbers(parts: dict[str, str]) -> Iterator[str]:
    for name, (least, most, from_end) in _NUMBERS.items():
        for number in parts[name].split(",") if name in parts else ():
            digits = number.lstrip("+-") if from_end else number
            if not digits.isdecimal() or not least <= int(digits) <= most:
                yield f"{name}={number} is out of range"


def _weekdays(parts: dict[str, str]) -> Iterator[str]:
    for day in parts["BYDAY"].split(",") if "BYDAY" in parts else ():
        match = _WEEKDAY.fullmatch(day)
        if match is None or (match[1] and not 1 <= abs(int(match[1])) <= 53):
            yield f"BYDAY={day} is no weekday"
        elif match[1] and parts.get("FREQ") not in ("MONTHLY", "YEARLY"):
            yield f"BYDAY={day} counts weekdays, which goes with MONTHLY and YEARLY alone"


def _until(parts: dict[str, str], start: Moment | None) -> Iterator[str]:
    if "UNTIL" not in parts:
        return
    try:
        until = read_moment(parts["UNTIL"])
    except BadValueError as error:
        yield f"UNTIL: {error}"
        return
    if start is not None and until.type != start.type:
        yield f"UNTIL is a {until.type}, DTSTART a {start.type}"
    elif start is not None and until.at.date() < start.at.date():
        yield "UNTIL comes before DTSTART"
