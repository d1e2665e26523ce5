"""Whether capitalised words look like a person: a known given name, or a surname's ending."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from emcal.gazetteer.declension import Case, nominative
from emcal.gazetteer.endings import forms
from emcal.gazetteer.names import key
from emcal.gazetteer.words import APOSTROPHES, fold


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "given_names.toml").read_text(encoding="utf-8"))


@cache
def _given() -> frozenset[str]:
    return frozenset(key(name) for name in (_data()["masculine"] + _data()["feminine"]).split())


@cache
def _surname() -> re.Pattern[str]:
    return re.compile("|".join(_data()["surname"].values()))


@lru_cache(maxsize=1 << 13)
def given(word: str) -> bool:
    """Whether ``word`` is a given name of the lists, by its regional key, in any Russian case."""
    if key(word) in _given():
        return True
    return any(
        key(nominative(f"{word} {tail}").split(" ")[0]) in _given() for tail in ("Иванова", "Иванову", "Ивановым")
    )


def surname(word: str) -> bool:
    """Whether ``word`` ends as surnames of the region do, in any Russian case."""
    return not word.isupper() and bool(_surname().search(fold(word)))


def person(words: Sequence[str]) -> bool:
    """Whether two or more capitalised words make a personal name: initials, a given name first, or a surname last."""
    full = [word for word in words if not word.endswith(".")]
    if len(words) < 2 or not full or min(map(len, full)) < 2:
        return False
    return len(full) < len(words) or any(map(given, full[:2])) or surname(full[-1])


def adjectival(word: str) -> bool:
    """Whether a surname's ending is also that of an adjective: «Подольского»."""
    return bool(re.search("[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$", fold(word)))


def late(words: Sequence[str]) -> bool:
    """Whether a name of three or more words seems to begin later: «Союза Михаилу Козомазову»."""
    if len(words) < 3 or any(word.endswith(".") for word in words) or given(words[0]) or surname(words[0]):
        return False
    return not patronymic(words[1])


def patronymic(word: str) -> bool:
    """Whether ``word`` is a Russian patronymic in any case."""
    return bool(re.search("(?:ови|еви|ьи)ч(?:а|у|ем|е)?$|(?:ов|ев)н(?:а|ы|е|у|ой)$", word))


def bare(name: str, language: str, case: Case | None = None) -> str:
    """``name`` without the case endings of ``language``; ``case`` is that of a Russian office before it, if known."""
    if language.startswith("ru"):
        return nominative(name, case)
    words = name.split(" ")
    return " ".join([*words[:-1], _stripped(words[-1], language)])


def _stripped(word: str, language: str) -> str:
    """A word without a Turkic suffix where a surname's ending shows under it, or without "'s" and "'nin"."""
    head = re.split(f"[{APOSTROPHES}]", word)
    if len(head) > 1 and len(head[-1]) <= 3 and len(head[0]) > 2 and not head[0].lower().endswith(("o", "g")):
        return head[0]
    if _surname().search(fold(word)):
        return word
    shorter = [form for form in forms(word, language)[1:] if fold(word).startswith(form) and _surname().search(form)]
    return word[: len(max(shorter, key=len))] if shorter else word
