"""Dates that were moved: the old one stays, postponed, and the new one is planned."""

from __future__ import annotations

from dataclasses import replace

from emcal.mentions.candidate import Candidate
from emcal.mentions.claim import a_year_on
from emcal.mentions.dating import datable
from emcal.mentions.line import Reading
from emcal.timex.timex import Timex
from emcal.when import When

_REACH = 3


def reschedule(reading: Reading, candidate: Candidate) -> list[Candidate]:
    """The candidate, and beside it one for its new date when its sentence gives one.

    The new date follows the verb with a "to", or the words "new date"; whatever else is dated is the old one. Without an
    old date only the new one is kept.
    """
    fresh = candidate.line.cue("fresh")
    if candidate.claim != "postponed" and fresh is None:
        return [candidate]
    dates = datable(reading, candidate.line)
    new = next((t for t in dates if _is_new(reading, candidate, t, fresh.first if fresh else None)), None)
    if candidate.claim != "postponed":
        return [_dated(candidate, new or candidate.timex, "planned")]
    if new is None:
        return [candidate]
    own = [t for t in dates if t is not new and _inside(candidate, t)]
    old = next((t for t in own or dates if t is not new), None)
    later = _dated(candidate, new, "planned")
    if old is None:
        return [later]
    before = _dated(candidate, old, "postponed")
    return [before, _following(before, later)]


def _following(before: Candidate, later: Candidate) -> Candidate:
    """The new date after the old one: "from spring 2027 to the third quarter" is the third quarter of 2027."""
    one, other = before.when, later.when
    if one is None or other is None or one.earliest is None or other.latest is None or later.timex is None:
        return later
    when = a_year_on(later.timex, other) if other.latest < one.earliest else None
    return later if when is None else replace(later, when=when)


def _is_new(reading: Reading, candidate: Candidate, timex: Timex, fresh: int | None) -> bool:
    line = candidate.line
    first = line.word_at(timex.span.start)
    if fresh is not None:
        return first > fresh or candidate.claim != "postponed"
    moved = [h for h in line.hits_in("claim", 0, first) if h.value == "postponed"]
    if not moved:
        return False
    dates = [(t.span.start, t.span.stop) for t in line.timexes if t is not timex]
    between = [t for t in line.tokens[moved[-1].first : first + 1] if not any(a <= t.start < b for a, b in dates)]
    if len(between) > _REACH + 2 + moved[-1].last - moved[-1].first:
        return False
    return any(t.word in reading.lexicon.to for t in between)


def _inside(candidate: Candidate, timex: Timex) -> bool:
    return candidate.clause[0] <= candidate.line.word_at(timex.span.start) <= candidate.clause[1]


def _dated(candidate: Candidate, timex: Timex | None, claim: str) -> Candidate:
    """A copy of the candidate with that date and claim."""
    rules = [r for r in candidate.rules if not r.startswith("date")]
    if timex is not None:
        rules.append(f"date {timex.value}: {timex.text} ({claim})")
    when = timex.when if timex else None
    if when is not None and when.edtf.endswith("/.."):  # "from June to September" names two dates, not a stretch
        when = When.of(when.edtf.removesuffix("/.."), when.text)
    anchor = "explicit" if timex else ""
    return replace(candidate, timex=timex, when=when, anchor=anchor, claim=claim, asserted=True, rules=rules)
