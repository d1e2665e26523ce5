"""Whether the clause around an expression speaks of the past or of what is to come."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from emcal.languages.time import TimeSection

Tense = Literal["past", "future"]

_REACH = 240
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)]*\s+(?=([^\W\d_]|[\"«“]))|\n\s*\n|;")
_COMMA_COST = 25


@cache
def _cues(section: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> re.Pattern[str] | None:
    decisive, future, past = ("|".join(words) or "(?!)" for words in section)
    return re.compile(rf"(?<!\w)(?:(?P<decisive>{decisive})|(?P<future>{future})|(?P<past>{past}))(?!\w)")


def sentence(text: str, raw: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch of the sentence around an expression, at most a few hundred characters to either side."""
    left, right = max(0, start - _REACH), min(len(text), stop + _REACH)
    for end in _SENTENCE_END.finditer(text, left, right):
        if end[1] and not raw[end.start(1)].isupper() and end[1] not in "\"«“":
            continue
        if end.end() <= start:
            left = end.end()
        elif end.start() >= stop:
            return left, end.start()
    return left, right


def tense(section: TimeSection, text: str, raw: str, start: int, stop: int) -> Tense | None:
    """The tense that the nearest cue of the sentence tells; commas stand in the way. ``None`` without a cue."""
    pattern = _cues((section.decisive, section.future, section.past))
    if pattern is None:
        return None
    left, right = sentence(text, raw, start, stop)
    best: tuple[int, Tense] | None = None
    for cue in pattern.finditer(text, left, right):
        if cue.start() < stop and cue.end() > start:
            continue
        gap = text[cue.end() : start] if cue.end() <= start else text[stop : cue.start()]
        cost = len(gap) + _COMMA_COST * gap.count(",") - 60 * (cue.lastgroup == "decisive")
        if best is None or cost < best[0]:
            best = (cost, "past" if cue.lastgroup == "past" else "future")
    return best[1] if best else None
