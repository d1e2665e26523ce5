"""The workbook's look: few colours, one family of fonts, and cell formats that cells share."""

from __future__ import annotations

from functools import cache
from typing import Literal

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from emcal.events.event import Standing
from emcal.export.workbook.cell import Value, formula_like, stored

FAMILY = "Calibri"
INK, SOFT, FAINT, LINE, PAPER = "1F2933", "52606D", "9AA5B1", "D9E0E6", "F5F7FA"
TODAY = "D64545"

# Solid and pale of each standing: told apart in print and by colour-blind readers (Okabe and Ito's hues, darkened).
COLOURS: dict[Standing, tuple[str, str]] = {
    "held": ("1B7F5C", "BFE3D3"),
    "ongoing": ("0B7285", "B5E3EB"),
    "planned": ("2B6CB0", "C3DAF3"),
    "unconfirmed": ("C77700", "FBE0B0"),
    "expired": ("7B8794", "DDE2E7"),
    "postponed": ("7E4FA8", "E2D3F1"),
    "cancelled": ("5F3B3B", "E5D5D5"),
}

Across = Literal["left", "center", "right"]


@cache
def font(
    size: float = 10, bold: bool = False, colour: str = INK, struck: bool = False, underline: bool = False
) -> Font:
    """A font of the workbook's family; equal ones are one object, which openpyxl is quickest with."""
    return Font(
        name=FAMILY, size=size, bold=bold, color=colour, strike=struck, underline="single" if underline else None
    )


@cache
def fill(colour: str, pattern: Literal["solid", "lightUp"] = "solid", ground: str = "FFFFFF") -> PatternFill:
    """A solid fill, or a hatched one in ``colour`` on ``ground``."""
    return PatternFill(pattern, fgColor=colour, bgColor=ground)


@cache
def placed(across: Across = "left", wrap: bool = False, indent: int = 0, down: str = "center") -> Alignment:
    """An alignment."""
    return Alignment(horizontal=across, vertical=down, wrap_text=wrap, indent=indent)


@cache
def side(colour: str = LINE, weight: Literal["hair", "thin", "medium", "thick"] = "thin") -> Side:
    """One edge of a border."""
    return Side(style=weight, color=colour)


@cache
def edges(
    left: Side | None = None, right: Side | None = None, top: Side | None = None, bottom: Side | None = None
) -> Border:
    """A border of the edges that are given."""
    return Border(left=left, right=right, top=top, bottom=bottom)


def write(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Value = None,
    *,
    face: Font | None = None,
    ground: PatternFill | None = None,
    at: Alignment | None = None,
    border: Border | None = None,
    shape: str | None = None,
) -> Cell | MergedCell:
    """Writes one cell; strings stay strings, whatever they look like. ``shape`` is the number format."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = stored(value)
        cell.data_type = "s"
        if formula_like(value):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    cell.font = face or font()
    if ground is not None:
        cell.fill = ground
    cell.alignment = at or placed()
    if border is not None:
        cell.border = border
    if shape is not None:
        cell.number_format = shape
    return cell


def widths(sheet: Worksheet, *columns: float) -> None:
    """Sets the widths of the first columns, in characters."""
    for index, width in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width


def fitted(sheet: Worksheet, paper: Literal["A3", "A4"], landscape: bool, high: int) -> None:
    """Prints the sheet one page wide and ``high`` pages high, 0 for as many as it takes."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = {"A3": 8, "A4": 9}[paper]
    sheet.page_setup.fitToHeight = high
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.4, bottom=0.4)
