"""Lists: programmes, year plans and flattened tables, where a date stands beside what it dates.

``11 May - opening; 12-13 May - exercise on the river``, ``• MODEX AT (flood scenario): 18-22 November 2024``,
«Сентябрь, Казахстан: учение «Рубеж»». An item without an event word is of the kind that its heading names.
"""

from __future__ import annotations

import re
from itertools import pairwise

from emcal.mentions.candidate import Candidate
from emcal.mentions.claim import NEUTRAL, find_claim
from emcal.mentions.line import Clause, Line, Reading
from emcal.mentions.names import Name
from emcal.mentions.nominal import nominal
from emcal.timex.timex import Timex

_AFTER = re.compile(r"\s*(?:[-–—:|]|,(?=[^,:]{2,40}:))\s*\w|\s+(?:in|в|г\.)\s+\w")
_BEFORE = re.compile(r"(?:\w\)?|[\"»”])\s*[,:–—|-]\s*$")
_BULLET = " \t•·*-–—|"
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_FRONT = 3
_SHORT = 60  # characters of a line that is a heading


def fits(reading: Reading, line: Line) -> bool:
    """Whether the line is an item, or a sentence that lists several: dates set off by a dash, a colon or a comma."""
    return bool(_items(reading, line))


def parse(reading: Reading, line: Line) -> list[Candidate]:
    """A candidate for every item; what stands before the first item of a sentence is its heading."""
    items = _items(reading, line)
    heading = _heading(reading, line, items[0][0])
    found = []
    for start, stop, timex in items:
        found += _item(reading, line, start, stop, timex, heading)
    return found


def _items(reading: Reading, line: Line) -> list[tuple[int, int, Timex]]:
    """Start, end and date of every item of the line; none when it reads as a sentence."""
    dates = [t for t in line.timexes if t.when is not None]
    text = reading.text
    if not dates or line.headline or "©" in text[line.start : line.stop]:
        return []
    begun = [t for t in dates if _AFTER.match(text, t.span.stop, line.stop) and _opens(text, line, t)]
    if len(begun) > 1:
        bounds = [t.span.start for t in begun] + [line.stop]
        return [(bounds[i], _trim(text, bounds[i], bounds[i + 1]), t) for i, t in enumerate(begun)]
    if len(dates) > 2 or line.hits_in("verb", 0, len(line.tokens)) or _predicated(line):
        return []
    if begun and not text[line.start : begun[0].span.start].strip(_BULLET):
        return [(line.start, line.stop, begun[0])]
    last = dates[-1]
    ends = last.span.stop >= len(text[: line.stop].rstrip(" .;,"))
    if (
        ends
        and _BEFORE.search(text, line.start, last.span.start)
        and _LETTERS.search(text, line.start, last.span.start)
    ):
        return [(line.start, line.stop, last)]
    return []


def _predicated(line: Line) -> bool:
    """Whether the line says more than an item would."""
    return bool(line.hits_in("claim", 0, len(line.tokens))) or bool(line.cue("statistics")) or bool(line.cue("report"))


def _opens(text: str, line: Line, timex: Timex) -> bool:
    """Whether the date opens the line or follows a semicolon, a colon or a dash."""
    before = text[line.start : timex.span.start].rstrip(_BULLET + "(")
    return not before or before[-1] in ";:"


def _trim(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip(" ;"))


def _heading(reading: Reading, line: Line, start: int) -> Candidate | None:
    """The event noun before the first item, in the line itself or in one of the lines above."""
    for i in range(line.index, max(-1, line.index - 40), -1):
        above = reading.lines[i]
        found = [c for c in nominal(reading, above) if above is not line or c.trigger[1] <= start]
        found = [c for c in found if not c.novel and c.kind != "signing" and _heads(c)]
        if found and (above is line or not _items(reading, above)):
            return next((c for c in found if c.name), found[0])
    return None


def _heads(candidate: Candidate) -> bool:
    """Whether a list can be under the event: a passing word behind a preposition has none."""
    return not candidate.oblique or candidate.plural or candidate.pointing or candidate.name is not None


def _item(
    reading: Reading, line: Line, start: int, stop: int, timex: Timex, heading: Candidate | None
) -> list[Candidate]:
    inside = [c for c in nominal(reading, line) if start <= c.trigger[0] < stop]
    if not inside and heading is None:
        return []
    clause = (line.word_at(start), line.word_at(stop - 1))
    for candidate, following in pairwise(inside):
        candidate.own = (candidate.own or (start, stop))[0], _joint(reading, line, following.phrase[0])
        following.own = following.phrase[0], stop
    made = inside or [_inherited(reading, line, start, stop, timex, heading)] if heading else inside
    for candidate in made:
        candidate.clause = clause
        candidate.timex, candidate.when, candidate.anchor = timex, timex.when, "explicit"
        candidate.asserted = candidate.novel = True
        candidate.heading = heading
        candidate.claim = _claim(reading, candidate, heading)
        candidate.rules.append(f"date {timex.value}: {timex.text} ({timex.rule})")
    return made


def _joint(reading: Reading, line: Line, start: int) -> int:
    """Where the words before ``start`` end, without a comma and an "and"."""
    last = line.word_at(start) - 1
    while last > 0 and line.tokens[last].word in reading.lexicon.joining:
        last -= 1
    behind = reading.text[line.tokens[last].stop : line.tokens[last + 1].start]
    return line.tokens[last].stop + len(behind.rstrip(" ,;-–—"))


def _announced(reading: Reading, line: Line, heading: Candidate) -> str | None:
    """What a short line between the heading and the item says of all below it ("Completed")."""
    for i in range(line.index - 1, heading.line.index, -1):
        above = reading.lines[i]
        claims = above.hits_in("claim", 0, len(above.tokens))
        if claims and above.stop - above.start <= _SHORT and not above.timexes:
            return claims[0].value
    return None


def _claim(reading: Reading, item: Candidate, heading: Candidate | None) -> str | None:
    """What the heading says of its items; a list of which no one knows when it was written lies ahead."""
    if heading is not None:
        find_claim(reading, heading)
        said = _announced(reading, item.line, heading) or heading.claim
        if said:
            return None if said == NEUTRAL else said
    return "planned" if reading.document.created.edtf is None else None


def _inherited(reading: Reading, line: Line, start: int, stop: int, timex: Timex, heading: Candidate) -> Candidate:
    """An item that names no event: one of the kind of its heading, called by its own words."""
    first, last = _label(reading.text, start, stop, timex)
    clause = Clause(line.word_at(start), line.word_at(stop - 1))
    words = frozenset(t.word for t in line.tokens if first <= t.start < last)
    name = Name(first, last, reading.text[first:last], reading.text[first:last].lower(), None, quoted=False)
    return Candidate(
        kind=heading.kind, line=line, trigger=(first, last), phrase=(first, last), clause=clause, head="", name=name,
        words=words, rules=[f"kind {heading.kind}: heading {reading.text[slice(*heading.trigger)]}"],
    )  # fmt: skip


def _label(text: str, start: int, stop: int, timex: Timex) -> tuple[int, int]:
    """What is left of an item without its date and the marks around it."""
    low, high = (timex.span.stop, stop) if timex.span.start - start <= _FRONT else (start, timex.span.start)
    inner = text[low:high]
    low += len(inner) - len(inner.lstrip(_BULLET + ":,.("))
    return low, low + len(text[low:high].rstrip(_BULLET + ":,.("))
