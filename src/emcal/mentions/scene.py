"""One text read once for places and participants: its words, chunks, persons and cues."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from emcal.documents import Document
from emcal.gazetteer import agencies, places
from emcal.gazetteer.phrases import Found, Heads, longest
from emcal.gazetteer.words import fold, split
from emcal.mentions import parts
from emcal.mentions.mention import PlaceCue
from emcal.mentions.office import Chunk, chunks, section
from emcal.mentions.persons import Person, Persons

_LANGUAGE = {"kk": "KZ", "ky": "KG", "uz": "UZ", "az": "AZ", "tg": "TJ", "tr": "TR"}
_HOST_REACH = 3
_BETWEEN = frozenset(["the", "of", "city", "г", "городе", "столице", "capital"])


class Scene:
    """What the gazetteer and the lexicon know of one text; everything is read when it is asked for."""

    def __init__(self, text: str, language: str, city: str | None, chrome: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.language = language
        self.city = city
        self.chrome = sorted(chrome)
        self.words = split(text)

    def in_chrome(self, at: int) -> bool:
        """Whether a code point lies in page chrome."""
        last = bisect_left(self.chrome, (at + 1,)) - 1
        return last >= 0 and at < self.chrome[last][1]

    def says(self, at: int, side: places.Side) -> str:
        """What a word says of the place's name beside it; empty for nothing."""
        return places.says(self.words[at].text, self.language, side)

    @cached_property
    def names(self) -> list[Heads[str] | None]:
        """The places' names that may begin at each word."""
        return places.index().heads(self.words, self.language)

    def place(self, at: int) -> Found[str] | None:
        """The longest place's name that begins at a word."""
        heads = self.names[at]
        return longest(heads, self.words, at, self.language) if heads else None

    @cached_property
    def promising(self) -> list[int]:
        """The indices of words where a town may be named: capitals, beginnings of names, words like "village"."""
        kinds = places.saying(self.language, "kind")
        begins = enumerate(zip(self.words, self.names, strict=True))
        return [at for at, (word, heads) in begins if word.capital or heads or kinds[word.text]]

    @cached_property
    def known(self) -> dict[int, Chunk]:
        """Ranks, roles, agencies, countries … by the index of their first word."""
        return chunks(self.words, self.language)

    @cached_property
    def lands_at(self) -> frozenset[int]:
        """Where countries are named."""
        return frozenset(at for at, chunk in self.known.items() if chunk.kind == "country")

    @cached_property
    def people(self) -> list[Person]:
        """Persons and unnamed office holders, in order."""
        return list(Persons(self.text, self.words, self.known, self.language).find())

    @cached_property
    def taken(self) -> frozenset[int]:
        """The words of persons and their offices."""
        return frozenset(at for person in self.people for at in range(person.first, person.last))

    @cached_property
    def busy(self) -> frozenset[int]:
        """The words that no town's name can use."""
        return self.taken | {at for chunk in self.known.values() for at in range(chunk.first, chunk.last)}

    @cached_property
    def cues(self) -> tuple[parts.Cue, ...]:
        """Words that give somebody a part."""
        return parts.cues(self.words, self.language)

    @cached_property
    def lands(self) -> Counter[str]:
        """The countries that the text names, by noun, adjective or agency, with their counts."""
        named = (chunk.agency.country if chunk.agency else chunk.value for chunk in self._lands())
        return Counter(code for code in named if code and code != agencies.INTERNATIONAL)

    def _lands(self) -> list[Chunk]:
        return [chunk for chunk in self.known.values() if chunk.kind in ("agency", "country", "adjective")]

    @cached_property
    def home(self) -> str | None:
        """The country that "the ministry" without a country belongs to; ``None`` where the text leaves it open.

        In this order: the land of the agency that issued the text ("press service of"), the only land of its agencies,
        the only land of its language, the dateline's city, the only land of the text.
        """
        bodies = [
            c.agency.country for c in self.known.values() if c.agency and c.agency.country != agencies.INTERNATIONAL
        ]
        issuer = next((land for land in map(self._issuer, self.known.values()) if land), None)
        lands = {land for land in bodies if land}
        if issuer or len(lands) == 1:
            return issuer or lands.pop()
        if by_language := _LANGUAGE.get(self.language.split("-", maxsplit=1)[0]):
            return by_language
        if self.city and (rows := places.lookup(self.city)):
            return rows[0].country
        named = {chunk.value for chunk in self.known.values() if chunk.kind == "country"}
        return named.pop() if len(named) == 1 else None

    def _issuer(self, chunk: Chunk) -> str | None:
        body = self.known.get(chunk.last) if chunk.kind == "source" else None
        country = body.agency.country if body and body.agency else None
        return country if country != agencies.INTERNATIONAL else None


@lru_cache(maxsize=4)
def _scene(text: str, language: str, city: str | None, chrome: tuple[tuple[int, int], ...]) -> Scene:
    return Scene(text, language, city, chrome)


def scene(document: Document) -> Scene:
    """The scene of a document; that of the last few documents is remembered."""
    city = document.dateline.city if document.dateline else None
    chrome = tuple((span.start, span.stop) for span in document.chrome)
    return _scene(document.text, document.language, city, chrome)


def is_within(seen: Scene, first: int, last: int) -> bool:
    """Whether a preposition before the words or a locative ending says that something is there: «в г. Баку»."""
    rules = section(seen.language)
    before = [word.text.lower() for word in seen.words[max(0, first - 4) : first]]
    bare = [word for word in before if word not in _BETWEEN]
    if bare and before[-1] != "of" and (bare[-1] in rules.within or " ".join(bare[-2:]) in rules.within):
        return True
    return bool(rules.locative) and fold(seen.words[last - 1].text).endswith(rules.locative)


def cue(seen: Scene, first: int, last: int) -> PlaceCue:
    """What beside ``words[first:last]`` says that something is there."""
    follows = last < len(seen.words) and seen.words[last].joined and bool(seen.says(last, "after"))
    if follows or (first and seen.says(first - 1, "before")):
        return "city"
    if is_within(seen, first, last):
        return "within"
    near = seen.cues[bisect_left(seen.cues, (last,)) : bisect_left(seen.cues, (last + _HOST_REACH,))]
    return "host" if any(what == "host" for _, what in near) else "name"
