"""Which town or region a name means, and whether it means one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from emcal.gazetteer import names, places
from emcal.gazetteer.likeness import bare
from emcal.gazetteer.places import PlaceRow
from emcal.gazetteer.words import fold
from emcal.mentions.mention import PlaceCue
from emcal.mentions.office import section
from emcal.mentions.scene import Scene, cue, is_within

_LARGE = 100_000
_WELL_KNOWN = 300_000
_METROPOLIS = 1_000_000
_TOWN = 50_000
_ADJECTIVE = re.compile("(?:ый|ий|ая|ое|ого|ому|ы[мхй]и?|и[мх]и?|ой|ую)$")
_OF_TOWN = re.compile("(?P<stem>.{2,}ск)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")


class Town(NamedTuple):
    """A town or region named at ``words[first:last]``; one that the gazetteer does not know has no coordinates."""

    first: int
    last: int
    row: PlaceRow
    cue: PlaceCue


def find(seen: Scene) -> Iterator[Town]:
    """The towns and regions of a text, from left to right, without overlap."""
    reach = 0
    lands = set(seen.lands)
    for at in seen.promising:
        if at < reach or at in seen.busy:
            continue
        town = _named(seen, at, lands) or _unknown(seen, at) or _adjective(seen, at)
        if town:
            yield town
            lands |= {town.row.country} if town.row.country else set()
            reach = town.last


def _named(seen: Scene, at: int, lands: Set[str]) -> Town | None:
    found = seen.place(at)
    if found is None or not _free(seen, at, found.last):
        return None
    kind = _region_kind(seen, found.last)
    last = found.last + 1 if kind else found.last
    row = _settled(seen, places.rows(found.value), lands)
    said = "city" if kind else cue(seen, at, last)
    if not _credible(seen, at, found.last, row, said, lands):
        return None
    return Town(at, last, places.around(row, kind) if kind and not row.region else row, said)


def _free(seen: Scene, first: int, last: int) -> bool:
    """Whether capitalised words stand there that nothing else claims; «область Абай» may begin with a small letter."""
    capital = seen.words[first].capital or (last - first > 1 and seen.words[last - 1].capital)
    return capital and not _address(seen, first, last) and not any(at in seen.busy for at in range(first, last))


def _region_kind(seen: Scene, last: int) -> str:
    """What makes a region of the town before it: the English of "вилояти" or "облысында", else nothing."""
    return seen.says(last, "region") if last < len(seen.words) and seen.words[last].joined else ""


def _address(seen: Scene, first: int, last: int) -> bool:
    """Whether the words are a part of a web address or of a compound in small letters ("Almaty-akshamy.kz")."""
    start, stop = seen.words[first].start, seen.words[last - 1].stop
    before, after = seen.text[start - 1 : start], seen.text[stop : stop + 2]
    if before in ("@", ".") or (len(after) == 2 and after[0] in ".@" and after[1].islower()):
        return True
    return after[:1] == "-" and after[1:].islower() and after[1:].isascii() and not seen.language.startswith("en")


def _settled(seen: Scene, rows: tuple[PlaceRow, ...], lands: Set[str]) -> PlaceRow:
    """Of homonyms the one in a country that the text has named so far, else one at home, else the largest."""
    named = [row for row in rows if row.country in lands]
    if named and rows[0] not in named and rows[0].population > 20 * named[0].population > 0:
        return rows[0]
    at_home = [row for row in rows if row.country == seen.home]
    return (named or at_home or list(rows))[0]


def _credible(seen: Scene, first: int, last: int, row: PlaceRow, said: PlaceCue, lands: Set[str]) -> bool:
    """Whether the words are a place here: ambiguous and small ones need a word that says so, or their country."""
    if row.region or said == "city":
        return True
    known = row.country in lands or row.country == seen.home
    if last - first > 1:
        return known or row.population >= _LARGE or said == "within"
    word = seen.words[first].text
    if fold(word) in places.ambiguous():
        return said == "within" and known
    # "In" before a name says more than an ending on it, which other words have too («yazda», in spring, is no Yazd).
    within = said == "within" and row.population >= _LARGE and not section(seen.language).verb_last
    if len(word) < 4 and not word.isupper():
        return within or (said == "within" and known)
    if word.isupper() and len(word) < 5:
        return known
    if not known:
        same = fold(word) in (fold(row.english), fold(row.russian))
        return within or row.population >= (_WELL_KNOWN if same else _METROPOLIS)
    return row.population >= _TOWN or said != "name" or not _doubtful(seen, first)


def _doubtful(seen: Scene, at: int) -> bool:
    """Whether a small town's name may as well be an adjective («Высокая») or part of a longer name in capitals."""
    word = seen.words[at]
    if _ADJECTIVE.search(word.text.lower()):
        return True
    return at > 0 and word.joined and seen.words[at - 1].capital and at - 1 not in seen.busy


def _unknown(seen: Scene, at: int) -> Town | None:
    """A place that only the word beside it makes one: "ноҳияи Кӯшониён", «в селе Бавра», "Uzun tumani"."""
    if not seen.words[at].capital:
        return _announced(seen, at)
    kind = _region_kind(seen, at + 1) if seen.language[:2] not in ("en", "ru") and _plain_name(seen, at) else ""
    return _stranger(seen, at, at, at + 2, kind) if kind else _beside_country(seen, at)


def _announced(seen: Scene, at: int) -> Town | None:
    kind = seen.says(at, "kind")
    if not kind or at + 1 >= len(seen.words) or not _plain_name(seen, at + 1):
        return None
    if seen.place(at + 1):
        return None
    return _stranger(seen, at, at + 1, at + 2, "" if kind in ("city", "village") else kind)


def _beside_country(seen: Scene, at: int) -> Town | None:
    """Up to three capitalised words with their country behind a slash or, after "in", a comma: "in Tonale, Italy"."""
    if seen.lands_at.isdisjoint(range(at + 1, at + 4)):
        return None
    last = at
    while (
        last < len(seen.words) and last - at < 3 and _plain_name(seen, last) and (last == at or seen.words[last].joined)
    ):
        last += 1
    country = seen.known.get(last)
    if last == at or country is None or country.kind != "country":
        return None
    gap = seen.text[seen.words[last - 1].stop : seen.words[last].start]
    if gap != "/" and not (gap in (", ", " (") and is_within(seen, at, last)):
        return None
    name = " ".join(word.text for word in seen.words[at:last])
    english = names.romanise(bare(name, seen.language), seen.language)
    return Town(at, last, PlaceRow(0, english, "", country.value, None, None, None, 0, region=True), "city")


def _plain_name(seen: Scene, at: int) -> bool:
    word = seen.words[at]
    return word.capital and not word.text.isupper() and at not in seen.busy and len(word.text) > 2


def _stranger(seen: Scene, first: int, name: int, last: int, kind: str) -> Town:
    native = bare(seen.words[name].text, seen.language)
    english = " ".join(filter(None, (names.romanise(native, seen.language), kind)))
    return Town(first, last, PlaceRow(0, english, "", seen.home, None, None, None, 0, region=True), "city")


def _adjective(seen: Scene, at: int) -> Town | None:
    """The town behind a Russian adjective before a noun: «Подольского учебного центра»."""
    word = seen.words[at]
    match = _OF_TOWN.search(fold(word.text)) if word.capital and seen.language.startswith("ru") else None
    followed = at + 1 < len(seen.words) and seen.words[at + 1].joined and not seen.words[at + 1].capital
    if match is None or not followed:
        return None
    stem = match["stem"]
    for name in (stem, stem[:-2], stem[:-2] + "ь", stem[:-2] + "а"):
        rows = places.rows(places.index().get(name))
        row = _settled(seen, rows, seen.lands.keys()) if rows else None
        if row and row.population >= _TOWN and (row.country in seen.lands or row.country == seen.home):
            return Town(at, at + 1, row, "adjective")
    return None
