"""The Read me sheet: what the sheets hold, how to correct, what the columns mean."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from emcal.export.wording import day_phrase, term
from emcal.export.workbook.events import FIELDS, fields
from emcal.export.workbook.style import SOFT, fitted, font, placed, widths, write
from emcal.export.workbook.view import View

NAME = "Read me"
_SHEETS = {
    "Summary": "summary", "Timeline": "timeline", "Events": "events", "Sources": "sources", "Changes": "changes",
    "Lists": "lists",
}  # fmt: skip


def build(sheet: Worksheet, view: View) -> None:
    """The whole sheet."""
    widths(sheet, 18, 110)
    sheet.sheet_view.showGridLines = False
    language = view.language
    write(sheet, 1, 1, term("workbook.title", language), face=font(16, bold=True))
    row = _section(sheet, 3, term("workbook.readme.sheets", language))
    for name, key in _SHEETS.items():
        row = _line(sheet, row, name, _told(key, view))
    row = _section(sheet, row + 1, term("workbook.readme.correcting", language))
    for number in (1, 2, 3):
        row = _line(sheet, row, str(number), term(f"workbook.readme.step{number}", language))
    row = _section(sheet, row + 1, term("workbook.section.precision", language))
    row = _line(sheet, row, "Date", term("workbook.readme.formats", language))
    row = _section(sheet, row + 1, term("workbook.readme.columns", language))
    for field in fields(language):
        header = field.column.header
        key = f"workbook.prompt.{FIELDS[header]}" if header in FIELDS else f"workbook.column.{header}"
        row = _line(sheet, row, header, term(key, language))
    fitted(sheet, "A4", landscape=True, high=0)


def _told(key: str, view: View) -> str:
    """What a sheet holds; Changes says since when."""
    since = view.options.since
    if key != "changes" or since is None:
        return term(f"workbook.readme.{key}", view.language)
    return term("workbook.readme.changes_since", view.language).format(day=day_phrase(since, view.language))


def _section(sheet: Worksheet, row: int, text: str) -> int:
    write(sheet, row, 1, text, face=font(12, bold=True, colour=SOFT))
    return row + 1


def _line(sheet: Worksheet, row: int, left: str, right: str) -> int:
    write(sheet, row, 1, left, face=font(bold=True), at=placed(down="top"))
    write(sheet, row, 2, right, at=placed(wrap=True, down="top"))
    sheet.row_dimensions[row].height = 14 * (1 + len(right) // 118)
    return row + 1
