"""The nouns of the documents floor: where a text came from, the text itself, and what is known of its making."""

from __future__ import annotations

from datetime import date
from typing import Literal

from emcal.edtf import Edtf
from emcal.noun import Noun

CreationSource = Literal["header", "dateline", "url", "metadata", "inferred", "none"]
ClueKind = Literal["stated", "next_year", "last_year", "same_year", "figures", "reports", "names", "other"]


class Span(Noun):
    """A half-open stretch ``[start, stop)`` of a document's text, in Unicode code points."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.stop]

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover; zero when they are apart."""
        return max(0, min(self.stop, other.stop) - max(self.start, other.start))


class Source(Noun):
    """The file a document was read from: its path as given, the hash of its bytes, and how they were decoded."""

    path: str
    sha256: str
    encoding: str = "utf-8"
    reader: str = "text"


class Clue(Noun):
    """One piece of text that says something about when a document was written, and what it says.

    ``kind`` is the rule that found it, ``words`` what the rule is about, apart from the prose of ``says``: the words that
    state a date or name a year, or the last day (ISO 8601) that the figures or reports of the text know.
    """

    span: Span
    says: str
    kind: ClueKind = "other"
    words: str = ""


class Creation(Noun):
    """When a document was written (DCT of TimeML): a date of its own precision, with its source and its clues.

    ``edtf`` is ``None`` when nothing is known. Bounds are inclusive; a *hard* side is settled by the text.
    """

    edtf: Edtf | None = None
    earliest: date | None = None
    latest: date | None = None
    earliest_hard: bool = True
    latest_hard: bool = True
    source: CreationSource = "none"
    clues: tuple[Clue, ...] = ()


class Dateline(Noun):
    """The opening that names the newsroom: "TBILISI, Georgia, March 3." Its city is not the event's place."""

    span: Span
    city: str | None = None
    date: Span | None = None


class Document(Noun):
    """A text with its source.

    ``text`` is the decoded file as it stands, so that every span slices back to the raw file. ``language`` is a BCP 47
    tag (``en``, ``ru``, ``uz-Latn``, ``uz-Cyrl``, ``und``). ``chrome`` are the stretches that belong to the page and not
    to the news: site names, share buttons, counters, a repeated headline.
    """

    source: Source
    text: str
    language: str
    created: Creation = Creation()
    dateline: Dateline | None = None
    headline: Span | None = None
    chrome: tuple[Span, ...] = ()
