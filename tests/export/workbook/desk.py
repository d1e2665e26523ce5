"""An analyst's desk: a register in a file, the workbook that was made from it, and hands to change cells with."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from registers import AS_OF, sample

from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.export.workbook.applying import apply
from emcal.export.workbook.merge import Review, review
from emcal.export.workbook.reading import read
from emcal.register import open_register
from emcal.register.reading import DocumentReading
from emcal.register.register import Entry, Register

LATER = date(2026, 11, 24)
OFFICE = shutil.which("soffice")


class Desk:
    """Everything that a scripted run needs; ``path`` is the workbook as it lies in the folder."""

    def __init__(self, folder: Path, language: str = "en", known: Register | None = None) -> None:
        self.folder, self.path, self.database = folder, folder / "timeline.xlsx", folder / "emcal.db"
        with open_register(self.database, write=True) as store:
            store.ingest(self._readings(known or sample()), as_of=AS_OF)
        self.path.write_bytes(render(self.register(), "xlsx", RenderOptions(as_of=AS_OF, language=language)))

    def _readings(self, known: Register) -> list[DocumentReading]:
        mentions = [mention for one in known.entries for mention in one.event.mentions]
        paths = sorted({mention.document for mention in mentions})
        return [
            DocumentReading(
                path=path, sha256=path, language="en", mentions=tuple(m for m in mentions if m.document == path)
            )
            for path in paths
        ]

    def register(self) -> Register:
        with open_register(self.database) as store:
            return store.snapshot()

    def entry(self, title: str) -> Entry:
        """The one event of the register with this English title."""
        (found,) = [one for one in self.register().entries if one.event.titles.en == title]
        return found

    def work(self, *steps: Callable[[Worksheet], None], epoch_1904: bool = False) -> None:
        """Opens the workbook, does every step to Events, saves it."""
        with warnings.catch_warnings(), self.path.open("rb") as stream:
            warnings.simplefilter("ignore")  # of extensions that LibreOffice wrote and openpyxl drops
            book = openpyxl.load_workbook(stream)
        for step in steps:
            step(next(sheet for sheet in book.worksheets if find(sheet, "ID")))
        if epoch_1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.save(self.path)

    def resave(self) -> None:
        """LibreOffice opens the workbook and saves it; without LibreOffice, openpyxl does."""
        if OFFICE is None:
            self.work()
            return
        out = self.folder / "resaved"
        profile = f"-env:UserInstallation=file://{self.folder.parent}/profile"
        command = [OFFICE, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out), str(self.path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        shutil.move(out / self.path.name, self.path)

    def review(self) -> Review:
        return review(read(self.path), self.register())

    def apply(self) -> int:
        with open_register(self.database, write=True) as store:
            found = review(read(self.path), store.snapshot())
            return apply(store, found, who="ana", why="from the sheet", as_of=LATER)

    def correct(self, title: str, field: str, value: str) -> None:
        """Someone else corrects the register meanwhile."""
        with open_register(self.database, write=True) as store:
            store.correct(self.entry(title).event.uid, field, value, who="bek", why="by phone", as_of=LATER)


def find(sheet: Worksheet, header: str) -> tuple[int, int] | None:
    """Row and column of a header."""
    for row in sheet.iter_rows(max_row=5):
        for cell in row:
            if cell.value == header:
                return cell.row, cell.column
    return None


def locate(sheet: Worksheet, title: str, header: str) -> str:
    """The address of the cell under a header, in the row that has this title."""
    top, titles = find(sheet, "Title")
    column = find(sheet, header)[1]
    (row,) = [row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, titles).value == title]
    return sheet.cell(row, column).coordinate


def put(title: str, header: str, value: object) -> Callable[[Worksheet], None]:
    """Types a value under a header in the row with this title."""

    def step(sheet: Worksheet) -> None:
        sheet[locate(sheet, title, header)] = value

    return step


def add(**values: object) -> Callable[[Worksheet], None]:
    """Types a new row below the last."""

    def step(sheet: Worksheet) -> None:
        row = sheet.max_row + 1
        for header, value in values.items():
            sheet.cell(row, find(sheet, header)[1]).value = value

    return step


def swap(order: Callable[[list], list]) -> Callable[[Worksheet], None]:
    """Puts the data rows into another order."""

    def step(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(order(rows), start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    return step


def columns(order: Callable[[list], list]) -> Callable[[Worksheet], None]:
    """Puts the columns into another order, headers and all; their formats stay where they were."""

    def step(sheet: Worksheet) -> None:
        sheet.tables.clear()
        rows = [order([cell.value for cell in row]) for row in sheet.iter_rows()]
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    return step
