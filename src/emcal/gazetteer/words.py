"""Words of a text, folded so that spelling variants of one name meet: the ground of every gazetteer look-up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’ʻʼ‘`´ʹ"
_WORD = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*[ʻʼ‘]?")
_GAP = frozenset(" \u00a0\n\r-–\u2010\u2011")
_LATIN = range(0x00C0, 0x0250)
_VIETNAMESE = range(0x1E00, 0x1F00)


class Word(NamedTuple):
    """A word with its place in the text.

    ``capital`` tells that it begins with a capital letter, ``joined`` that only a space, a line end or a hyphen stands
    before it, ``listed`` that a comma and a space do.
    """

    text: str
    start: int
    stop: int
    capital: bool
    joined: bool
    listed: bool


def _folding() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys((*map(ord, APOSTROPHES), 0x307, 0x301))
    for code in (*_LATIN, *_VIETNAMESE):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table | {ord(a): b for a, b in zip("ёıəøłđß", ("е", "i", "e", "o", "l", "d", "ss"), strict=True)}


_FOLDING = _folding()


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """``word`` in lower case without apostrophes, Latin diacritics and the dots of ё; ``Toʻrtkoʻl`` gives ``tortkol``."""
    lowered = word.lower()
    return lowered if lowered.isascii() and lowered.isalnum() else lowered.translate(_FOLDING)


@lru_cache(maxsize=8)
def split(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order, hyphenated ones in their parts; offsets are code points."""
    words: list[Word] = []
    stop, before = 0, ""
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[stop:start]
        joined = bool(before) and (gap == " " or _close(gap, before))
        before = match[0]
        # The tuple's own constructor: the named one takes as long as all the rest of the loop.
        words.append(tuple.__new__(Word, (before, start, end, before[0].isupper(), joined, gap == ", ")))
        stop = end
    return tuple(words)


def _close(gap: str, before: str) -> bool:
    """Whether a gap keeps a name together: blanks on at most one line end, a hyphen, the stop of an initial (U.S.)."""
    if gap == ".":
        return len(before) == 1
    return gap.count("\n") < 2 and 0 < len(gap) < 4 and all(sign in _GAP for sign in gap)


def key(phrase: str) -> str:
    """A phrase as an index holds it: folded words with one space between; capital abbreviations stay as they are."""
    parts = _WORD.findall(phrase)
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper():
        return str(parts[0])
    return " ".join(map(fold, parts))
