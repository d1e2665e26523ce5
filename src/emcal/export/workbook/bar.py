"""How one event lies on the Timeline's columns: solid where its days are known, pale or hatched where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from emcal.edtf import Edtf
from emcal.export.workbook.scale import Slot
from emcal.when import When

_MONTH = timedelta(days=31)
Paint = Literal["solid", "pale", "hatched"]


class Mark(NamedTuple):
    """What one cell of the grid shows: its column's index, its paint, and a few characters (day numbers, an arrow)."""

    at: int
    paint: Paint
    text: str = ""


def bar(when: When, slots: Sequence[Slot]) -> tuple[Mark, ...]:
    """The marks of an event; an event beyond an edge is an arrow there. Nothing for a date without bounds."""
    if when.earliest is None and when.latest is None:
        return ()
    first, last = when.earliest or slots[0].start, when.latest or slots[-1].stop
    if last < slots[0].start:
        return (Mark(0, paint(when), "◂"),)
    if first > slots[-1].stop:
        return (Mark(len(slots) - 1, paint(when), "▸"),)
    covered = [index for index, slot in enumerate(slots) if slot.start <= last and first <= slot.stop]
    return tuple(Mark(index, _painted(when, slots[index]), _text(when, slots[index])) for index in covered)


def paint(when: When) -> Paint:
    """Solid for days and stretches that the text gives; pale for a window that holds the event somewhere."""
    narrower = when.mod is not None and when.edtf.precision != "interval"
    if when.edtf.one_of or when.edtf.approximate or narrower or when.edtf.precision not in ("day", "interval"):
        return "pale"
    return "solid"


def _painted(when: When, slot: Slot) -> Paint:
    """An open stretch is solid at the end that is known, and hatched from there."""
    if when.earliest and when.latest:
        return paint(when)
    known = when.earliest or when.latest
    return paint(when) if known is not None and slot.start <= known <= slot.stop else "hatched"


def _text(when: When, slot: Slot) -> str:
    """Day numbers at the ends that are days: ``14``, ``3–5``, ``~19``; none in a column longer than a month."""
    if _painted(when, slot) == "hatched":
        return "→" if when.latest is None else "←"
    if when.edtf.one_of or slot.stop - slot.start > _MONTH:
        return ""
    parts = str(when.edtf).split("/")
    days = [_day(part) for part in parts]
    numbers = [
        _number(day, part) for day, part in zip(days, parts, strict=True) if day and slot.start <= day <= slot.stop
    ]
    return "–".join(numbers)


def _day(point: str) -> date | None:
    edtf = Edtf(point) if point.strip(".") else None
    return edtf.earliest if edtf and edtf.precision == "day" else None


def _number(day: date, point: str) -> str:
    return f"~{day.day}" if point.endswith(("~", "?", "%")) else str(day.day)
