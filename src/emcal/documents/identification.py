"""Which language a text is in, by its frequent words and by the letters that its alphabet has or lacks."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from emcal.languages.identification import identifications

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘][^\W\d_]+)?")
_CYRILLIC = re.compile("[а-яёўқғҳ]")
_SAMPLE = 10_000
_BASE = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъьюя")


@cache
def _profiles() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple((tag, frozenset(known.words), frozenset(known.letters)) for tag, known in identifications().items())


def identify(text: str) -> str:
    """The BCP 47 tag of the language of ``text`` (Uzbek with its script), ``und`` when nothing tells."""
    sample = text[:_SAMPLE].lower()
    words = Counter(_WORD.findall(sample))
    letters = {char: count for char, count in Counter(sample).items() if char not in _BASE and char.isalpha()}
    scores = {tag: _score(words, letters, common, own) for tag, common, own in _profiles()}
    best = max(sorted(scores), key=lambda tag: scores[tag])
    if scores[best] <= 0:
        return "und"
    if best == "uz":
        return "uz-Cyrl" if len(_CYRILLIC.findall(sample)) * 2 > len(sample) / 2 else "uz-Latn"
    return best


def _score(words: Counter[str], letters: dict[str, int], common: frozenset[str], own: frozenset[str]) -> float:
    """Points per word: frequent words speak for a language, letters that its alphabet lacks against it."""
    said = sum(map(words.__getitem__, common & words.keys()))
    fits = sum(count for letter, count in letters.items() if letter in own)
    strange = sum(count for letter, count in letters.items() if letter not in own)
    total = max(1, sum(words.values()))
    if not said and fits < 0.3 * total:
        return 0.0
    return (3 * said + 0.5 * fits - 1.5 * strange) / total - 0.05
