"""The workbook's look: few colours, one family of fonts, and cell formats that cells share."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
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


class Edge(NamedTuple):
    """One edge of a border; unlike openpyxl's, quick to hash."""

    colour: str = LINE
    weight: Literal["hair", "thin", "medium", "thick"] = "thin"

    def drawn(self) -> Side:
        """The edge as openpyxl has it."""
        return Side(style=self.weight, color=self.colour)


@cache
def edges(
    left: Edge | None = None, right: Edge | None = None, top: Edge | None = None, bottom: Edge | None = None
) -> Border:
    """A border of the edges that are given."""
    drawn = [edge.drawn() if edge else Side() for edge in (left, right, top, bottom)]
    return Border(left=drawn[0], right=drawn[1], top=drawn[2], bottom=drawn[3])


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
) -> None:
    """Writes one cell; strings stay strings, whatever they look like. ``shape`` is the number format."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = stored(value)
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    look = _Look(face or font(), ground, at or placed(), border, shape, isinstance(value, str) and formula_like(value))
    _dress(sheet, cell, look)


class _Look(NamedTuple):
    face: Font
    ground: PatternFill | None
    at: Alignment
    border: Border | None
    shape: str | None
    quoted: bool


_DRESSED: WeakKeyDictionary[Workbook, dict[tuple[object, ...], StyleArray]] = WeakKeyDictionary()


def _dress(sheet: Worksheet, cell: Any, look: _Look) -> None:
    """Gives the cell its look.

    openpyxl hashes every part of a look for every cell, so a look that was given before is handed on whole, through an
    attribute that openpyxl keeps for itself. Fonts, fills and borders are cached above, so that their ids stay theirs.
    """
    book = sheet.parent
    assert isinstance(book, Workbook)  # noqa: S101  # every sheet here is made in one
    known = _DRESSED.setdefault(book, {})
    key = (*map(id, look[:4]), look.shape, look.quoted)
    if key in known:
        cell._style = known[key]
        return
    cell._style = StyleArray()  # never change one that another cell may share
    cell.font, cell.alignment, cell.quotePrefix = look.face, look.at, look.quoted
    if look.ground is not None:
        cell.fill = look.ground
    if look.border is not None:
        cell.border = look.border
    if look.shape is not None:
        cell.number_format = look.shape
    known[key] = cell._style


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
