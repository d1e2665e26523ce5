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


def period(amount: int | None, unit: str, *, halves: bool = False) -> str:
    """An ISO 8601 duration; ``X`` for an unknown amount, a half year in months and a half hour in minutes."""
    factor, letters = _MULTIPLES.get(unit, (1, _LETTERS.get(unit, "D")))
    if halves and letters in _FINER:
        per, finer = _FINER[letters]
        amount, letters = (amount or 0) * factor * per + per * factor // 2, finer
        factor = 1
    number = "X" if amount is None else str(amount * factor)
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


_FINER = {"Y": (12, "M"), "TH": (60, "TM")}


def duration(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """So many units of time."""
    slots = {**piece.rule.gives, **piece.slots}
    amount = slots.get("n")
    if amount == 0:
        return None
    value = period(None if amount is None else int(amount), str(slots["unit"]), halves="halves" in slots)
    return Sense("DURATION", value, "duration")


def repeated(piece: Piece, context: Context, near: Near | None, normalize: Any) -> Sense | None:
    """Every so many units; the frequency within one is not told."""
    slots = {**piece.rule.gives, **piece.slots}
    unit = str(slots["unit"])
    amount = int(slots.get("n", 1))
    return Sense("SET", f"P{amount}Q" if unit == "quarter" else period(amount, unit), "set")
