"""The Sources sheet: one row for each document, numbered as Events names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from emcal.export.workbook.cell import Value, day, link
from emcal.export.workbook.shape import PLAIN
from emcal.export.workbook.splice import Styled
from emcal.export.workbook.table import Column, Filling, lay
from emcal.export.workbook.view import View

NAME = "Sources"
COLUMNS = (
    Column("No.", 7),
    Column("Document", 44),
    Column("Headline", 70, "wrapped"),
    Column("Language", 10),
    Column("Published", 24),
    Column("Known from", 12),
    Column("Events", 8, "number"),
    Column("First read", 13, "date"),
    Column("Retired", 9),
)
_MOST_LINKS = 60_000
"""A sheet can hold 65,530 links; past this many, addresses stay plain text."""


def build(sheet: Worksheet, view: View) -> Filling:
    """The sheet, and the rows that are to be put into it."""
    documents = view.register.documents
    styles = lay(sheet, NAME, COLUMNS, len(documents), PLAIN[view.language])
    for row, document in enumerate(documents[:_MOST_LINKS], start=2):
        address = link(document.path)
        if address:
            sheet.cell(row, 2).hyperlink = Hyperlink(ref=f"B{row}", target=address)
    return Filling(sheet, _rows(view), styles, len(documents) + 1)


def _rows(view: View) -> Iterator[Sequence[Value | Styled]]:
    counts = Counter(path for entry in view.entries for path in {mention.document for mention in entry.event.mentions})
    for document in view.register.documents:
        created = document.created
        yield (
            f"S{view.numbers[document.path]}",
            document.path,
            document.headline,
            document.language,
            str(created.edtf or ""),
            created.source,
            counts[document.path],
            day(document.read),
            "yes" if document.retired else "",
        )
