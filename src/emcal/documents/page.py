"""What on a page is news and what is furniture: the headline, and the lines that belong to the site.

A line is furniture when it has the words of its language's ``[page]`` section, repeats the headline, holds nothing but
numbers or a stamp, or stands short and without a sentence before the headline or after the last sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from emcal.documents.document import Span
from emcal.languages.page import Page

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TERM = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_END = re.compile(r"[.!?…:;][\"»”’')\]]*\s*$")
_YEAR = re.compile(r"(?:19|20)\d{2}|\b\d{1,2}\.\d{1,2}\.\d{2}\b")
_SITE = re.compile(r"[^\W\d_]\.(?:ru|com|net|org|kz|kg|uz|az|tj|am|by|ge|ру|рф)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_SENTENCE, _CREDIT, _FURNITURE, _PARAGRAPH = 40, 60, 120, 240
_FEW_WORDS = 4
_HEAD = 40


@dataclass(frozen=True)
class Layout:
    """The lines of a text, the index of the first line of running text, and the words of page furniture."""

    text: str
    spans: list[Span]
    body: int
    page: Page

    def headline(self) -> int | None:
        """The line that is repeated, else one that another line only lengthens, else the first that is no furniture."""
        said = self.said
        candidates = [i for i in range(self.body) if self._may_be_headline(self.line(i))]
        for i in candidates:
            if said[i] in said[i + 1 :]:
                return i
        inside = [i for i in candidates if any(said[i] in said[j] for j in candidates if j != i)]
        return min(inside or candidates, key=lambda i: (self.line(i).isupper(), i), default=None)

    def chrome(self, headline: int | None) -> tuple[Span, ...]:
        """The lines of page furniture, the repeated headline among them."""
        title = self.said[headline] if headline is not None else None
        return tuple(s for i, s in enumerate(self.spans) if i != headline and self._is_chrome(i, title))

    @cached_property
    def said(self) -> list[str]:
        """The lines as they are compared."""
        return [fold(span.of(self.text)) for span in self.spans]

    def line(self, i: int) -> str:
        """The text of line ``i``."""
        return self.spans[i].of(self.text)

    def _may_be_headline(self, line: str) -> bool:
        return _words(line) >= _FEW_WORDS and not furnished(line, self.page) and not _stamped(line)

    def _is_chrome(self, i: int, headline: str | None) -> bool:
        line = self.line(i)
        if not _LETTER.search(line) or furnished(line, self.page):
            return True
        if i >= self.body:
            return self.said[i] == headline or self._trails(i)
        lengthens = headline is not None and headline in self.said[i]
        return lengthens or _words(line) < _FEW_WORDS or line.isupper() or _stamped(line)

    def _trails(self, i: int) -> bool:
        """Whether a short line without a number stands after the last sentence of the page."""
        line = self.line(i)
        short = _words(line) <= _FEW_WORDS and len(line) < _CREDIT and not _DIGIT.search(line)
        return short and i > self._last_sentence

    @cached_property
    def _last_sentence(self) -> int:
        ends = (i for i in range(len(self.spans) - 1, -1, -1) if _END.search(self.line(i)))
        return next(ends, len(self.spans))


def survey(text: str, spans: list[Span], page: Page, dateline: int) -> tuple[Span | None, tuple[Span, ...]]:
    """The headline and the furniture among the lines; ``dateline`` is the index of the line that has one, or -1."""
    layout = Layout(text, spans, dateline if dateline >= 0 else _first_sentence(text, spans), page)
    headline = layout.headline()
    return (spans[headline] if headline is not None else None), layout.chrome(headline)


@lru_cache(maxsize=2)
def lines(text: str) -> tuple[Span, ...]:
    """The lines with something on them, without the white space around them."""
    spans = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip("\ufeff \t\r\f\v\u00a0"))
        spans.append(Span(start=start, stop=match.end() - (len(line) - len(line.rstrip()))))
    return tuple(span for span in spans if span.start < span.stop)


def fold(line: str) -> str:
    """The line as it is compared: lower case, letters and digits only."""
    return " ".join(_TERM.findall(line.lower()))


def furnished(line: str, page: Page) -> bool:
    """Whether a line has the words of page furniture, or a site's name, and is no sentence of the news."""
    ended = _END.search(line)
    if not ended and _SITE.search(line):
        return True
    folded = line.lower().lstrip("•|-– ")
    if any(word in folded for word in page.holds):
        return len(line) < _FURNITURE
    return folded.startswith(page.opens) and (len(line) < _CREDIT or not ended)


def _first_sentence(text: str, spans: list[Span]) -> int:
    """The index of the first line that reads like running text; a page whose top has none has no head."""
    for i, span in enumerate(spans[:_HEAD]):
        line = span.of(text)
        if len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and _END.search(line)):
            return i
    return 0


def _words(line: str) -> int:
    return len(_WORD.findall(line))


def _stamped(line: str) -> bool:
    """Whether a line is a date of publication rather than news: a clock time with a year, or a year and few words."""
    return bool(_YEAR.search(line)) and (bool(_CLOCK.search(line)) or _words(line) < _FEW_WORDS)
