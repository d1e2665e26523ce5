"""Running text: every sentence may tell events by noun, by verb, or as a plan with a period."""

from __future__ import annotations

from emcal.mentions.agreement import agreements
from emcal.mentions.assertion import assert_event
from emcal.mentions.candidate import Candidate
from emcal.mentions.claim import find_claim
from emcal.mentions.dating import find_date
from emcal.mentions.line import Line, Reading
from emcal.mentions.nominal import nominal
from emcal.mentions.verbal import verbal


def fits(reading: Reading, line: Line) -> bool:
    """Whether the line is for this parser: any line with an event word is."""
    return any(hit.role in ("kind", "verb", "noun") for hit in line.hits)


def parse(reading: Reading, line: Line) -> list[Candidate]:
    """The candidates of the line in the order of the text, each with the date and claim of its own words."""
    candidates = [*nominal(reading, line), *verbal(reading, line)]
    candidates.sort(key=lambda c: c.trigger)
    for candidate in candidates:
        if candidate.claim is None:
            find_claim(reading, candidate)
        find_date(reading, candidate, candidates)
        assert_event(reading, candidate)
    return [*candidates, *agreements(reading, line)]
