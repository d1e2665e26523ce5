"""The Changes sheet: what is new since the workbook that lay at the same place."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from desk import Desk

from emcal.cli.exports import write_exports
from emcal.export.workbook.previous import last_told
from emcal.register import open_register

FIRST, SECOND, THIRD = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
NAME = "timeline.xlsx"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def made(desk: Desk, as_of: date) -> bytes:
    out = desk.folder / "out"
    out.mkdir(exist_ok=True)
    write_exports(desk.register(), out, as_of, "en")
    return (out / NAME).read_bytes()


def told(desk: Desk) -> list[tuple[str, str]]:
    """Field and new value of every row."""
    sheet = openpyxl.load_workbook(desk.folder / "out" / NAME)["Changes"]
    return [(row[2], row[4]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[1]]


def test_the_first_workbook_tells_the_whole_log(desk: Desk) -> None:
    made(desk, FIRST)
    assert [field for field, _ in told(desk)] == ["event"] * 9


def test_a_later_workbook_tells_what_is_new(desk: Desk) -> None:
    made(desk, FIRST)
    made(desk, SECOND)
    assert told(desk) == []
    desk.correct("Meeting of ministers", "note", "by phone")
    made(desk, SECOND)
    assert told(desk) == [("note", "by phone")]
    made(desk, THIRD)
    assert told(desk) == []


def test_what_comes_after_the_last_workbook_of_a_day_is_told_the_next_day(desk: Desk) -> None:
    made(desk, SECOND)
    uid = desk.entry("Meeting of ministers").event.uid
    with open_register(desk.database, write=True) as store:
        store.correct(uid, "note", "late", who="bek", why="", as_of=datetime(2026, 11, 24, 17, tzinfo=UTC))
    made(desk, THIRD)
    assert told(desk) == [("note", "late")]


def test_the_same_day_gives_the_same_bytes(desk: Desk) -> None:
    first = made(desk, FIRST)
    assert made(desk, FIRST) == first
    second = made(desk, SECOND)
    assert second != first
    assert made(desk, SECOND) == second


def test_read_me_says_since_when(desk: Desk) -> None:
    made(desk, FIRST)
    made(desk, SECOND)
    cells = [cell.value for row in openpyxl.load_workbook(desk.folder / "out" / NAME)["Read me"] for cell in row]
    assert "What changed since the workbook of 23 November 2026, newest first." in cells


def test_what_is_no_earlier_workbook_is_no_reason_to_leave_anything_out(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "other.xlsx"
    assert last_told(path, FIRST) is None
    path.write_bytes(b"no zip")
    assert last_told(path, FIRST) is None
    for content in (b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a/>", b" " * 100_000):
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("docProps/custom.xml", content)
        assert last_told(path, FIRST) is None
    made(desk, SECOND)
    assert last_told(desk.folder / "out" / NAME, FIRST) is None
    assert last_told(desk.folder / "out" / NAME, THIRD) == SECOND


def test_a_workbook_that_libreoffice_saved_still_counts(desk: Desk) -> None:
    desk.resave()
    assert last_told(desk.path, SECOND) == FIRST
