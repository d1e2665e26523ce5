"""A noun phrase in English, word by word: people, places and countries by their names, other words by the glossary."""

from __future__ import annotations

import re

from anyascii import anyascii

from emcal.gazetteer import countries
from emcal.mentions.candidate import Candidate
from emcal.mentions.line import Reading
from emcal.mentions.mention import Participant, Place
from emcal.mentions.tokens import Token

_ROMAN = re.compile(r"[IVXLC]+")
_COUNTED = re.compile(r"(\d{1,3})-?[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d+(?:[-–/]\d+)?")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SPACE = re.compile(r"\s+")
_EDGES = " ,.;:-–—•("
_LINKS = ("for", "of", "in", "on", "between", "with")
_OBJECT = 9  # words after a verb that say what it is about


class Translation:
    """The words of one candidate with the English of what is known in them."""

    def __init__(
        self, reading: Reading, candidate: Candidate, people: tuple[Participant, ...], places: tuple[Place, ...]
    ) -> None:
        self.reading, self.candidate = reading, candidate
        self.known = [*_bodies(people), *_towns(places, candidate), *_lands(reading, candidate)]

    def verbatim(self) -> str:
        """The noun phrase as the text has it."""
        return _tidy(self.reading.text[slice(*self.candidate.phrase)])

    def phrase(self, name: str) -> str:
        """Modifiers, noun, name and complement, in English order."""
        candidate, line = self.candidate, self.candidate.line
        head, after = line.word_at(candidate.trigger[0]), line.word_at(candidate.trigger[1] - 1) + 1
        first, last = line.word_at(candidate.phrase[0]), line.word_at(candidate.phrase[1] - 1)
        if candidate.kind in ("signing", "agreement") and candidate.verbal:
            return " ".join([*self._words(line.tokens[first : last + 1]), name]).strip()
        noun = self.reading.lexicon.translate(candidate.head) or candidate.kind
        left, right = self._words(line.tokens[first:head]), self._words(line.tokens[after : last + 1])
        joined = [*left, noun, *([name] if name else [])]
        if right:
            joined += right if right[0] in _LINKS else ["of", *right]
        return " ".join(joined)

    def noun(self) -> str:
        """The English noun for an event verb ("handed over": handover), empty when there is none."""
        line = self.candidate.line
        first, last = line.word_at(self.candidate.trigger[0]), line.word_at(self.candidate.trigger[1] - 1)
        meanings = (self.reading.lexicon.action(t.word) for t in line.tokens[first : last + 1])
        return next((m for m in meanings if m), "")

    def subject(self) -> str:
        """Who does what the verb says: the words before it in the clause, of English alone."""
        candidate, line = self.candidate, self.candidate.line
        last = line.word_at(candidate.trigger[0])
        first = max(candidate.clause[0], last - _OBJECT)
        if first >= last or not self.reading.document.language.startswith("en"):
            return ""
        words = self.reading.text[line.tokens[first].start : line.tokens[last - 1].stop]
        return "" if "," in words else _tidy(words[:1].lower() + words[1:] if words.startswith("The ") else words)

    def object(self) -> str:
        """What the verb is about: the words behind it, up to the end of the clause."""
        candidate, line = self.candidate, self.candidate.line
        if self.reading.lexicon.head_last and not self.reading.document.language.startswith("en"):
            return ""
        first = line.word_at(candidate.trigger[1] - 1) + 1
        last = min(first + _OBJECT, candidate.clause[1] + 1)
        if first >= last:
            return ""
        if self.reading.document.language.startswith("en"):
            return _tidy(self.reading.text[line.tokens[first].start : line.tokens[last - 1].stop].split(",")[0])
        return " ".join(self._words(line.tokens[first:last]))

    def _words(self, tokens: list[Token]) -> list[str]:
        name, words = self.candidate.name, []
        for token in tokens:
            if name is not None and name.start <= token.start < name.stop:
                continue
            word = self._word(token)
            if word and word not in words:
                words.append(word)
        return words

    def _word(self, token: Token) -> str:
        for start, stop, english in self.known:
            if start <= token.start < stop:
                return english
        meaning = self.reading.lexicon.translate(token.word)
        if meaning is not None:
            return meaning
        written = self.reading.text[token.start : token.stop]
        counted = _COUNTED.fullmatch(token.word)
        if counted:
            return _ordinal(int(counted[1]))
        if _ROMAN.fullmatch(written) or _NUMBER.fullmatch(written):
            return written
        return romanize(written) if written[:1].isupper() else ""


def _bodies(people: tuple[Participant, ...]) -> list[tuple[int, int, str]]:
    """Persons and organisations; what they are called replaces the words that name them."""
    known = []
    for person in people:
        english = person.name or person.organisation
        if english and person.span:
            english = f"{person.role} of {english}" if person.role and not person.name else english
            known.append((person.span.start, person.span.stop, english))
    return known


def _towns(places: tuple[Place, ...], candidate: Candidate) -> list[tuple[int, int, str]]:
    line = candidate.line
    return [
        (p.span.start, p.span.stop, p.name)
        for p in places
        if p.span and p.name and line.start <= p.span.start < line.stop
    ]


def _lands(reading: Reading, candidate: Candidate) -> list[tuple[int, int, str]]:
    start, stop = candidate.phrase
    found = countries.find(reading.text[start:stop], reading.document.language)
    return [(start + a, start + b, countries.name(code, "en")) for a, b, code in found]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def romanize(text: str) -> str:
    """``text`` in Latin letters; what is Latin already stays as it is."""
    return str(anyascii(text)) if _CYRILLIC.search(text) else text


def _tidy(words: str) -> str:
    """On one line, without marks at the ends; a bracket or a quotation mark that was cut off is dropped."""
    words = _SPACE.sub(" ", words).strip(_EDGES)
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].strip(_EDGES) if words.endswith(("(",)) else words + ")"
    for opening, closing in (("“", "”"), ("«", "»")):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words if words.count('"') % 2 == 0 else words.replace('"', "")
