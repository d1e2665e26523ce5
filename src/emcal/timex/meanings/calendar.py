"""Dates of the calendar: days, months, quarters, halves, seasons, years and decades, with or without their year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from emcal.timex import stretch
from emcal.timex.anchoring import Context, Dated, Near
from emcal.timex.grammar import Slots
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense
from emcal.timex.stretch import Stretch
from emcal.timex.timex import Anchor
from emcal.when import Mod

_UNITS = ("day", "month", "quarter", "half", "season", "decade", "year")


def calendar(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A calendar unit; a missing year is settled by the context."""
    slots = {**piece.rule.gives, **piece.slots}
    unit = next((unit for unit in _UNITS if unit in slots), None)
    if unit is None:
        return None
    if unit == "decade":
        return decade(int(slots["decade"]), context)
    if unit == "day" and "month" not in slots:
        return _day_of_month(piece, int(slots["day"]), context)
    found = _year(piece, slots, context, near, unit)
    if found is None:
        return _without_year(slots, unit)
    return dated(slots, unit, *found)


def dated(slots: Slots, unit: str, year: int, anchor: Anchor) -> Sense | None:
    """The unit in its year, ``None`` when the year has no such day."""
    days = days_in(slots, unit, year)
    if days is None:
        return None
    return Sense("DATE", *_written(slots, unit, year), days[0], days[1], anchor=anchor)


def _written(slots: Slots, unit: str, year: int) -> tuple[str, str, str]:
    """TIMEX3 value, grain and EDTF."""
    if unit == "day":
        value = f"{year:04}-{slots['month']:02}-{slots['day']:02}"
        return value, unit, value
    if unit == "month":
        return f"{year:04}-{slots['month']:02}", unit, f"{year:04}-{slots['month']:02}"
    if unit == "quarter":
        return f"{year:04}-Q{slots['quarter']}", unit, f"{year:04}-{32 + int(slots['quarter'])}"
    if unit == "half":
        return f"{year:04}-H{slots['half']}", unit, f"{year:04}-{39 + int(slots['half'])}"
    if unit == "season":
        first = stretch.SEASONS[str(slots["season"])]
        winter = f"{year:04}-12/{year + 1:04}-02"
        return f"{year:04}-{slots['season']}", unit, winter if first == 12 else f"{year:04}-{20 + first // 3}"
    return f"{year:04}", unit, f"{year:04}"


def days_in(slots: Slots, unit: str, year: int) -> Stretch | None:
    """The days of a unit in a year, ``None`` when the year has no such day."""
    match unit:
        case "day":
            first, last = stretch.month(year, int(slots["month"]))
            day = int(slots["day"])
            return (first.replace(day=day),) * 2 if day <= last.day else None
        case "month":
            return stretch.month(year, int(slots["month"]))
        case "quarter":
            return stretch.quarter(year, int(slots["quarter"]))
        case "half":
            return stretch.half(year, int(slots["half"]))
        case "season":
            return stretch.season(year, str(slots["season"]))
        case _:
            return stretch.year(year)


def _year(piece: Piece, slots: Slots, context: Context, near: Near | None, unit: str) -> tuple[int, Anchor] | None:
    if "year" in slots:
        return int(slots["year"]), "explicit"
    if "shift" in slots:
        return _shifted(slots, context, unit)
    return context.settle(piece, _candidates(slots, unit), near, unit)


def _candidates(slots: Slots, unit: str) -> Dated:
    """The days of a date by year; only years in which its weekday, if it has one, is right."""

    def days(year: int) -> Stretch | None:
        found = days_in(slots, unit, year)
        if found and "weekday" in slots and unit == "day" and found[0].isoweekday() != slots["weekday"]:
            return None
        return found

    return days


def _shifted(slots: Slots, context: Context, unit: str) -> tuple[int, Anchor] | None:
    """The year that "this", "last" or "next" points to, for a season or month the one that has or has not passed."""
    shift = int(slots["shift"])
    if "of_year" in slots or unit in ("half", "quarter"):
        return (context.year + shift, "creation") if context.year else None
    return pointed(_candidates(slots, unit), shift, context)


def pointed(dated: Dated, shift: int, context: Context) -> tuple[int, Anchor] | None:
    """The year of creation for "this", else the nearest in which the date has passed ("last") or is to come ("next")."""
    today = context.middle
    if today is None:
        return None
    years = range(today.year - 2, today.year + 3)
    days = {y: found for y in years if (found := dated(y))}
    if shift == 0:
        return today.year, "creation"
    if shift < 0:
        return max(y for y, (_, last) in days.items() if last < today), "creation"
    return min(y for y, (first, _) in days.items() if first > today), "creation"


def _without_year(slots: Slots, unit: str) -> Sense | None:
    if unit == "day":
        value = f"XXXX-{slots['month']:02}-{slots['day']:02}"
    elif unit == "month":
        value = f"XXXX-{slots['month']:02}"
    else:
        written, _, edtf = _written(slots, unit, 2000)
        value = "XXXX" + written[4:]
        return Sense("DATE", value, unit, "XXXX" + edtf[4:] if "/" not in edtf else "XXXX-24", anchor="none")
    return Sense("DATE", value, unit, value, anchor="none")


def _day_of_month(piece: Piece, day: int, context: Context) -> Sense | None:
    """A day without its month: the one of the creation time that the tense points to."""
    today = context.today
    if today is None:
        return None
    steps = (-1, 0, 1)
    found: list[date] = []
    for year, number in (stretch.month_steps(today, step) for step in steps):
        first, last = stretch.month(year, number)
        if day <= last.day:
            found.append(first.replace(day=day))
    told = context.tense(piece)
    if told in ("future", "present"):
        right = min((d for d in found if d >= today), default=None)
    elif told == "past":
        right = max((d for d in found if d <= today), default=None)
    else:
        right = min(found, key=lambda d: abs((d - today).days), default=None)
    return day_sense(right, "creation") if right else None


def day_sense(day: date, anchor: Anchor) -> Sense:
    """One day."""
    return Sense("DATE", day.isoformat(), "day", day.isoformat(), day, day, anchor=anchor)


def decade(number: int, context: Context) -> Sense | None:
    """A decade, given by its first year; two digits name the latest full decade of that name."""
    if number < 100:
        today = context.middle or date(2020, 1, 1)
        number += 1900 if 1900 + number + 109 > today.year else 2000
    first, last = stretch.years(number, number + 9)
    return Sense("DATE", f"{number // 10}", "decade", f"{number // 10}X", first, last)


def century(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A century by its number; the twentieth ran to the end of 1999, as TIMEX3 has it."""
    number = int(piece.slots.get("n", piece.slots.get("day", 0))) - 1
    if not 1 <= number <= 30:
        return None
    first, last = stretch.years(number * 100, number * 100 + 99)
    return Sense("DATE", f"{number:02}", "century", f"{first.year:04}/{last.year:04}", first, last)


def week_of(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A week counted within a month: sevens of days from its first, or the seven up to its last."""
    month = calendar(piece, context, near, normalize)
    if month is None or month.first is None or month.last is None:
        return month
    number = int({**piece.rule.gives, **piece.slots}["n"])
    if not -1 <= number <= 5:
        return None
    last = month.last if number < 0 else min(month.last, month.first.replace(day=min(7 * number, month.last.day)))
    first = last.replace(day=last.day - 6) if number < 0 else month.first.replace(day=7 * number - 6)
    mod: Mod | None = "START" if number == 1 else "END" if number < 0 else None
    return replace(month, edtf=f"{first}/{last}", first=first, last=last, mod=mod)


def days(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A range of days whose ends share what only one of them says."""
    slots = {**piece.rule.gives, **piece.slots}
    right = {**slots, "day": slots["day2"]}
    right.update({name: slots[name + "2"] for name in ("month", "year") if name + "2" in slots})
    right.pop("weekday", None)
    sense = calendar(_with(piece, right), context, near, normalize)
    if sense is None:
        return None
    left = {**right, "day": slots["day"], "month": slots.get("month", right["month"])}
    first, last = _pair(left, right, sense)
    if first > last:
        return None
    return spread(first, last, sense.anchor)


def _pair(left: Slots, right: Slots, sense: Sense) -> tuple[date, date]:
    last = sense.last
    if last is None:
        last = date(2001, int(right["month"]), int(right["day"]))
    year = last.year - (int(left["month"]) > int(right["month"]))
    first = date(year, int(left["month"]), int(left["day"]))
    return first, last


def spread(first: date, last: date, anchor: Anchor) -> Sense:
    """From one day to another."""
    if anchor == "none":
        ends = [f"XXXX-{day:%m-%d}" for day in (first, last)]
        return Sense("DATE", "/".join(ends), "day", "/".join(ends), anchor="none")
    value = f"{first}/{last}"
    return Sense("DATE", value, "day", value, first, last, anchor=anchor)


def months(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The first months of a year: "nine months of 2025"."""
    slots = {**piece.rule.gives, **piece.slots}
    year = slots.get("year")
    if year is None:
        year = context.year + int(slots.get("shift", 0)) if context.year else None
    if year is None or not 1 <= int(slots["n"]) <= 12:
        return None
    first, last = stretch.months(int(year), 1, int(slots["n"]))
    value = f"{first:%Y-%m}/{last:%Y-%m}"
    return Sense("DATE", value, "month", value, first, last)


def years(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A range of years; the second may leave out its century: "2025/26"."""
    first, last = int(piece.slots["year"]), int(piece.slots.get("ww", piece.slots.get("year2", 0)))
    if last < 100:
        last += first - first % 100
    if not first < last <= first + 60:
        return None
    value = f"{first:04}/{last:04}"
    return Sense("DATE", value, "year", value, *stretch.years(first, last))


def named(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The year within the name of an event."""
    sense = dated(piece.slots, "year", int(piece.slots["year"]), "name")
    return sense if sense else None


def _with(piece: Piece, slots: Slots) -> Piece:
    return Piece(piece.start, piece.stop, piece.reach, piece.rule, slots, piece.inner)
