"""Values of RFC 5545 section 3.3: what is a date, a duration, an escaped text; each reader says what is wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal, NamedTuple

ValueType = Literal["DATE", "DATE-TIME", "PERIOD"]

_DATE = re.compile(r"\d{8}")
_DATE_TIME = re.compile(r"(\d{8})T(\d{6})(Z?)")
_DURATION = re.compile(
    r"([+-]?)P(?:\d+W|\d+D(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)"
)
_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)
_BARE = re.compile(r"(?<!\\)((?:\\\\)*)([,;])")


class Moment(NamedTuple):
    """A date or a date-time as read: ``type`` is its form, ``utc`` whether it ends in Z."""

    at: datetime
    type: ValueType
    utc: bool


class BadValueError(ValueError):
    """A value that is none: ``code`` is the defect's."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_moment(text: str) -> Moment:
    """A DATE or DATE-TIME. Raises ``BadValueError`` for another form and for a day or time that does not exist."""
    if _DATE.fullmatch(text):
        return Moment(datetime.combine(_day(text), datetime.min.time()), "DATE", utc=False)
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        raise BadValueError("date-form", f"{text!r} is no date (YYYYMMDD) and no date-time (YYYYMMDDTHHMMSS[Z])")
    day, clock, zone = match.groups()
    hour, minute, second = int(clock[:2]), int(clock[2:4]), int(clock[4:])
    if hour > 23 or minute > 59 or second > 60:
        raise BadValueError("impossible-date", f"{text!r}: no such time of day")
    at = datetime.combine(_day(day), datetime.min.time()).replace(hour=hour, minute=minute, second=min(second, 59))
    return Moment(at, "DATE-TIME", utc=zone == "Z")


def _day(text: str) -> date:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise BadValueError("impossible-date", f"{text!r}: no such day") from None


def is_duration(text: str) -> bool:
    """Whether the text is a DURATION: ``PT12H``, ``P1D``, ``-PT15M``, ``P2W``."""
    return _DURATION.fullmatch(text) is not None


def duration_sign(text: str) -> int:
    """The sign of a duration: -1, 0 for one of no length, 1."""
    if not any(digit in text for digit in "123456789"):
        return 0
    return -1 if text.startswith("-") else 1


def text_fault(value: str, separators: str = "") -> tuple[int, str] | None:
    """Offset and reason of the first place where a TEXT is not escaped as it must be, ``None`` when all is well.

    ``separators`` may stand bare: the comma between CATEGORIES.
    """
    faults = [
        (match.start(), "a backslash at the end" if not match[1] else f"unknown escape \\{match[1]}")
        for match in _ESCAPE.finditer(value)
        if match[1] not in tuple("\\;,nN")
    ]
    bare = next((match for match in _BARE.finditer(value) if match[2] not in separators), None)
    if bare:
        faults.append((bare.start(2), f"{bare[2]!r} is not escaped"))
    return min(faults, default=None)
