"""Times of day, with their zones and days."""

from __future__ import annotations

from datetime import date, timedelta
from datetime import datetime as moment
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from emcal.timex.anchoring import Context, Near
from emcal.timex.grammar import Slots
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense


def clock(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A time of the clock on the day of its context."""
    return _on(_day(piece, context), piece, context)


def daypart(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Morning, afternoon, evening or night of the day of its context, or of one some days away."""
    slots = {**piece.rule.gives, **piece.slots}
    if "deictic" in slots:
        day = context.step(int(slots["deictic"]))
        return _on(_sense(day), piece, context) if day else None
    return _on(_day(piece, context), piece, context)


def datetime(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A day with a time of it."""
    times = [inner for inner in piece.inner if inner.rule.means in ("clock", "daypart")]
    days = [inner for inner in piece.inner if inner not in times]
    if not times or not days:
        return None
    day = normalize(days[0], context, near)
    return _on(day, times[0], context) if day else None


def day_part(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """A part of the day inside."""
    day = normalize(piece.inner[0], context, near)
    return _on(day, piece, context) if day else None


def _day(piece: Piece, context: Context) -> Sense | None:
    day = context.same_sentence_day(piece)
    if day:
        return day
    return _sense(context.today) if context.today else None


def _sense(day: date) -> Sense:
    return Sense("DATE", day.isoformat(), "day", day.isoformat(), day, day, anchor="creation")


def _on(day: Sense | None, piece: Piece, context: Context) -> Sense | None:
    """The time of a piece on a day; TimeML leaves zones out."""
    zoned = context.grammar.style == "calendar"
    slots = {**piece.rule.gives, **piece.slots}
    date_value = day.value[:10] if day else "XXXX-XX-XX"
    if day is None or day.edtf is None:
        return Sense("TIME", date_value + _time(slots, None, zoned=zoned), "datetime", "XXXX-XX-XX", anchor="none")
    return Sense(
        "TIME",
        date_value + _time(slots, day.first, zoned=zoned),
        "datetime",
        day.edtf,
        day.first,
        day.last,
        anchor=day.anchor,
    )


def _time(slots: Slots, day: date | None, *, zoned: bool) -> str:
    if "daypart" in slots and "hh" not in slots:
        return f"T{slots['daypart']}"
    hour, minute = int(slots.get("hh", slots.get("n", 0))), int(slots.get("mi", 0))
    if (slots.get("ampm") == "pm" or slots.get("daypart") in ("EV", "AF")) and hour < 12:
        hour += 12
    elif slots.get("ampm") == "am" and hour == 12:
        hour = 0
    if hour > 24:
        raise ValueError(hour)
    return f"T{hour:02}:{minute:02}{_offset(slots, day) if zoned else ''}"


def _offset(slots: Slots, day: date | None) -> str:
    if "sign" in slots:
        return f"{slots['sign']}{int(slots['day']):02}:{int(slots.get('mi2', 0)):02}"
    if "zone" not in slots:
        return ""
    # A zone's offset depends on the day: without one there is none to tell, except for UTC.
    zone = str(slots["zone"])
    return _zone_offset(zone, day) if day else "Z" * (zone == "UTC")


@cache
def _zone_offset(zone: str, day: date) -> str:
    offset = ZoneInfo(zone).utcoffset(moment(day.year, day.month, day.day, 12)) or timedelta()
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0 and zone == "UTC":
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
