"""Russian personal names back to the nominative, by suffix rules (Zaliznyak's types of surnames and given names)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

Case = Literal["nominative", "genitive", "dative", "instrumental", "prepositional"]

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_CONSONANT = "бвгджзклмнпрстфхцчшщ"
_SURNAME = re.compile("(?:ов|ев|ёв|ин|ын)$")
_INSTRUMENTAL = re.compile(f"(?:(?:ов|ев|ёв|ин|ын)ым|[{_CONSONANT}]ом|[{_CONSONANT}а-я]ем|(?:ск|цк)им)$")
_DATIVE = re.compile(f"(?:[{_CONSONANT}]у|[аеёиоуья]ю|(?:ск|цк)ому)$")
_GENITIVE = re.compile(f"(?:[{_CONSONANT}]а|[аеёиоуь]я|(?:ск|цк)ого|[лрнтд]я)$")


@cache
def _feminine() -> frozenset[str]:
    text = (resources.files(__package__) / "given_names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["feminine"].split())


@lru_cache(maxsize=1 << 13)
def nominative(name: str, case: Case | None = None) -> str:
    """``name`` in the nominative: ``Рустамом Каримовым`` gives ``Рустам Каримов``; other scripts stay.

    ``case`` is that of the office before the name, where it is known; without it the endings of the name must agree.
    """
    tokens = name.split(" ")
    if not _CYRILLIC.search(name) or case == "nominative":
        return name
    words = [token for token in tokens if len(token) > 2 and not token.endswith(".")]
    found = case or _case(words)
    if words and _woman(words):
        return " ".join(map(_of_woman, tokens))
    if found is None:
        return name
    return " ".join(_undo(token, found) if token in words else token for token in tokens)


def case(word: str, base: str) -> Case:
    """The case of ``word``, an inflected office or rank whose nominative is ``base`` (both Russian)."""
    lowered = word.lower()
    if lowered == base.lower():
        return "nominative"
    for ending, found in _OFFICE_ENDINGS:
        if lowered.endswith(ending):
            return found
    return "nominative"


def _woman(words: list[str]) -> bool:
    first = words[0].lower()
    stems = {
        first,
        *(first[: -len(e)] + v for e in ("ой", "ей", "у", "ю", "ы", "и", "е") if first.endswith(e) for v in "ая"),
    }
    return bool(stems & _feminine()) or any(word.endswith(("вна", "вны", "вне", "вной", "вну")) for word in words)


def _of_woman(token: str) -> str:
    """A token of a woman's name: given name or surname in -а, -ая; unknown endings stay."""
    lowered = token.lower()
    if lowered.endswith(("овой", "евой", "иной", "ыной", "вной")):
        return token[:-2] + "а"
    if lowered.endswith(("ову", "еву", "ину", "вну")):
        return token[:-1] + "а"
    if lowered.endswith("ской"):
        return token[:-2] + "ая"
    return token if lowered in _feminine() else _given(token)


def _given(token: str) -> str:
    for ending in ("ой", "ей", "у", "ю", "ы", "и", "е"):
        for vowel in "ая":
            stem = token[: -len(ending)] + vowel
            if token.endswith(ending) and stem.lower() in _feminine():
                return stem
    return token


def _case(words: list[str]) -> Case | None:
    """The case that the endings of every word allow: the surname decides, the given name must not speak against it."""
    if not words:
        return None
    last = words[-1]
    if _INSTRUMENTAL.search(last) and not re.search("(?:[ае]м|[лд]им)$", last):
        return "instrumental"
    alone = len(words) == 1
    if _DATIVE.search(last) and ((alone and re.search("(?:ов|ев|ёв|ин)у$", last)) or _agrees(words, "ую")):
        return "dative"
    if _GENITIVE.search(last) and not alone and _agrees(words, "ая"):
        return "genitive"
    if re.search("(?:ов|ев|ёв|ин)е$", last) and not alone and words[0][-1] == "е":
        return "prepositional"
    if not alone and _INSTRUMENTAL.search(words[0]) and re.search("[оеёи](?:м|й)$", words[0]):
        return "instrumental"
    return None


def _agrees(words: list[str], endings: str) -> bool:
    return len(words) > 1 and all(word[-1] in endings for word in words[:-1])


def _undo(token: str, case: Case) -> str:
    lowered = token.lower()
    for ending, instead in _ENDINGS[case]:
        stem = lowered[: len(lowered) - len(ending)]
        if lowered.endswith(ending) and len(stem) > 1 and _fits(stem, instead):
            return token[: len(stem)] + instead
    return token


def _fits(stem: str, instead: str) -> bool:
    """A stem that a nominative can have: consonant for a bare one, vowel or и for -й."""
    if instead == "":
        return stem[-1] in _CONSONANT
    if instead == "ь":
        return stem[-1] in "лнртд"
    return instead != "й" or stem[-1] in "аеёиоуыэюя"


_ENDINGS: dict[Case, tuple[tuple[str, str], ...]] = {
    "nominative": (),
    "instrumental": (
        ("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"),
        ("ыным", "ын"), ("ием", "ий"), ("ем", "й"), ("ем", "ь"), ("ом", ""), ("ем", ""), ("ей", "я"), ("ой", "а"),
    ),
    "genitive": (("ского", "ский"), ("цкого", "цкий"), ("ия", "ий"), ("я", "й"), ("я", "ь"), ("а", ""), ("ы", "а")),
    "dative": (("скому", "ский"), ("цкому", "цкий"), ("ию", "ий"), ("ю", "й"), ("ю", "ь"), ("у", "")),
    "prepositional": (("ском", "ский"), ("цком", "цкий"), ("ии", "ий"), ("е", "")),
}  # fmt: skip
_OFFICE_ENDINGS: tuple[tuple[str, Case], ...] = (
    ("ым", "instrumental"), ("им", "instrumental"), ("ом", "instrumental"), ("ем", "instrumental"),
    ("ой", "instrumental"), ("ей", "instrumental"), ("ого", "genitive"), ("его", "genitive"), ("ому", "dative"),
    ("ему", "dative"), ("у", "dative"), ("ю", "dative"), ("а", "genitive"), ("я", "genitive"), ("ы", "genitive"),
    ("и", "genitive"), ("е", "prepositional"),
)  # fmt: skip
