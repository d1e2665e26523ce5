"""A sheet that is one Excel Table: header row, widths, filters and the cell formats that its rows are written with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from emcal.errors import ExportError
from emcal.export.workbook.cell import Value
from emcal.export.workbook.splice import Style, Styled
from emcal.export.workbook.style import INK, LINE, SOFT, Across, Edge, edges, fill, fitted, font, placed, write

MOST_ROWS = 1_048_575
"""Data rows that a sheet can hold beside its header."""

Look = Literal["text", "wrapped", "date", "number", "code"]
_DAY = "d mmm yyyy"


class Column(NamedTuple):
    """A column's header, width in characters, look, and whether people may edit it."""

    header: str
    width: float
    look: Look = "text"
    editable: bool = False
    hidden: bool = False


class Filling(NamedTuple):
    """The rows that go into a sheet which is otherwise done."""

    sheet: Worksheet
    rows: Iterable[Sequence[Value | Styled]]
    styles: Sequence[Style]
    last: int


def lay(sheet: Worksheet, name: str, columns: Sequence[Column], count: int, day: str = _DAY) -> list[Style]:
    """Everything of the sheet but its rows; the cell formats of each column come back. Raises ``ExportError``."""
    if count > MOST_ROWS:
        raise ExportError(f"{count} rows are more than the {MOST_ROWS} that a sheet can hold")
    for index, column in enumerate(columns, start=1):
        ground = fill("33526E" if column.editable else SOFT)
        face = font(10, bold=True, colour="FFFFFF")
        at = placed(_across(column.look), wrap=True, indent=int(column.look == "date"))
        write(sheet, 1, index, column.header, face=face, ground=ground, at=at)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "B2"
    sheet.sheet_view.showGridLines = False
    fitted(sheet, "A3", landscape=True, high=0)
    sheet.print_title_rows = "1:1"
    sheet.add_table(_table(name, columns, count))
    return [_style(sheet, column, day) for column in columns]


def _table(name: str, columns: Sequence[Column], count: int) -> Table:
    reference = f"A1:{get_column_letter(len(columns))}{max(count, 1) + 1}"
    table = Table(displayName=name, ref=reference)
    table.autoFilter = AutoFilter(ref=reference)
    table.tableColumns = [TableColumn(id=index, name=column.header) for index, column in enumerate(columns, start=1)]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return table


def _style(sheet: Worksheet, column: Column, day: str) -> Style:
    """The numbers of a column's formats: openpyxl gives them to a scratch cell, which never reaches the sheet."""
    plain = styled(sheet, column.look, day if column.look == "date" else None)
    wrap = int(column.width * 1.2) if column.look == "wrapped" else 0
    often = 0 if column.look == "code" else wrap or 48
    return Style(plain, styled(sheet, column.look, None, quoted=True), wrap, often)


def styled(sheet: Worksheet, look: Look, shape: str | None, quoted: bool = False) -> int:
    """The number of one cell format."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = font(9 if look == "code" else 10, colour=SOFT if look == "code" else INK)
    cell.alignment = placed(_across(look), wrap=look == "wrapped", indent=1 if look == "date" else 0, down="top")
    cell.border = edges(bottom=Edge(LINE, "hair"))
    cell.number_format = shape or ("@" if look in ("text", "wrapped", "code") else "General")
    cell.quotePrefix = quoted
    return int(cell.style_id)


def _across(look: Look) -> Across:
    return "right" if look in ("date", "number") else "left"
