"""Whether the clause around an expression speaks of the past or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from emcal.languages.time import TimeSection

Tense = Literal["past", "present", "future"]
Cost = tuple[int, int, str]

_REACH = 240
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)]*\s+(?=([^\W\d_]|[\"«“]))|\n\s*\n|;")
_COMMA_COST = 25
_DECISIVE_GAIN = 30
_FAR = 10_000
_TENSES: dict[str, Tense] = {"decisive": "future", "future": "future", "past": "past", "present": "present"}


class Cues:
    """The words of a language that tell the tense of a clause."""

    def __init__(self, section: TimeSection) -> None:
        kinds = {name: getattr(section, name) for name in ("decisive", "future", "present", "past")}
        options = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in kinds.items() if words)
        self.words = re.compile(rf"(?<!\w)(?:{options or '(?!)'})(?!\w)")
        self.breaks = re.compile(rf",|(?<!\w)(?:{'|'.join(section.conjunctions) or '(?!)'})(?!\w)")


class Clauses:
    """The cues of one folded text, looked for once; ``raw`` is the text before folding, for its capitals."""

    def __init__(self, cues: Cues, text: str, raw: str) -> None:
        self.text, self.raw, self._breaks = text, raw, cues.breaks
        self._words = cues.words

    @cached_property
    def _cues(self) -> tuple[list[int], list[int], list[str]]:
        """Where the cues start, where they stop, and their kinds."""
        found = [(cue.start(), cue.end(), cue.lastgroup or "past") for cue in self._words.finditer(self.text)]
        starts, stops, kinds = zip(*found, strict=True) if found else ((), (), ())
        return list(starts), list(stops), list(kinds)

    def sentence(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of the sentence around an expression, at most a few hundred characters to either side."""
        left, right = max(0, start - _REACH), min(len(self.text), stop + _REACH)
        for end in _SENTENCE_END.finditer(self.text, left, right):
            if end[1] and not self.raw[end.start(1)].isupper() and end[1] not in '"«“':
                continue
            if end.end() <= start:
                left = end.end()
            elif end.start() >= stop:
                return left, end.start()
        return left, right

    def tense(self, start: int, stop: int) -> Tense | None:
        """The tense that the nearest cue of the sentence tells; commas and conjunctions keep one away."""
        left, right = self.sentence(start, stop)
        costs = [*self._before(left, start), *self._after(stop, right)]
        return _TENSES[min(costs)[2]] if costs else None

    def _before(self, left: int, start: int) -> Iterator[Cost]:
        starts, stops, kinds = self._cues
        nearest = _FAR
        for number in range(bisect_right(stops, start) - 1, -1, -1):
            gap = start - stops[number]
            if starts[number] < left or gap - _DECISIVE_GAIN > nearest:
                return
            cost = self._cost(gap, stops[number], start, kinds[number])
            nearest = min(nearest, cost)
            yield cost, starts[number], kinds[number]

    def _after(self, stop: int, right: int) -> Iterator[Cost]:
        starts, stops, kinds = self._cues
        nearest = _FAR
        for number in range(bisect_left(starts, stop), len(starts)):
            gap = starts[number] - stop
            if stops[number] > right or gap - _DECISIVE_GAIN > nearest:
                return
            cost = self._cost(gap, stop, starts[number], kinds[number])
            nearest = min(nearest, cost)
            yield cost, starts[number], kinds[number]

    def _cost(self, gap: int, start: int, stop: int, kind: str) -> int:
        breaks = len(self._breaks.findall(self.text, start, stop))
        return gap + _COMMA_COST * breaks - _DECISIVE_GAIN * (kind == "decisive")


def tense(cues: Cues, text: str, raw: str, start: int, stop: int) -> Tense | None:
    """The tense of the clause around an expression in a folded text. ``None`` without a cue."""
    return Clauses(cues, text, raw).tense(start, stop)
