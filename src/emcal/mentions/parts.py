"""The part that somebody plays, told by words of the same sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from emcal.gazetteer.phrases import Phrases
from emcal.gazetteer.words import Word, key
from emcal.mentions.mention import Part
from emcal.mentions.office import section

Cue = tuple[int, Part]

_END = re.compile(r"[.!?…]\s|\n")
_REACH = 40
_FAR = 10
_AFTER: dict[Part, int] = {"host": 4, "guest": 8, "observer": 14, "invited": 5}
_BEFORE: dict[Part, int] = {"invited": 5, "guest": 2, "host": 2}


@cache
def _lexicon(language: str) -> Phrases[Part]:
    words = section(language)
    tables: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("host", words.host),
        ("guest", words.guest),
        ("signatory", words.signatory),
        ("observer", words.observer),
        ("invited", words.invited),
    )
    return Phrases((key(phrase), part) for part, phrases in tables for phrase in phrases)


def cues(words: Sequence[Word], language: str) -> tuple[Cue, ...]:
    """The words that give somebody a part, by index, in order."""
    return tuple((found.first, found.value) for found in _lexicon(language).find(words, language))


def part(text: str, words: Sequence[Word], found: Sequence[Cue], first: int, last: int, language: str) -> Part:
    """The part of whoever stands at ``words[first:last]``; ``participant`` when no cue of the sentence is near enough.

    Signing concerns all of a sentence. The host is the one right before the verb ("received"), the guest the one
    behind it or before "arrived"; an observer and an invited one may stand further off.
    """
    best: tuple[int, Part] | None = None
    verb_last = section(language).verb_last
    near = slice(bisect_left(found, first - _REACH, key=_index), bisect_left(found, last + _REACH, key=_index))
    for at, what in found[near]:
        distance = at - last if at >= last else first - at - 1
        reach = _after(what, verb_last) if at >= last else _REACH if what == "signatory" else _BEFORE.get(what, 0)
        if 0 <= distance < reach and _together(text, words, at, first, last) and (best is None or distance < best[0]):
            received = what == "host" and (at < first or (verb_last and distance == 0))
            best = distance, _received(words, at, first) if received else what
    return best[1] if best else "participant"


def _after(what: Part, verb_last: bool) -> int:
    """How many words a cue may stand behind somebody; a host stands far off where the verb comes last."""
    if what == "signatory":
        return _REACH
    return _FAR if what == "host" and verb_last else _AFTER.get(what, 0)


def _index(cue: Cue) -> int:
    return cue[0]


def _received(words: Sequence[Word], at: int, first: int) -> Part:
    """Whoever stands behind "received" is the guest, behind "hosted by" the host."""
    return "host" if any(word.text.lower() == "by" for word in words[at:first]) else "guest"


def _together(text: str, words: Sequence[Word], at: int, first: int, last: int) -> bool:
    """Whether no sentence ends between the cue and the participant."""
    start, stop = (words[last - 1].stop, words[at].start) if at >= last else (words[at].stop, words[first].start)
    return _END.search(text, start, stop) is None
