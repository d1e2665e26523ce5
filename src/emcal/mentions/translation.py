"""What a noun phrase says, in English: through closed glossaries and the gazetteer alone, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from emcal.gazetteer import countries
from emcal.mentions.candidate import Candidate
from emcal.mentions.english_names import body, land, ordinal
from emcal.mentions.glossary import Entry, Glossary, glossary
from emcal.mentions.line import Reading
from emcal.mentions.mention import Participant, Place
from emcal.mentions.tokens import Token

TOGETHER = frozenset(("joint", "bilateral", "trilateral", "multilateral"))
"""Scopes that say of an event that several sides share it."""

_ROMAN = re.compile(r"[IVXLC]+")
_COUNTED = re.compile(r"(\d{1,3})-?[^\W\d_]{1,4}")
_ROW = 60  # characters behind a phrase in which a row of countries may go on
_JOIN = re.compile(r"[\s\"«»“”„()–—-]*")
_DASH = re.compile(r"\s*[-–—]\s*")


class Known(NamedTuple):
    """A person, organisation, country or place in the text: where, and its English with its article.

    ``town`` tells a place from the rest, ``land`` a country's name or adjective.
    """

    start: int
    stop: int
    english: str
    town: bool = False
    land: bool = False


class Structure(NamedTuple):
    """A noun phrase: ``scopes`` before the noun, the noun, what stands behind it; ``head`` are the noun's words.

    ``complement`` begins with its preposition and is empty where nothing of it is known.
    """

    scopes: tuple[str, ...]
    noun: str
    complement: str
    head: tuple[int, int]


class _Part(NamedTuple):
    """A piece of a complement with the preposition before it, or a comma; ``land`` tells a country."""

    link: str
    english: str
    land: bool = False


def structure(
    reading: Reading, candidate: Candidate, people: tuple[Participant, ...], places: tuple[Place, ...]
) -> Structure:
    """The structure of the candidate's noun phrase."""
    words, line = glossary(reading.document.language), candidate.line
    first, last = bounds(candidate)
    at, after, noun = _head(reading, words, candidate, first, last)
    english = reading.document.language.startswith("en")  # whose phrases are taken as they are
    reader = _Reader(
        reading, words, line.tokens, candidate, [] if english else known(reading, candidate, people, places)
    )
    left = [i for i in range(first, at) if not reader.named(i)]
    scopes, before = reader.modifiers(left)
    start = after
    while words.scope_after and start <= last and (scope := words.at(line.tokens, start, "scope")):
        scopes.append(scope.english)
        start += scope.length
    parts = [*reader.complement(start, last), *before]
    complement = _joined(parts, _partners(people) if TOGETHER.intersection(scopes) else ())
    return Structure(tuple(scopes), noun, complement, (at, after))


def _partners(people: tuple[Participant, ...]) -> tuple[str, ...]:
    """The countries that stand among the people by themselves."""
    alone = (p.country for p in people if p.country and not (p.name or p.role or p.organisation))
    return tuple(dict.fromkeys(land(code) for code in alone))


def _joined(parts: list[_Part], partners: tuple[str, ...]) -> str:
    """The parts in a row; where ``partners`` share the event, one country by itself means all of them, or "with" it."""
    if len(parts) == 1 and parts[0].link == "of" and parts[0].land and partners:
        first, *rest = partners
        return f"of {', '.join((first, *rest[:-1]))} and {rest[-1]}" if rest else f"with {first}"
    said = ""
    for part in parts:
        link = "in" if part.link == "on" and part.english.endswith("sport") else part.link
        said += f", {part.english}" if link == "," else f" {link} {part.english}"
    return said.strip()


def bounds(candidate: Candidate) -> tuple[int, int]:
    """The first and the last word of the candidate's noun phrase."""
    line, (start, stop) = candidate.line, candidate.phrase
    last = line.word_at(stop - 1)
    return line.word_at(start), last - 1 if last and line.tokens[last].start >= stop else last


def _head(reading: Reading, words: Glossary, candidate: Candidate, first: int, last: int) -> tuple[int, int, str]:
    """The noun: its first word, the word behind it, and its English; the kind where the glossary has none."""
    line = candidate.line
    if candidate.verbal and candidate.kind != "signing":
        return _deed(reading, candidate)
    low, high = line.word_at(candidate.trigger[0]), line.word_at(candidate.trigger[1] - 1)
    if candidate.verbal and candidate.kind == "signing":
        low, high = first, last
    for i in range(low, high + 1):
        entry = words.at(line.tokens, i, "head")
        if entry:
            noun = "training" if candidate.kind == "training" and entry.english == "exercise" else entry.english
            return i, max(i + entry.length, high + 1 if high - i < entry.length else 0), noun
    return low, high + 1, _kind(candidate)


def _deed(reading: Reading, candidate: Candidate) -> tuple[int, int, str]:
    """The verb, and the noun for what it does ("handed over": handover), else the kind."""
    line = candidate.line
    first, last = line.word_at(candidate.trigger[0]), line.word_at(candidate.trigger[1] - 1)
    meanings = (reading.lexicon.action(t.word) for t in line.tokens[first : last + 1])
    return first, last + 1, next((m for m in meanings if m), _kind(candidate))


def _kind(candidate: Candidate) -> str:
    return "event" if candidate.kind in ("other", "generic") else candidate.kind


class _Reader:
    """Reads stretches of one phrase."""

    def __init__(
        self, reading: Reading, words: Glossary, tokens: Sequence[Token], candidate: Candidate, found: list[Known]
    ) -> None:
        self._text, self._words, self._tokens, self._candidate = reading.text, words, tokens, candidate
        self._known = found
        self._head_last = reading.lexicon.head_last
        self._of = reading.lexicon.of

    def named(self, word: int) -> bool:
        """Whether the word stands in the event's name."""
        name = self._candidate.name
        return name is not None and name.start <= self._tokens[word].start < name.stop

    def modifiers(self, indices: list[int]) -> tuple[list[str], list[_Part]]:
        """The scopes among the words before the noun; where the noun comes last, also what it is of."""
        scopes: list[str] = []
        parts: list[_Part] = []
        while indices:
            i = indices[0]
            number, scope = _number(self._text, self._tokens[i]), self._words.at(self._tokens, i, "scope")
            piece = self._piece(i) if self._head_last else None
            join = self._words.at(self._tokens, i, "join") if self._head_last else None
            taken = 1
            if self._tokens[i].word in self._of:
                scopes.clear()
            elif number:
                scopes.append(number)
            elif piece:
                taken = piece[0]
                parts.insert(0, _Part("of", piece[1], self._is_land(i)))
            elif scope:
                taken = scope.length
                scopes.append(scope.english)
            elif join and parts and join.english != "and":
                parts[0] = _Part(join.english, parts[0].english)
            elif not self._words.drops(self._tokens[i].word):
                parts.clear()
            indices = indices[taken:]
        return list(dict.fromkeys(filter(None, scopes))), parts

    def complement(self, first: int, last: int) -> list[_Part]:
        """What follows the noun, up to the first word that the glossary does not know."""
        if self._head_last:
            return []
        parts: list[_Part] = []
        i, link = first, "of"
        while i <= last or (i < len(self._tokens) and parts and parts[-1].land):
            join = self._words.at(self._tokens, i, "join")
            gap = self._text[self._tokens[i - 1].stop : self._tokens[i].start]
            if i > first and gap == ", " and parts and parts[-1].land and self._is_land(i):
                link = ","
            elif i > first and not _JOIN.fullmatch(gap):
                break
            if i > last and link == "of" and not (join and join.english == "and"):
                break
            dash = i == first and self._dash(i)
            if dash:
                parts.append(_Part("–", dash.english))
                i += dash.length
            elif self.named(i) or self._words.drops(self._tokens[i].word):
                i += 1
            elif join and link in ("of", "and"):
                link = join.english
                i += join.length
            elif piece := self._composed(i):
                parts.append(_Part(link, piece[1], self._is_land(i)))
                i, link = i + piece[0], "of"
            else:
                break
        return parts if not parts or parts[0].link != "and" else []

    def _composed(self, i: int) -> tuple[int, str] | None:
        """A piece with the modifiers before it: «совместной коллегии» is "the joint collegium"."""
        lands = self._adjectives(i)
        if lands:
            owned = self._composed(i + 1) if i + 1 < len(self._tokens) else None
            return (1 + owned[0], f"{owned[1]} of {' and '.join(lands)}") if owned else None
        piece = self._piece(i)
        if piece:
            return piece
        number, scope = _number(self._text, self._tokens[i]), self._words.at(self._tokens, i, "scope")
        taken, before = (1, number) if number else (scope.length, scope.english) if scope else (0, "")
        behind = self._composed(i + taken) if taken and i + taken < len(self._tokens) else None
        if behind is None:
            return None
        bare = behind[1].removeprefix("the ")
        return taken + behind[0], f"{'the ' if bare != behind[1] or number else ''}{before} {bare}"

    def _is_land(self, i: int) -> bool:
        return any(k.land and k.start <= self._tokens[i].start < k.stop for k in self._known)

    def _dash(self, i: int) -> Entry | None:
        """The second noun of a double name («форум – совещание»)."""
        gap = self._text[self._tokens[i - 1].stop : self._tokens[i].start]
        return self._words.at(self._tokens, i, "head") if _DASH.fullmatch(gap) else None

    def _adjectives(self, i: int) -> list[str]:
        """The countries of an adjective (российско-китайской); a name has a capital letter."""
        token = self._tokens[i]
        if not self._text[token.start].islower():
            return []
        return [k.english for k in sorted(self._known) if k.land and token.start <= k.start < token.stop]

    def _piece(self, i: int) -> tuple[int, str] | None:
        """How many words from ``i`` on are a name of the gazetteer or a phrase of the glossary, and its English."""
        start = self._tokens[i].start
        term = self._words.at(self._tokens, i, "term")
        for one in self._known:
            if one.start <= start < one.stop and not (one.town and self._head_last):
                taken = sum(1 for t in self._tokens[i : i + 24] if t.start < one.stop)
                return (taken, one.english) if term is None or taken >= term.length else (term.length, term.english)
        if term:
            return term.length, term.english
        head = None if self._head_last else self._words.at(self._tokens, i, "head")
        return (head.length, f"the {head.english}") if head else None


def known(
    reading: Reading, candidate: Candidate, people: tuple[Participant, ...], places: tuple[Place, ...]
) -> list[Known]:
    """What the gazetteer knows of the candidate's phrase; longer names first."""
    start, stop = candidate.phrase
    found = [
        Known(p.span.start, p.span.stop, english)
        for p in people
        if p.span and p.span.start < stop and start < p.span.stop and (english := p.name or body(p))
    ]
    found += [
        Known(p.span.start, p.span.stop, p.name, town=True)
        for p in places
        if p.span and p.name and start <= p.span.start < stop
    ]
    row = min(stop + _ROW, candidate.line.stop) if reading.text[stop : stop + 1] in (",", " ") else stop
    lands = countries.find(reading.text[start:row], reading.document.language)
    found += [Known(start + a, start + b, land(code), land=True) for a, b, code in lands]
    return sorted(found, key=lambda k: k.start - k.stop)


def _number(text: str, token: Token) -> str:
    """An edition as it stands in the text: a Roman numeral, or a counted one with its English ending."""
    written = text[token.start : token.stop]
    counted = _COUNTED.fullmatch(token.word)
    return ordinal(int(counted[1])) if counted else written if _ROMAN.fullmatch(written) else ""
