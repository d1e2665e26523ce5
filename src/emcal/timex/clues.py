"""What a text gives away about the time of its writing.

The year of a dateline is settled by votes: a sentence that says "next year" beside a year, dates with a year near the
dateline's day, years in names. Statistics and reported days bound the writing from below.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from emcal.documents import Clue, Document, Span, sentences
from emcal.documents.document import ClueKind
from emcal.edtf import Edtf
from emcal.timex.folding import fold
from emcal.timex.grammar import grammar
from emcal.timex.tagging import tag
from emcal.timex.tense import tense
from emcal.timex.timex import Timex

_PROBES = (Edtf("2000-01-15"), Edtf("2000-12-15"))
_RECENT = timedelta(days=60)
_SOON = timedelta(days=120)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|percent|процент|млн|млрд|bn\b|mln\b|million|billion|тыс)|[$€£]\s?\d")
_OWN = ("explicit", "name")
_DASH = re.compile(r"[-‐‑–—]\s?")
_ENOUGH, _MARGIN = 2.0, 1.0
_PRINT_DELAY = 2
_PAGES, _LONG = 20_000, 1_500
_OFFSETS: dict[int, ClueKind] = {-1: "last_year", 0: "same_year", 1: "next_year"}

Vote = tuple[float, Clue]


def settle_year(document: Document, month: int, day: int) -> tuple[int | None, tuple[Clue, ...]]:
    """The year of a dateline's month and day with the clues that settle it; ``None`` when the votes do not suffice."""
    votes: dict[int, list[Vote]] = {}
    for year, weight, clue in _votes(document, month, day):
        votes.setdefault(year, []).append((weight, clue))
    scores = sorted(((sum(w for w, _ in cast), year) for year, cast in votes.items()), reverse=True)
    if not scores or scores[0][0] < _ENOUGH:
        return None, ()
    if len(scores) > 1 and scores[0][0] - scores[1][0] < _MARGIN:
        return None, ()
    year = scores[0][1]
    return year, tuple(clue for _, clue in votes[year])


def written_window(document: Document) -> tuple[date, date, Clue] | None:
    """The first and last month in which the newest statistics of the text would be printed.

    Figures for a stretch of months that ends in month M are out in M+1 and replaced by the next ones two months later.
    """
    best: tuple[date, Span] | None = None
    for sentence in _opening(document):
        if not _FIGURE.search(sentence.of(document.text)):
            continue
        for timex in _tagged(document, sentence, None):
            end = _statistics_end(timex)
            if end is not None and (best is None or end > best[0]):
                best = end, timex.span
    if best is None:
        return None
    first = best[0] + timedelta(days=1)
    last = _months_later(first, _PRINT_DELAY - 1)
    figures = best[0].isoformat()
    says = f"figures to {figures}: not written before {first.isoformat()}"
    clue = Clue(span=best[1], says=says, kind="figures", words=figures)
    return first, last, clue


def written_after(document: Document) -> tuple[date, Clue] | None:
    """The latest day with a year that the text reports as past, if it has any."""
    reported = []
    for sentence in _opening(document):
        words = sentence.of(document.text)
        for timex in tag(words, document.language):
            when = timex.when
            if when is None or when.latest is None or timex.anchor != "explicit" or "-" not in str(when.edtf):
                continue
            if _is_past(words, document.language, timex.span):
                reported.append((when.latest, _shift(timex.span, sentence.start)))
    if not reported:
        return None
    day, span = max(reported, key=lambda found: (found[0], -found[1].start))
    return day, Clue(span=span, says=f"reports {day.isoformat()}", kind="reports", words=day.isoformat())


def _votes(document: Document, month: int, day: int) -> Iterator[tuple[int, float, Clue]]:
    bare: dict[int, Clue] = {}
    for sentence in _opening(document):
        years = [t for t in _tagged(document, sentence, None) if t.when and t.when.earliest and t.anchor in _OWN]
        yield from _relative_votes(document, sentence, years)
        for timex in years:
            clue = Clue(span=timex.span, says=f"names {timex.text}", kind="names", words=timex.text)
            if timex.anchor == "name" or _DASH.search(document.text, max(0, timex.span.start - 3), timex.span.start):
                yield from _name_votes(timex, clue)
            elif _is_bare(timex):
                bare.setdefault(_year(timex), clue)
            else:
                yield from _dated_votes(timex, month, day, clue)
    # However often a text names a bare year, it may be one to come.
    yield from ((year, 1.0, clue) for year, clue in bare.items())


def _relative_votes(document: Document, sentence: Span, years: list[Timex]) -> Iterator[tuple[int, float, Clue]]:
    """Votes of a year that stands beside "next year": the text was written the year before."""
    if not years:
        return
    for offset, span in _year_offsets(document, sentence):
        for timex in years:
            if timex.when and timex.when.earliest and timex.span.overlap(span) == 0:
                year = timex.when.earliest.year - offset
                both = Span(start=min(span.start, timex.span.start), stop=max(span.stop, timex.span.stop))
                says = f"{timex.text} is {offset:+d} years from the writing"
                yield year, 3.0, Clue(span=both, says=says, kind=_OFFSETS.get(offset, "names"), words=timex.text)


def _year_offsets(document: Document, sentence: Span) -> list[tuple[int, Span]]:
    """The years that relative expressions count from the writing, whatever its month: "next year" is +1.

    Each is read twice, from a January and from a December; a bare month ("in September") moves between the two.
    """
    january, december = (
        {t.span.start: t for t in _tagged(document, sentence, probe) if t.anchor == "creation"} for probe in _PROBES
    )
    found = []
    for start, timex in january.items():
        other = december.get(start)
        one, two = (t.when.earliest if t and t.when else None for t in (timex, other))
        if one and two and one.year == two.year and (one.month, one.day) == (two.month, two.day):
            found.append((one.year - 2000, timex.span))
    return found


def _year(timex: Timex) -> int:
    return timex.when.earliest.year if timex.when and timex.when.earliest else 0


def _is_bare(timex: Timex) -> bool:
    return timex.when is not None and "-" not in str(timex.when.edtf)


def _name_votes(timex: Timex, clue: Clue) -> Iterator[tuple[int, float, Clue]]:
    """The year of an event's name is mostly the year of the writing, sometimes the next."""
    year = int(str(timex.value)[:4]) if str(timex.value)[:4].isdigit() else None
    if year is not None:
        yield year, 2.0, clue
        yield year - 1, 1.0, clue


def _dated_votes(timex: Timex, month: int, day: int, clue: Clue) -> Iterator[tuple[int, float, Clue]]:
    """A day or month with its year: news are written about what is near."""
    first = timex.when.earliest if timex.when else None
    if first is None:
        return
    for year in (first.year - 1, first.year, first.year + 1):
        written = _safe(year, month, day)
        if written and -_SOON <= written - first <= _RECENT:
            yield year, 3.0, clue


def _statistics_end(timex: Timex) -> date | None:
    """The last day of a stretch of whole months that begins in January, of a month or of a quarter."""
    when = timex.when
    if when is None or timex.anchor != "explicit" or when.latest is None or when.earliest is None:
        return None
    if when.edtf.precision not in ("interval", "quarter", "half", "month") or when.earliest.year != when.latest.year:
        return None
    whole = when.earliest.day == 1 and when.latest.day == monthrange(when.latest.year, when.latest.month)[1]
    return when.latest if whole and when.edtf.precision != "month" and when.latest.month < 12 else None


def _tagged(document: Document, sentence: Span, created: Edtf | None) -> list[Timex]:
    """The time expressions of a sentence, their spans in the document."""
    found = tag(sentence.of(document.text), document.language, created)
    return [timex.model_copy(update={"span": _shift(timex.span, sentence.start)}) for timex in found]


def _opening(document: Document) -> Iterator[Span]:
    """The sentences of the first pages, each cut to a length that news have: clues stand there or nowhere."""
    for sentence in sentences(document):
        if sentence.start > _PAGES:
            return
        yield Span(start=sentence.start, stop=min(sentence.stop, sentence.start + _LONG))


def _is_past(words: str, language: str, span: Span) -> bool:
    cues = grammar(language, "calendar").cues
    return tense(cues, fold(words).text, words, span.start, span.stop) == "past"


def _shift(span: Span, by: int) -> Span:
    return Span(start=span.start + by, stop=span.stop + by)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
