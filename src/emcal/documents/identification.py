"""Which language a text is in."""

from __future__ import annotations

import re

from emcal.languages import available, load

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘][^\W\d_]+)?")


def identify(text: str) -> str:
    """The BCP 47 tag of the language of ``text``, ``und`` when nothing tells."""
    sample = text[:20000].lower()
    words = _WORD.findall(sample)
    best, score = "und", 0.0
    for tag in available():
        known = load(tag).identification
        common = set(known.words)
        hits = sum(word in common for word in words) + 0.2 * sum(sample.count(letter) for letter in known.letters)
        if hits > score:
            best, score = tag, hits
    if best == "uz":
        return "uz-Cyrl" if re.search("[а-яўқғҳ]", sample) else "uz-Latn"
    return best
