"""A text with its letters made plain, character for character, so that one spelling of a word finds them all.

Folding keeps every offset, but for invisible characters (soft hyphen, zero-width marks), which are taken out; where a
text has any, ``offsets`` leads back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_PLAIN = (
    ("İ", "i"), ("ё", "е"), ("ı", "i"),
    ("‐", "-"), ("‑", "-"), ("‒", "-"), ("–", "-"), ("—", "-"), ("―", "-"), ("−", "-"),
    ("‘", "'"), ("’", "'"), ("ʻ", "'"), ("ʼ", "'"), ("`", "'"), ("ʹ", "'"), ("ʿ", "'"),
)  # fmt: skip
_LATIN, _CYRILLIC = "aceopxykmt", "асеорхукмт"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_MIXED = re.compile(r"[а-я][aceopxykmt]|[aceopxykmt][а-я]")
_WORD = re.compile(r"[a-zа-я]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text; ``offsets[i]`` is where its character ``i`` stands in the original, ``None`` when the same."""

    text: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The half-open stretch of the original that a stretch of the folded text came from."""
        if self.offsets is None:
            return start, stop
        return self.offsets[start], self.offsets[stop - 1] + 1


def fold(text: str) -> Folded:
    """The text in lower case, one kind of dash and apostrophe, without look-alike letters of another script."""
    visible, offsets = _visible(text)
    lower = plain(visible)
    if _MIXED.search(lower):
        lower = _WORD.sub(_one_script, lower)
    return Folded(lower, offsets)


def plain(text: str) -> str:
    """The letters of a text made plain; as long as the text."""
    text = text.replace("İ", "i")
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in _PLAIN:
        lower = lower.replace(old, new)
    return lower


def _visible(text: str) -> tuple[str, tuple[int, ...] | None]:
    if not _INVISIBLE.search(text):
        return text, None
    offsets: list[int] = []
    last = 0
    for gap in _INVISIBLE.finditer(text):
        offsets.extend(range(last, gap.start()))
        last = gap.end()
    offsets.extend(range(last, len(text)))
    return _INVISIBLE.sub("", text), tuple(offsets)


def _one_script(word: re.Match[str]) -> str:
    """A word of two scripts in the one that has more of its letters."""
    letters = word[0]
    cyrillic = sum(c >= "а" for c in letters)
    if cyrillic in (0, len(letters)):
        return letters
    return letters.translate(_TO_CYRILLIC if 2 * cyrillic >= len(letters) else _TO_LATIN)
