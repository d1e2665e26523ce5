"""Agencies and organisations: the one body, or the body of that kind which the country beside the words has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from emcal.gazetteer import countries
from emcal.gazetteer.phrases import Found, Phrases
from emcal.gazetteer.words import Word, key, split

INTERNATIONAL = "INT"

_OF = frozenset(
    ["of", "the", "republic", "республика", "республики", "правительство", "правительства", "government", "и", "and"]
)
_AND = frozenset(["и", "and", "va", "ва", "ve", "və", "және", "жана"])


class Agency(NamedTuple):
    """A body with its English and Russian names; ``country`` is ISO 3166-1 alpha-2, ``INT`` or unknown."""

    id: str
    english: str
    russian: str
    country: str | None


class AgencyFound(NamedTuple):
    """Where a text names an agency: code points, half-open; the country that tells which one is inside."""

    start: int
    stop: int
    agency: Agency


class _Kind(NamedTuple):
    agency: Agency
    generic: bool


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((resources.files(__package__) / "agencies.toml").read_text(encoding="utf-8"))


@cache
def _index() -> Phrases[_Kind]:
    entries = []
    for table in ("generic", "agency"):
        for row in _data()[table]:
            kind = _Kind(Agency(row["id"], row["en"], row["ru"], row.get("country")), table == "generic")
            entries += [(key(name), kind) for name in (row["en"], row["ru"], *row.get("names", ()))]
    return Phrases(entries)


def national(kind: str, country: str | None) -> Agency:
    """The body of a generic ``kind`` ("emergency") that ``country`` has; without a country only the kind is known."""
    row = next(row for row in _data()["generic"] if row["id"] == kind)
    if country is None:
        return Agency(kind, row["en"], row["ru"], None)
    names = _data()["national"].get(kind, {}).get(country)
    english = names[0] if names else f"{row['en']} of {_with_article(countries.name(country, 'en'))}"
    russian = names[1] if names else f"{row['ru']} {countries.genitive(country)}"
    return Agency(f"{kind}-{country.lower()}", english, russian, country)


def at_home(agency: Agency, home: str | None) -> Agency:
    """The body that a bare "МЧС" is in the country ``home``; any other agency stays as it is."""
    return national(agency.id, home) if agency.country is None and agency.id in _kinds() else agency


@cache
def russian(english: str, country: str | None) -> str | None:
    """The Russian name of the body with this English name; of a generic kind the one of ``country``."""
    own = (row["ru"] for row in (*_data()["agency"], *_data()["generic"]) if row["en"] == english)
    of_country = (national(kind, country) for kind in sorted(_kinds())) if country else ()
    return next(own, None) or next((one.russian for one in of_country if one.english == english), None)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["id"] for row in _data()["generic"])


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith("United ") or name in ("Philippines", "Netherlands") else name


def find(text: str, language: str = "und", home: str | None = None) -> list[AgencyFound]:
    """The agencies that ``text`` names, in order; ``home`` is the country of a bare "МЧС" or "the ministry"."""
    words = split(text)
    found = matches(words, language, home)
    return [AgencyFound(words[match.first].start, words[match.last - 1].stop, match.value) for match in found]


def matches(words: Sequence[Word], language: str, home: str | None = None) -> Iterator[Found[Agency]]:
    """The agencies among ``words``, the country that tells which one included."""
    for match in _index().find(words, language):
        if match.value.generic:
            yield from _of_countries(words, match.first, match.last, match.value.agency.id, language, home)
        elif words[match.first].capital:
            yield Found(match.first, match.last, match.value.agency)


def _of_countries(
    words: Sequence[Word], first: int, last: int, kind: str, language: str, home: str | None
) -> Iterator[Found[Agency]]:
    """One agency for each country beside the words: "МЧС Армении и России" are two."""
    after = list(_after(words, last, language))
    for at, (code, begin, end) in enumerate(after):
        yield Found(begin if at else first, end, national(kind, code))
    if not after:
        before = _before(words, first, language)
        yield Found(before[1] if before else first, last, national(kind, before[0] if before else home))


def _after(words: Sequence[Word], at: int, language: str) -> Iterator[tuple[str, int, int]]:
    """The countries that follow, with the indices of their first word and of the word after each."""
    several = False
    while at < len(words) and (words[at].joined or (several and words[at].listed)):
        found = countries.index().at(words, at, language)
        if found and not found.value.adjective and words[at].capital:
            yield found.value.code, at, found.last
            at, several = found.last, True
        elif words[at].text.lower() in (_AND if several else _OF):
            at += 1
        else:
            return


def _before(words: Sequence[Word], first: int, language: str) -> tuple[str, int] | None:
    """The country that the words before name: "Russian Emergencies Ministry", "Ўзбекистон Республикаси ФВВ"."""
    for at in range(max(0, first - 3), first):
        found = countries.index().at(words, at, language)
        touches = found is not None and found.last == first and words[first].joined
        if found and touches and (found.value.adjective or not language.startswith("ru")):
            return found.value.code, at
    return None
