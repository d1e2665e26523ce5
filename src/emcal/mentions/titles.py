"""Titles rendered from structure, in English and in Russian; a quoted name is kept as it stands.

A name is translated only where it is that of a known series; what cannot be translated is left out or romanised.
"""

from __future__ import annotations

import re
from functools import lru_cache

from emcal.gazetteer import countries, series
from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import lexicon
from emcal.mentions.line import Reading
from emcal.mentions.mention import Participant, Place, Titles
from emcal.mentions.names import Name
from emcal.mentions.translation import Translation, romanize

_SPACE = re.compile(r"\s+")
_EDGES = " ,.;:-–—•\"'«“„("
_BARE = 3  # words; a shorter title needs its place
_SHORT = 4  # words; a shorter item of a list needs the name of its list
_PERSONAL = frozenset(("meeting", "summit", "visit"))


series_of = lru_cache(maxsize=4096)(series.match)


def render(
    reading: Reading,
    candidate: Candidate,
    place: Place | None,
    people: tuple[Participant, ...],
    places: tuple[Place, ...],
) -> Titles:
    """Both titles of the event as ``candidate`` names it; ``people`` are those of its sentence."""
    sides = _sides(people, candidate.kind == "visit") if candidate.kind in _PERSONAL else []
    return Titles(
        en=_capital(_english(reading, candidate, place, people, places, sides)),
        ru=_capital(_russian(reading, candidate, place, people, sides)),
    )


def _english(
    reading: Reading, candidate: Candidate, place: Place | None, people: tuple[Participant, ...],
    places: tuple[Place, ...], sides: list[str],
) -> str:  # fmt: skip
    named = [p for p in people if p.name]
    if sides and (candidate.verbal or (len(named) > 1 and candidate.name is None)):
        return _between(candidate, place, sides)
    translation = Translation(reading, candidate, people, places)
    if candidate.verbal and candidate.kind != "signing":
        return _told(candidate, place, translation)
    title = (
        translation.verbatim()
        if reading.document.language.startswith("en")
        else translation.phrase(_name_en(candidate))
    )
    if candidate.heading is not None and len(title.split()) < _SHORT:
        title = _under(reading, candidate.heading, candidate.kind, title)
    elif place and place.name and len(title.split()) < _BARE and place.name not in title:
        title = f"{title} in {place.name}"
    signing = candidate.kind == "signing" and "igning" not in title
    return f"Signing of the {title}" if signing else title


def _under(reading: Reading, heading: Candidate, kind: str, item: str) -> str:
    """An item of a list with the name of the list; of a list of many, its kind is enough."""
    english = reading.document.language.startswith("en")
    if heading.name is None and (heading.plural or not english):
        return f"{kind} {item}" if english else item
    words = heading.name.text if heading.name else reading.text[slice(*heading.phrase)]
    return f"{_SPACE.sub(' ', words).strip(_EDGES)}: {item}"


def _between(candidate: Candidate, place: Place | None, sides: list[str]) -> str:
    """Who meets whom ("Meeting of A with B") or goes where ("Visit of A to B")."""
    if candidate.kind == "visit":
        where = (place.name or (place.country and countries.name(place.country, "en"))) if place else None
        return f"Visit of {sides[0]}" + (f" to {where}" if where else "")
    return f"{candidate.kind} of {sides[0]}" + (f" with {' and '.join(sides[1:])}" if len(sides) > 1 else "")


def _told(candidate: Candidate, place: Place | None, translation: Translation) -> str:
    """An event without a noun and without people: what the verb is about, else the kind and the place."""
    noun = translation.noun() or (candidate.kind if candidate.kind != "other" else "event")
    about = translation.subject() if candidate.kind in _PERSONAL else translation.object()
    if about:
        return f"{noun} of {about}"
    return noun + (f" in {place.name}" if place and place.name else "")


def _sides(people: tuple[Participant, ...], visiting: bool) -> list[str]:
    """The people of a sentence, each once: by name, else by office, else by organisation or country; guests first."""
    persons = sorted((p for p in people if p.name or p.role), key=lambda p: visiting and p.part != "guest")
    seen: dict[str, None] = {}
    for person in persons or people:
        said = _side(person)
        if said:
            seen.setdefault(said)
    return list(seen)[:3]


def _side(person: Participant) -> str:
    if person.name:
        return person.name
    owner = person.organisation or (countries.name(person.country, "en") if person.country else "")
    return f"{person.role} of {owner}" if person.role and owner else person.role or owner


def _name_en(candidate: Candidate) -> str:
    """The name as English readers know it: of a series its English name, else the text's own in Latin letters."""
    name = candidate.name
    if name is None:
        return ""
    known = series_of(name.text)
    if known is not None:
        return f'"{known.english}{f" {name.year}" if name.year else ""}"'
    return f'"{romanize(name.text)}"' if name.quoted else romanize(name.text)


def _russian(
    reading: Reading, candidate: Candidate, place: Place | None, people: tuple[Participant, ...], sides: list[str]
) -> str:
    name = _name_ru(candidate.name)
    if reading.document.language.startswith("ru") and not candidate.verbal:
        return f"{_own_words(reading, candidate)}{name}"
    english = lexicon("en")
    noun = (english.translate(candidate.kind) if english else None) or candidate.kind
    if not name and sides:
        return f"{noun}: {' – '.join(sides)}"
    edition = f"{candidate.edition}-я " if candidate.edition else ""
    where = (place.name_ru or place.name) if place else None
    return f"{edition}{noun}{name}" + (f" ({where})" if where else "")


def _name_ru(name: Name | None) -> str:
    if name is None:
        return ""
    known = series_of(name.text)
    if known is not None:
        return f" «{known.russian}{f' – {name.year}' if name.year else ''}»"
    return f" «{name.text.strip('«»')}»"


def _own_words(reading: Reading, candidate: Candidate) -> str:
    """The text's noun phrase with its noun in the nominative; adjectives only where they stand in it already."""
    text, name = reading.text, candidate.name
    start, stop = candidate.phrase
    noun = reading.lexicon.base(candidate.head)
    if noun is None:
        return _SPACE.sub(" ", text[start : name.start if name and name.start > candidate.trigger[1] else stop]).strip(
            _EDGES
        )
    before = text[start : candidate.trigger[0]] if candidate.head == noun.lower() else ""
    after = text[candidate.trigger[1] : stop]
    if name is not None:
        before = before if name.start >= candidate.trigger[0] else ""
        after = text[candidate.trigger[1] : name.start] if name.start >= candidate.trigger[1] else after
    return _SPACE.sub(" ", f"{before} {noun} {after}").strip(_EDGES)


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
