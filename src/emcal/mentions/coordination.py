"""One noun for several events: "in Rome from 3 to 6 March and in Vienna from 4 to 7 June", «учения «А» и «Б»»."""

from __future__ import annotations

import re
from dataclasses import replace

from emcal.mentions.candidate import Candidate
from emcal.mentions.dating import datable
from emcal.mentions.line import Line, Reading
from emcal.mentions.names import Name
from emcal.timex.timex import Timex

_AND = re.compile(r"\s*(?:,|\w{1,3})\s*")


def distribute(reading: Reading, candidate: Candidate, others: list[Candidate]) -> list[Candidate]:
    """The candidate once for every name or every date that stands in a row behind its noun."""
    if candidate.verbal or candidate.dependent or candidate.line.headline:
        return [candidate]
    names = _names(reading, candidate)
    if len(names) > 1:
        return [replace(candidate, name=name, phrase=(name.start, name.stop)) for name in names]
    dates = _dates(reading, candidate) if not _crowded(candidate, others) else []
    if len(dates) > 1:
        return _by_date(reading, candidate, dates)
    return [candidate]


def _names(reading: Reading, candidate: Candidate) -> list[Name]:
    """The quoted names from the candidate's own on, joined by a comma or a short word."""
    if candidate.name is None or not candidate.name.quoted:
        return []
    row = [candidate.name]
    for name in candidate.line.names:
        if name.start >= row[-1].stop and name.quoted and _AND.fullmatch(reading.text, row[-1].stop, name.start):
            row.append(name)
    return row


def _crowded(candidate: Candidate, others: list[Candidate]) -> bool:
    return any(o is not candidate and not o.dependent and o.clause == candidate.clause for o in others)


def _dates(reading: Reading, candidate: Candidate) -> list[Timex]:
    """Dates of the clause that cannot be one: of the same precision, with no day in common and no verb between."""
    line = candidate.line
    dates = [
        t for t in datable(reading, line) if candidate.clause[0] <= line.word_at(t.span.start) <= candidate.clause[1]
    ]
    row = dates[:1]
    for timex in dates[1:]:
        if _next(line, row[-1], timex):
            row.append(timex)
    return row


def _next(line: Line, one: Timex, other: Timex) -> bool:
    a, b = one.when, other.when
    if a is None or b is None or a.edtf.precision != b.edtf.precision or a.latest is None or b.earliest is None:
        return False
    between = line.word_at(one.span.stop), line.word_at(other.span.start)
    return a.latest < b.earliest and not line.hits_in("claim", *between) and not line.hits_in("verb", *between)


def _by_date(reading: Reading, candidate: Candidate, dates: list[Timex]) -> list[Candidate]:
    """Each date with the words since the one before, where its place stands."""
    line, start, row = candidate.line, candidate.clause[0], []
    for timex in dates:
        last = line.word_at(timex.span.stop - 1)
        rules = [
            *(r for r in candidate.rules if not r.startswith("date")),
            f"date {timex.value}: {timex.text} (in a row)",
        ]
        row.append(
            replace(
                candidate,
                timex=timex,
                when=timex.when,
                anchor="explicit",
                asserted=True,
                clause=(start, last),
                novel=True,
                listed=True,
                phrase=(candidate.phrase[0], candidate.trigger[1]),
                rules=rules,
            )
        )
        start = last + 1
    return row
