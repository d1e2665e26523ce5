"""Periods in force: "the Action Plan for 2024-2026", «план на 2026-2027 годы»; their signing is another event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Hit
from emcal.mentions.line import Line, Reading
from emcal.mentions.nominal import phrase_around
from emcal.timex.timex import Timex

_YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSE = 12


def agreements(reading: Reading, line: Line) -> Iterator[Candidate]:
    """A candidate for every plan or agreement of the line that comes with the years it is for."""
    taken: set[int] = set()
    for hit in line.hits:
        if hit.role != "noun" or hit.value not in ("plan", "document"):
            continue
        timex = next((t for t in line.timexes if t.span.start not in taken and _period(reading, line, hit, t)), None)
        if timex is not None:
            taken.add(timex.span.start)
            yield _candidate(reading, line, hit, timex)


def _period(reading: Reading, line: Line, hit: Hit, timex: Timex) -> bool:
    """Whether the date is the period of the plan: in its noun phrase or its name, or right behind it."""
    if timex.when is None:
        return False
    start, stop = line.span(*phrase_around(reading, line, hit))
    if _YEARS.fullmatch(timex.when.edtf):
        return start - _CLOSE <= timex.span.start <= stop + _CLOSE or _same_name(line, start, timex)
    return hit.value == "plan" and bool(_YEAR.fullmatch(timex.when.edtf)) and 0 <= timex.span.start - stop <= _CLOSE


def _same_name(line: Line, start: int, timex: Timex) -> bool:
    return any(n.start <= start < n.stop and n.start < timex.span.start < n.stop for n in line.names)


def _candidate(reading: Reading, line: Line, hit: Hit, timex: Timex) -> Candidate:
    first, last = phrase_around(reading, line, hit)
    start, stop = line.span(first, last)
    clause = line.clause_of(hit.first)
    trigger = line.span(hit.first, hit.last)
    unsigned = any(h.value == "signing.planned" for h in line.hits_in("verb", clause.first, clause.last))
    return Candidate(
        kind="agreement",
        line=line,
        trigger=trigger,
        phrase=(min(start, timex.span.start), max(stop, timex.span.stop)),
        clause=(clause.first, clause.last),
        head=line.tokens[hit.last].word,
        words=frozenset(t.word for t in line.tokens[first : last + 1]),
        claim="planned" if unsigned else None,
        timex=timex,
        when=timex.when,
        anchor="explicit",
        asserted=True,
        rules=[f"kind agreement: {reading.text[slice(*trigger)]}", f"date {timex.value}: {timex.text} ({timex.rule})"],
    )
