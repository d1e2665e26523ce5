"""The page as a Word document (python-docx): same sections, tables and numbered sources."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from emcal.export.brief.page.page import Note, Page, Row, Run, Section, Table
from emcal.export.workbook.archive import rewritten

_TEXT_WIDTH, _NUMBER_WIDTH = 178, 36
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(page: Page, as_of: date) -> bytes:
    """The whole document; its properties carry the day of the brief, so same page, same bytes."""
    paper = Document()
    _set_up(paper, page, datetime.combine(as_of, time()))
    paper.add_heading(_clean(page.title), 0)
    for line in page.lead:
        _fill(paper.add_paragraph(), line.runs)
    _table(paper, page.counts)
    for section in page.sections:
        _section(paper, section)
    if page.notes:
        paper.add_heading(_clean(page.sources), 1)
    for note in page.notes:
        _note(paper, note, page.marks)
    target = io.BytesIO()
    paper.save(target)
    return rewritten(target.getvalue(), {})


def _set_up(paper: Paper, page: Page, written: datetime) -> None:
    """A4, a small sans-serif type, and properties without a clock."""
    sheet = paper.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(16)
    sheet.top_margin = sheet.bottom_margin = Mm(16)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Liberation Sans", Pt(9.5)
    properties = paper.core_properties
    properties.author, properties.title, properties.language = "emcal", _clean(page.title)[:255], page.language
    properties.created = properties.modified = written
    properties.comments = ""


def _section(paper: Paper, section: Section) -> None:
    paper.add_heading(_clean(section.title), 1)
    for line in section.lines:
        _fill(paper.add_paragraph(style="List Number" if section.ordered else "List Bullet"), line.runs)
    if section.table:
        _table(paper, section.table)
    for line in section.remarks:
        _fill(paper.add_paragraph(), line.runs)


def _table(paper: Paper, table: Table) -> None:
    grid = paper.add_table(rows=1, cols=len(table.header), style="Table Grid")
    widths = _widths(table)
    header = Row(cells=tuple((Run(text=name, strong=True),) for name in table.header))
    _row(grid.rows[0], header, table.numeric, widths)
    _mark(grid.rows[0], "w:tblHeader")
    for row in table.rows:
        _row(grid.add_row(), row, table.numeric, widths)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _widths(table: Table) -> list[Mm]:
    """Columns of numbers are narrow, the others share the rest of the page."""
    words = len(table.header) - len(table.numeric)
    rest = (_TEXT_WIDTH - _NUMBER_WIDTH * len(table.numeric)) / words
    return [Mm(_NUMBER_WIDTH if column in table.numeric else rest) for column in range(len(table.header))]


def _row(made: _Row, row: Row, numeric: Iterable[int], widths: Iterable[Mm]) -> None:
    """Fills a row, which no page may split; the cells of a band after the first become one."""
    right = set(numeric)
    for number, (cell, runs, width) in enumerate(zip(made.cells, row.cells, widths, strict=True)):
        cell.width = width
        _fill(cell.paragraphs[0], runs)
        if number in right:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if row.band:
        whole = made.cells[1].merge(made.cells[-1])
        for empty in whole.paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    _mark(made, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    """Sets a property of a row: ``w:tblHeader`` repeats it on every page, ``w:cantSplit`` keeps it on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fill(paragraph: Paragraph, runs: Iterable[Run]) -> None:
    for run in runs:
        paragraph.add_run(_clean(run.text)).bold = run.strong or None
        if run.notes:
            paragraph.add_run(", ".join(str(note.number) for note in run.notes)).font.superscript = True


def _note(paper: Paper, note: Note, marks: tuple[str, str]) -> None:
    """A numbered source; its quotes carry their own language for the spelling checker."""
    paragraph = paper.add_paragraph(f"{note.number}. {_clean(note.document)}, {note.written}, {note.place}:")
    for quote in note.quotes:
        run = paragraph.add_run(f" {marks[0]}{_clean(quote)}{marks[1]}")
        tongue = OxmlElement("w:lang")
        tongue.set(qn("w:val"), note.language)
        run._r.get_or_add_rPr().append(tongue)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
