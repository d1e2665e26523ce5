"""Persons: a name with the office, rank and land that stand beside it, or an office whose holder is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from emcal.gazetteer import likeness, places
from emcal.gazetteer.endings import forms
from emcal.gazetteer.words import Word, fold
from emcal.mentions.office import Chunk, Office, read, section

_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "ibn",
        "de",
        "van",
        "von",
        "der",
        "oglu",
        "uulu",
        "ogly",
        "ugli",
        "qizi",
        "уулу",
        "угли",
        "ўғли",
        "кызы",
    ]
)
_CLOSING = ("oglu", "uulu", "ogly", "ugli", "qizi", "уулу", "угли", "ўғли", "кызы")
_LONGEST = 4
_TOWN = 100_000
_INITIAL_GAP = re.compile(r"\.?[ \u00a0]?")


@dataclass(slots=True)
class Person:
    """Somebody at ``words[first:last]``: ``name`` as written (``None`` for an unnamed holder) and the office."""

    first: int
    last: int
    name: str | None
    office: Office | None
    index: int = 0


class Persons:
    """Reads one text from left to right; ``find`` gives every person once for each place where they are named."""

    def __init__(self, text: str, words: Sequence[Word], known: dict[int, Chunk], language: str) -> None:
        self.text = text
        self.words = words
        self.known = known
        self.language = language
        self.section = section(language)
        self.ends = {chunk.last: chunk for chunk in known.values()}
        self.inside = {at for chunk in known.values() for at in range(chunk.first, chunk.last)}

    def find(self) -> Iterator[Person]:
        """Persons in the order of the text, those with an office and those that only look like a person."""
        reach = 0
        for at, word in enumerate(self.words):
            if at < reach or not (word.capital or at in self.known):
                continue
            office = read(self.words, self.known, at, self.language) if at in self.known else None
            found = list(self._of_office(office)) if office else self._free(at)
            yield from found
            reach = max((person.last for person in found), default=0)

    def _of_office(self, office: Office) -> Iterator[Person]:
        names = list(self._names(office))
        if not names:
            bodies = max(1, len(office.agencies), len(office.countries)) if office.several else 1
            if office.specific:
                yield from (Person(office.first, office.last, None, office, at) for at in range(bodies))
            else:
                yield Person(office.first, office.last, "", office)
        for at, (first, last) in enumerate(names):
            person = self._person(office.first if at == 0 else first, first, last, office, at)
            yield self._with_apposition(person)

    def _names(self, office: Office) -> Iterator[tuple[int, int]]:
        """Where the names of an office's holders stand: one, or as many as "ministers" are listed."""
        at = office.last
        last = self._name(at, bound=True)
        while last:
            yield at, last
            at = last + 1 if last < len(self.words) and self.words[last].text.lower() in self.section.joins else last
            last = self._name(at, bound=False) if office.several and at != last else 0

    def _name(self, at: int, *, bound: bool) -> int:
        """Where the name that begins at ``at`` ends, 0 if none does; ``bound`` to an office it may be one word."""
        last = self._capitals(at)
        if last == at or (at and bound and not (self.words[at].joined or self.words[at].listed)):
            return 0
        if self._place(at, last):
            return 0
        spelled = self._spelled(at, last)
        if any(word in self.section.institutions for word in spelled):
            return 0
        if likeness.person(spelled) and (bound or self._stands_alone(at, spelled)):
            return last
        return last if bound and self._tight(at, last) else 0

    def _tight(self, at: int, last: int) -> bool:
        """Whether words that look like no name are one by standing right behind an office."""
        before = self.ends.get(at)
        spelled = [word.text for word in self.words[at:last]]
        if before is None or not self.words[at].joined or len(spelled) > 3 or self._headline(at, last):
            return False
        if len(spelled) > 1:
            return True
        if likeness.adjectival(spelled[0]) and last < len(self.words) and self.words[last].joined:
            return False
        return before.kind in ("role", "rank", "honorific") and (spelled[0].isascii() or likeness.surname(spelled[0]))

    def _stands_alone(self, at: int, spelled: Sequence[str]) -> bool:
        """Whether a name without an office is sure enough: at the head of a sentence it takes a given name or initials."""
        if self._cut(at) or likeness.late(spelled):
            return False
        if len(spelled[0]) < 3 or likeness.given(spelled[0]) or any(word.endswith(".") for word in spelled):
            return True
        opens = at == 0 or not re.fullmatch(r"[ ,(«\"“–—-]+", self.text[self.words[at - 1].stop : self.words[at].start])
        return not opens and not likeness.adjectival(spelled[-1])

    def _cut(self, at: int) -> bool:
        """Whether a Cyrillic word stands before an initial that opens the name itself: «Хатлон И. Вализода»."""
        if at + 2 >= len(self.words) or self.words[at].text.isascii():
            return False
        return len(self.words[at].text) > 1 and len(self.words[at + 1].text) == 1 and self._goes_on(at + 2)

    def _spelled(self, first: int, last: int) -> list[str]:
        """The words as likeness asks for them: a letter with a stop is an initial, one without ("A Platform") is not."""
        pairs = ((word, self.text[word.stop : word.stop + 1]) for word in self.words[first:last])
        return [word.text + stop if len(word.text) < 3 and stop == "." else word.text for word, stop in pairs]

    def _capitals(self, at: int) -> int:
        """The end of the capitalised words that may be one name, initials and particles among them."""
        last = at
        while last < len(self.words) and last - at < _LONGEST and last not in self.inside:
            word = self.words[last]
            if last > at and (not self._goes_on(last) or self._ended(at, last)):
                break
            if not word.capital and not (last > at and word.text in _PARTICLES):
                break
            last += 1
        while (
            last > at and self.words[last - 1].text in _PARTICLES and not self.words[last - 1].text.endswith(("i", "u"))
        ):
            last -= 1
        return last

    def _ended(self, at: int, last: int) -> bool:
        """Whether a full name has ended: by a suffix behind an apostrophe (Azhikeev'i), or since a town's name follows."""
        before = self.words[last - 1].text
        if self.language.startswith("tr") and re.search("['’]", before):
            return True
        if last - at < 2 or likeness.surname(self.words[last].text):
            return False
        found = places.index().at(self.words, last, self.language)
        return found is not None and places.rows(found.value)[0].population >= _TOWN

    def _goes_on(self, at: int) -> bool:
        before = self.words[at - 1]
        gap = self.text[before.stop : self.words[at].start]
        if len(before.text) == 1 and before.capital and _INITIAL_GAP.fullmatch(gap):
            return True
        return gap in (" ", "-", "\u00a0")

    def _place(self, first: int, last: int) -> bool:
        """Whether a place's name fills the words."""
        found = places.index().at(self.words, first, self.language)
        return found is not None and found.last >= last

    def _headline(self, first: int, last: int) -> bool:
        """Whether the words around are capitalised anyway, as in an English headline."""
        sides = (*range(max(0, first - 3), first), *range(last, min(last + 3, len(self.words))))
        around = [self.words[at] for at in sides if at not in self.inside and len(self.words[at].text) > 3]
        return len(around) > 2 and all(word.capital for word in around)

    def _free(self, at: int) -> list[Person]:
        """A name without an office before it; an office may follow."""
        if at in self.inside or not self.words[at].capital or self.language == "und":
            return []
        last = self._name(at, bound=False)
        if last:
            return [self._with_apposition(self._person(at, at, last, None, 0))]
        return self._by_office(at)

    def _by_office(self, at: int) -> list[Person]:
        """Two or three capitalised words that only the office behind their comma makes a name: "Amit Shah, Minister"."""
        last = self._capitals(at)
        if not 2 <= last - at <= 3 or last >= len(self.words) or not self.words[last].listed or self._place(at, last):
            return []
        person = self._with_apposition(self._person(at, at, last, None, 0))
        return [person] if person.office and person.office.roles else []

    def _person(self, start: int, first: int, last: int, office: Office | None, index: int) -> Person:
        written = self.text[self.words[first].start : self.words[last - 1].stop]
        return Person(start, last, " ".join(re.sub(r"\.(?=\w)", ". ", written).split()), office, index)

    def _with_apposition(self, person: Person) -> Person:
        """The office after a name: ", Minister of …", "(президент …)", "of the Armenian Ministry of …"."""
        if person.office and person.office.roles and person.office.specific:
            return person
        at = person.last
        while at < len(self.words) and self.words[at].text.lower() in ("the", "of", "an", "a") and self._near(at):
            at += 1
        if at not in self.known or not self._near(at):
            return person
        chunk = self.known[at]
        if at > person.last and chunk.kind in ("agency", "country") and person.office and person.office.roles:
            self._complete(person.office, chunk)
            person.last = chunk.last
            return person
        return self._appose(person, at)

    def _complete(self, office: Office, chunk: Chunk) -> None:
        """The body or land behind a name: "President Ivan Petrov of …"."""
        if chunk.agency:
            office.agencies.append(chunk.agency)
        else:
            office.countries.append(chunk.value)

    def _near(self, at: int) -> bool:
        gap = self.text[self.words[at - 1].stop : self.words[at].start]
        return gap in (", ", " ", " (", " - ", " – ", " — ", "\n") or self.words[at].joined

    def _appose(self, person: Person, at: int) -> Person:
        office = read(self.words, self.known, at, self.language)
        if office is None or not office.roles or (person.office and person.office.roles):
            return person
        if self._name(office.last, bound=True):
            return person
        office.rank = office.rank or (person.office.rank if person.office else None)
        office.case = person.office.case if person.office else None
        person.office, person.last = office, office.last
        return person


def spoken_again(
    words: Sequence[Word], surnames: dict[str, int], taken: Set[int], language: str
) -> Iterator[tuple[int, int]]:
    """Further words that are a surname named before, in any case: index of the word, number of the person."""
    for at, word in enumerate(words):
        if at in taken or not word.capital or len(word.text) < 4:
            continue
        number = next((surnames[form] for form in forms(word.text, language) if form in surnames), None)
        if number is not None:
            yield at, number


def surname(name: str) -> str:
    """The folded word of a name that stands for it alone: the last one that is no initial."""
    full = re.findall(r"[^\W\d_]{3,}", name)
    return fold(full[-1]) if full else ""
