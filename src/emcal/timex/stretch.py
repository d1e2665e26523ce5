"""Stretches of days: the first and last day of calendar units, and steps between them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Stretch = tuple[date, date]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def month(year: int, number: int) -> Stretch:
    """The days of a month; numbers beyond 1 to 12 lie in the years before and after."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def months(year: int, first: int, last: int) -> Stretch:
    """The days of several months."""
    return month(year, first)[0], month(year, last)[1]


def quarter(year: int, number: int) -> Stretch:
    """The days of a quarter; numbers beyond 1 to 4 lie in the years before and after."""
    return months(year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Stretch:
    """The days of a half-year."""
    return months(year, 6 * number - 5, 6 * number)


def season(year: int, name: str) -> Stretch:
    """The days of a season; winter begins in the year it is named after."""
    return months(year, SEASONS[name], SEASONS[name] + 2)


def year(number: int) -> Stretch:
    """The days of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, last: int) -> Stretch:
    """The days of several years."""
    return date(first, 1, 1), date(last, 12, 31)


def week(day: date, steps: int = 0) -> Stretch:
    """Monday to Sunday of the ISO week of a day, or of one some weeks away."""
    monday = day - timedelta(day.weekday()) + timedelta(weeks=steps)
    return monday, monday + timedelta(6)


def week_value(day: date) -> str:
    """The ISO week of a day, ``2024-W40``."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def month_steps(day: date, steps: int) -> tuple[int, int]:
    """The year and month that lie some months away."""
    count = day.year * 12 + day.month - 1 + steps
    return count // 12, count % 12 + 1
