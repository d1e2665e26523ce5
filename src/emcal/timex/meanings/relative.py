"""Dates counted from the creation time or from the date before them in the text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from emcal.timex import stretch
from emcal.timex.anchoring import Context, Near
from emcal.timex.grammar import Slots
from emcal.timex.meanings.calendar import day_sense
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense
from emcal.timex.timex import Anchor

_MONTHS = {"month": 1, "half_year": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_CLOCK = frozenset({"hour", "minute", "second"})


def deictic(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A day some days from the creation time: yesterday, tomorrow."""
    day = context.step(int({**piece.rule.gives, **piece.slots}["deictic"]))
    return day_sense(day, "creation") if day else _unknown("day")


def relative(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """This, last or next week, month, quarter, year, counted from the one of the creation time."""
    slots = {**piece.rule.gives, **piece.slots}
    unit, shift = str(slots["unit"]), int(slots.get("shift", 0)) * int(slots.get("n", 1))
    day = _reference(context, unit)
    if day is None:
        return _unknown(unit)
    if "by_tense" in slots and context.tense(piece) != "future" and day.isoweekday() < 6:
        shift = -1
    if shift == 0 and unit in ("decade", "century"):
        return _years_around(day, unit)
    sense = unit_around(day, unit, shift, "creation")
    if sense and slots.get("rest") and sense.last and context.today:
        return _rest(sense, context.today, str(slots["rest"]))
    return sense


def _reference(context: Context, unit: str) -> date | None:
    """A day in the unit of the creation time, if that is known."""
    if context.today:
        return context.today
    if unit in _YEARS:
        return date(context.year, 1, 1) if context.year else None
    if unit in ("month", "quarter") and context.month:
        return date(*context.month, 1)
    return None


def _years_around(day: date, unit: str) -> Sense:
    """The decade or century that a day lies in, as the calendar counts them."""
    size = _YEARS[unit]
    number = day.year // size
    first, last = stretch.years(number * size, number * size + size - 1)
    edtf = f"{number}X" if unit == "decade" else f"{first.year:04}/{last.year:04}"
    return Sense("DATE", f"{number}", unit, edtf, first, last, anchor="creation")


def _rest(sense: Sense, today: date, side: str) -> Sense | None:
    """What is left of a unit, or what has passed of it."""
    first, last = sense.first, sense.last
    if first is None or last is None or not first <= today <= last:
        return sense
    first, last = (today, last) if side == "later" else (first, today)
    return Sense("DATE", sense.value, sense.grain, f"{first}/{last}", first, last, anchor="creation")


def unit_around(day: date, unit: str, steps: int, anchor: Anchor) -> Sense | None:
    """The calendar unit that lies some units from the one of a day."""
    match unit:
        case "day":
            return day_sense(day + timedelta(steps), anchor)
        case "week" | "fortnight":
            first, last = stretch.week(day, steps * (2 if unit == "fortnight" else 1))
            return Sense("DATE", stretch.week_value(first), "week", f"{first}/{last}", first, last, anchor=anchor)
        case "weekend":
            return _weekend(day, steps, anchor)
        case "quarter":
            year, month = stretch.month_steps(day, 3 * steps)
            number = (month + 2) // 3
            first, last = stretch.quarter(year, number)
            value, edtf = f"{year:04}-Q{number}", f"{year:04}-{32 + number}"
            return Sense("DATE", value, unit, edtf, first, last, anchor=anchor)
    if unit in _MONTHS:
        year, month = stretch.month_steps(day, steps * _MONTHS[unit])
        first, last = stretch.month(year, month)
        return Sense("DATE", f"{year:04}-{month:02}", "month", f"{year:04}-{month:02}", first, last, anchor=anchor)
    if unit in _YEARS:
        year = day.year + steps * _YEARS[unit]
        first, last = stretch.year(year)
        return Sense("DATE", f"{year:04}", "year", f"{year:04}", first, last, anchor=anchor)
    return _hours(day, anchor)


def _weekend(day: date, steps: int, anchor: Anchor) -> Sense:
    first = stretch.week(day, steps)[0] + timedelta(5)
    if steps < 0 and day.isoweekday() == 7:
        first = day - timedelta(8)
    value = stretch.week_value(first) + "-WE"
    last = first + timedelta(1)
    return Sense("DATE", value, "weekend", f"{first}/{last}", first, last, anchor=anchor)


def _hours(day: date, anchor: Anchor) -> Sense:
    return Sense("TIME", day.isoformat(), "time", day.isoformat(), day, day, anchor=anchor)


def ago(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Some units before or after the creation time, in that unit."""
    slots = {**piece.rule.gives, **piece.slots}
    unit, steps = str(slots["unit"]), int(slots["direction"]) * int(slots.get("n", 1))
    if slots.get("n") == 0:
        return None
    if steps > 0 and context.full and context.tense(piece) == "past":
        return later(piece, context, near, normalize)
    day = _reference(context, unit)
    if day is None:
        return _unknown(unit)
    return unit_around(day, unit, steps, "creation")


def later(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Some units before or after the date given before, in that unit."""
    slots = {**piece.rule.gives, **piece.slots}
    unit, steps = str(slots["unit"]), int(slots["direction"]) * int(slots.get("n", 1))
    last = context.last
    if last and last.first and (unit not in _CLOCK or last.first == last.last):
        return unit_around(last.first, unit, steps, "context")
    return ago(piece, context, near, normalize)


def same(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The unit of the date given before: "the same day"."""
    slots = {**piece.rule.gives, **piece.slots}
    if context.last is None or context.last.first is None:
        return None
    return unit_around(context.last.first, str(slots["unit"]), int(slots.get("shift", 0)), "context")


def reported(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The quarter that a company reports on, or that of years before: the one spoken of, else the last full one.

    Where no quarter is spoken of, or half a year or more of it, "a year before" is the year before.
    """
    slots = {**piece.rule.gives, **piece.slots}
    years = int(slots.get("years", 0))
    quarter = context.quarter
    if context.cumulative and context.today and ("year" in slots or years):
        year = int(slots.get("year", context.today.year + years))
        return unit_around(context.today.replace(year=year, day=1), "year", 0, "context")
    if "year" in slots:
        return _quarter_of(int(slots["year"]), quarter.first if quarter else context.today)
    if quarter and quarter.first:
        steps = 4 * years if quarter.anchor != "context" or not years else 0
        return unit_around(quarter.first, "quarter", steps, "context")
    if years and "unit" not in slots:
        return later(_with(piece, {"unit": "year", "direction": years}), context, near, normalize)
    if context.today is None:
        return _unknown("quarter")
    return unit_around(context.today, "quarter", 4 * years - 1, "creation")


def _quarter_of(year: int, day: date | None) -> Sense | None:
    """The quarter of a year that the day's quarter is in others; the one before that of the creation time."""
    return unit_around(day.replace(year=year, day=1), "quarter", 0, "context") if day else None


def vague(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The near past or future, without a number."""
    value = str({**piece.rule.gives, **piece.slots}["value"])
    if value == "FUTURE_REF" and context.today:
        return Sense("DATE", value, "vague", f"{context.today}/..", context.today, None, anchor="creation")
    if value == "PAST_REF" and context.today:
        day = context.today - timedelta(1)
        return Sense("DATE", value, "vague", f"../{day}", None, day, anchor="creation")
    if value == "PRESENT_REF" and context.today:
        return Sense("DATE", value, "vague", str(context.today), context.today, context.today, anchor="creation")
    return Sense("DATE", value, "vague", "XXXX-XX-XX", anchor="none")


def _with(piece: Piece, slots: Slots) -> Piece:
    return Piece(piece.start, piece.stop, piece.reach, piece.rule, slots)


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX"}


def _unknown(unit: str) -> Sense:
    value = _UNKNOWN.get(unit, "XXXX")
    return Sense("DATE", value, unit, "XXXX-XX-XX" if value != "XXXX" else "XXXX", anchor="none")
