"""The places that a document names, each with the words that ground it."""

from __future__ import annotations

from collections.abc import Iterator

from emcal.documents import Document, Span
from emcal.gazetteer import places
from emcal.gazetteer.places import PlaceRow
from emcal.mentions import towns
from emcal.mentions.mention import Place, PlaceCue
from emcal.mentions.office import Chunk
from emcal.mentions.scene import Scene, cue, scene


def find_places(document: Document) -> tuple[Place, ...]:
    """Every place the text names, in order: towns and regions with ``name``, countries with ``name=None``.

    A homonym is the one in a country that the document names, else the largest. Names inside a person's name, an office
    or an organisation are no places. ``cue`` tells "in Armenia" and "Armenia will host" from a bare name. The
    dateline's city is among them: its span lies in ``document.dateline.span``. Page chrome is left out.
    """
    seen = scene(document)
    named = [_place(seen, town.row, town.first, town.last, town.cue) for town in towns.find(seen)]
    found = sorted([*_countries(seen), *named], key=_start)
    return tuple(place for place in found if not seen.in_chrome(_start(place)))


def home(document: Document) -> str | None:
    """The country that the document is at home in (ISO 3166-1 alpha-2): that of a bare "the ministry"."""
    return scene(document).home


def _start(place: Place) -> int:
    return place.span.start if place.span else 0


def _countries(seen: Scene) -> Iterator[Place]:
    """Countries, and capitals that are named by their country: «в столице Казахстана», "Qirgʻiziston poytaxtida"."""
    for chunk in seen.known.values():
        if chunk.kind not in ("country", "adjective") or chunk.first in seen.taken:
            continue
        first, last = _capital(seen, chunk)
        town = places.capital(chunk.value) if last - first > chunk.last - chunk.first else None
        if town:
            yield _place(seen, town, first, last, cue(seen, first, last))
        elif chunk.kind == "country":
            span = _span(seen, chunk.first, chunk.last)
            yield Place(country=chunk.value, span=span, cue=cue(seen, chunk.first, chunk.last))


def _capital(seen: Scene, chunk: Chunk) -> tuple[int, int]:
    """The chunk's words, with "capital" before ("of" and "the" between) or behind them if it is there."""
    if chunk.last < len(seen.words) and seen.words[chunk.last].joined and seen.says(chunk.last, "capital"):
        return chunk.first, chunk.last + 1
    for at in range(chunk.first - 1, max(-1, chunk.first - 4), -1):
        if seen.says(at, "capital") and chunk.kind == "country":
            return at, chunk.last
        if seen.words[at].text not in ("of", "the"):
            break
    return chunk.first, chunk.last


def _place(seen: Scene, row: PlaceRow, first: int, last: int, said: PlaceCue) -> Place:
    return Place(
        name=row.english,
        name_ru=row.russian or None,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        timezone=row.timezone,
        span=_span(seen, first, last),
        cue=said,
    )


def _span(seen: Scene, first: int, last: int) -> Span:
    return Span(start=seen.words[first].start, stop=seen.words[last - 1].stop)
