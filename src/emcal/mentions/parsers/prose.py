"""Running text: every sentence may tell events by noun, by verb, or as a plan with a period."""

from __future__ import annotations

from emcal.mentions.agreement import agreements
from emcal.mentions.assertion import assert_event, organises
from emcal.mentions.candidate import Candidate
from emcal.mentions.claim import ahead, find_claim, look_ahead, withdraw
from emcal.mentions.coordination import distribute, part
from emcal.mentions.dating import datable, find_date
from emcal.mentions.line import Line, Reading
from emcal.mentions.nominal import GENERIC, nominal
from emcal.mentions.rescheduling import reschedule
from emcal.mentions.verbal import verbal


def fits(reading: Reading, line: Line) -> bool:
    """Whether the line is for this parser: any line with an event word is."""
    return any(hit.role in ("kind", "verb", "noun", "claim") for hit in line.hits)


def parse(reading: Reading, line: Line) -> list[Candidate]:
    """The candidates of the line in the order of the text, each with the date and claim of its own words."""
    nouns = list(nominal(reading, line))
    candidates = sorted([*nouns, *verbal(reading, line, nouns)], key=lambda c: c.trigger)
    for candidate in candidates:
        if candidate.claim is None:
            find_claim(reading, candidate)
    for candidate in candidates:
        find_date(reading, candidate, [c for c in candidates if not organises(c)])
        look_ahead(candidate)
        ahead(reading, candidate)
        withdraw(candidate)
        assert_event(reading, candidate)
    part(reading, candidates)
    told = [
        moved for c in candidates for one in distribute(reading, c, candidates) for moved in reschedule(reading, one)
    ]
    plans = list(agreements(reading, line))
    return [*told, *plans] if any(c.asserted for c in told) or plans else [*told, *_implicit(reading, line)]


def _implicit(reading: Reading, line: Line) -> list[Candidate]:
    """A sentence with a date and a claim that names no event: it speaks of the one before ("from 5 to 8 May they will…")."""
    dates = datable(reading, line)
    if not dates:
        return []
    first = line.word_at(dates[0].span.start)
    clause = line.clause_of(first)
    claim = next(iter(line.hits_in("claim", clause.first, clause.last)), None)
    if claim is None or line.cue("negative", clause.first, clause.last):
        return []
    candidate = Candidate(
        kind=GENERIC, line=line, trigger=line.span(claim.first, claim.last), phrase=line.span(claim.first, claim.last),
        clause=(clause.first, clause.last), bare=True, pointing=True, implicit=True, asserted=True,
        rules=["continues the event before"],
    )  # fmt: skip
    find_claim(reading, candidate)
    find_date(reading, candidate, [candidate])
    return [candidate] if candidate.timex else []
