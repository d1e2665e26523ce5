"""The Events sheet as it comes back: cells by header text, wherever the columns and the sheet have been moved to.

The file is read and never saved again: openpyxl would drop what it does not know.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from emcal.errors import SourceError
from emcal.export.wording.terms import LANGUAGES, Language
from emcal.export.workbook.archive import check
from emcal.export.workbook.book import AS_OF, LANGUAGE
from emcal.export.workbook.cell import unescaped
from emcal.export.workbook.events import FIELDS, HIDDEN, NAME, UID, fields
from emcal.export.workbook.normal import normal

_HEADER_WITHIN = 20
_MOST_BLANK = 2_000
_KNOWN = {c.header.casefold(): c.header for c in (*(field.column for field in fields("en")), *HIDDEN)}


class Read(NamedTuple):
    """One cell: its address, its value in normal form, and what else decides whether it may be taken.

    ``kind`` is openpyxl's data type: ``s`` text, ``n`` number, ``d`` date, ``b`` boolean, ``f`` formula, ``e`` error.
    """

    address: str
    text: str
    kind: str = "s"
    shape: str = "General"


class Row(NamedTuple):
    """A row that holds anything: its number in the sheet and its cells by header."""

    number: int
    cells: Mapping[str, Read]

    def text(self, header: str) -> str:
        """The text under a header; empty where the sheet has no such column."""
        cell = self.cells.get(header)
        return cell.text if cell else ""


class Sheet(NamedTuple):
    """What came back: rows in the sheet's order, columns that are not ours, and what the workbook says of itself."""

    name: str
    rows: tuple[Row, ...]
    extra: tuple[str, ...]
    missing: tuple[str, ...]
    as_of: date | None
    language: Language


def read(path: Path) -> Sheet:
    """The Events sheet of a workbook. Raises ``SourceError`` for a file that is unsafe, damaged or not of ours."""
    check(path)
    try:
        with warnings.catch_warnings(), path.open("rb") as stream:
            warnings.simplefilter("ignore")
            return _read(path, load_workbook(stream, read_only=True, keep_links=False))
    except SourceError:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise nearly anything
        raise SourceError(str(path), f"not a workbook that can be read ({type(error).__name__}: {error})") from error


def _read(path: Path, book: Any) -> Sheet:
    """A sheet of the right name first, then any other with the right headers."""
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != NAME):
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(), start=1)
        headers = _headers(path, rows)
        if headers is not None:
            names, extra = headers
            missing = tuple(header for header in (*FIELDS, UID) if header not in names.values())
            properties = {prop.name: prop.value for prop in book.custom_doc_props.props}
            return Sheet(
                sheet.title, tuple(_rows(rows, names)), extra, missing, _day(properties), _language(properties)
            )
    raise SourceError(str(path), f"no sheet with the headers of Events ({', '.join((*FIELDS, UID))})")


def _headers(path: Path, rows: Iterator[tuple[int, Sequence[Any]]]) -> tuple[dict[int, str], tuple[str, ...]] | None:
    """Our headers by the index of their column, and the others; ``None`` for a sheet without an ID column."""
    for number, cells in rows:
        found = [(index, normal(cell.value)) for index, cell in enumerate(cells) if normal(cell.value)]
        names = {index: _KNOWN[text.casefold()] for index, text in found if text.casefold() in _KNOWN}
        if UID in names.values() and "Title" in names.values():
            twice = [header for header in names.values() if list(names.values()).count(header) > 1]
            if twice:
                raise SourceError(str(path), f"row {number} has the header {twice[0]} twice")
            return names, tuple(text for index, text in found if index not in names)
        if number >= _HEADER_WITHIN:
            break
    return None


def _rows(rows: Iterator[tuple[int, Sequence[Any]]], names: Mapping[int, str]) -> Iterator[Row]:
    """Rows that hold anything under our headers; a long stretch of blank ones ends the sheet."""
    blank = 0
    for number, cells in rows:
        read = {
            header: _cell(cells[index], number, index) if index < len(cells) else Read(_address(number, index), "")
            for index, header in names.items()
        }
        blank = 0 if any(cell.text for cell in read.values()) else blank + 1
        if not blank:
            yield Row(number, read)
        elif blank > _MOST_BLANK:
            return


def _cell(cell: Any, number: int, index: int) -> Read:
    kind = "n" if cell.value is None else cell.data_type
    shape = (cell.number_format or "General") if kind == "d" else "General"
    value = unescaped(cell.value) if isinstance(cell.value, str) else cell.value
    return Read(_address(number, index), normal(value), kind, shape)


def _address(number: int, index: int) -> str:
    return f"{get_column_letter(index + 1)}{number}"


def _day(properties: Mapping[str, Any]) -> date | None:
    try:
        return datetime.fromisoformat(str(properties.get(AS_OF))).date()
    except ValueError:
        return None


def _language(properties: Mapping[str, Any]) -> Language:
    return next((language for language in LANGUAGES if language == properties.get(LANGUAGE)), "en")
