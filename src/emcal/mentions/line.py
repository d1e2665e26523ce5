"""A document cut into lines of words with everything that was found in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from emcal.documents import Document, Span, sentences
from emcal.mentions.lexicon import Hit, Lexicon
from emcal.mentions.names import Name, find_names
from emcal.mentions.tokens import Token, tokenize
from emcal.timex.timex import Timex

MAX_LINE = 1500
_STAMPS = ("header", "url", "metadata")  # what says there when the page was made dates no event


class Clause(NamedTuple):
    """A stretch of words with one predicate: first and last word (both included)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence (or a long sentence's piece), its words, and the event words, names and dates in it."""

    index: int
    start: int
    stop: int
    headline: bool
    tokens: list[Token]
    hits: list[Hit]
    names: list[Name]
    timexes: list[Timex]
    clauses: list[Clause]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from ``first`` to ``last`` stand in the document's text."""
        return self.tokens[first].start, self.tokens[last].stop

    def clause_of(self, word: int) -> Clause:
        """The clause that the word stands in."""
        return self.clauses[bisect_left(self.clauses, (word + 1,)) - 1]

    def hits_in(self, role: str, first: int, last: int) -> list[Hit]:
        """The hits of ``role`` that lie between two words."""
        return [h for h in self.hits if h.role == role and first <= h.first and h.last <= last]

    def cue(self, value: str, first: int = 0, last: int = 10**6) -> Hit | None:
        """The first cue of that name between two words."""
        return next((h for h in self.hits if h.role == "cue" and h.value == value and first <= h.first <= last), None)

    def words_in(self, start: int, stop: int) -> tuple[int, int]:
        """The first and last word that begin between two offsets; the last is before the first when there is none."""
        return self.word_at(start), bisect_left(self.tokens, (stop,)) - 1

    def word_at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``."""
        begun = bisect_left(self.tokens, (offset + 1,))
        at = begun - 1 if begun and self.tokens[begun - 1].stop > offset else begun
        return min(at, len(self.tokens) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document ready to be searched for events."""

    document: Document
    lexicon: Lexicon
    timexes: tuple[Timex, ...]
    lines: list[Line]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def prepare(document: Document, timexes: tuple[Timex, ...], lexicon: Lexicon) -> Reading:
    """The document with its lines; lines without an event word or a date are kept, they may hold names."""
    stamped = document.created.source in _STAMPS
    clues = [clue.span for clue in document.created.clues] if stamped else []
    dated = [t for t in timexes if (t.when or t.type == "DURATION") and not any(t.span.overlap(c) for c in clues)]
    starts = [t.span.start for t in dated]
    lines: list[Line] = []
    for span in _pieces(document):
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.stop)
        line = _line(document, lexicon, span, dated[low:high], len(lines))
        if line is not None:
            lines.append(line)
    return Reading(document, lexicon, timexes, lines)


def _pieces(document: Document) -> list[Span]:
    """The sentences, those longer than ``MAX_LINE`` cut at white space."""
    pieces = []
    for span in sentences(document):
        start = span.start
        while span.stop - start > MAX_LINE:
            cut = document.text.rfind(" ", start + 1, start + MAX_LINE)
            cut = cut if cut > start else start + MAX_LINE
            pieces.append(Span(start=start, stop=cut))
            start = cut
        pieces.append(Span(start=start, stop=span.stop))
    return pieces


def _line(document: Document, lexicon: Lexicon, span: Span, dated: list[Timex], index: int) -> Line | None:
    tokens = tokenize(document.text, span.start, span.stop)
    if not tokens:
        return None
    headline = document.headline is not None and document.headline.start <= span.start < document.headline.stop
    hits = lexicon.find(tokens)
    taken = [(t.span.start, t.span.stop) for t in dated]
    names = find_names(document.text, span.start, span.stop, lexicon.stop, taken) if hits or dated else []
    clauses = _clauses(document.text, tokens, lexicon, names)
    return Line(index, span.start, span.stop, headline, tokens, hits, names, dated, clauses)


def _clauses(text: str, tokens: list[Token], lexicon: Lexicon, names: list[Name]) -> list[Clause]:
    """Cut at semicolons, and at the language's joining words after a comma; never inside a name."""
    cuts = []
    for i in range(1, len(tokens)):
        gap = text[tokens[i - 1].stop : tokens[i].start]
        if gap == " ":
            continue
        joined = "," in gap and tokens[i].word in lexicon.clause
        if (joined or ";" in gap or ": " in gap) and not any(n.start < tokens[i].start < n.stop for n in names):
            cuts.append(i)
    return [Clause(a, b - 1) for a, b in pairwise([0, *cuts, len(tokens)])]
