"""Titles cut to a width so that two events can still be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

MARK = "…"
_HEAD = 18


def labels(titles: Sequence[str], width: int) -> list[str]:
    """Every title within ``width`` characters: cut at its end, or in the middle where ends are what tells titles apart."""
    cut = [_end(title, width) for title in titles]
    counts = Counter(cut)
    alike: dict[str, list[str]] = {}
    for title, short in zip(titles, cut, strict=True):
        alike.setdefault(short, []).append(title)
    return [
        short if counts[short] == 1 or short == title else _middle(title, alike[short], width)
        for title, short in zip(titles, cut, strict=True)
    ]


def _end(title: str, width: int) -> str:
    if len(title) <= width:
        return title
    head = title[: width - 1]
    blank = head.rfind(" ")
    return (head[:blank] if blank > width * 2 // 3 else head).rstrip(" ,;:–-(") + MARK


def _middle(title: str, alike: Sequence[str], width: int) -> str:
    """The first words, and all that follows the last word that every title of the group shares."""
    shared = "".join(chars[0] for chars in takewhile(lambda chars: len(set(chars)) == 1, zip(*alike, strict=False)))
    begin = shared.rfind(" ") + 1
    tail = title[begin:] if begin > _HEAD else title
    head = title[: max(min(begin, width - len(tail) - 2), _HEAD)]
    kept = head[: head.rfind(" ")] if " " in head else head
    return _end(f"{kept} {MARK} {tail}", width) if begin > _HEAD else _end(title, width)
