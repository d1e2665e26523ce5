"""What the rules of coreference compare: a mention reduced to its date, name, place, sides and people."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from emcal.documents.document import Creation
from emcal.events.dates import Window
from emcal.events.naming import Name, name_of
from emcal.gazetteer import series
from emcal.mentions.mention import Mention, Participant

SITED = frozenset({"exercise", "training", "exhibition", "competition", "forum", "conference", "summit", "seminar"})
"""Kinds that a city has few of at one time."""
BILATERAL = frozenset({"meeting", "visit", "summit", "signing", "agreement", "mission"})
"""Kinds that are told by who takes part."""
SHINGLE = 4
SKETCH = 3
OWN = 6
"""Least words of a title that is no mere kind and country."""

Identity = tuple[str, ...]
_WORD = re.compile(r"\w+")


class Profile:
    """One mention, prepared once for many comparisons. Everything here is a function of the mention and its document."""

    __slots__ = (
        "city", "countries", "country", "created", "edition", "identity", "kind", "mention", "name",
        "organisations", "people", "series", "sides", "sketch", "title", "window", "words", "years",
    )  # fmt: skip

    def __init__(self, mention: Mention, created: Creation) -> None:
        self.mention = mention
        self.created = created
        self.identity = identity(mention)
        self.kind = mention.kind
        self.window = Window(mention.when)
        self.name: Name | None = name_of(mention.name) if mention.name else None
        self.title = name_of(mention.titles.en)
        self.words = frozenset(word for words in self.title.words for word in words)
        self.series, self.edition = series_key(mention), mention.edition
        self.years = self.name.years if self.name else frozenset()
        place = mention.place
        self.city = tuple(place.name.casefold().split()) if place and place.name else ()
        self.country = place.country if place else None
        self.people = {p.key: p for p in mention.participants if p.key and p.name}
        self.organisations = frozenset(filter(None, (organisation_key(p) for p in mention.participants)))
        self.sides = frozenset(p.country for p in mention.participants if p.country)
        self.countries = self.sides | {self.country} if self.country else self.sides
        self.sketch = tuple(sorted(shingles(mention.evidence_text))[:SKETCH])

    @property
    def named(self) -> bool:
        """Whether it has a name or a series of its own."""
        return bool(self.series or (self.name and self.name.keys))


def identity(mention: Mention) -> Identity:
    """What sorts mentions the same way wherever they come from; the path comes last and only parts copies of one text.

    One sentence may tell several events of one kind, so that the id is not enough.
    """
    content = blake2b(mention.model_dump_json(exclude={"document"}).encode(), digest_size=8).hexdigest()
    return mention.id, f"{mention.trigger.start:08}", content, mention.document


def same_city(left: Profile, right: Profile) -> bool:
    """Whether both name one place, or one a place and the other the region that is called after it."""
    few, many = sorted((left.city, right.city), key=len)
    return bool(few) and many[: len(few)] == few


def series_key(mention: Mention) -> str | None:
    """The id of the series in the gazetteer, by the series or by the name; a series it does not know by its own words."""
    known = _series(mention.series or mention.name or "")
    if known and (mention.series or known.kind == mention.kind):
        return known.id
    return mention.series.casefold() if mention.series else None


_series = lru_cache(maxsize=16384)(series.match)


def organisation_key(participant: Participant) -> str | None:
    """An organisation with its country, so that two ministries of one name in two countries stay two."""
    if not participant.organisation:
        return None
    return f"{participant.organisation.casefold()}|{participant.country or ''}"


def shingles(text: str) -> frozenset[int]:
    """Checksums of every run of four words of a sentence; of the whole, when it has fewer."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))) if words else ()
    return frozenset(crc32(run.encode()) for run in runs)


def long_title(profile: Profile) -> bool:
    """Whether a title has words enough to be one event's own."""
    return any(len(words) >= OWN for words in profile.title.words)


def likeness(left: Profile, right: Profile) -> float:
    """The share of word runs that two sentences have in common (Jaccard), from 0 to 1.

    Two sentences that share most of their runs share one of the few smallest, which are kept; the others are not.
    """
    if not set(left.sketch) & set(right.sketch):
        return 0.0
    a, b = shingles(left.mention.evidence_text), shingles(right.mention.evidence_text)
    return len(a & b) / len(a | b)
