"""A date as precise as a text allows: EDTF, ISO 8601-2:2019.

What press releases need of it: days, months and years from 1 to 9999, seasons, qualifiers on the whole, intervals with
open ends; of level 2 the codes for quarters (33-36), four-month parts (37-39) and halves (40-41), a set of one
day out of a stretch (``[2024-05-01..2024-06-30]``) and digits masked by ``X``. Bounds are inclusive days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from emcal.errors import EdtfError

Precision = Literal["day", "month", "quarter", "half", "season", "year", "decade", "interval", "unknown"]

_POINT = re.compile(r"([0-9]{3}[0-9X]|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
_ONE_OF = re.compile(r"\[(.*)\.\.(.*)\]", re.DOTALL)
# Codes of ISO 8601-2:2019 section 4.8 as (first month, last month, name); winter ends in the year after.
_PARTS: dict[int, tuple[int, int, Precision]] = {
    21: (3, 5, "season"), 22: (6, 8, "season"), 23: (9, 11, "season"), 24: (12, 14, "season"),
    33: (1, 3, "quarter"), 34: (4, 6, "quarter"), 35: (7, 9, "quarter"), 36: (10, 12, "quarter"),
    37: (1, 4, "season"), 38: (5, 8, "season"), 39: (9, 12, "season"),
    40: (1, 6, "half"), 41: (7, 12, "half"),
}  # fmt: skip


class Edtf(str):
    """An EDTF string, checked when it is made.

    ``Edtf("2024-05")`` is the string itself; ``earliest`` and ``latest`` are its inclusive bounds, ``None`` where it is
    open or its year is unknown. Raises ``EdtfError`` for anything else, impossible days included.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Edtf:
        """The checked string. Raises ``EdtfError``."""
        _read(text)
        return super().__new__(cls, text)

    @property
    def earliest(self) -> date | None:
        """The first day that the date allows."""
        return _read(str(self))[0]

    @property
    def latest(self) -> date | None:
        """The last day that the date allows."""
        return _read(str(self))[1]

    @property
    def precision(self) -> Precision:
        """The unit that the date is known in; an interval is ``interval``, a date without a year ``unknown``."""
        return _read(str(self))[2]

    @property
    def approximate(self) -> bool:
        """Whether any part carries a qualifier (``~``, ``?`` or ``%``)."""
        return any(mark in self for mark in "~?%")

    @property
    def one_of(self) -> bool:
        """Whether it is one unknown day out of a stretch, rather than the stretch."""
        return self.startswith("[")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


Reading = tuple[date | None, date | None, Precision]


@lru_cache(maxsize=4096)
def _read(text: str) -> Reading:
    """Bounds and precision of a whole EDTF string; raises ``EdtfError`` that names all of it."""
    try:
        return _parse(text)
    except EdtfError as error:
        raise EdtfError(text, error.reason) from None


def _parse(text: str) -> Reading:
    if text.startswith("["):
        inside = _ONE_OF.fullmatch(text)
        if inside is None:
            raise EdtfError(text)
        return _interval(text, inside[1] or "..", inside[2] or "..")
    if "/" in text:
        return _interval(text, *text.split("/", 1))
    return _point(text)


def _interval(text: str, first: str, last: str) -> Reading:
    if first == last == "..":
        raise EdtfError(text, "an interval without an end")
    start = None if first == ".." else _point(first)
    stop = None if last == ".." else _point(last)
    earliest = start[0] if start else None
    latest = stop[1] if stop else None
    if earliest and latest and earliest > latest:
        raise EdtfError(text, "ends before it starts")
    return earliest, latest, "unknown" if "unknown" in (start and start[2], stop and stop[2]) else "interval"


def _point(text: str) -> Reading:
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(text)
    year, month, day, _ = match.groups()
    if year == "XXXX":
        return _without_year(text, month, day)
    if year.endswith("X"):
        if month:
            raise EdtfError(text)
        decade = int(year[:3]) * 10
        return _day(text, max(decade, 1), 1, 1), _day(text, decade + 9, 12, 31), "decade"
    if month is None:
        return _day(text, int(year), 1, 1), _day(text, int(year), 12, 31), "year"
    if month == "XX":
        return _day(text, int(year), 1, 1), _day(text, int(year), 12, 31), "unknown"
    if day is None:
        return _part(text, int(year), int(month))
    if day == "XX":
        first, last, _ = _part(text, int(year), int(month))
        return first, last, "month"
    exact = _day(text, int(year), int(month), int(day))
    return exact, exact, "day"


def _part(text: str, year: int, code: int) -> Reading:
    first, last, name = _PARTS.get(code, (code, code, "month"))
    end_year, end_month = (year + 1, last - 12) if last > 12 and code in _PARTS else (year, last)
    start = _day(text, year, first, 1)
    return start, _day(text, end_year, end_month, monthrange(end_year, end_month)[1]), name


def _without_year(text: str, month: str | None, day: str | None) -> Reading:
    """Bounds of a date whose year is unknown: none; the month and day must still exist in a leap year."""
    if month not in (None, "XX"):
        number = int(month or 0)
        if number not in _PARTS:
            _day(text, 2000, number, 1 if day in (None, "XX") else int(day or 0))
    return None, None, "unknown"


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise EdtfError(text, str(error)) from error
