"""The offices of a text: role, portfolio, body, country and rank, read as one group of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from emcal.gazetteer import agencies, countries, likeness, places
from emcal.gazetteer.agencies import Agency
from emcal.gazetteer.countries import Country
from emcal.gazetteer.declension import Case, case
from emcal.gazetteer.phrases import Found, Heads, Phrases, longest
from emcal.gazetteer.words import Word, fold, key
from emcal.languages import available, load
from emcal.languages.person import PersonSection

ChunkKind = Literal[
    "rank", "role", "plural", "portfolio", "honorific", "delegation", "source", "agency", "country", "adjective"
]

_Entry = tuple[ChunkKind, str, str]
_SEAT = 50_000
_NOTHING = (None, None)


class Chunk(NamedTuple):
    """A phrase that the lexicon knows, ``words[first:last]``: its English form or code, and its nominative."""

    kind: ChunkKind
    first: int
    last: int
    value: str
    base: str = ""
    agency: Agency | None = None


@dataclass(slots=True)
class Office:
    """What the words of one office say; ``several`` for "the ministers of"."""

    first: int
    last: int
    roles: list[str] = field(default_factory=list)
    rank: str | None = None
    agencies: list[Agency] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    portfolio: str | None = None
    several: bool = False
    case: Case | None = None

    @property
    def specific(self) -> bool:
        """Whether an unnamed holder can be told: a role with the body or the land that it belongs to."""
        return bool(self.roles) and bool(self.agencies or self.countries or self.portfolio)


@cache
def section(language: str) -> PersonSection:
    """The section ``[person]`` of a language, empty for an unknown one."""
    primary = language.split("-", maxsplit=1)[0]
    return load(primary).person if primary in available() else PersonSection()


@cache
def _lexicon(language: str) -> Phrases[_Entry]:
    words = section(language)
    tables: tuple[tuple[ChunkKind, dict[str, str]], ...] = (
        ("role", words.roles),
        ("plural", words.plural),
        ("rank", words.ranks),
        ("portfolio", words.portfolios),
        ("honorific", dict.fromkeys(words.honorifics, "")),
        ("delegation", dict.fromkeys(words.delegations, "")),
        ("source", dict.fromkeys(words.sources, "")),
    )
    return Phrases(
        (key(phrase), (kind, value, key(phrase))) for kind, table in tables for phrase, value in table.items()
    )


def chunks(words: Sequence[Word], language: str) -> dict[int, Chunk]:
    """The chunks of a text by the index of their first word; of those that overlap the longest stands."""
    bodies = {found.first: found for found in agencies.matches(words, language)}
    phrases = _lexicon(language).heads(words, language)
    lands = countries.index().heads(words, language)
    found: dict[int, Chunk] = {}
    reach = 0
    for at, beginning in enumerate(zip(phrases, lands, strict=True)):
        if at < reach or (beginning == _NOTHING and at not in bodies):
            continue
        chunk = _longest(words, at, language, bodies.get(at), *beginning)
        if chunk:
            found[at] = chunk
            reach = chunk.last
    return found


def _longest(
    words: Sequence[Word],
    at: int,
    language: str,
    body: Found[Agency] | None,
    phrases: Heads[_Entry] | None,
    lands: Heads[Country] | None,
) -> Chunk | None:
    best = Chunk("agency", body.first, body.last, body.value.english, agency=body.value) if body else None
    phrase = longest(phrases, words, at, language) if phrases else None
    if phrase and (best is None or phrase.last > best.last):
        best = Chunk(phrase.value[0], at, phrase.last, phrase.value[1], phrase.value[2])
    country = longest(lands, words, at, language) if lands else None
    if country and (best is None or country.last > best.last):
        if country.value.adjective:
            return Chunk("adjective", at, country.last, country.value.code)
        if words[at].capital:
            return Chunk("country", at, country.last, country.value.code)
    return best


def read(words: Sequence[Word], known: dict[int, Chunk], at: int, language: str) -> Office | None:
    """The office that begins at ``words[at]``: a rank, a role, or a body or land right before a role; else ``None``."""
    office = Office(at, at)
    reader = _Reader(words, known, language, section(language), office)
    while reader.step():
        pass
    return office if office.roles or office.rank or reader.honoured else None


@dataclass(slots=True)
class _Reader:
    """Takes one chunk or link after another as long as they belong to one office."""

    words: Sequence[Word]
    known: dict[int, Chunk]
    language: str
    section: PersonSection
    office: Office
    at: int = -1
    honoured: bool = False

    def step(self) -> bool:
        """Takes what stands next; false when it belongs to no office."""
        self.at = self.office.last if self.at < 0 else self.at
        if self.at >= len(self.words):
            return False
        chunk = self.known.get(self.at)
        return self._take(chunk) if chunk else self._link()

    def _take(self, chunk: Chunk) -> bool:
        opens = chunk.first == self.office.first
        word = self.words[chunk.first]
        if not (opens or word.joined or (word.listed and self._after_comma(chunk))) or not self._belongs(chunk):
            return False
        self._enter(chunk)
        self.office.last = self.at = chunk.last
        return True

    def _after_comma(self, chunk: Chunk) -> bool:
        """After a comma: a rank or an honorific, or the land of an office that has none ("…Situations, Armenia")."""
        if chunk.kind in ("rank", "honorific"):
            return bool(self.office.roles)
        settled = self.office.countries or self.office.agencies
        return chunk.kind == "country" and bool(self.office.portfolio) and not settled

    def _belongs(self, chunk: Chunk) -> bool:
        office = self.office
        if chunk.kind in ("delegation", "source"):
            return False
        if chunk.kind in ("agency", "country", "adjective", "portfolio") and not office.roles:
            return not office.rank and self._leads_to_role(chunk.last)
        if chunk.kind == "adjective":
            return False
        if chunk.kind in ("role", "plural"):
            return len(office.roles) < 2 and not office.rank
        if chunk.kind == "country":
            return office.several or not office.countries
        return True

    def _leads_to_role(self, at: int) -> bool:
        """Whether chunks without a gap lead from here to a role: "Kazakhstan's Emergency Minister"."""
        while (chunk := self.known.get(at)) and self.words[at].joined:
            if chunk.kind in ("role", "plural"):
                return True
            if chunk.kind not in ("agency", "country", "adjective", "portfolio"):
                return False
            at = chunk.last
        return False

    def _enter(self, chunk: Chunk) -> None:
        office = self.office
        if chunk.kind in ("role", "plural"):
            office.roles.append(chunk.value)
            office.several |= chunk.kind == "plural"
        elif chunk.kind == "rank":
            office.rank = chunk.value
        elif chunk.kind == "portfolio":
            office.portfolio = office.portfolio or chunk.value
        elif chunk.kind == "honorific":
            self.honoured = True
        elif chunk.agency:
            office.agencies.append(chunk.agency)
        else:
            office.countries.append(chunk.value)
        if chunk.kind in ("role", "rank") and office.case is None:
            office.case = self._case(chunk)

    def _case(self, chunk: Chunk) -> Case:
        """The case of a Russian role or rank, told by its first word that is not in the nominative."""
        for word, base in zip(self.words[chunk.first : chunk.last], chunk.base.split(" "), strict=False):
            if fold(word.text) != base:
                return case(fold(word.text), base)
        return "nominative"

    def _seat(self) -> bool:
        """Takes a town or region that the role belongs to: «мэр Москвы», "Governor of Khabarovsk Krai"."""
        found = places.index().at(self.words, self.at, self.language)
        if found is None or (
            found.last < len(self.words) and found.last - found.first == 1 and likeness.given(self.words[self.at].text)
        ):
            return False
        row = places.rows(found.value)[0]
        if row.population < _SEAT and not row.region:
            return False
        if row.country and not self.office.countries:
            self.office.countries.append(row.country)
        self.office.last = self.at = found.last
        return True

    def _link(self) -> bool:
        word = self.words[self.at]
        if self.office.roles and word.capital and word.joined and self._seat():
            return True
        linking = word.text.lower() in self.section.links
        if self.office.several:
            linking |= word.text.lower() in self.section.joins
        if not self.office.roles or not linking or not (word.joined or word.listed):
            return False
        self.at += 1
        return True
