"""Cities and towns by any of their names."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from emcal.gazetteer.phrases import Phrases
from emcal.gazetteer.words import key


class PlaceRow(NamedTuple):
    """One place of the gazetteer; ``country`` is ISO 3166-1 alpha-2 or empty (seas), degrees are WGS 84."""

    id: int
    english: str
    russian: str
    country: str
    lat: float | None
    lon: float | None
    timezone: str | None
    population: int


@cache
def _lines() -> list[str]:
    """The lines of the table, most inhabitants first."""
    text = (resources.files(__package__) / "places.tsv").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@cache
def index() -> Phrases[tuple[int, ...]]:
    """Folded name to the rows that bear it, most inhabitants first."""
    rows: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_lines()):
        for name in line.split("\t", 4)[3].split("|"):
            rows[name] = rows[name] + (number,) if name in rows else (number,)
    return Phrases(rows.items())


@cache
def row(number: int) -> PlaceRow:
    """The row of that number."""
    id_, english, russian, _, country, lat, lon, zone, population = _lines()[number].split("\t")
    return PlaceRow(int(id_), english, russian, country, float(lat), float(lon), zone, int(population))


def lookup(name: str) -> tuple[PlaceRow, ...]:
    """The places that bear ``name`` (nominative, any script), most inhabitants first; empty when there is none."""
    return tuple(row(number) for number in index().get(key(name)) or ())
