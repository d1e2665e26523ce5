"""Countries by name, adjective and abbreviation in eight languages, in whatever case they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from emcal.gazetteer.phrases import Found, Phrases
from emcal.gazetteer.words import Word, key, split

_GENITIVE = (
    ("ия", "ии"),
    ("ья", "ьи"),
    ("ша", "ши"),
    ("ка", "ки"),
    ("га", "ги"),
    ("а", "ы"),
    ("русь", "руси"),
    ("ь", "я"),
    ("й", "я"),
    ("ины", "ин"),
    ("ы", "ов"),
)


class Country(NamedTuple):
    """An ISO 3166-1 alpha-2 code; ``adjective`` tells "Uzbek" from "Uzbekistan"."""

    code: str
    adjective: bool


@cache
def _table() -> dict[str, tuple[str, str]]:
    """English and Russian names by code."""
    return {code: (english, russian) for code, english, russian, *_ in _rows("countries.tsv")}


@cache
def index() -> Phrases[Country]:
    """Every name, then every adjective; hand-made names come first."""
    hand = list(_rows("country_words.tsv"))
    names = [(key(name), row[0]) for row in hand for name in row[1].split("|")]
    names += [(name, row[0]) for row in _rows("countries.tsv") for name in row[3].split("|")]
    adjectives = [(key(name), row[0]) for row in hand for name in row[2].split("|") if name]
    entries = [(name, Country(code, adjective=False)) for name, code in names]
    return Phrases(entries + [(name, Country(code, adjective=True)) for name, code in adjectives])


def _rows(name: str) -> Iterator[list[str]]:
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def name(code: str, language: Literal["en", "ru"]) -> str:
    """The conventional name of an ISO 3166-1 alpha-2 code; the code itself when there is none."""
    names = _table().get(code)
    return names[language == "ru"] if names else code


def capital(code: str) -> str | None:
    """The English name that GeoNames has for the capital of a country."""
    return next((row[4] for row in _rows("countries.tsv") if row[0] == code and row[4]), None)


def genitive(code: str) -> str:
    """The Russian name in the genitive, for titles: ``KZ`` gives ``Казахстана``."""
    first, *rest = name(code, "ru").split(" ")
    if rest or "-" in first:
        return name(code, "ru")
    for ending, instead in _GENITIVE:
        if first.endswith(ending):
            return first.removesuffix(ending) + instead
    return first + "а" if first[-1] not in "аеёиоуыэюя" else first


def lookup(words: str) -> str | None:
    """The code of a name, adjective or abbreviation that fills ``words`` wholly, in any language; else ``None``."""
    tokens = split(words)
    if not tokens:
        return None
    for language in ("und", "ru", "kk", "ky", "uz", "az", "tr", "tg"):
        found = index().at(tokens, 0, language)
        if found and found.last == len(tokens):
            return found.value.code
    return None


def matches(words: tuple[Word, ...], language: str) -> Iterator[Found[Country]]:
    """Countries among ``words``; a name begins with a capital, an adjective need not."""
    for found in index().find(words, language):
        if found.value.adjective or words[found.first].capital:
            yield found


def find(text: str, language: str) -> list[tuple[int, int, str]]:
    """Where ``text`` names a country by noun or adjective: start, stop (code points, half-open) and code."""
    words = split(text)
    return [(words[f.first].start, words[f.last - 1].stop, f.value.code) for f in matches(words, language)]
