"""Personal names across the languages of the region: one key for many spellings, and English forms for titles."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from itertools import permutations

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from emcal.gazetteer.declension import nominative
from emcal.gazetteer.words import APOSTROPHES

SAME_PERSON = 0.79
"""Least score of two keys that name one person, measured on pairs of spellings of officials of the region."""

_LEAST_TOKEN = 0.72
_TOKEN = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*")
_MARKS = re.compile(f"[{APOSTROPHES}]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_DOUBLED = re.compile(r"(.)\1+")
_YE = re.compile("(?<![бвгғґджзйкқлмнңпрстфхҳһцчшщеэ])е", re.IGNORECASE)
_FINAL_Y = re.compile("(?<=[а-я])(?:ий|ый)$", re.IGNORECASE)


@cache
def _table(name: str) -> dict[str, str]:
    text = (resources.files(__package__) / "names.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _table(name)), key=len, reverse=True)))


def _replace(text: str, name: str) -> str:
    table = _table(name)
    return _pattern(name).sub(lambda match: table[match[0]], text)


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """The regional name key: tokens that Cyrillic, Turkic Latin and English spellings of one name share.

    ``Шухрат Ходжаев``, ``Shuxrat Xo'jayev`` and ``Shukhrat Khodjaev`` have one key, and the key of a key is
    the key itself.
    """
    lowered = _replace(_MARKS.sub("", name.lower()), "key_letters")
    tokens = (_sound(token) for token in re.findall("[a-z]+", anyascii(lowered).lower().replace("'", "")))
    return " ".join(token for token in tokens if token)


def _sound(token: str) -> str:
    before = ""
    while token != before:
        before, token = token, _DOUBLED.sub(r"\1", _replace(token, "key_sounds"))
    return token


def same_person(a: str, b: str) -> bool:
    """Whether two names are spellings of one: in any order, with initials, a surname alone, Russian cases undone."""
    if a.strip() and a.casefold() == b.casefold():
        return True
    return _same(key(a), key(b)) or _same(key(nominative(a)), key(nominative(b)))


@lru_cache(maxsize=1 << 14)
def _same(a: str, b: str) -> bool:
    few, many = sorted((a.split()[:4], b.split()[:4]), key=lambda tokens: (len(tokens), tokens))
    if not any(len(token) > 1 for token in few):
        return False
    return any(_agree(tuple(zip(few, chosen, strict=True))) for chosen in permutations(many, len(few)))


def _agree(pairs: tuple[tuple[str, str], ...]) -> bool:
    full = [(x, y) for x, y in pairs if len(x) > 1 and len(y) > 1]
    initials_agree = all(x[0] == y[0] for x, y in pairs if (x, y) not in full)
    scores = [(Levenshtein.normalized_similarity(x, y), max(len(x), len(y))) for x, y in full]
    if not scores or not initials_agree or min(score for score, _ in scores) < _LEAST_TOKEN:
        return False
    return sum(score * size for score, size in scores) / sum(size for _, size in scores) >= SAME_PERSON


def romanise(name: str, language: str = "ru") -> str:
    """``name`` in English letters; conventional where one is known, else after BGN/PCGN; Turkish stays as it is.

    The words are taken as they stand: for an oblique case ask ``nominative`` first.
    """
    return _TOKEN.sub(lambda match: _romanise(match[0], language.split("-", maxsplit=1)[0]), name)


def _romanise(token: str, language: str) -> str:
    lowered = token.lower()
    if known := _table("conventional").get(lowered):
        return known
    if _CYRILLIC.search(lowered):
        spelled = _replace(_YE.sub("ye", _FINAL_Y.sub("y", lowered)), "letters")
    elif language in ("az", "uz"):
        spelled = _replace(_MARKS.sub("'", lowered.replace("i̇", "i")), f"latin_{language}").replace("'", "")
    else:
        return token
    return spelled.capitalize() if token[0].isupper() else spelled
