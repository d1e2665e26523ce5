"""Expressions made of others: ranges, parts, deadlines, openings, and words of degree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

from emcal.timex import stretch
from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings.relative import relative
from emcal.timex.plausibility import grain
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense
from emcal.when import Mod

_PLAIN_LENGTHS = (4, 7, 10)


def between(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """From one date to another; an end without a year takes it from the other."""
    left, right = piece.inner
    first, last = _ends(left, right, context, normalize)
    if first is None or last is None:
        return None
    value = f"{first.value}/{last.value}"
    anchor = first.anchor if last.anchor == "explicit" else last.anchor
    if first.first is None or last.last is None:
        return Sense("DATE", value, first.grain, value, anchor="none")
    if first.first > last.last:
        return None
    return Sense("DATE", value, first.grain, f"{_start(first)}/{_end(last)}", first.first, last.last, anchor=anchor)


def _ends(left: Piece, right: Piece, context: Context, normalize: Any) -> tuple[Sense | None, Sense | None]:
    if _has_year(left) and not _has_year(right):
        first = normalize(left, context)
        return first, normalize(right, context, Near(first.first, "after")) if first and first.first else None
    if not _has_year(right) and context.tense(right) in ("future", "present"):
        first = normalize(left, context)
        return first, normalize(right, context, Near(first.first, "after")) if first and first.first else None
    last = normalize(right, context)
    if last is None or last.last is None:
        return normalize(left, context), last
    return normalize(left, context, Near(last.last, "before")), last


def _has_year(piece: Piece) -> bool:
    return "year" in piece.slots or any(_has_year(inner) for inner in piece.inner)


def _start(sense: Sense) -> str:
    edtf = sense.edtf or ""
    return edtf if len(edtf) in _PLAIN_LENGTHS and sense.mod is None and "/" not in edtf else str(sense.first)


def _end(sense: Sense) -> str:
    edtf = sense.edtf or ""
    return edtf if len(edtf) in _PLAIN_LENGTHS and sense.mod is None and "/" not in edtf else str(sense.last)


def part(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The beginning, middle or end of a unit, or one of its halves."""
    whole = normalize(piece.inner[0], context, near) if piece.inner else relative(piece, context, near, normalize)
    if whole is None:
        return None
    name = str({**piece.rule.gives, **piece.slots}["part"])
    if name in ("FIRST", "SECOND"):
        return _half(whole, second=name == "SECOND")
    mod = cast("Mod", name)
    if whole.first is None or whole.last is None:
        return replace(whole, mod=mod)
    first, last = _third(whole.first, whole.last, whole.grain, name)
    edtf = f"{whole.edtf}~" if whole.grain in ("month", "year") else f"{first}/{last}"
    return replace(whole, mod=mod, edtf=edtf, first=first, last=last)


def _half(whole: Sense, *, second: bool) -> Sense | None:
    if whole.grain == "year" and whole.first:
        year, number = whole.first.year, 1 + second
        first, last = stretch.half(year, number)
        return replace(
            whole, value=f"{year:04}-H{number}", grain="half", edtf=f"{year:04}-{39 + number}", first=first, last=last
        )
    mod: Mod = "END" if second else "START"
    if whole.first is None or whole.last is None:
        return replace(whole, mod=mod)
    middle = date(whole.first.year, whole.first.month, 15) if whole.grain == "month" else _middle(whole)
    first, last = (middle + timedelta(1), whole.last) if second else (whole.first, middle)
    edtf = f"{whole.edtf}~" if whole.grain == "month" else f"{first}/{last}"
    return replace(whole, mod=mod, edtf=edtf, first=first, last=last)


def _middle(whole: Sense) -> date:
    assert whole.first is not None and whole.last is not None  # noqa: S101
    return whole.first + (whole.last - whole.first) // 2


def _third(first: date, last: date, grain: str, name: str) -> tuple[date, date]:
    """The days of a part: thirds of months and years, with the remainder at the end."""
    place = ("START", "MID", "END").index(name)
    match grain:
        case "month":
            starts = (1, 11, 21)
            ends = (10, 20, last.day)
            return first.replace(day=starts[place]), first.replace(day=ends[place])
        case "year":
            return stretch.months(first.year, 4 * place + 1, 4 * place + 4)
        case "season" | "quarter":
            return stretch.month(first.year, first.month + place)
        case "half":
            return stretch.months(first.year, first.month + 2 * place, first.month + 2 * place + 1)
        case "week":
            return first + timedelta((0, 2, 4)[place]), first + timedelta((1, 3, 6)[place])
        case "decade":
            return stretch.years(first.year + (0, 4, 7)[place], first.year + (3, 6, 9)[place])
    return first, last


def until(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Open at the start, up to the last day of the date; with ``ahead``, a month that is to come."""
    if near is None and context.middle and "ahead" in piece.rule.gives and grain(piece.inner[0]) == "month":
        near = Near(context.middle, "after")
    sense: Sense | None = normalize(piece.inner[0], context, near)
    if sense is None or sense.last is None:
        return sense
    mod = cast("Mod | None", piece.rule.gives.get("mod", sense.mod))
    return replace(opened(sense, "until"), mod=mod)


def since(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """From the first day of the date on, open at the end; with ``behind``, a date that has come."""
    if near is None and context.middle and "behind" in piece.rule.gives:
        near = Near(context.middle, "before")
    elif near is None and context.middle and context.tense(piece) == "present":
        near = Near(context.middle, "either")
    sense = normalize(piece.inner[0], context, near)
    return opened(sense, "since") if sense else None


def opened(sense: Sense, side: str) -> Sense:
    """The sense as an opening ("since") or a deadline ("until"); unchanged for any other word."""
    if side == "until" and sense.last is not None:
        return replace(sense, edtf=f"../{_end(sense)}", first=None)
    if side == "since" and sense.first is not None:
        return replace(sense, edtf=f"{_start(sense)}/..", last=None)
    return sense


def qualified(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """About, less than, more than: the sense with its mod."""
    sense: Sense | None = normalize(piece.inner[0], context, near)
    if sense is None:
        return None
    mod = cast("Mod", {**piece.rule.gives, **piece.slots}["mod"])
    edtf = sense.edtf
    if mod == "APPROX" and edtf and "/" not in edtf and not edtf.endswith("~"):
        edtf += "~"
    return replace(sense, mod=mod, edtf=edtf)
