"""What keeps numbers and look-alikes from being dates."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache
from typing import TYPE_CHECKING

from emcal.languages.time import TimeRule, TimeSection

if TYPE_CHECKING:
    from emcal.timex.grammar import Slots
    from emcal.timex.recognition import Piece

_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_BEFORE = re.compile(r"(?:\+|№|#|\d[ \u00a0]|\d-)\s?$")
_HANGS = re.compile(r"[^\W\d_]-$")
_FOLLOWS = re.compile(r"[^\W\d_]\s?-?\s?$")
_CLOSES = re.compile(r"[»\"”“']")
_CALENDAR = ("day", "month", "quarter", "half", "season", "year", "decade")
_SCALE = frozenset({*_CALENDAR, "week", "weekend"})


class Guard:
    """The words beside digits that make them something else than a date, in one text."""

    def __init__(self, text: str, section: TimeSection) -> None:
        self.text = text
        self._before, self._after = _beside(section.numbered, section.counted)

    def allows(self, rule: TimeRule, start: int, stop: int, *, inner: bool) -> bool:
        """Whether what stands around the digits that begin here leaves them a date; ``inner`` to another one."""
        if rule.means == "named":
            return self._named(start, stop)
        if not inner and self._before.search(self.text[max(0, start - 24) : start]):
            return False
        if not self.text[start].isdigit() or _LETTER.search(self.text, start, stop):
            return True
        if not inner and _NUMBER_BEFORE.search(self.text[max(0, start - 4) : start]):
            return False
        return not self._after.match(self.text, stop)

    def _named(self, start: int, stop: int) -> bool:
        """Whether a year ends a quoted name or hangs on a word by its dash."""
        before = self.text[max(0, start - 4) : start]
        return bool(_HANGS.search(before) or (_FOLLOWS.search(before) and _CLOSES.match(self.text, stop)))


@cache
def _beside(numbered: tuple[str, ...], counted: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a word that numbers something right before a place, and one that is counted right after it."""
    before = re.compile(rf"(?<!\w)(?:{'|'.join(numbered) or '(?!)'})[\s.:№#]{{0,3}}$")
    return before, re.compile(rf"[\s-]{{0,2}}(?:{'|'.join(counted) or '(?!)'})(?!\w)")


def possible(slots: Slots) -> bool:
    """Whether a calendar has the days and months in the slots."""
    return all(_possible(slots, end) for end in ("", "2"))


def _possible(slots: Slots, end: str) -> bool:
    month = slots.get("month" + end, slots.get("month2") or slots.get("month") or 1)
    day = slots.get("day" + end)
    year = slots.get("year" + end, slots.get("year2") or slots.get("year") or 2000)
    if not (isinstance(month, int) and isinstance(year, int)):
        return True
    if not 1 <= month <= 12 or not 1 <= int(slots.get("quarter", 1)) <= 4 or not 1 <= int(slots.get("half", 1)) <= 2:
        return False
    return day is None or 1 <= int(day) <= monthrange(year, month)[1]


def grain(piece: Piece) -> str:
    """The unit that a piece is known in: a calendar unit, ``time``, ``daypart``, or what it is instead of a date."""
    means = piece.rule.means
    if "grain" in piece.rule.gives:
        return str(piece.rule.gives["grain"])
    if means in ("calendar", "monthadj"):
        return next((unit for unit in _CALENDAR if unit in piece.slots), "none")
    if means in ("weekday", "deictic", "same", "holiday"):
        return "day"
    if means in ("relative", "ago", "later", "part") and not piece.inner:
        return str(piece.slots.get("unit", piece.rule.gives.get("unit", "day")))
    if means == "day_part":
        return "datetime"
    if means in ("days", "months", "years", "week_of"):
        return "range"
    if piece.inner and means not in ("range", "datetime", "day_part"):
        return grain(piece.inner[0])
    return means


def fits(rule: TimeRule, slots: Slots, inner: tuple[Piece, ...]) -> bool:
    """Whether a rule can join these expressions."""
    grains = [grain(piece) for piece in inner]
    match rule.means:
        case "range":
            return _one_scale(*grains) and _ends_tell(rule, inner)
        case "datetime":
            return ("day" in grains) and bool({"clock", "daypart"} & set(grains))
        case "day_part":
            return grains[0] == "day"
        case "part":
            return grains[0] in _SCALE - {"day", "weekend"} and inner[0].rule.means != "part"
        case "until" | "since":
            return grains[0] in _SCALE | {"datetime"}
        case "qualified":
            return grains[0] not in ("vague", "set", "span") and inner[0].rule.gives.get("direction") != 1
        case _:
            return True


def _ends_tell(rule: TimeRule, inner: tuple[Piece, ...]) -> bool:
    """Whether endings say "from" and "until", where a rule leaves it to them."""
    return rule.name != "range by endings" or (_ending(inner[0]), _ending(inner[1])) == ("since", "until")


def _ending(piece: Piece) -> str:
    return str(piece.slots.get("end", ""))


def _one_scale(left: str, right: str) -> bool:
    return left in _SCALE and right in _SCALE and (left == right or "day" not in (left, right))
