"""Which date in the text is the event's, and what its date is when none stands beside it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from emcal.documents import Creation, Span
from emcal.edtf import Edtf
from emcal.errors import EdtfError
from emcal.mentions.candidate import Candidate
from emcal.mentions.line import Line, Reading
from emcal.mentions.rows import two_years, with_shared_year
from emcal.timex.timex import Timex
from emcal.when import When

_DAYS = re.compile(r"P(?:(\d+)D|(\d+)W)")
_YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)\d\d")
_LONG = frozenset(("agreement", "other", "mission"))
_VOID = frozenset(("XXXX", "XXXX-XX-XX", "XXXX-XX"))  # "today" in a document without a date
_TOUCHING = 5  # characters
_NEAR_REPORT = 3
_LOOK_BEHIND = 12


def datable(reading: Reading, line: Line) -> list[Timex]:
    """The dates of a line that can date an event: not the day of the report, of statistics, or of a founding."""
    return [t for t in line.timexes if not _void(reading, t) and not _named(line, t) and not _elsewhere(line, t)]


def dates_for(reading: Reading, candidate: Candidate) -> list[Timex]:
    """The dates of the candidate's line; for what is over soon, two years with an "and" between them are two dates."""
    dates = datable(reading, candidate.line)
    if len(dates) > 1:
        dates = with_shared_year(reading, candidate.line, dates)
    if candidate.kind in _LONG:
        return dates
    return [year for t in dates for year in (two_years(reading, candidate.line, t) or (t,))]


def _beyond(reading: Reading, candidate: Candidate, timex: Timex, others: list[Candidate]) -> bool:
    """Whether a comma parts the date from the candidate, and another event stands on the date's side of it."""
    low, high = sorted((timex.span, Span(start=candidate.trigger[0], stop=candidate.trigger[1])), key=lambda s: s.start)
    cut = reading.text.find(",", low.stop, high.start)
    if cut < 0:
        return False
    behind = timex.span.start > cut
    rivals = (o for o in others if o is not candidate and not o.dependent and o.clause == candidate.clause)
    return any((o.trigger[0] > cut) == behind for o in rivals)


def _named(line: Line, timex: Timex) -> bool:
    """Whether the date is the year in a name."""
    return any(n.year and n.start <= timex.span.start < n.stop for n in line.names)


def _void(reading: Reading, timex: Timex) -> bool:
    """Whether the words date nothing: "today" in a document of which no one knows the day, "in the near future"."""
    if timex.when is None or timex.when.edtf in _VOID or timex.value.endswith("_REF"):
        return True
    open_end = timex.when.edtf.endswith("..")
    return open_end and timex.when.earliest == reading.document.created.earliest


def loosely_dated(reading: Reading, candidate: Candidate) -> bool:
    """Whether the candidate's sentence has a date that only the document's own unknown day would settle."""
    return any(t.when is not None and t.when.edtf in _VOID for t in candidate.line.timexes)


def _elsewhere(line: Line, timex: Timex) -> bool:
    first, last = line.word_at(timex.span.start), line.word_at(timex.span.stop - 1)
    clause = line.clause_of(first)
    for hit in line.hits:
        if hit.role != "cue" or not clause.first <= hit.first <= clause.last:
            continue
        if hit.value == "statistics":
            return True
        if hit.value == "backward" and 0 < first - hit.last <= 2:
            return True
        if hit.value == "report" and _reported(line, timex, hit.first, hit.last, first, last):
            return True
    return False


def _reported(line: Line, timex: Timex, cue_first: int, cue_last: int, first: int, last: int) -> bool:
    """Whether the date is that of the report ("said on Tuesday"): right beside the verb and no more than a day."""
    if timex.when is None or timex.when.edtf.precision != "day":
        return False
    return 0 < first - cue_last <= _NEAR_REPORT or 0 < cue_first - last <= 1


def find_date(reading: Reading, candidate: Candidate, others: list[Candidate]) -> None:
    """Sets the candidate's date from the words of its sentence; nothing is set when no date there is its own."""
    line = candidate.line
    options = [t for t in dates_for(reading, candidate) if _fits(candidate, t)]
    clause = [t for t in options if _inside(line, t, candidate.clause)]
    near = [t for t in clause if not _beyond(reading, candidate, t, others)] or clause
    chosen = _nearest(line, candidate, near or _spread(line, candidate, options, others))
    if chosen is not None and _rivalled(candidate, chosen, others):
        chosen = None
    if chosen is None or chosen.when is None:
        _date_by_name(candidate)
        return
    candidate.timex = chosen
    candidate.anchor = "explicit" if chosen in clause else "spread"
    when = _begun(reading, _roughly(_with_year(chosen.when, candidate)))
    candidate.when = _with_duration(line, candidate, when)
    candidate.rules.append(f"date {candidate.when.edtf}: {chosen.text} ({chosen.rule})")


def _fits(candidate: Candidate, timex: Timex) -> bool:
    """A range of years dates a period in force, not a gathering."""
    if timex.when is None:
        return False
    years = bool(_YEARS.fullmatch(timex.when.edtf))
    return years if candidate.kind == "agreement" else not years or candidate.kind in _LONG or candidate.plural


def _inside(line: Line, timex: Timex, clause: tuple[int, int]) -> bool:
    return clause[0] <= line.word_at(timex.span.start) <= clause[1]


def _spread(line: Line, candidate: Candidate, options: list[Timex], others: list[Candidate]) -> list[Timex]:
    """Dates of the clause before, else of the clause after when no other event stands there."""
    before = [t for t in options if line.word_at(t.span.start) < candidate.clause[0]]
    if before:
        return before[-1:]
    after = [t for t in options if line.word_at(t.span.start) > candidate.clause[1]]
    taken = any(o is not candidate and o.clause[0] > candidate.clause[1] for o in others)
    return [] if taken else after[:1]


def _rivalled(candidate: Candidate, timex: Timex, others: list[Candidate]) -> bool:
    """Whether the date is rather another event's: this one depends on it, or stands behind a preposition farther off."""
    if candidate.dependent:
        return True
    if candidate.oblique and candidate.bare and candidate.pointing:
        return _gap(timex, candidate.trigger) > _TOUCHING
    if not (candidate.oblique or candidate.novel) or candidate.verbal:
        return False
    rivals = [o for o in others if o is not candidate and o.clause == candidate.clause and not o.dependent]
    if candidate.oblique and any(not (o.oblique or o.verbal) for o in rivals):
        return True
    equals = [o for o in rivals if o.oblique == candidate.oblique]
    return any(_gap(timex, o.trigger) < _gap(timex, candidate.trigger) for o in equals)


def _nearest(line: Line, candidate: Candidate, options: list[Timex]) -> Timex | None:
    nearest = min(options, key=lambda t: _gap(t, candidate.trigger), default=None)
    return next((t for t in options if nearest is not None and _narrows(t, nearest)), nearest)


def _narrows(timex: Timex, other: Timex) -> bool:
    """Whether one date says more precisely what the other says ("the 2018 conference, June 26-27")."""
    a, b = timex.when, other.when
    if a is None or b is None or a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return False
    coarse = b.edtf.precision in ("year", "month", "quarter", "half", "season")
    return coarse and a.edtf != b.edtf and b.earliest <= a.earliest and a.latest <= b.latest


def _gap(timex: Timex, trigger: tuple[int, int]) -> int:
    if timex.span.start >= trigger[1]:
        return timex.span.start - trigger[1]
    return max(0, trigger[0] - timex.span.stop)


def _date_by_name(candidate: Candidate) -> None:
    if candidate.name is not None and candidate.name.year is not None:
        candidate.when = When.of(str(candidate.name.year), candidate.name.text)
        candidate.anchor = "name"
        candidate.rules.append(f"date {candidate.name.year}: year in the name {candidate.name.text}")


def _with_year(when: When, candidate: Candidate) -> When:
    """A date without a year takes the year of the event's name."""
    year = candidate.name.year if candidate.name else None
    if year is None or "XXXX" not in when.edtf:
        return when
    try:
        return When.of(when.edtf.replace("XXXX", str(year)), when.text, when.mod)
    except EdtfError:
        return when


def _begun(reading: Reading, when: When) -> When:
    """A date that only says until when: it has begun about the day of the document ("the visit will last until 5 May")."""
    created = reading.document.created
    if not when.edtf.startswith("../") or created.earliest is None or when.latest is None:
        return when
    if created.earliest != created.latest or created.earliest > when.latest:
        return when
    edtf = Edtf(f"{created.earliest}~/{when.edtf.removeprefix('../')}")
    return when.model_copy(update={"edtf": edtf, "earliest": created.earliest, "earliest_hard": False})


def _roughly(when: When) -> When:
    """A part of a month whose year no one knows is that month, approximately."""
    if when.mod not in ("START", "MID", "END") or when.edtf.approximate or "XXXX" not in when.edtf:
        return when
    return when.model_copy(update={"edtf": Edtf(f"{when.edtf}~")})


def _with_duration(line: Line, candidate: Candidate, when: When) -> When:
    """A day with a number of days counts forward from a beginning and back from an end."""
    if (years := _years(line)) and line.cue("start") and when.edtf.precision in ("month", "year"):
        start = str(when.edtf)
        return When.of(f"{start}/{int(start[:4]) + years}{start[4:]}", when.text)
    days = lasting(line) or _nth_day(line)
    if when.earliest is None or when.earliest != when.latest or days < 2 or candidate.kind == "other":
        return when
    if line.cue("finish"):
        return _stretch(when.earliest - timedelta(days=days - 1), when.earliest, when)
    if line.cue("start"):
        return _stretch(when.earliest, when.earliest + timedelta(days=days - 1), when)
    return when


def lasting(line: Line) -> int:
    """How many days a duration of the line lasts, zero when there is none."""
    return next((n for t in line.timexes if t.type == "DURATION" and (n := _days(t))), 0)


def _years(line: Line) -> int:
    """How many years a duration of the line lasts ("the two-year chairmanship")."""
    found = (re.fullmatch(r"P(\d+)Y", t.value) for t in line.timexes if t.type == "DURATION")
    return next((int(m[1]) for m in found if m), 0)


def _nth_day(line: Line) -> int:
    """The number of the day that is told of ("the fourth, last day"): how long it has lasted."""
    ordinals = [h for h in line.hits if h.role == "ordinal"]
    days = [h.first for h in line.hits if h.role == "cue" and h.value == "day"]
    return next((int(h.value) for h in ordinals for d in days if 0 < d - h.last <= _NEAR_REPORT), 0)


def _days(timex: Timex) -> int:
    match = _DAYS.fullmatch(timex.value)
    return (int(match[1] or 0) + 7 * int(match[2] or 0)) if match else 0


def _stretch(first: date, last: date, when: When) -> When:
    return When.of(f"{first}/{last}", when.text)


def written(created: Creation, text: str = "") -> When | None:
    """The document's own date as an event's: approximate, no later than the document; ``None`` when it is unknown."""
    if created.edtf is None:
        return None
    edtf = str(created.edtf)
    if created.edtf.precision in ("day", "month", "year") and not created.edtf.approximate:
        edtf += "~"
    return When(
        edtf=Edtf(edtf),
        earliest=created.earliest,
        latest=created.latest,
        earliest_hard=False,
        latest_hard=created.latest_hard,
        text=text,
    )
