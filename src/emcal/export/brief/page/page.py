"""The nouns of a page: runs of text in lines, cells and sections, each with the uids of the events behind it."""

from __future__ import annotations

from typing import Literal

from emcal.noun import Noun

SectionKey = Literal[
    "highlights", "ahead", "held", "changed", "late", "agreements", "open", "partners", "doubts"
]  # the order of the page


class Reference(Noun):
    """A footnote's number where the page points to it; ``first`` is the first time.

    Pandoc repeats a footnote for every reference and counts on; a format that should read the same there makes a real
    reference of the first one and a plain number of the others.
    """

    number: int
    first: bool


class Run(Noun):
    """A stretch of plain text, bold or not, and the footnotes that follow it."""

    text: str
    strong: bool = False
    notes: tuple[Reference, ...] = ()


class Line(Noun):
    """A sentence or two, and the events that they are about; none for what is said of the register as a whole."""

    runs: tuple[Run, ...]
    events: tuple[str, ...] = ()


class Row(Noun):
    """One row of a table; ``band`` marks a heading inside the table, of which only the first cells have text."""

    cells: tuple[tuple[Run, ...], ...]
    events: tuple[str, ...] = ()
    band: bool = False


class Table(Noun):
    """``numeric`` are the indexes of the columns that hold numbers."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[int, ...] = ()


class Section(Noun):
    """A heading, then a list or a table (or neither, then ``remarks`` say why), then remarks."""

    key: SectionKey
    title: str
    ordered: bool = False
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    remarks: tuple[Line, ...] = ()


class Note(Noun):
    """A footnote: where the words stand, when they were written, and the words themselves, never translated."""

    number: int
    document: str
    written: str
    place: str
    quotes: tuple[str, ...]
    language: str
    uid: str


class Page(Noun):
    """The whole brief: title, what it covers, the table of counts, the sections and the footnotes.

    ``marks`` are the quotation marks of the language.
    """

    language: Literal["en", "ru"]
    title: str
    lead: tuple[Line, ...]
    counts: Table
    sections: tuple[Section, ...]
    sources: str
    marks: tuple[str, str]
    notes: tuple[Note, ...]

    def section(self, key: SectionKey) -> Section:
        """The section of that key, for a template that wants another order."""
        return next(section for section in self.sections if section.key == key)
