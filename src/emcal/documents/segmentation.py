"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right, insort

from emcal.documents.document import Document, Span
from emcal.documents.page import lines
from emcal.languages import available, load

_STOP = re.compile(r"[.!?…]+[\"»”’')\]]*\s+(?=[\"«“‘'(\[—–-]*[^\W_])")

_LAST = re.compile(r"[^\s(«\"“]*$")
_LONGEST = 30  # letters of an abbreviation


def paragraphs(document: Document) -> tuple[Span, ...]:
    """The lines with something on them, without page chrome, dateline and the white space around them."""
    taken = sorted((span.start, span.stop) for span in document.chrome)
    if document.dateline is not None:
        insort(taken, (document.dateline.span.start, document.dateline.span.stop))
    spans = (_uncovered(document.text, line, taken) for line in lines(document.text))
    return tuple(span for span in spans if span.start < span.stop)


def _uncovered(text: str, line: Span, taken: list[tuple[int, int]]) -> Span:
    """What is left of a line behind the stretches that are taken from its beginning; empty when nothing is."""
    start = line.start
    while start < line.stop:
        last = bisect_right(taken, (start, len(text))) - 1
        if last < 0 or taken[last][1] <= start:
            break
        start = taken[last][1]
        start += len(text[start : line.stop]) - len(text[start : line.stop].lstrip())
    return line if start == line.start else Span(start=start, stop=max(start, line.stop))


def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of the document, in order; each lies inside one paragraph."""
    spans: list[Span] = []
    for paragraph in paragraphs(document):
        spans.extend(_split(document.text, paragraph, _abbreviations(document.language)))
    return tuple(spans)


def _abbreviations(language: str) -> frozenset[str]:
    primary = language.split("-", maxsplit=1)[0]
    return frozenset(load(primary).segmentation.abbreviations) if primary in available() else frozenset()


def _split(text: str, paragraph: Span, abbreviations: frozenset[str]) -> list[Span]:
    spans, start = [], paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.stop):
        if text[match.start()] == "." and not _ends(text, start, match, abbreviations):
            continue
        spans.append(Span(start=start, stop=match.start() + len(match[0].rstrip())))
        start = match.end()
    if start < paragraph.stop:
        spans.append(Span(start=start, stop=paragraph.stop))
    return spans


def _ends(text: str, start: int, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a full stop ends the sentence: not after an abbreviation or an initial, nor before a small letter."""
    following = text[stop.end()]
    if following.islower():
        return False
    word = _LAST.search(text, max(start, stop.start() - _LONGEST), stop.start())
    before = word[0] if word else ""
    if before.lower().rstrip(".") in abbreviations:
        return False
    return not (len(before) == 1 and before.isupper())
