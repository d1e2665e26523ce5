"""Holidays that keep their day, or their weekday, from year to year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings.calendar import day_sense, pointed
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense
from emcal.timex.stretch import Stretch


def holiday(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The day of a holiday, in the year that its words or the context tell."""
    slots = {**piece.rule.gives, **piece.slots}
    written = str(slots["holiday"])

    def dated(year: int) -> Stretch:
        return (holiday_of(written, year),) * 2

    if "year" in slots:
        return day_sense(dated(int(slots["year"]))[0], "explicit")
    shift = slots.get("shift")
    found = context.settle(piece, dated, near, "holiday") if shift is None else pointed(dated, int(shift), context)
    if found is None:
        return Sense("DATE", "XXXX-XX-XX", "day", "XXXX-XX-XX", anchor="none")
    return day_sense(dated(found[0])[0], found[1])


def holiday_of(written: str, year: int) -> date:
    """``12-25`` is that day of every year, ``11-22/4`` the first Thursday from 22 November on."""
    day, _, weekday = written.partition("/")
    first = date.fromisoformat(f"{year:04}-{day}")
    return first + timedelta((int(weekday) - first.isoweekday()) % 7) if weekday else first
