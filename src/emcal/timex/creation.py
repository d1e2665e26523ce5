"""When a document was written, where its reader could not say: read from its head, its dateline or its clues.

In this order: a stamp in the page's head ("28 мая 2024, 10:15"), the dateline with a year that the text settles, and at
last bounds from what the text already knows (statistics of January to April cannot be printed before May). A date that
nothing settles stays open: unknown is an answer.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from emcal.documents import Clue, Creation, Document, Span, paragraphs
from emcal.edtf import Edtf
from emcal.timex.clues import settle_year, written_after, written_window
from emcal.timex.tagging import tag
from emcal.timex.timex import Timex

_STAMP_LINES, _STAMP_WORDS = 16, 6
_CLOCK_ROOM = 9
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_STALE = timedelta(days=45)
_NEAR = timedelta(days=3)


def infer(document: Document) -> Document:
    """The document with the best creation time that its text supports; one that the reader knows to the day stays."""
    known = document.created
    if known.edtf is not None and known.edtf.precision == "day":
        return document
    return document.model_copy(update={"created": _best(document, known)})


def anchor(document: Document) -> Edtf | None:
    """The day from which the text counts "today": the dateline's, where it lies just before the creation day.

    ``None`` where the creation time has no closed bounds.
    """
    created = document.created
    if created.edtf is None or created.earliest is None or created.latest is None:
        return None
    day = _dateline_day(document, created.latest)
    if day is not None and timedelta(0) <= created.latest - day <= _NEAR:
        return Edtf(day.isoformat())
    return created.edtf if not created.edtf.one_of else _common(created.earliest, created.latest)


def _best(document: Document, known: Creation) -> Creation:
    stamp = _stamp(document)
    dated = _dateline(document, known if known.edtf else stamp)
    if dated is not None:
        return dated
    if known.edtf is not None:
        return known
    return stamp or _from_clues(document)


def _stamp(document: Document) -> Creation | None:
    """A full date that stands alone in the head of the page, or opens its first line in digits; else a month's."""
    months = []
    for span, furniture in _head(document):
        line = span.of(document.text)
        for timex in _tag_line(line, document.language):
            edtf = timex.when.edtf if timex.when else None
            alone = _is_stamp(line, timex, document) if furniture else _opens(timex) or _is_all(line, timex)
            if edtf is None or timex.anchor != "explicit" or not alone:
                continue
            found = _creation(edtf, "header", document, _shift(timex.span, span.start))
            if edtf.precision == "day":
                return found
            if edtf.precision == "month" and furniture:
                months.append(found)
    return months[0] if months else None


def _head(document: Document) -> list[tuple[Span, bool]]:
    """The furniture of the page and the openings of its first lines, in order; the flag tells the furniture."""
    chrome = [(span, True) for span in document.chrome[:_STAMP_LINES] if span.stop - span.start < 200]
    opening = [(Span(start=p.start, stop=min(p.stop, p.start + 40)), False) for p in paragraphs(document)[:3]]
    return sorted(chrome + opening, key=lambda item: item[0].start)


def _tag_line(line: str, language: str) -> tuple[Timex, ...]:
    """The time expressions of a line; a page's furniture may be in the site's language instead of the article's."""
    found = tag(line, language)
    if any(timex.when and timex.when.edtf.precision == "day" for timex in found):
        return found
    return tag(line, "ru" if _CYRILLIC.search(line) else "en") or found


def _opens(timex: Timex) -> bool:
    """Whether an expression in digits alone opens its line; in words it belongs to the sentence."""
    return timex.span.start <= 2 and not _LETTER.search(timex.text)


def _is_all(line: str, timex: Timex) -> bool:
    """Whether a line of the text holds a date and nothing beside it but a clock time or a mark."""
    return len(line.strip()) - len(timex.text) <= _CLOCK_ROOM and timex.span.start <= _CLOCK_ROOM


def _is_stamp(line: str, timex: Timex, document: Document) -> bool:
    """Whether a line has little beside the date, or a clock time, ends with a month, or has the day of the dateline."""
    if len(_WORD.findall(line)) <= _STAMP_WORDS or _CLOCK.search(line):
        return True
    if timex.when and timex.when.edtf.precision == "month":
        return timex.span.stop == len(line.rstrip())
    month_day = _month_day(document)
    day = timex.when.earliest if timex.when else None
    return month_day is not None and day is not None and (day.month, day.day) == month_day


def _dateline(document: Document, known: Creation | None) -> Creation | None:
    """The dateline's day with the year of a known date, else with the year that the text settles."""
    dateline = document.dateline
    if dateline is None or dateline.date is None:
        return None
    if known is not None and known.latest is not None:
        day = _dateline_day(document, known.latest)
        if day is None or (known.edtf and known.edtf.precision == "day" and known.latest - day <= _STALE):
            return known
        return _creation(Edtf(day.isoformat()), "dateline", document, dateline.date)
    month_day = _month_day(document)
    if month_day is None:
        return None
    year, clues = settle_year(document, *month_day)
    edtf = Edtf(f"{year or 'XXXX'}-{month_day[0]:02}-{month_day[1]:02}")
    found = _creation(edtf, "dateline", document, dateline.date)
    return found.model_copy(update={"clues": (*found.clues, *clues)})


def _dateline_day(document: Document, latest: date) -> date | None:
    """The last day on or before ``latest`` that the dateline's words can mean."""
    month_day = _month_day(document)
    for year in (latest.year, latest.year - 1):
        try:
            day = date(year, *month_day) if month_day else None
        except ValueError:
            continue
        if day is not None and day <= latest + _NEAR:
            return day
    return None


def _month_day(document: Document) -> tuple[int, int] | None:
    if document.dateline is None or document.dateline.date is None:
        return None
    words = document.dateline.date.of(document.text)
    for timex in tag(words.replace("-", " "), document.language):
        parts = str(timex.when.edtf).split("-") if timex.when else []
        if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
            return int(parts[1]), int(parts[2])
    return None


def _from_clues(document: Document) -> Creation:
    """Bounds from statistics (both sides, the later one soft) or from the last day that the text reports (one side)."""
    window = written_window(document)
    if window is not None:
        first, last, clue = window
        edtf = Edtf(f"[{first:%Y-%m}..{last:%Y-%m}]")
        return _bounded(edtf, "inferred", (clue,), latest_hard=False)
    after = written_after(document)
    if after is not None:
        day, clue = after
        return _bounded(Edtf(f"[{day.isoformat()}..]"), "inferred", (clue,))
    return Creation()


def _creation(edtf: Edtf, source: str, document: Document, span: Span) -> Creation:
    words = span.of(document.text)
    return _bounded(edtf, source, (Clue(span=span, says=f"{source}: {words}", kind="stated", words=words),))


def _bounded(edtf: Edtf, source: str, clues: tuple[Clue, ...], latest_hard: bool = True) -> Creation:
    return Creation.model_validate(
        {
            "edtf": edtf,
            "earliest": edtf.earliest,
            "latest": edtf.latest,
            "latest_hard": latest_hard,
            "source": source,
            "clues": clues,
        }
    )


def _shift(span: Span, by: int) -> Span:
    return Span(start=span.start + by, stop=span.stop + by)


def _common(earliest: date, latest: date) -> Edtf | None:
    """The month or year that both bounds share."""
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return Edtf(f"{earliest:%Y-%m}")
    return Edtf(f"{earliest:%Y}") if earliest.year == latest.year else None
