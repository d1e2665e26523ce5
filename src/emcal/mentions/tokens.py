"""Words with their places, folded so that case, apostrophes and the letter yo make no difference."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’ʻ‘ʼ`´\-‐‑][^\W_]+)*")
_FOLD = str.maketrans(
    dict.fromkeys("’ʻ‘ʼ`´", "'") | {"‐": "-", "‑": "-", "ё": "е", "\u0307": None, "ӯ": "у", "ў": "у", "ӣ": "и"}
)


class Token(NamedTuple):
    """A word: its span in the document's text and its folded form."""

    start: int
    stop: int
    word: str


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """``word`` in lower case, with one apostrophe, one hyphen, and without the marks that writers leave out."""
    return word.lower().translate(_FOLD)


def tokenize(text: str, start: int, stop: int) -> list[Token]:
    """The words of ``text[start:stop]``; a hyphenated word is one."""
    # The tuple's own constructor: the named one is slower than the search.
    return [tuple.__new__(Token, (*m.span(), fold(m[0]))) for m in _WORD.finditer(text, start, stop)]
