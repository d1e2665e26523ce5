"""What on a page is news and what is furniture: the headline, and the lines that belong to the site.

A line is furniture when it opens with a word of its language's ``[page]`` section, repeats the headline, holds nothing but
numbers, or stands short and without a sentence before the headline or after the last sentence.
"""

from __future__ import annotations

import re

from emcal.documents.document import Span
from emcal.languages.page import Page

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_END = re.compile(r"[.!?…:;][\"»”’')\]]*\s*$")
_YEAR = re.compile(r"(?:19|20)\d{2}|\b\d{1,2}\.\d{1,2}\.\d{2}\b")
_SITE = re.compile(r"[^\W\d_]\.(?:ru|com|net|org|kz|kg|uz|az|tj|am|by|ge|ру|рф)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_BODY, _SHORT, _TAIL = 120, 4, 80


def lines(text: str) -> list[Span]:
    """The lines with something on them, without the white space around them."""
    spans = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip("\ufeff \t\r\f\v\u00a0"))
        spans.append(Span(start=start, stop=match.end() - (len(line) - len(line.rstrip()))))
    return [span for span in spans if span.start < span.stop]


def survey(text: str, spans: list[Span], page: Page, opens_body: int) -> tuple[Span | None, tuple[Span, ...]]:
    """The headline and the furniture among the lines; ``opens_body`` is the index of the line with the dateline or -1."""
    said = [fold(span.of(text)) for span in spans]
    body = opens_body if opens_body >= 0 else _first_sentence(text, spans)
    headline = _headline(text, spans[:body], said, page)
    chrome = [
        span for i, span in enumerate(spans) if i != headline and _is_chrome(text, i, spans, said, headline, body, page)
    ]
    return (spans[headline] if headline is not None else None), tuple(chrome)


def fold(line: str) -> str:
    """The line as it is compared: lower case, letters and digits only."""
    return " ".join(re.findall(r"[^\W_]+", line.lower()))


def _first_sentence(text: str, spans: list[Span]) -> int:
    """The index of the first line that reads like running text."""
    for i, span in enumerate(spans):
        line = span.of(text)
        if _END.search(line) and len(line) >= _BODY // 2 or len(line) >= 2 * _BODY:
            return i
    return 0


def _headline(text: str, head: list[Span], said: list[str], page: Page) -> int | None:
    """The line that is repeated, else one that another line only lengthens, else the first that is no furniture."""
    candidates = [
        i
        for i, span in enumerate(head)
        if _words(span.of(text)) >= _SHORT and not _furnished(span.of(text), page) and not _stamped(span.of(text))
    ]
    for i in candidates:
        if said[i] in said[i + 1 :]:
            return i
    inside = [i for i in candidates if any(said[i] in said[j] for j in candidates if j != i)]
    return min(inside or candidates, key=lambda i: (head[i].of(text).isupper(), i), default=None)


def _is_chrome(
    text: str, i: int, spans: list[Span], said: list[str], headline: int | None, body: int, page: Page
) -> bool:
    line = spans[i].of(text)
    if not _LETTER.search(line) or _furnished(line, page):
        return True
    repeats = headline is not None and said[headline] in said[i]
    if i < body:
        return repeats or _words(line) < _SHORT or line.isupper() or _stamped(line)
    if headline is not None and said[i] == said[headline]:
        return True
    return _trails(text, i, spans)


def _trails(text: str, i: int, spans: list[Span]) -> bool:
    """Whether a short line without a number stands after the last sentence of the page."""
    line = spans[i].of(text)
    short = _words(line) <= _SHORT and len(line) < _TAIL and not re.search(r"\d", line)
    return short and not any(_END.search(span.of(text)) for span in spans[i:])


def _words(line: str) -> int:
    return len(_WORD.findall(line))


def _furnished(line: str, page: Page) -> bool:
    """Whether a line has the words of page furniture and is no sentence of the news."""
    if _SITE.search(line) and not _END.search(line):
        return True
    folded = line.lower().lstrip("•|-– ")
    if any(word in folded for word in page.holds):
        return len(line) < _BODY
    return folded.startswith(page.opens) and (len(line) < _BODY // 2 or not _END.search(line))


def _stamped(line: str) -> bool:
    """Whether a line is a date of publication rather than news: a clock time with a year, or a year and few words."""
    year = _YEAR.search(line)
    return bool(year) and (bool(_CLOCK.search(line)) or _words(line) < _SHORT)
