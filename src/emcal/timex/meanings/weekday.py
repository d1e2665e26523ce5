"""Days of the week, single and in ranges."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from emcal.timex import stretch
from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings.calendar import day_sense
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense

_LINE = 40


def weekday(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A weekday: the last one or the next one by tense, or the one that "last", "next" or a week points to."""
    slots = {**piece.rule.gives, **piece.slots}
    number = int(slots["weekday"])
    today = context.today
    if near is not None:
        return day_sense(_from(near.day, number, forward=near.side != "before"), "creation")
    if today is None:
        return Sense("DATE", "XXXX-XX-XX", "day", "XXXX-XX-XX", anchor="none")
    if "week" in slots:
        return day_sense(stretch.week(today, int(slots["week"]))[0] + timedelta(number - 1), "creation")
    if "shift" in slots:
        return day_sense(_shifted(today, number, int(slots["shift"])), "creation")
    told = context.tense(piece) or ("future" if _alone(piece, context) else "past")
    ahead = told == "future" or (told == "present" and context.grammar.style == "calendar")
    return day_sense(_from(today, number, forward=ahead), "creation")


def _from(day: date, number: int, *, forward: bool) -> date:
    """The nearest such weekday on or after the day, or on or before it."""
    steps = (number - day.isoweekday()) % 7
    return day + timedelta(steps if forward else steps - 7 * (steps > 0))


def _shifted(today: date, number: int, shift: int) -> date:
    """The weekday of last week, of this, or the next one to come."""
    if shift > 0:
        return _from(today + timedelta(1), number, forward=True)
    if shift == 0:
        return stretch.week(today)[0] + timedelta(number - 1)
    return stretch.week(today, -1)[0] + timedelta(number - 1)


def _alone(piece: Piece, context: Context) -> bool:
    """Whether the line says little else, as in a programme: such weekdays lie ahead."""
    before = context.text[max(0, piece.start - _LINE) : piece.start].rpartition("\n")[2]
    after = context.text[piece.stop : piece.stop + _LINE].partition("\n")[0]
    return len(before) + len(after) < _LINE


def weekdays(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The same weekday of every week."""
    return Sense("SET", f"XXXX-WXX-{piece.slots['weekday']}", "set")
