"""Who takes part: persons, unnamed office holders, organisations and countries that a document names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emcal.documents import Document, Span
from emcal.gazetteer import agencies, names
from emcal.mentions import parts, profile
from emcal.mentions.mention import Participant
from emcal.mentions.office import Chunk
from emcal.mentions.persons import spoken_again
from emcal.mentions.profile import Profile
from emcal.mentions.scene import Scene, is_within, scene


class _Entry(NamedTuple):
    """Somebody at ``words[first:last]``."""

    first: int
    last: int
    who: Profile


def find_participants(document: Document) -> tuple[Participant, ...]:
    """Everyone the text names, in its order, once for each place; ``name`` is romanised, in the nominative.

    Each mention of a person carries what the document says of them anywhere: "Petrov noted" has the rank and the
    office that stood beside the full name. Page chrome is left out.
    """
    seen = scene(document)
    found = sorted([*_persons(seen), *_bodies(seen)], key=lambda entry: entry[:2])
    return tuple(_participant(seen, entry) for entry in found if not seen.in_chrome(seen.words[entry.first].start))


def _persons(seen: Scene) -> Iterator[_Entry]:
    """Named persons, unnamed holders, and the places where a surname stands alone."""
    told = [person for person in seen.people if person.name != ""]
    people, numbers = profile.gather([profile.of(person, seen.language, seen.home) for person in told])
    people = profile.settled(people, seen.home if len(seen.lands) == 1 else None)
    for person, number in zip(told, numbers, strict=True):
        yield _Entry(person.first, person.last, people[number])
    for at, number in spoken_again(seen.words, profile.surnames(people), seen.taken, seen.language):
        yield _Entry(at, at + 1, people[number])


def _bodies(seen: Scene) -> Iterator[_Entry]:
    """Organisations, delegations and countries that belong to no office."""
    for chunk in seen.known.values():
        who = None if chunk.first in seen.taken else _body(seen, chunk)
        if who:
            after = seen.known.get(chunk.last)
            yield _Entry(chunk.first, after.last if chunk.kind == "adjective" and after else chunk.last, who)


def _body(seen: Scene, chunk: Chunk) -> Profile | None:
    before = seen.known.get(_beginning(seen.known, chunk.first))
    after = seen.known.get(chunk.last)
    if before and before.kind == "source":
        return None
    if chunk.agency:
        agency = agencies.at_home(chunk.agency, seen.home)
        return Profile(None, organisation=agency.english, country=agency.country)
    if chunk.kind == "adjective" and after and after.kind == "delegation":
        return Profile(None, country=chunk.value)
    if chunk.kind == "country" and not is_within(seen, chunk.first, chunk.last):
        return Profile(None, country=chunk.value)
    return None


def _beginning(known: dict[int, Chunk], at: int) -> int:
    """Where the chunk that ends right before ``at`` begins, -1 if none does."""
    return next(
        (first for first in range(at - 1, max(-1, at - 6), -1) if first in known and known[first].last == at), -1
    )


def _participant(seen: Scene, entry: _Entry) -> Participant:
    who = entry.who
    english = names.romanise(who.native, seen.language) if who.native else None
    return Participant(
        name=english,
        name_ru=who.native if seen.language.startswith("ru") else None,
        role=who.role,
        rank=who.rank,
        organisation=who.organisation,
        country=who.country if who.country != agencies.INTERNATIONAL else None,
        part=parts.part(seen.text, seen.words, seen.cues, entry.first, entry.last, seen.language),
        key=names.key(english) if english else None,
        span=Span(start=seen.words[entry.first].start, stop=seen.words[entry.last - 1].stop),
    )
