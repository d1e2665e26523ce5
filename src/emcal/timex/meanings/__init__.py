"""The meanings that a rule can name in ``means``; every language shares them.

Each takes a piece, its context and the other end of a range, if it is one end of one, and returns a sense. The last
argument reads the pieces inside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings import amount, calendar, clock, combined, holiday, relative, weekday
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense

Normalize = Callable[..., Sense | None]
Meaning = Callable[[Piece, Context, Near | None, Normalize], Sense | None]

MEANINGS: Mapping[str, Meaning] = {
    "calendar": calendar.calendar,
    "day_part": clock.day_part,
    "days": calendar.days,
    "months": calendar.months,
    "years": calendar.years,
    "named": calendar.named,
    "holiday": holiday.holiday,
    "weekday": weekday.weekday,
    "weekdays": weekday.weekdays,
    "deictic": relative.deictic,
    "relative": relative.relative,
    "ago": relative.ago,
    "later": relative.later,
    "same": relative.same,
    "reported": relative.reported,
    "century": calendar.century,
    "week_of": calendar.week_of,
    "vague": relative.vague,
    "duration": amount.duration,
    "set": amount.repeated,
    "yearly": amount.yearly,
    "clock": clock.clock,
    "daypart": clock.daypart,
    "datetime": clock.datetime,
    "range": combined.between,
    "part": combined.part,
    "until": combined.until,
    "since": combined.since,
    "qualified": combined.qualified,
}
