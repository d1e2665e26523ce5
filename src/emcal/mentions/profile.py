"""What a document says of one person, gathered from every place where the name stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from emcal.gazetteer import agencies, likeness, names
from emcal.gazetteer.likeness import bare
from emcal.gazetteer.words import fold
from emcal.mentions.persons import Person, surname

_MARK = 4
_MOST = 20
_LEADERS = frozenset(["Minister", "Head", "Chairman", "President"])


class Profile(NamedTuple):
    """A person or unnamed holder: the name in the nominative as the document spells it, and English forms."""

    native: str | None
    role: str | None = None
    rank: str | None = None
    organisation: str | None = None
    country: str | None = None


def of(person: Person, language: str, home: str | None) -> Profile:
    """What the words around one name say."""
    native = person.name and bare(person.name, language, person.office.case if person.office else None)
    office = person.office
    if office is None:
        return Profile(native)
    number = person.index if office.several else 0
    body = office.agencies[number] if number < len(office.agencies) else None
    country = office.countries[number] if number < len(office.countries) else None
    if body:
        body = agencies.at_home(body, country or home)
    if country is None:
        country = body.country if body else home if office.portfolio else None
    if body is None and office.portfolio:
        body = agencies.national(office.portfolio, country)
    if country == agencies.INTERNATIONAL:
        country = None
    role = " - ".join(dict.fromkeys(office.roles)) or None
    return Profile(native, role, office.rank, body.english if body else None, country)


def gather(profiles: Sequence[Profile]) -> tuple[list[Profile], list[int]]:
    """The persons behind ``profiles``, each with all that is said of them, and the number of each one's person.

    Only names that share the beginning of a word are compared: within one text a name keeps its spelling.
    """
    people: list[Profile] = []
    numbers: list[int] = []
    shelves: dict[str, list[int]] = {}
    for profile in profiles:
        marks = {token[:_MARK] for token in names.key(profile.native or "").split() if len(token) > 2}
        near = sorted({number for mark in marks for number in shelves.get(mark, ())[:_MOST]})
        number = next((number for number in near if _one(people[number], profile)), len(people))
        people[number : number + 1] = [_joined(people[number], profile) if number < len(people) else profile]
        numbers.append(number)
        for mark in marks:
            shelf = shelves.setdefault(mark, [])
            if number not in shelf[-_MOST:]:
                shelf.append(number)
    return people, numbers


def _one(a: Profile, b: Profile) -> bool:
    if not a.native or not b.native or (a.country and b.country and a.country != b.country):
        return False
    if likeness.patronymic(b.native):
        return a.native.split()[0] == b.native.split()[0]
    return names.same_person(a.native, b.native)


def _joined(a: Profile, b: Profile) -> Profile:
    """The fuller name; of everything else what was said first."""
    native = max((a.native or "", b.native or ""), key=lambda name: (len(_full(name)), name == a.native))
    return Profile(native, a.role or b.role, a.rank or b.rank, a.organisation or b.organisation, a.country or b.country)


def _full(name: str) -> list[str]:
    return [word for word in name.split() if len(word.rstrip(".")) > 1]


def settled(people: Sequence[Profile], home: str | None) -> list[Profile]:
    """Bare ministers and presidents belong to the document's home; an office whose holder is named elsewhere is theirs."""
    at_home = [p._replace(country=home) if p.country is None and p.native and _national(p) else p for p in people]
    return [_holder(person, at_home) for person in at_home]


def _national(person: Profile) -> bool:
    return person.organisation is None and any(word in (person.role or "") for word in ("Minister", "President"))


def _holder(person: Profile, people: Sequence[Profile]) -> Profile:
    """The one named head of the same body, where "the head of the ministry" stands without a name."""
    if person.native or not person.organisation or person.role not in _LEADERS:
        return person
    same = [p for p in people if p.native and p.organisation == person.organisation and p.role in _LEADERS]
    return same[0] if len(same) == 1 else person


def surnames(people: Sequence[Profile]) -> dict[str, int]:
    """The word by which a person may be named again, folded, with the person's number; shared ones are left out."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for number, person in enumerate(people):
        word = surname(person.native or "")
        shared |= {word} & found.keys()
        found.setdefault(word, number)
    return {fold(word): number for word, number in found.items() if word and word not in shared}
