"""Cities, towns, regions and waters by any of their names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any, Literal, NamedTuple

from emcal.gazetteer import countries
from emcal.gazetteer.endings import forms
from emcal.gazetteer.phrases import Phrases
from emcal.gazetteer.words import key

_REMEMBERED = 1 << 14


class PlaceRow(NamedTuple):
    """One place; ``country`` is ISO 3166-1 alpha-2 or ``None`` (seas), degrees are WGS 84, a region's those of its seat."""

    id: int
    english: str
    russian: str
    country: str | None
    lat: float | None
    lon: float | None
    timezone: str | None
    population: int
    region: bool = False


def _lines(name: str) -> list[str]:
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@cache
def _table() -> list[str]:
    """The lines of the table of towns, most inhabitants first."""
    return _lines("places.tsv")


@cache
def _towns() -> dict[str, str]:
    """Folded name to the numbers of the rows that bear it, with commas between, most inhabitants first.

    Strings, for the collector of garbage does not walk them: thirty thousand tuples would double the time of loading.
    """
    rows: dict[str, str] = {}
    for number, line in enumerate(_table()):
        this = str(number)
        for name in line.split("\t", 4)[3].split("|"):
            rows[name] = f"{rows[name]},{this}" if name in rows else this
    return rows


@cache
def _regions() -> dict[str, str]:
    """Folded name to the number of the region, which stands after the towns."""
    found: dict[str, str] = {}
    for number, line in enumerate(_lines("regions.tsv"), len(_table())):
        _, english, russian, more, _ = line.split("\t")
        found |= dict.fromkeys(map(key, _names(english, russian, more)), str(number))
    return found


@cache
def _row(number: int) -> PlaceRow:
    """The town of that number, or the region with the coordinates and zone of its seat."""
    if number >= len(_table()):
        country, english, russian, _, seat = _lines("regions.tsv")[number - len(_table())].split("\t")
        return _region(country or None, english, russian, seat)
    id_, english, russian, _, country, lat, lon, zone, population = _table()[number].split("\t")
    return PlaceRow(int(id_), english, russian, country, float(lat), float(lon), zone, int(population))


def _names(english: str, russian: str, more: str) -> Iterator[str]:
    yield from (name for name in (english, russian, *more.split(";")) if name)
    for word in ("Oblast", "region", "Krai"):
        if english.endswith(f" {word}"):
            base = english.removesuffix(word)
            yield from (base + other for other in ("Oblast", "region", "province", "Territory"))


def _region(country: str | None, english: str, russian: str, seat: str) -> PlaceRow:
    town = next((town for town in rows(_towns().get(key(seat))) if town.country == country), None)
    if town is None:
        return PlaceRow(0, english, russian, country, None, None, None, 0, region=True)
    return PlaceRow(0, english, russian, country, town.lat, town.lon, town.timezone, 0, region=True)


def around(town: PlaceRow, kind: str) -> PlaceRow:
    """The region, district or province that bears a town's name: ``Karaganda`` gives ``Karaganda region``."""
    return town._replace(english=f"{town.english} {kind}", russian="", region=True)


@cache
def index() -> Phrases[str]:
    """Every name with what ``rows`` reads, regions before towns."""
    return Phrases(chain(_regions().items(), _towns().items()))


def rows(value: str | None) -> tuple[PlaceRow, ...]:
    """The rows behind what the index holds; none for ``None``."""
    return tuple(_row(int(number)) for number in value.split(",")) if value else ()


def lookup(name: str) -> tuple[PlaceRow, ...]:
    """The places that bear ``name`` (nominative, any script), most inhabitants first; empty when there is none."""
    return rows(index().get(key(name)) or index().get(key(name.lower())))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "place_words.toml").read_text(encoding="utf-8"))


Side = Literal["before", "after", "capital", "kind", "region"]


@cache
def _said(side: Side) -> dict[str, str]:
    """Folded words that help to read a name as a place, with the English of those that say what kind it is."""
    table = _words()[side]
    kinds = table if isinstance(table, dict) else {side: table}
    return {key(word): kind for kind, words in kinds.items() for word in words}


def says(word: str, language: str, side: Side) -> str:
    """What ``word`` says of a name beside it, in any case; empty for nothing.

    ``before`` and ``after``: the name is a place; ``kind``: what kind of place the name behind is ("district"),
    ``region``: what the town's name before it becomes; ``capital``: with a country beside, its capital.
    """
    return saying(language, side)[word]


class Saying(dict[str, str]):
    """What ``says`` answers for the words of one language, filled as texts ask."""

    def __init__(self, language: str, side: Side) -> None:
        super().__init__()
        self._language, self._side = language, side

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        table = _said(self._side)
        self[word] = said = next((table[form] for form in forms(word, self._language) if form in table), "")
        return said


@cache
def saying(language: str, side: Side) -> Saying:
    """``says`` for many words: ``saying(language, side)[word]``."""
    return Saying(language, side)


def capital(country: str) -> PlaceRow | None:
    """The capital of a country."""
    named = lookup(countries.capital(country) or "")
    return next((row for row in named if row.country == country), None)


@cache
def ambiguous() -> frozenset[str]:
    """Folded names of places that are also other words, given names or surnames."""
    return frozenset(key(word) for word in _words()["ambiguous"]["words"].split())
