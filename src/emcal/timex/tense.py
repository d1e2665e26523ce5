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
Gap = tuple[int, int, int, str]
Block = tuple[list[int], list[int], list[str]]

_REACH = 240
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)]*\s+(?=([^\W\d_]|[\"«“]))|\n\s*\n|;")
_BLOCK_END = re.compile(r"[.!?;]\s|\n")
_LITERAL = re.compile(r"[^\W\d_](?![?*+{])(?:[^|()]|\([^()]*\))*$")
_COMMA_COST = 25
_DECISIVE_GAIN = 30
_FAR = 10_000
_TENSES: dict[str, Tense] = {"decisive": "future", "future": "future", "past": "past", "present": "present"}


class Cues:
    """The words of a language that tell the tense of a clause."""

    def __init__(self, section: TimeSection) -> None:
        kinds = {name: getattr(section, name) for name in ("decisive", "future", "present", "past")}
        options = "|".join(f"(?P<{name}>{_by_letter(words)})" for name, words in kinds.items() if words)
        self.words = re.compile(rf"(?<!\w)(?:{options or '(?!)'})(?!\w)")
        self.breaks = re.compile(rf",|(?<!\w)(?:{'|'.join(section.conjunctions) or '(?!)'})(?!\w)")


def _by_letter(words: tuple[str, ...]) -> str:
    """The words as one regular expression, those side by side that share a first letter told by it at once."""
    letters: dict[str, list[str]] = {}
    options: list[str] = []
    for word in words:
        if _LITERAL.match(word):
            letters.setdefault(word[0], []).append(word[1:])
            continue
        options += [f"{letter}(?:{'|'.join(rests)})" for letter, rests in letters.items()]
        options.append(word)
        letters = {}
    options += [f"{letter}(?:{'|'.join(rests)})" for letter, rests in letters.items()]
    return "|".join(options)


class Clauses:
    """The clauses of one folded text; ``raw`` is the text before folding, for its capitals.

    Cues are looked for block by block, where they are asked for: no cue goes over the end of a block.
    """

    def __init__(self, cues: Cues, text: str, raw: str) -> None:
        self.text, self.raw, self._cues = text, raw, cues
        self._known: dict[int, Block] = {}

    @cached_property
    def _starts(self) -> list[int]:
        """Where the blocks start."""
        return [0, *(end.end() for end in _BLOCK_END.finditer(self.text))]

    def _block(self, number: int) -> Block:
        """Where the cues of a block start, where they stop, and their kinds."""
        if number not in self._known:
            start, stop = (*self._starts[number : number + 2], len(self.text))[:2]
            found = tuple(self._cues.words.finditer(self.text, start, stop))
            self._known[number] = (
                [cue.start() for cue in found], [cue.end() for cue in found], [cue.lastgroup or "past" for cue in found]
            )  # fmt: skip
        return self._known[number]

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
        first, here, last = (bisect_right(self._starts, at) - 1 for at in (left, start, right))
        before, after = range(here, first - 1, -1), range(here, last + 1)
        costs = [*self._nearest(self._before(before, left, start)), *self._nearest(self._after(after, stop, right))]
        return _TENSES[min(costs)[2]] if costs else None

    def _before(self, blocks: range, left: int, start: int) -> Iterator[Gap]:
        """The cues that end by ``start``, the nearest first."""
        for block in blocks:
            starts, stops, kinds = self._block(block)
            for number in range(bisect_right(stops, start) - 1, -1, -1):
                if starts[number] < left:
                    return
                yield stops[number], start, starts[number], kinds[number]

    def _after(self, blocks: range, stop: int, right: int) -> Iterator[Gap]:
        """The cues that begin from ``stop`` on, the nearest first."""
        for block in blocks:
            starts, stops, kinds = self._block(block)
            for number in range(bisect_left(starts, stop), len(starts)):
                if stops[number] > right:
                    return
                yield stop, starts[number], starts[number], kinds[number]

    def _nearest(self, gaps: Iterator[Gap]) -> Iterator[Cost]:
        """What each cue costs, as long as one can still be the nearest."""
        nearest = _FAR
        for start, stop, at, kind in gaps:
            if stop - start - _DECISIVE_GAIN > nearest:
                return
            cost = self._cost(start, stop, kind)
            nearest = min(nearest, cost)
            yield cost, at, kind

    def _cost(self, start: int, stop: int, kind: str) -> int:
        breaks = len(self._cues.breaks.findall(self.text, start, stop))
        return stop - start + _COMMA_COST * breaks - _DECISIVE_GAIN * (kind == "decisive")


def tense(cues: Cues, text: str, raw: str, start: int, stop: int) -> Tense | None:
    """The tense of the clause around an expression in a folded text. ``None`` without a cue."""
    return Clauses(cues, text, raw).tense(start, stop)
