"""Places and people of a document, given to the events that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from emcal.documents import Document, Span
from emcal.gazetteer import countries
from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Lexicon
from emcal.mentions.mention import Participant, Place
from emcal.mentions.merging import Cluster
from emcal.mentions.participants import find_participants
from emcal.mentions.places import find_places

_CODE = re.compile(r"\b[A-Z]{2}\b")
_GROUNDED = ("within", "city", "host")  # the words say that something is there; a bare name says nothing
_HOSTED = frozenset(("visit", "seminar", "training", "exhibition"))  # held where the one who receives is at home
_ABSTRACT = frozenset(("agreement",))  # in force, but nowhere


@dataclass(frozen=True)
class Surroundings:
    """The places and the people of one document, in the order of the text."""

    places: tuple[Place, ...]
    participants: tuple[Participant, ...]
    lexicon: Lexicon
    text: str

    def place(self, cluster: Cluster, best: Candidate) -> Place | None:
        """The place that the event's own sentences give: first its clause, then its sentence, then its other sentences."""
        if best.kind in _ABSTRACT:
            return None
        tellers = [best, *(c for c in cluster.candidates if c.asserted and c is not best)]
        for start, stop, candidate in _stretches(tellers):
            found = self._within(start, stop, candidate)
            if found is not None:
                return found
        if best.heading is not None:
            return _coded(self.text, best) or self._within(
                best.heading.line.start, best.heading.line.stop, best.heading
            )
        return self._goal(tellers) if best.kind == "visit" else None

    def _within(self, start: int, stop: int, candidate: Candidate) -> Place | None:
        """The place in a stretch of text that is nearest to the trigger, a town rather than a country."""
        listed = candidate.parser == "agenda" or candidate.listed
        here = [p for p in self._places_in(start, stop) if listed or self._grounded(candidate, p)]
        return min(here, key=lambda p: (p.name is None, _gap(p.span, candidate.trigger)), default=None)

    def _grounded(self, candidate: Candidate, place: Place) -> bool:
        """Whether words put something at the place: a preposition before it, or a verb that it is the subject of."""
        if place.cue in _GROUNDED or place.span is None:
            return place.cue in _GROUNDED
        line = candidate.line
        first, last = line.word_at(place.span.start), line.word_at(place.span.stop - 1)
        inside = any(t.word in self.lexicon.inside for t in line.tokens[max(0, first - 2) : first])
        opens = first - line.clause_of(first).first <= 1
        return inside or (opens and any(h.role == "claim" and h.first == last + 1 for h in line.hits))

    def _goal(self, tellers: list[Candidate]) -> Place | None:
        """Where a visit goes: a place that its sentence names with a word or an ending of direction."""
        return next(
            (p for c in tellers for p in self._places_in(c.line.start, c.line.stop)
             if p.span and _leads(self.lexicon, c, p.span)),
            None,
        )  # fmt: skip

    def received(self, candidate: Candidate) -> Place | None:
        """The country of the body that is visited or that holds the event: the first one behind the trigger with one."""
        if candidate.kind not in _HOSTED:
            return None
        after = [p for p in self.people(candidate) if p.organisation and p.country and p.span]
        after = [p for p in after if p.span and p.span.start > candidate.trigger[0]]
        return Place(country=after[0].country, span=after[0].span) if after else None

    def people(self, candidate: Candidate) -> tuple[Participant, ...]:
        """Those whom the candidate's sentence names, in its order."""
        line = candidate.line
        starts = self._people_at
        return self.participants[bisect_left(starts, line.start) : bisect_left(starts, line.stop)]

    def _places_in(self, start: int, stop: int) -> tuple[Place, ...]:
        return self.places[bisect_left(self._places_at, start) : bisect_left(self._places_at, stop)]

    @cached_property
    def _places_at(self) -> list[int]:
        return [p.span.start for p in self.places if p.span]

    @cached_property
    def _people_at(self) -> list[int]:
        return [p.span.start for p in self.participants if p.span]

    @cached_property
    def domestic(self) -> Place | None:
        """The one country that the document knows, ``None`` when it names several or none."""
        lands = {p.country for p in self.places if p.country} | {p.country for p in self.participants if p.country}
        rooted = any(p.country and (p.organisation or p.role) for p in self.participants) or bool(self.places)
        return Place(country=lands.pop()) if len(lands) == 1 and rooted else None

    def taking_part(self, cluster: Cluster, best: Candidate) -> tuple[Participant, ...]:
        """Those whom the sentences of the event name, each once; the first telling of them has the most to say."""
        found: dict[tuple[str | None, ...], Participant] = {}
        for candidate in (best, *(c for c in cluster.candidates if c.asserted)):
            for person in self.people(candidate):
                found.setdefault(_identity(person), person)
        return tuple(found.values())


def survey(document: Document, lexicon: Lexicon) -> Surroundings:
    """All places and participants of the document; the dateline's city is where the newsroom is, and left out."""
    line = document.dateline
    places = (p for p in find_places(document) if p.span and p.country and not (line and line.span.overlap(p.span)))
    people = (p for p in find_participants(document) if p.span)
    return Surroundings(tuple(sorted(places, key=_start)), tuple(sorted(people, key=_start)), lexicon, document.text)


def _start(found: Place | Participant) -> int:
    return found.span.start if found.span else 0


def _stretches(tellers: list[Candidate]) -> Iterator[tuple[int, int, Candidate]]:
    for candidate in tellers:
        tokens = candidate.line.tokens
        yield tokens[candidate.clause[0]].start, tokens[candidate.clause[1]].stop, candidate
    for candidate in tellers:
        if candidate.parser != "agenda" and not candidate.listed:
            yield candidate.line.start, candidate.line.stop, candidate


def _gap(span: Span | None, trigger: tuple[int, int]) -> int:
    if span is None:
        return 0
    return span.start - trigger[1] if span.start >= trigger[1] else max(0, trigger[0] - span.stop)


def _identity(person: Participant) -> tuple[str | None, ...]:
    return (person.key or person.name, person.country, None if person.name else person.organisation)


def _leads(lexicon: Lexicon, candidate: Candidate, span: Span) -> bool:
    """Whether a place is a direction: "to Uzbekistan", «Кыргызстанга»."""
    line = candidate.line
    first, last = line.word_at(span.start), line.word_at(span.stop - 1)
    return (first > 0 and line.tokens[first - 1].word in lexicon.toward) or (
        bool(lexicon.dative) and line.tokens[last].word.endswith(lexicon.dative)
    )


def _coded(text: str, candidate: Candidate) -> Place | None:
    """The country whose two-letter code (ISO 3166-1) an item of a list has for its place ("Exercise AT")."""
    start, stop = candidate.phrase
    codes = (word for word in _CODE.findall(text[start:stop]) if countries.name(word, "en") != word)
    return next((Place(country=code) for code in codes), None)
