"""Numbers in words: "twenty-first", "две тысячи двадцать четвёртого", "nineteen ninety-six"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(r"[^\W\d]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "і": 1}


def number(text: str, words: Mapping[str, int | str]) -> int | None:
    """The number that a run of number words stands for; ``None`` when a word is not one."""
    total = current = 0
    for part in _PART.findall(text):
        if part == "and":
            continue
        if part not in words:
            return None
        value = int(words[part])
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif value >= 10 and 10 <= current < 100:  # years in pairs: nineteen ninety-six
            current = current * 100 + value
        else:
            current += value
    return total + current or None


def roman(text: str) -> int:
    """The value of a Roman numeral made of I, V and X."""
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
