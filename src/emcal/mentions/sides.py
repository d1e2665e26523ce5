"""Who stands in a title: the two sides of a meeting, the guest of a visit and where the visit goes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from emcal.gazetteer import agencies, countries
from emcal.languages import load
from emcal.mentions.candidate import Candidate
from emcal.mentions.english_names import articled, body, land
from emcal.mentions.mention import Participant, Place

_MOST = 3  # persons
_ROW = 4  # countries or organisations
_CLOSE = 3  # words


class Side(NamedTuple):
    """A person, an organisation or a country in both languages."""

    english: str
    russian: str


def side(person: Participant) -> Side:
    """A participant by name, else by office, else by organisation or country; empty for one of whom nothing is known."""
    if person.name:
        return Side(person.name, person.name_ru or person.name)
    english = body(person)
    if not english and person.country and not person.role:
        return Side(land(person.country), countries.name(person.country, "ru"))
    owner = russian_body(person.organisation) if person.organisation else ""
    if not person.role:
        return Side(english, owner)
    role = _roles().get(person.role, "")
    if _is_short(owner):  # an abbreviation takes no case
        return Side(english, f"{'глава' if role == 'министр' else role} {owner}".strip())
    of = f"({owner})" if owner else countries.genitive(person.country) if person.country else ""
    return Side(english, f"{role} {of}" if role and of else owner)


@cache
def _roles() -> dict[str, str]:
    """The Russian name of an office by its English one."""
    return {english: russian for russian, english in reversed(load("ru").person.roles.items())}


@lru_cache(maxsize=4096)
def russian_body(organisation: str) -> str:
    """The Russian name of an organisation that the gazetteer calls ``organisation``; itself where it knows none."""
    return next((f.agency.russian for f in agencies.find(organisation, "en")), organisation)


def meeting(candidate: Candidate, people: tuple[Participant, ...]) -> tuple[Side, ...]:
    """The sides: persons, with the holders of offices beside them; else organisations, else countries."""
    persons = [p for p in people if p.name or p.role]
    close = [p for p in persons if p.span and _in_clause(candidate, p.span.start)]
    persons = close if len(close) > 1 else persons
    return _distinct(persons)[:_MOST] if persons else bodies(people)


def bodies(people: tuple[Participant, ...]) -> tuple[Side, ...]:
    """The organisations, where there are not two of them the countries; nobody where they are too many for a title."""
    owners = _distinct([p for p in people if p.organisation and not p.name and not p.role])
    states = _distinct([p for p in people if p.country and not (p.name or p.role or p.organisation)])
    told = states if len(owners) < 2 <= len(states) else owners
    return told if len(told) <= _ROW else ()


def lands(people: tuple[Participant, ...]) -> tuple[str, ...]:
    """The codes of the countries that stand among the people by themselves, each once; none where they are too many."""
    codes = dict.fromkeys(p.country for p in people if p.country and not (p.name or p.role or p.organisation))
    return tuple(codes) if len(codes) <= _ROW else ()


def guest(candidate: Candidate, people: tuple[Participant, ...], everybody: tuple[Participant, ...]) -> Side | None:
    """Who visits: one told to be a guest, the subject of the verb, else the one guest of the document."""
    named = [p for p in people if p.name or p.role]
    told = [p for p in named if p.part == "guest"]
    before = [p for p in people if p.span and p.span.start < candidate.trigger[0] and p.part != "host"]
    if candidate.verbal:
        first = told or [p for p in before if p.name or p.role] or before
    else:
        first = told or [p for p in named if p.part != "host"]
    if first:
        return _visitor(first[0])
    guests = {p.name: p for p in everybody if p.part == "guest" and p.name}
    return side(next(iter(guests.values()))) if len(guests) == 1 else None


def _visitor(person: Participant) -> Side:
    """A guest; of an organisation or a country it is a delegation that comes."""
    if person.name or person.role:
        return side(person)
    if person.organisation:
        owner = russian_body(person.organisation)
        english = f"a delegation of {articled(person.organisation)}"
        return Side(english, f"делегация {owner}" if _is_short(owner) else f"делегация ({owner})")
    if person.country:
        return Side(f"a delegation of {land(person.country)}", f"делегация {countries.genitive(person.country)}")
    return side(person)


def _is_short(owner: str) -> bool:
    return owner.split(" ", maxsplit=1)[0].isupper()


def destination(candidate: Candidate, place: Place | None, people: tuple[Participant, ...]) -> Side | None:
    """Where a visit goes: the body behind the verb, else the town, else the country."""
    visited = [
        p for p in people
        if candidate.verbal and p.organisation and not p.name and not p.role and p.span
        and _behind(candidate, p.span.start)
    ]  # fmt: skip
    if visited:
        return side(visited[0])
    if place is None:
        return None
    if place.name:
        return Side(place.name, place.name_ru or place.name)
    return Side(land(place.country), countries.name(place.country, "ru")) if place.country else None


def _behind(candidate: Candidate, at: int) -> bool:
    """Whether something stands close behind the verb."""
    line = candidate.line
    return 0 < line.word_at(at) - line.word_at(candidate.trigger[1] - 1) <= _CLOSE and at < line.stop


def _in_clause(candidate: Candidate, at: int) -> bool:
    first, last = candidate.clause
    tokens = candidate.line.tokens
    return tokens[first].start <= at < tokens[last].stop


def _distinct(people: list[Participant]) -> tuple[Side, ...]:
    sides = (side(p) for p in people)
    return tuple({s.english: s for s in sides if s.english}.values())
