"""The Timeline's columns: weeks, months, quarters, years or decades, whichever the data's span asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from emcal.export.wording import Language, term

Unit = Literal["week", "month", "quarter", "year", "decade"]

# The longest span in days that a unit draws: 26 weeks, 49 months, 40 quarters, 40 years.
_SPANS: tuple[tuple[Unit, int], ...] = (("week", 182), ("month", 1_500), ("quarter", 3_653), ("year", 14_610))
_MOST = 60
_FENCE = 3
_YEAR = timedelta(days=366)


class Slot(NamedTuple):
    """One column: its days (inclusive), its own label, and the label of the group that it stands in."""

    start: date
    stop: date
    label: str
    group: str


def axis(days: Sequence[date], today: date, language: Language) -> tuple[Slot, ...]:
    """The columns for events on ``days``; outliers are left to the edges, ``today`` is in when it is near."""
    first, last = _range(days, today)
    unit: Unit = next((unit for unit, span in _SPANS if (last - first).days <= span), "decade")
    slots = tuple(_slot(start, unit, language) for start in _starts(first, last, unit))
    return slots[-_MOST:]


def _range(days: Sequence[date], today: date) -> tuple[date, date]:
    """First and last day to draw: Tukey's fences, three interquartile ranges (a year at least) beyond the quartiles."""
    ordered = sorted(days) or [today]
    low, high = ordered[len(ordered) // 4], ordered[(3 * len(ordered)) // 4]
    reach = max((high - low).days * _FENCE, _YEAR.days * 2)
    inside = [day for day in ordered if (low - day).days <= reach and (day - high).days <= reach]
    first, last = inside[0], inside[-1]
    near = max((last - first) / 2, _YEAR)
    if first - today <= near and today - last <= near:
        first, last = min(first, today), max(last, today)
    return first, last


def _starts(first: date, last: date, unit: Unit) -> Iterator[date]:
    start: date | None = _floor(first, unit)
    while start is not None and start <= last:
        yield start
        start = _next(start, unit)


def _floor(day: date, unit: Unit) -> date:
    match unit:
        case "week":
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
        case "year":
            return date(day.year, 1, 1)
        case "decade":
            return date(max(day.year - day.year % 10, 1), 1, 1)


def _next(start: date, unit: Unit) -> date | None:
    """The start of the next slot; ``None`` past the end of the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120 - (start.year % 10) * 12}
    try:
        if unit == "week":
            return start + timedelta(days=7)
        years, month = divmod(start.month - 1 + months[unit], 12)
        return date(start.year + years, month + 1, 1)
    except (OverflowError, ValueError):
        return None


def _slot(start: date, unit: Unit, language: Language) -> Slot:
    following = _next(start, unit)
    stop = following - timedelta(days=1) if following else date.max
    month = term(f"workbook.month.{start.month}", language)
    match unit:
        case "week":
            return Slot(start, stop, str(start.day), f"{month} {start.year}")
        case "month":
            return Slot(start, stop, month, str(start.year))
        case "quarter":
            return Slot(start, stop, term(f"workbook.part.{33 + start.month // 3}", language), str(start.year))
        case "year":
            return Slot(start, stop, f"’{start.year % 100:02d}", f"{start.year // 10}0–")
        case "decade":
            return Slot(start, stop, str(start.year), f"{start.year // 100}00–")
