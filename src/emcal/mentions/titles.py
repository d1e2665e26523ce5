"""Titles rendered from structure, in English and in Russian; a quoted name is kept as it stands."""

from __future__ import annotations

import re

from anyascii import anyascii

from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Lexicon, lexicon
from emcal.mentions.line import Reading
from emcal.mentions.mention import Participant, Place, Titles
from emcal.mentions.tokens import Token

_ROMAN = re.compile(r"[IVXLC]+")
_COUNTED = re.compile(r"(\d{1,3})-?[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d+(?:[-–/]\d+)?")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SPACE = re.compile(r"\s+")
_MAX_SIDES = 3


def render(reading: Reading, candidate: Candidate, place: Place | None, people: tuple[Participant, ...]) -> Titles:
    """Both titles of the event that ``candidate`` says most about."""
    english = lexicon("en")
    if candidate.verbal and candidate.kind != "signing":
        title = _by_sides(candidate, place, people)
    elif reading.document.language.startswith("en"):
        title = _verbatim(reading, candidate)
    else:
        title = _translated(reading, candidate, place)
    if candidate.kind == "signing" and "igning" not in title:
        title = f"Signing of the {title}"
    return Titles(en=_capital(title), ru=_russian(candidate, place, people, english))


def _verbatim(reading: Reading, candidate: Candidate) -> str:
    """The noun phrase as the text has it."""
    return _SPACE.sub(" ", reading.text[slice(*candidate.phrase)]).strip(" ,.;:-–—•")


def _by_sides(candidate: Candidate, place: Place | None, people: tuple[Participant, ...]) -> str:
    """ "Meeting of A with B", "Visit of A to B", from those who take part."""
    sides = [side for p in people[:_MAX_SIDES] if (side := _side(p))]
    noun = candidate.kind if candidate.kind != "other" else "event"
    if not sides:
        return noun + (f" in {place.name or place.country}" if place and (place.name or place.country) else "")
    if candidate.kind == "visit":
        return f"visit of {sides[0]}" + (f" to {place.name}" if place and place.name else "")
    return f"{noun} of {sides[0]}" + (f" with {' and '.join(sides[1:])}" if len(sides) > 1 else "")


def _side(person: Participant) -> str:
    role = person.role or ""
    if person.name:
        return person.name
    return " ".join(part for part in (role, person.organisation or person.country or "") if part)


def _translated(reading: Reading, candidate: Candidate, place: Place | None) -> str:
    """The noun phrase word by word through the glossary; names are romanised, other unknown words left out."""
    line = candidate.line
    head = line.word_at(candidate.trigger[0])
    first, last = line.word_at(candidate.phrase[0]), line.word_at(candidate.phrase[1] - 1)
    left = _words(reading, candidate, line.tokens[first:head])
    noun = reading.lexicon.translate(candidate.head) or candidate.kind
    right = _words(reading, candidate, line.tokens[line.word_at(candidate.trigger[1] - 1) + 1 : last + 1])
    joined = [*left, noun] if candidate.kind != "signing" else [noun]
    name = _name(candidate)
    if name:
        joined.append(name)
    if right:
        joined += ["of", *right] if right[0] not in ("for", "of", "in", "on", "between", "with") else right
    return " ".join(joined)


def _name(candidate: Candidate) -> str:
    if candidate.name is None:
        return ""
    text = candidate.name.text.strip("«»“”\"'")
    return f'"{romanize(text)}"' if candidate.name.quoted else romanize(text)


def _words(reading: Reading, candidate: Candidate, tokens: list[Token]) -> list[str]:
    name = candidate.name
    words: list[str] = []
    for token in tokens:
        if name is not None and name.start <= token.start < name.stop:
            continue
        word = _word(reading.lexicon, reading.text[token.start : token.stop], token.word)
        if word and word not in words:
            words.append(word)
    return words


def _word(known: Lexicon, written: str, folded: str) -> str:
    meaning = known.translate(folded)
    if meaning is not None:
        return meaning
    counted = _COUNTED.fullmatch(folded)
    if counted:
        return _ordinal(int(counted[1]))
    if _ROMAN.fullmatch(written) or _NUMBER.fullmatch(written):
        return written
    return romanize(written) if written[:1].isupper() else ""


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def romanize(text: str) -> str:
    """``text`` in Latin letters; what is Latin already stays as it is."""
    return str(anyascii(text)) if _CYRILLIC.search(text) else text


def _russian(
    candidate: Candidate, place: Place | None, people: tuple[Participant, ...], english: Lexicon | None
) -> str:
    """Kind, name and place; the words of the text are not repeated where they would stand in an oblique case."""
    noun = (english.translate(candidate.kind) if english else None) or candidate.kind
    parts = [noun]
    if candidate.edition:
        parts.insert(0, f"{candidate.edition}-й")
    if candidate.name is not None:
        parts.append(f"«{candidate.name.text.strip('«»')}»")
    title = " ".join(parts)
    where = place and (place.name_ru or place.name)
    return _capital(title + (f" ({where})" if where else ""))


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
