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
        place, last = _town(seen, at, lands) if at not in busy and seen.words[at].capital else (None, at)
        if place:
            yield place
        at = max(last, at + 1)


def _town(seen: Scene, at: int, lands: Counter[str]) -> tuple[Place | None, int]:
    found = places.index().at(seen.words, at, seen.language)
    if found is None or any(word in seen.busy for word in range(found.first, found.last)):
        return None, at
    last = _region_end(seen, found.last)
    row = _settled(places.rows(found.value), lands, seen.home)
    cue = _cue(seen, at, last)
    if not _credible(seen, at, found.last, row, cue, lands):
        return None, found.last
    if last > found.last:
        row = places.around(row)
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


def _region_end(seen: Scene, last: int) -> int:
    """One word further where "region", "вилояти" or "облысында" follows a town's name."""
    if last < len(seen.words) and seen.words[last].joined and seen.forms(last) & places.cues("region"):
        return last + 1
    return last


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
    single = last - first == 1
    if single and (len(seen.words[first].text) < 4 or fold(seen.words[first].text) in places.ambiguous()):
        return cue == "within" and known
    if single and seen.words[first].text.isupper() and len(seen.words[first].text) < 5:
        return known
    return known or row.population >= _WELL_KNOWN or (row.population >= _LARGE and cue != "name") or not single


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
