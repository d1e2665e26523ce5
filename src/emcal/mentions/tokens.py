"""Words with their places, folded so that case, apostrophes and the letter yo make no difference."""

from __future__ import annotations

import re
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


def fold(word: str) -> str:
    """``word`` in lower case, with one apostrophe, one hyphen, and without the marks that writers leave out."""
    return word.lower().translate(_FOLD)


def tokenize(text: str, start: int, stop: int) -> list[Token]:
    """The words of ``text[start:stop]``; a hyphenated word is one."""
    return [Token(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text, start, stop)]
