"""The places that a document names, each with the words that ground it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from emcal.documents import Document, Span
from emcal.gazetteer import places
from emcal.gazetteer.places import PlaceRow
from emcal.gazetteer.words import Word, fold
from emcal.mentions.mention import Place, PlaceCue
from emcal.mentions.scene import Scene, is_within, scene

_LARGE = 100_000
_WELL_KNOWN = 300_000
_METROPOLIS = 1_000_000
_TOWN = 50_000
_ADJECTIVE = ("ый", "ий", "ая", "ое", "ого", "ому", "ым", "ым", "ыми", "ими", "ых", "их", "ой", "ую")
_HOST_REACH = 3


def find_places(document: Document) -> tuple[Place, ...]:
    """Every place the text names, in order: towns and regions with ``name``, countries with ``name=None``.

    A homonym is the one in a country that the document names, else the largest. Names inside a person's name, an office
    or an organisation are no places. ``cue`` tells "in Armenia" and "Armenia will host" from a bare name. The
    dateline's city is among them: its span lies in ``document.dateline.span``. Page chrome is left out.
    """
    seen = scene(document)
    found = [*_countries(seen), *_towns(seen)]
    inside = (place for place in sorted(found, key=_start) if not seen.in_chrome(_start(place)))
    return tuple(inside)


def _start(place: Place) -> int:
    return place.span.start if place.span else 0


def _countries(seen: Scene) -> Iterator[Place]:
    for chunk in seen.known.values():
        if chunk.kind == "country" and chunk.first not in seen.taken:
            yield Place(
                country=chunk.value,
                span=_span(seen.words, chunk.first, chunk.last),
                cue=_cue(seen, chunk.first, chunk.last),
            )


def _towns(seen: Scene) -> Iterator[Place]:
    at = 0
    busy = seen.busy
    lands = seen.lands
    while at < len(seen.words):
        place, last = _town(seen, at, lands) if at not in busy else (None, at)
        if place:
            yield place
        at = max(last, at + 1)


def _town(seen: Scene, at: int, lands: Counter[str]) -> tuple[Place | None, int]:
    found = places.index().at(seen.words, at, seen.language)
    if found is None or any(word in seen.busy for word in range(found.first, found.last)):
        return None, at
    if not (seen.words[at].capital or (found.last - at > 1 and seen.words[found.last - 1].capital)) or _address(
        seen, at, found.last
    ):
        return None, at
    kind = _region_kind(seen, found.last)
    last = found.last + 1 if kind else found.last
    row = _settled(places.rows(found.value), lands, seen.home)
    cue = _cue(seen, at, last)
    if not _credible(seen, at, found.last, row, cue, lands):
        return None, found.last
    if kind and not row.region:
        row = places.around(row, kind)
    return _place(row, _span(seen.words, at, last), cue), last


def _place(row: PlaceRow, span: Span, cue: PlaceCue) -> Place:
    return Place(
        name=row.english,
        name_ru=row.russian or None,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        timezone=row.timezone,
        span=span,
        cue=cue,
    )


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(start=words[first].start, stop=words[last - 1].stop)


def _region_kind(seen: Scene, last: int) -> str:
    """What makes a region of the town before it: the English of "вилояти" or "облысында", else nothing."""
    if last < len(seen.words) and seen.words[last].joined:
        return next((places.region_kinds()[form] for form in seen.forms(last) if form in places.region_kinds()), "")
    return ""


def _address(seen: Scene, first: int, last: int) -> bool:
    """Whether the words are a part of a web address or of a compound in small letters ("Almaty-akshamy.kz")."""
    start, stop = seen.words[first].start, seen.words[last - 1].stop
    before, after = seen.text[start - 1 : start], seen.text[stop : stop + 2]
    if before in ("@", ".") or (len(after) == 2 and after[0] in ".@" and after[1].islower()):
        return True
    return after[:1] == "-" and after[1:].islower() and after[1:].isascii() and not seen.language.startswith("en")


def _settled(rows: tuple[PlaceRow, ...], lands: Counter[str], home: str | None) -> PlaceRow:
    """Of homonyms the one in a country that the document names, else one at home, else the largest."""
    named = [row for row in rows if row.country in lands]
    if named and rows[0] not in named and rows[0].population > 20 * named[0].population > 0:
        return rows[0]
    at_home = [row for row in rows if row.country == home]
    return (named or at_home or list(rows))[0]


def _credible(seen: Scene, first: int, last: int, row: PlaceRow, cue: PlaceCue, lands: Counter[str]) -> bool:
    """Whether the words are a place here: ambiguous and small ones need a word that says so, or their country."""
    if row.region or cue == "city":
        return True
    known = row.country in lands or row.country == seen.home
    if last - first > 1:
        return known or row.population >= _LARGE or cue == "within"
    word = seen.words[first].text
    if len(word) < 4 or fold(word) in places.ambiguous() or (word.isupper() and len(word) < 5):
        return cue == "within" and known
    if not known:
        bare = fold(word) in (fold(row.english), fold(row.russian))
        return row.population >= (_WELL_KNOWN if bare else _METROPOLIS)
    return row.population >= _TOWN or cue != "name" or not _adjectival(seen, first)


def _adjectival(seen: Scene, at: int) -> bool:
    """Whether a small town's name may as well be an adjective, or part of a longer name in capitals: «Совет», «Высокая»."""
    word = seen.words[at]
    if word.text.lower().endswith(_ADJECTIVE):
        return True
    return at > 0 and word.joined and seen.words[at - 1].capital and at - 1 not in seen.busy


def _cue(seen: Scene, first: int, last: int) -> PlaceCue:
    before = [word.text.lower() for word in seen.words[max(0, first - 3) : first]]
    if (before and fold(before[-1]) in places.cues("before")) or _follows(seen, last):
        return "city"
    if is_within(seen, first, last):
        return "within"
    return "host" if _hosts(seen, last) else "name"


def _follows(seen: Scene, last: int) -> bool:
    return last < len(seen.words) and seen.words[last].joined and bool(seen.forms(last) & places.cues("after"))


def _hosts(seen: Scene, last: int) -> bool:
    return any(0 <= at - last < _HOST_REACH and what == "host" for at, what in seen.cues)
