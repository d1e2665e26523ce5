"""One noun for several events: "in Rome from 3 to 6 March and in Vienna from 4 to 7 June", «учения «А» и «Б»»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from emcal.mentions.candidate import Candidate
from emcal.mentions.dating import dates_for
from emcal.mentions.line import Line, Reading
from emcal.mentions.names import Name
from emcal.mentions.rows import joined
from emcal.timex.timex import Timex
from emcal.when import When

_AND = re.compile(r"\s*(?:,|\w{1,3})\s*")


def distribute(reading: Reading, candidate: Candidate, others: list[Candidate]) -> list[Candidate]:
    """The candidate once for every name or every date that stands in a row behind its noun."""
    if candidate.dependent or candidate.line.headline:
        return [candidate]
    if candidate.verbal:
        told = candidate.asserted and not _crowded(candidate, others)
        dates = _dates(reading, candidate) if told else []
        parted = len(dates) > 1 and all(_parted(reading, candidate.line, *pair) for pair in pairwise(dates))
        return _by_date(reading, candidate, dates) if parted else [candidate]
    names = _names(reading, candidate)
    if len(names) > 1:
        return [replace(candidate, name=name, phrase=(name.start, name.stop)) for name in names]
    dates = _row(reading, candidate, others) if _crowded(candidate, others) else _dates(reading, candidate)
    if len(dates) < 2:
        return [candidate]
    if _running(reading, candidate, dates):
        return [_stretched(reading, candidate, dates)]
    return _by_date(reading, candidate, dates)


def _parted(reading: Reading, line: Line, one: Timex, other: Timex) -> bool:
    """Whether an "and" stands between two dates."""
    first, last = line.word_at(one.span.stop - 1) + 1, line.word_at(other.span.start)
    return any(line.tokens[i].word in reading.lexicon.joining for i in range(first, last))


def _running(reading: Reading, candidate: Candidate, dates: list[Timex]) -> bool:
    """Whether days side by side follow on each other ("on 12 and 13 May"): one event takes them all."""
    return all(
        a.when is not None and b.when is not None and a.when.latest is not None and a.when.edtf.precision == "day"
        and b.when.earliest == a.when.latest + timedelta(days=1) and joined(reading, candidate.line, a, b)
        for a, b in pairwise(dates)
    )  # fmt: skip


def _stretched(reading: Reading, candidate: Candidate, dates: list[Timex]) -> Candidate:
    """The candidate from the first of the days to the last."""
    first, last = dates[0].when, dates[-1].when
    if first is None or last is None:
        return candidate
    when = When.of(f"{first.earliest}/{last.latest}", reading.text[dates[0].span.start : dates[-1].span.stop])
    rules = [
        *(r for r in candidate.rules if not r.startswith("date")),
        f"date {when.edtf}: {when.text} (days in a row)",
    ]
    return replace(candidate, timex=dates[0], when=when, anchor="explicit", asserted=True, rules=rules)


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


def _row(reading: Reading, candidate: Candidate, others: list[Candidate]) -> list[Timex]:
    """Dates right beside each other, the candidate's own among them and no other event's."""
    line, row = candidate.line, list[Timex]()
    for timex in _inside(reading, candidate):
        if not row or not (joined(reading, line, row[-1], timex) and _next(line, row[-1], timex)):
            if _among(candidate, row):
                break
            row = []
        row.append(timex)
    return row if _among(candidate, row) and not any(_among(o, row) for o in others if o is not candidate) else []


def _among(candidate: Candidate, row: list[Timex]) -> bool:
    own = candidate.timex
    return own is not None and any(own.span == timex.span for timex in row)


def _inside(reading: Reading, candidate: Candidate) -> list[Timex]:
    first, last = candidate.clause
    word_at = candidate.line.word_at
    return [t for t in dates_for(reading, candidate) if first <= word_at(t.span.start) <= last]


def _dates(reading: Reading, candidate: Candidate) -> list[Timex]:
    """Dates of the clause that cannot be one: of the same precision, with no day in common and no verb between."""
    line, dates = candidate.line, _inside(reading, candidate)
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
    """Each date with the words around it, where its place stands."""
    return [
        replace(
            candidate,
            timex=timex,
            when=timex.when,
            anchor="explicit",
            asserted=True,
            clause=clause,
            novel=True,
            listed=True,
            phrase=(candidate.phrase[0], candidate.trigger[1]),
            rules=[
                *(r for r in candidate.rules if not r.startswith("date")),
                f"date {timex.value}: {timex.text} (in a row)",
            ],
        )
        for timex, clause in zip(dates, _segments(reading, candidate, dates), strict=True)
    ]


def _segments(reading: Reading, candidate: Candidate, dates: list[Timex]) -> list[tuple[int, int]]:
    """First and last word of what goes with each date: cut at the "and" or the comma; dates side by side share one."""
    line, (start, last) = candidate.line, candidate.clause
    segments: list[tuple[int, int]] = []
    members = 1
    for one, other in zip(dates, [*dates[1:], None], strict=True):
        if other is not None and joined(reading, line, one, other):
            members += 1
            continue
        stop = last if other is None else _cut(reading, line, one, other) - 1
        segments += [(start, stop)] * members
        start, members = stop + 1, 1
    return segments


def _cut(reading: Reading, line: Line, one: Timex, other: Timex) -> int:
    """The word that begins what goes with the other date: the last "and" between them, else the word after a comma."""
    first, last = line.word_at(one.span.stop - 1) + 1, line.word_at(other.span.start)
    joins = [i for i in range(first, last) if line.tokens[i].word in reading.lexicon.joining]
    commas = [i for i in range(first, last + 1) if "," in reading.text[line.tokens[i - 1].stop : line.tokens[i].start]]
    return max(joins or commas or [first])


def part(reading: Reading, candidates: list[Candidate]) -> None:
    """Narrows the clauses of events that stand side by side, each with its date ("a forum in May and a fair in June")."""
    nouns = [c for c in candidates if not c.verbal and not c.dependent and c.timex is not None]
    for one, other in pairwise(nouns):
        if one.clause != other.clause or one.timex is None or other.timex is None or one.timex.span == other.timex.span:
            continue
        cut = min(other.phrase[0], other.timex.span.start)
        if one.phrase[0] < cut and one.timex.span.stop <= cut:
            word = one.line.word_at(cut)
            if one.clause[0] < word <= one.clause[1]:
                other.clause = (word, other.clause[1])
                one.clause = (one.clause[0], word - 1)
