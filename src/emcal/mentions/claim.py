"""What a text claims of an event: held, planned, ongoing, postponed or cancelled."""

from __future__ import annotations

import re
from datetime import date

from emcal.documents import Creation
from emcal.errors import EdtfError
from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Hit
from emcal.mentions.line import Line, Reading
from emcal.timex.timex import Timex
from emcal.when import When

_ANY_YEAR = re.compile(r"(?<![\d-])\d{4}(?=-)")
_FIGURES = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Rules of dates that come every year; "last month" and "on Monday" count from the document's day.
_CALENDAR = frozenset(("month", "day and month", "day and month in digits", "days of a month", "first days of a list")) | {
    "range", "range with dash", "part", "quarter", "the quarter", "half", "season"
}  # fmt: skip
_YEAR = 366  # days
_FINAL = ("cancelled", "postponed")
NEUTRAL = "neutral"  # a participle ("the exercise, held in May"): the date decides


def find_claim(reading: Reading, candidate: Candidate) -> None:
    """Sets the claim that the words of the candidate's clause make, or of a neighbouring clause without an event."""
    line, (first, last) = candidate.line, candidate.clause
    hit = _nearest(reading, line, candidate, first, last)
    if hit is None:
        hit = _beside(reading, line, candidate, first, last)
    if hit is None:
        return
    said = hit.value.split(".")[-1]
    candidate.claim = None if said == NEUTRAL else said
    candidate.told = True
    candidate.cue_word = hit.first
    candidate.cue = reading.text[slice(*line.span(hit.first, hit.last))]
    candidate.rules.append(f"claim {said}: {candidate.cue}")


def look_ahead(candidate: Candidate) -> None:
    """Takes a present tense for a plan where the clause speaks of the future ("sign in the near future")."""
    line, (first, last) = candidate.line, candidate.clause
    if candidate.claim == "ongoing" and any(
        t.value == "FUTURE_REF" and first <= line.word_at(t.span.start) <= last for t in line.timexes
    ):
        candidate.claim = "planned"


def ahead(reading: Reading, candidate: Candidate) -> None:
    """Moves a date whose year no words give to the next year where a verb of the future speaks of it as to come.

    The nearest "September to December" of a document of June is the past one by the calendar alone; "are on the agenda"
    says that it is not.
    """
    written, when = reading.document.created.earliest, candidate.when
    if candidate.claim != "planned" or written is None or when is None or candidate.timex is None:
        return
    if when.latest is None or when.latest >= written or (written - when.latest).days > _YEAR:
        return
    moved = a_year_on(candidate.timex, when)
    if moved is not None:
        candidate.when = moved
        candidate.rules.append(f"date {moved.edtf}: spoken of as to come")


def a_year_on(timex: Timex, when: When) -> When | None:
    """The date a year later, ``None`` where the words give its year or count from the day of the document."""
    if timex.rule not in _CALENDAR or timex.anchor == "explicit" or _FIGURES.search(when.text):
        return None
    try:
        return When.of(_ANY_YEAR.sub(lambda m: str(int(m[0]) + 1), when.edtf), when.text, when.mod)
    except (EdtfError, ValueError):
        return None


def withdraw(candidate: Candidate) -> None:
    """Takes a plan for postponed where its date is called the original one."""
    dated = candidate.timex is not None and candidate.claim in (None, "planned")
    if dated and candidate.line.cue("former", *candidate.clause):
        candidate.claim = "postponed"
        candidate.rules.append("claim postponed: the original date")


def _nearest(reading: Reading, line: Line, candidate: Candidate, first: int, last: int) -> Hit | None:
    """The claim nearest to the trigger; that something was moved or called off outweighs the plan beside it."""
    hits = line.hits_in("claim", first, last) + line.hits_in("verb", first, last)
    if not hits:
        return None
    final = [h for h in hits if h.value in _FINAL]
    trigger = line.word_at(candidate.trigger[0])
    behind = [h for h in hits if h.first > trigger] if reading.lexicon.verb_last else []
    return min(final or behind or hits, key=lambda h: _distance(h, trigger))


def _distance(hit: Hit, trigger: int) -> tuple[int, int]:
    return (hit.first - trigger if hit.first > trigger else trigger - hit.last), -hit.first


def _beside(reading: Reading, line: Line, candidate: Candidate, first: int, last: int) -> Hit | None:
    """A claim in the clause after or before that has no event of its own ("X, and it will be held in May")."""
    for clause in line.clauses:
        adjacent = clause.first == last + 1 or clause.last == first - 1
        if adjacent and not line.hits_in("kind", clause.first, clause.last):
            return _nearest(reading, line, candidate, clause.first, clause.last)
    return None


def settle_claim(claim: str | None, when: When | None, created: Creation) -> str:
    """The claim in the light of the date: without a verb the date decides, and a present tense lies ahead or goes on.

    This compares with the day the document was written, never with today.
    """
    if claim in _FINAL or claim == "planned":
        return claim
    side = _side(when, created)
    if claim is None:
        return {"before": "held", "after": "planned", "inside": "ongoing", "wide": "planned"}.get(side, "held")
    if claim == "ongoing":
        return {"before": "held", "after": "planned"}.get(side, "ongoing")
    return claim


def _side(when: When | None, created: Creation) -> str:
    """Where the event lies as seen from the document.

    Before, after, inside (it has more than a day around it), wide (it is some time of a year around it), or unknown.
    """
    written: date | None = created.latest or created.earliest
    if when is None or written is None or created.edtf is None:
        return "unknown"
    known = created.earliest or written
    if when.latest is not None and (when.latest < known or (created.latest is None and when.latest <= known)):
        return "before"
    if when.earliest is not None and when.earliest > written:
        return "after"
    if when.edtf.precision == "year":
        return "wide"
    return "inside" if when.earliest != when.latest else "unknown"
