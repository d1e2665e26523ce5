"""When two event names are one name: across scripts, editions and small differences of spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

SIMILAR = 84
"""Least ratio (0 to 100) of two spellings of one short name ("Northern" and "North Macedonia")."""
SHARED = 92
"""Least token-set ratio of two long names, one of which says more than the other."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"(?<![\w.,])\d{1,4}(?![\w.,])")
_INSIDE = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[a-z]+")


class Name:
    """A name as it is compared: its spellings without figures and case, each as words; its years and its other figures."""

    __slots__ = ("figures", "keys", "words", "years")

    def __init__(self, text: str) -> None:
        self.years = frozenset(int(year) for year in _YEAR.findall(text))
        self.figures = frozenset(_FIGURE.findall(_YEAR.sub(" ", text)))
        outside, inside = _INSIDE.sub(" ", text), _INSIDE.findall(text)
        spelt = (_WORD.findall(anyascii(part).casefold().replace("'", "")) for part in (outside, *inside))
        self.words = tuple(tuple(words) for words in spelt if words)
        self.keys = tuple("".join(words) for words in self.words)


@lru_cache(maxsize=65536)
def name_of(text: str) -> Name:
    """The name that a text spells."""
    return Name(text)


def same_name(left: Name, right: Name) -> bool:
    """Whether any spelling of one is a spelling of the other; years and editions are compared elsewhere.

    A name that counts ("Shield 12") is not the one with another number.
    """
    if left.figures and right.figures and left.figures != right.figures:
        return False
    return any(_same(a, b) for a in left.words for b in right.words)


def stands_in(name: Name, title: Name) -> bool:
    """Whether the words of a name stand together in a title."""
    return any(
        f" {' '.join(words)} " in f" {' '.join(told)} " for words in name.words for told in title.words if _own(words)
    )


def _own(words: tuple[str, ...]) -> bool:
    return len(words) >= 2 and sum(map(len, words)) >= 8


@lru_cache(maxsize=65536)
def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    a, b = "".join(left), "".join(right)
    if a == b:
        return True
    if min(len(a), len(b)) < 5:
        return False
    if fuzz.ratio(a, b) >= SIMILAR:
        return True
    shared = set(left) & set(right)
    return len(shared) >= 4 and fuzz.token_set_ratio(" ".join(left), " ".join(right)) >= SHARED
