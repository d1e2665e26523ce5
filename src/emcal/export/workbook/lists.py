"""The Lists sheet: the values that cells may hold, with their meaning in both languages; drop-downs point here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from emcal.events.event import Standing
from emcal.export.wording import kind_label, standing_label
from emcal.export.workbook.style import SOFT, fill, fitted, font, widths, write
from emcal.export.workbook.view import View
from emcal.mentions.mention import Claim, Kind

NAME = "Lists"


def build(sheet: Worksheet, view: View) -> None:
    """The whole sheet."""
    _column(sheet, 1, "Kind", get_args(Kind), [(kind_label(k, "en"), kind_label(k, "ru")) for k in get_args(Kind)])
    _column(sheet, 5, "Status", get_args(Claim), _both(get_args(Claim)))
    _column(sheet, 9, "Standing", get_args(Standing), _both(get_args(Standing)))
    _name(sheet, "emcal_kinds", "A", len(get_args(Kind)))
    _name(sheet, "emcal_statuses", "E", len(get_args(Claim)))
    widths(sheet, 16, 18, 26, 4, 14, 16, 20, 4, 14, 16, 20)
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = "A2"
    fitted(sheet, "A4", landscape=True, high=1)


def _both(values: Sequence[Standing]) -> list[tuple[str, str]]:
    return [(standing_label(value, "en"), standing_label(value, "ru")) for value in values]


def _column(sheet: Worksheet, at: int, header: str, values: Sequence[str], labels: Sequence[tuple[str, str]]) -> None:
    for offset, text in enumerate((header, "English", "Русский")):
        write(sheet, 1, at + offset, text, face=font(bold=True, colour="FFFFFF"), ground=fill(SOFT))
    for row, (value, (english, russian)) in enumerate(zip(values, labels, strict=True), start=2):
        for offset, text in enumerate((value, english, russian)):
            write(sheet, row, at + offset, text)


def _name(sheet: Worksheet, name: str, column: str, count: int) -> None:
    reference = f"{NAME}!${column}$2:${column}${count + 1}"
    book = sheet.parent
    assert book is not None  # noqa: S101  # a sheet that was created in a workbook has one
    book.defined_names[name] = DefinedName(name, attr_text=reference)
