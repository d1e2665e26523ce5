"""From a word as it stands in a sentence to the forms a gazetteer may know it by."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from emcal.gazetteer.words import APOSTROPHES, fold

Rules = Mapping[str, tuple[str, ...]]

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_STEM = 2


@cache
def rules(language: str) -> Rules:
    """Endings of one language (a primary tag) with what replaces them; none for a language without a table."""
    text = (resources.files(__package__) / "endings.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for ending, forms in tomllib.loads(text).get(language, {}).items():
        if ending == "suffixes":
            found |= dict.fromkeys(forms.split(), ("",))
        else:
            found[ending] = tuple(forms)
    return found


@lru_cache(maxsize=1 << 15)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The folded forms that ``word`` may stand for in ``language``, itself first; ``МЧС`` also stays in capitals.

    A Cyrillic word in a language written in Latin letters is read as Russian.
    """
    folded = fold(word)
    found = [folded, *_bare(word)]
    primary = language.split("-", maxsplit=1)[0]
    table = rules("ru" if primary in ("en", "az", "tr", "und") and _CYRILLIC.search(folded) else primary)
    for size in range(min(6, len(folded) - _STEM) + 1):
        stem = folded[: len(folded) - size]
        for replacement in table.get(folded[len(stem) :], ()):
            if size != 1 or len(stem) > 3 or primary in ("ru", "tg"):
                found.append(stem + replacement)
    return tuple(dict.fromkeys(found))


def _bare(word: str) -> list[str]:
    """The word before an apostrophe ("Ankara'da"), and an abbreviation in capitals with or without an ending."""
    head = _APOSTROPHE.split(word)
    found = [fold("".join(head[:-1]))] if len(head) > 1 else []
    capitals = head[0]
    while len(capitals) > 2 and capitals[-1].islower():
        capitals = capitals[:-1]
    if len(capitals) > 1 and capitals.isupper():
        found.append(capitals)
    return found
