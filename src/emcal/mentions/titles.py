"""Titles rendered from structure, in English and in Russian; a quoted name is kept as it stands.

A name is translated only where it is that of a known series. What the glossaries and the gazetteer cannot say wholly in
the title's language is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from emcal.gazetteer import series
from emcal.mentions import sides
from emcal.mentions.candidate import Candidate
from emcal.mentions.english_names import land, romanize
from emcal.mentions.glossary import glossary
from emcal.mentions.line import Reading
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.mentions.names import Name
from emcal.mentions.russian_titles import russian
from emcal.mentions.sides import Side
from emcal.mentions.tokens import Token
from emcal.mentions.translation import TOGETHER, Structure, bounds, structure

_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"(?<=\w)- (?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDGES = " ,.;:-–—•("
_SHORT = 4  # words; a shorter item of a list needs the name of its list
_LITTLE = 3  # words; a shorter title needs more
_FULL = 5  # words; a shorter title has room for its place
_SUBJECT = 10  # words of a subject
_OBJECT = 7  # words after a verb that say what it is about
_SMALL = frozenset(("of", "the", "a", "an", "in", "on", "for", "and", "to", "with"))
_PERSONAL = frozenset(("meeting", "summit", "visit"))

series_of = lru_cache(maxsize=4096)(series.match)


def render(
    reading: Reading,
    candidate: Candidate,
    place: Place | None,
    people: tuple[Participant, ...],
    places: tuple[Place, ...],
    everybody: tuple[Participant, ...] = (),
    frame: Mention | None = None,
) -> Titles:
    """Both titles of the event as ``candidate`` names it.

    ``people`` are those of its sentence and ``everybody`` those of the document, ``frame`` is the larger event.
    """
    found = structure(reading, candidate, people, places)
    who = _who(candidate, found, place, people, everybody)
    known = series_of(candidate.name.text) if candidate.name else None
    return Titles(
        en=_capital(_english(reading, candidate, found, place, people, who, frame)),
        ru=_capital(russian(reading, candidate, found, place, people, who, known, frame)),
    )


def _who(
    candidate: Candidate, found: Structure, place: Place | None, people: tuple[Participant, ...],
    everybody: tuple[Participant, ...],
) -> tuple[Side, ...]:  # fmt: skip
    """The sides of a meeting, guest and destination of a visit; empty where the noun phrase itself says more."""
    if candidate.kind not in _PERSONAL or candidate.name is not None or candidate.heading is not None:
        return ()
    if candidate.kind == "visit":
        guest = sides.guest(candidate, people, everybody)
        goal = sides.destination(candidate, place, people)
        if not candidate.verbal and found.complement and not (guest and guest.english in found.complement):
            return ()
        goal = None if guest and goal and guest.english == goal.english else goal
        return tuple(s for s in (guest or Side("", ""), goal) if s) if guest or goal else ()
    both = sides.meeting(candidate, people)
    named = sum(bool(p.name or p.role) for p in people)
    if candidate.verbal:
        return both
    told = any(s.english in found.complement for s in both)
    return both if named > 1 and len(both) > 1 and (not found.complement or told) else ()


def _english(
    reading: Reading, candidate: Candidate, found: Structure, place: Place | None, people: tuple[Participant, ...],
    who: tuple[Side, ...], frame: Mention | None,
) -> str:  # fmt: skip
    if who:
        return _between(candidate, found, [s.english for s in who])
    if candidate.verbal and candidate.kind != "signing":
        return _told(reading, candidate, found.noun, place)
    title = own_words(reading, candidate) if reading.document.language.startswith("en") else ""
    title = title or _composed(candidate, found)
    if candidate.heading is not None and len(title.split()) < _SHORT:
        return _under(reading, candidate.heading, candidate.kind, title)
    if candidate.kind == "signing" and "igning" not in title:
        title = f"Signing of {title if title.startswith('the ') else f'the {title}'}"
    title = _enriched(candidate, found, title, place, people, frame)
    return _dated(candidate, title) if candidate.kind == "agreement" else title


def _composed(candidate: Candidate, found: Structure) -> str:
    """Scopes, noun, name and complement, the name where the text has it."""
    name, known = candidate.name, series_of(candidate.name.text) if candidate.name else None
    year = _YEAR.search(candidate.when.edtf) if known and candidate.when and name and not name.year else None
    called = f"{_name(name)} {year[0]}" if year else _name(name)
    after = candidate.line.tokens[found.head[1] - 1].stop
    late = name is not None and name.start > after + 2
    order = (found.complement, called) if late else (called, found.complement)
    return " ".join(filter(None, (*found.scopes, found.noun, *order)))


def _name(name: Name | None) -> str:
    """The name as English readers know it: of a series its English name, else the text's own in Latin letters."""
    if name is None:
        return ""
    known = series_of(name.text)
    if known is not None:
        return f'"{known.english}{f" {name.year}" if name.year else ""}"'
    return f'"{romanize(name.text)}"' if name.quoted else romanize(name.text)


def _under(reading: Reading, heading: Candidate, kind: str, item: str) -> str:
    """An item of a list with the name of the list; of a list of many, its kind is enough."""
    english = reading.document.language.startswith("en")
    if heading.name is None and (heading.plural or not english):
        return f"{kind} {item}" if english else item
    words = heading.name.text if heading.name else reading.text[slice(*heading.phrase)]
    return f"{_SPACE.sub(' ', words).strip(_EDGES)}: {item}"


def _between(candidate: Candidate, found: Structure, who: list[str]) -> str:
    """Who meets whom ("Meeting of A with B") or goes where ("Visit of A to B")."""
    noun = " ".join((*found.scopes, found.noun)) if not candidate.verbal else candidate.kind
    if candidate.kind == "visit":
        guest, *goal = who
        return noun + (f" of {guest}" if guest else "") + (f" to {goal[0]}" if goal else "")
    return f"{noun} of {who[0]} with {_and(who[1:])}" if len(who) > 1 else f"{noun} with {who[0]}"


def _told(reading: Reading, candidate: Candidate, noun: str, place: Place | None) -> str:
    """An event without a noun and without people: what the verb is about, else the kind, and the place."""
    about = ""
    if reading.document.language.startswith("en"):
        behind = candidate.line.word_at(candidate.trigger[1] - 1) + 1
        about = _subject(reading, candidate) if candidate.kind in _PERSONAL else _object(reading, candidate, behind)
    title = f"{noun} of {about}" if about else noun
    return _placed(title, place, min(_weight(title), _FULL - 1))


def _subject(reading: Reading, candidate: Candidate) -> str:
    """Who does what an English verb says: the words before it in the clause."""
    tokens, last = candidate.line.tokens, candidate.line.word_at(candidate.trigger[0])
    words = tokens[candidate.clause[0] : last]
    said = reading.text[words[0].start : words[-1].stop] if words and len(words) <= _SUBJECT else ""
    if "," in said or not said.startswith("The ") or any(t.word in reading.lexicon.stop - {"the"} for t in words):
        return ""
    return _tidy(f"t{said[1:]}")


def _object(reading: Reading, candidate: Candidate, first: int) -> str:
    """What an English verb is about: the noun phrase behind it, unless it points back or is cut."""
    tokens, lexicon = candidate.line.tokens, reading.lexicon
    last = first
    while last < len(tokens) and last - first < _OBJECT and not _ends(reading, candidate, tokens, first, last):
        last += 1
    words = tokens[first:last]
    while words and words[-1].word in lexicon.stop | lexicon.link | lexicon.of:
        words = words[:-1]
    if any(h.value == "generic" and first <= h.first < last for h in candidate.line.hits if h.role == "kind"):
        return ""
    if len(words) < 2 or last - first >= _OBJECT or words[0].word in lexicon.the - {"the"}:
        return ""
    return _tidy(reading.text[words[0].start : words[-1].stop])


def _ends(reading: Reading, candidate: Candidate, tokens: list[Token], first: int, at: int) -> bool:
    """Whether the noun phrase that begins at ``first`` ends before ``at``."""
    lexicon, token = reading.lexicon, tokens[at]
    if at > first and re.search(r"[,;:.(]", reading.text[tokens[at - 1].stop : token.start]):
        return True
    if token.word in ("the", "a", "an", "of"):
        return False
    return token.word in lexicon.stop or any(t.span.start <= token.start < t.span.stop for t in candidate.line.timexes)


def own_words(reading: Reading, candidate: Candidate) -> str:
    """The English noun phrase as the text has it, without evaluation and cut ends; empty where a verb divides it."""
    line, lexicon, words = candidate.line, reading.lexicon, glossary("en")
    first, last = bounds(candidate)
    tokens = line.tokens[first : last + 1]
    name = candidate.name
    if name is not None and name.quoted and name.start < candidate.trigger[0] < name.stop:
        return name.text
    if name is not None and _divided(reading, tokens, candidate, name):
        return ""
    edges = lexicon.stop | lexicon.link | lexicon.of | lexicon.new
    while tokens and (words.drops(tokens[0].word) or tokens[0].word in edges):
        tokens = tokens[1:]
    while tokens and (tokens[-1].word in edges or _cut(tokens)):
        tokens = tokens[:-1]
    if not tokens or not (name or any(t.start == candidate.trigger[0] for t in tokens) or candidate.verbal):
        return ""
    start, stop = tokens[0].start, tokens[-1].stop
    if name is not None:
        start = name.start if start >= name.start > start - 3 else start
        stop = name.stop if stop <= name.stop < stop + 3 else stop
    return _tidy(reading.text[start:stop])


def _cut(tokens: list[Token]) -> bool:
    """Whether the last word is an infinitive whose object is missing ("exercises to eliminate")."""
    return len(tokens) > 1 and tokens[-2].word == "to" and tokens[-1].word.islower()


def _divided(reading: Reading, tokens: list[Token], candidate: Candidate, name: Name) -> bool:
    """Whether words that no noun phrase holds stand between the noun and its name."""
    low, high = min(name.stop, candidate.trigger[1]), max(name.start, candidate.trigger[0])
    between = [t.word for t in tokens if low <= t.start < high]
    return any(w in reading.lexicon.stop - reading.lexicon.link - reading.lexicon.of for w in between)


def _tidy(words: str) -> str:
    """On one line, without marks at the ends; a bracket or a quotation mark that was cut off is dropped."""
    words = _LOOSE.sub(" - ", _SPACE.sub(" ", words)).strip(_EDGES)
    if words.count("(") > words.count(")"):
        words += ")"
    if words[:1] in "'‘" and words[-1:] in "'’":
        words = words[1:-1]
    for opening, closing in (("“", "”"), ("«", "»"), ("‘", "’")):
        if words.count(opening) > words.count(closing) or (
            opening != "‘" and words.count(closing) > words.count(opening)
        ):
            words = words.replace(opening, "").replace(closing, "")
    return words if words.count('"') % 2 == 0 else words.replace('"', "")


def _dated(candidate: Candidate, title: str) -> str:
    """A plan with the years that it is for, behind its name."""
    years = _YEAR.findall(candidate.when.edtf) if candidate.when else []
    span = "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    if title.startswith(tuple(years)):
        title = title[len(span) :].strip(_EDGES) if title.startswith(span) else title
    return f"{title} for {span}" if span and not any(year in title for year in years) else title


def _enriched(
    candidate: Candidate, found: Structure, title: str, place: Place | None, people: tuple[Participant, ...],
    frame: Mention | None,
) -> str:  # fmt: skip
    """A title that says little with those who share the event, its frame's name, or its place."""
    weight = _weight(title)
    if candidate.name is not None or candidate.heading is not None or candidate.listed:
        return title if candidate.name else _placed(title, place, weight)
    shared = [s.english for s in sides.bodies(people)]
    if candidate.kind in ("signing", "agreement"):
        return (
            f"{title} between {_and(shared)}"
            if weight <= _LITTLE and len(shared) > 1
            else _placed(title, place, weight)
        )
    if weight >= _LITTLE:
        return _placed(title, place, weight)
    together = bool(TOGETHER.intersection(found.scopes))
    if len(shared) > 1 and (together or candidate.kind == "meeting"):
        return f"{title} of {_and(shared)}"
    if frame is not None and frame.name:
        return f"{title} of {romanize(frame.name)}"
    if shared and (together or candidate.kind == "mission"):
        title = f"{title} {'with' if together else 'of'} {shared[0]}"
    return _placed(title, place, _weight(title))


def _placed(title: str, place: Place | None, weight: int) -> str:
    """``title`` with its town, where it says next to nothing with its country."""
    if place is None or weight >= _FULL:
        return title
    where = place.name or (place.country and weight == 1 and land(place.country))
    return f"{title} in {where}" if where and where not in title else title


def _and(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _weight(title: str) -> int:
    return sum(w.lower() not in _SMALL for w in _WORD.findall(title))


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
