"""Dates in a row: "on 12 May and 14 June 2025", «в 2015 и 2022 годах»."""

from __future__ import annotations

import re
from itertools import pairwise

from emcal.documents import Span
from emcal.errors import EdtfError
from emcal.mentions.line import Line, Reading
from emcal.timex.timex import Timex
from emcal.when import When

_YEARS = re.compile(r"((?:19|20)\d\d)\s+([^\W\d_]+)\s+((?:19|20)\d\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GAP = re.compile(r"[\s,\w]*")


def joined(reading: Reading, line: Line, one: Timex, other: Timex) -> bool:
    """Whether nothing but a comma or an "and", and perhaps a preposition, stands between two dates."""
    gap = reading.text[one.span.stop : other.span.start]
    if len(gap) > 16 or not _GAP.fullmatch(gap):
        return False
    words = [t.word for t in line.tokens if one.span.stop <= t.start < other.span.start]
    lexicon = reading.lexicon
    rest = [w for w in words if w not in lexicon.joining]
    return ("," in gap or len(rest) < len(words)) and all(w in lexicon.preposition | lexicon.inside for w in rest)


def two_years(reading: Reading, line: Line, timex: Timex) -> tuple[Timex, ...]:
    """The two dates of a pair of years that an "and" joins; none where the years are a stretch or only one."""
    found = _YEARS.search(timex.text)
    if found is None or found[2].lower() not in reading.lexicon.joining or found[1] >= found[3]:
        return ()
    return tuple(_only(timex, found.start(group), found[group]) for group in (1, 3))


def _only(timex: Timex, at: int, year: str) -> Timex:
    start = timex.span.start + at
    span = Span(start=start, stop=start + len(year))
    return timex.model_copy(update={"span": span, "text": year, "value": year, "when": When.of(year, year)})


def with_shared_year(reading: Reading, line: Line, dates: list[Timex]) -> list[Timex]:
    """The dates, where the last of a row gives its year to those before it that have none ("12 May and 14 June 2025")."""
    shared = dates[-1:]
    for one, other in reversed(list(pairwise(dates))):
        lends = shared[0] if other is not shared[0] else other
        shared.insert(0, _borrowed(one, lends) if joined(reading, line, one, other) else one)
    return shared


def _borrowed(one: Timex, other: Timex) -> Timex:
    """The date in the year of the one after it, else in the year before; itself when it has a year or the other none."""
    a, b = one.when, other.when
    if a is None or b is None or one.anchor == "explicit" or not _lends(other) or a.edtf.precision != b.edtf.precision:
        return one
    for year in (int(b.edtf[:4]), int(b.edtf[:4]) - 1):
        try:
            when = When.of(re.sub(r"(?<!\d)(?:\d{4}|XXXX)(?=-)", str(year), a.edtf), a.text, a.mod)
        except (EdtfError, ValueError):
            return one
        if when.latest and b.earliest and when.latest < b.earliest:
            return one.model_copy(update={"when": when, "value": str(when.edtf), "anchor": "context"})
    return one


def _lends(timex: Timex) -> bool:
    """Whether a date has a year that its words give, or that the row has given it."""
    return timex.when is not None and (timex.anchor == "context" or bool(_YEAR.search(timex.text)))
