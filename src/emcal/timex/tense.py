"""Whether the clause around an expression speaks of the past or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

from emcal.languages.time import TimeSection

Tense = Literal["past", "present", "future"]

_REACH = 240
_SENTENCE_END = re.compile(r"[.!?…][\"'»”)]*\s+(?=([^\W\d_]|[\"«“]))|\n\s*\n|;")
_COMMA_COST = 25
_DECISIVE_GAIN = 30
_TENSES: dict[str, Tense] = {"decisive": "future", "future": "future", "past": "past", "present": "present"}


class Cues:
    """The words of a language that tell the tense of a clause."""

    def __init__(self, section: TimeSection) -> None:
        kinds = {name: getattr(section, name) for name in ("decisive", "future", "present", "past")}
        options = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in kinds.items() if words)
        self.words = re.compile(rf"(?<!\w)(?:{options or '(?!)'})(?!\w)")
        self.breaks = re.compile(rf",|(?<!\w)(?:{'|'.join(section.conjunctions) or '(?!)'})(?!\w)")


def sentence(text: str, raw: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch of the sentence around an expression, at most a few hundred characters to either side."""
    left, right = max(0, start - _REACH), min(len(text), stop + _REACH)
    for end in _SENTENCE_END.finditer(text, left, right):
        if end[1] and not raw[end.start(1)].isupper() and end[1] not in '"«“':
            continue
        if end.end() <= start:
            left = end.end()
        elif end.start() >= stop:
            return left, end.start()
    return left, right


def tense(cues: Cues, text: str, raw: str, start: int, stop: int) -> Tense | None:
    """The tense that the nearest cue of the sentence tells; commas and conjunctions keep one away. ``None`` without."""
    left, right = sentence(text, raw, start, stop)
    best: tuple[int, Tense] | None = None
    for cue in cues.words.finditer(text, left, right):
        if cue.start() < stop and cue.end() > start:
            continue
        near, far = (cue.end(), start) if cue.end() <= start else (stop, cue.start())
        cost = far - near + _COMMA_COST * len(cues.breaks.findall(text, near, far))
        if cue.lastgroup == "decisive":
            cost -= _DECISIVE_GAIN
        if best is None or cost < best[0]:
            best = (cost, _TENSES[cue.lastgroup or "past"])
    return best[1] if best else None
