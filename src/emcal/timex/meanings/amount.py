"""Amounts of time and what repeats."""

from __future__ import annotations

from typing import Any

from emcal.timex.anchoring import Context, Near
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense

_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM", "second": "TS"}
_MULTIPLES = {
    "quarter": (3, "M"), "half_year": (6, "M"), "decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W"),
    "weekend": (2, "D"),
}  # fmt: skip


_FINER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS")}


def period(amount: int | None, unit: str) -> str:
    """An ISO 8601 duration; ``X`` for an unknown amount."""
    factor, letters = _MULTIPLES.get(unit, (1, _LETTERS.get(unit, "D")))
    number = "X" if amount is None else str(amount * factor)
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


def and_a_half(amount: int, unit: str, *, mixed: bool) -> str:
    """So many and a half units in the next finer one, ``P30M``; ``mixed`` keeps the whole ones, ``P2Y6M``."""
    factor, letters = _MULTIPLES.get(unit, (1, _LETTERS.get(unit, "D")))
    if letters not in _FINER:
        return period(amount, unit)
    per, finer = _FINER[letters]
    if mixed and factor == 1:
        whole = period(amount, unit)
        return f"{whole}{per // 2}{finer[-1]}"
    number = (2 * amount + 1) * per * factor // 2
    return f"PT{number}{finer[-1]}" if finer.startswith("T") else f"P{number}{finer}"


def duration(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """So many units of time."""
    slots = {**piece.rule.gives, **piece.slots}
    amount = slots.get("n")
    if amount == 0:
        return None
    unit = str(slots["unit"])
    if "halves" in slots:
        value = and_a_half(int(amount or 0), unit, mixed=context.grammar.style == "timeml")
    else:
        value = period(None if amount is None else int(amount), unit)
    return Sense("DURATION", value, "duration")


def repeated(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Every so many units; the frequency within one is not told."""
    slots = {**piece.rule.gives, **piece.slots}
    unit = str(slots["unit"])
    amount = int(slots.get("n", 1))
    return Sense("SET", f"P{amount}Q" if unit == "quarter" else period(amount, unit), "set")


def yearly(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """The same month or season of every year."""
    month = piece.slots.get("month")
    value = f"XXXX-{piece.slots['season']}" if month is None else f"XXXX-{month:02}"
    return Sense("SET", value, "set")
