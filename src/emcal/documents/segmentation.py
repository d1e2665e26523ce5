"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re

from emcal.documents.document import Document, Span
from emcal.languages import available, load

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_STOP = re.compile(r"[.!?…]+[\"»”’')\]]*\s+(?=[\"«“‘'(\[—–-]*[^\W_])")


def paragraphs(document: Document) -> tuple[Span, ...]:
    """The lines with something on them, page chrome left out, without the white space around them."""
    spans = []
    for match in _PARAGRAPH.finditer(document.text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        stop = match.end() - (len(match[0]) - len(match[0].rstrip()))
        span = Span(start=start, stop=stop)
        if not any(span.overlap(chrome) for chrome in document.chrome):
            spans.append(span)
    return tuple(spans)


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
    word = re.search(r"[^\s(«\"“]*$", text[start : stop.start()])
    before = word[0] if word else ""
    following = text[stop.end()]
    if following.islower():
        return False
    if before.lower().rstrip(".") in abbreviations:
        return False
    return not (len(before) == 1 and before.isupper())
