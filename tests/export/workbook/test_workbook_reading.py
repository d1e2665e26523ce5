"""Read back by openpyxl, python-calamine and LibreOffice: every cell equals the register's value."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from registers import AS_OF, entry, register, sample

from emcal.events.event import standing
from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.export.workbook.cell import unescaped
from emcal.mentions.mention import Place
from emcal.register.register import Register

AWKWARD = (
    "=1+1", "+7 495 000", "-5 degrees", "@here", "_x0041_ stays", "line one\nline two", "<b>&amp;</b>", "0012", "1E5",
    "2024-05", "TRUE", " blank at both ends ", "tab\tinside", "Ўзбекистон ӘӨҮ", "😀 beyond the BMP",
)  # fmt: skip


def awkward() -> Register:
    return register(*(entry(f"b{n:02d}", text, "2024-05-01", note=text) for n, text in enumerate(AWKWARD)))


def expected(found: Register) -> list[dict[str, object]]:
    """What stands in Events, worked out from the nouns and not by the code under test."""
    return [
        {
            "Title": one.event.titles.en,
            "Title (ru)": one.event.titles.ru,
            "Kind": one.event.kind,
            "Status": one.event.claim,
            "Standing": standing(one.event, AS_OF),
            "EDTF": str(one.event.when.edtf) if one.event.when else None,
            "Earliest": one.event.when.earliest if one.event.when else None,
            "Latest": one.event.when.latest if one.event.when else None,
            "Note": one.event.note,
            "Quote": one.event.mentions[0].evidence_text,
            "Last change": one.modified.date(),
            "ID": one.event.uid,
        }
        for one in found.entries
    ]


def rendered(found: Register, language: str = "en") -> bytes:
    return render(found, "xlsx", RenderOptions(as_of=AS_OF, language=language))


def plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else None if value == "" else value


@pytest.mark.parametrize("make", [sample, awkward])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_openpyxl_reads_what_the_register_holds(make, language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered(make(), language)))
    headers, *rows = book["Events"].iter_rows(values_only=True)
    for row, wanted in zip(rows, expected(make()), strict=True):
        told = {h: plain(unescaped(v) if isinstance(v, str) else v) for h, v in zip(headers, row, strict=True)}
        assert {header: told[header] for header in wanted} == wanted
    assert all(cell.data_type != "f" for line in book["Events"].iter_rows() for cell in line)


@pytest.mark.parametrize("make", [sample, awkward])
def test_calamine_reads_what_the_register_holds(make) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(rendered(make())))
    headers, *rows = book.get_sheet_by_name("Events").to_python()
    for row, wanted in zip(rows, expected(make()), strict=True):
        told = dict(zip(headers, map(plain, row), strict=True))
        assert {header: told[header] for header in wanted} == wanted


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_the_register_holds(tmp_path: Path) -> None:
    """As CSV of the third sheet, every cell as it is formatted: dates in their own precision."""
    (tmp_path / "t.xlsx").write_bytes(rendered(sample()))
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,3"
    soffice(tmp_path, "--convert-to", filters, "--outdir", str(tmp_path), str(tmp_path / "t.xlsx"))
    text = (tmp_path / "t-Events.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    for row, wanted in zip(rows, expected(sample()), strict=True):
        dates = {header for header, value in wanted.items() if isinstance(value, date)}
        assert {h: row[h] or None for h in wanted if h not in dates} == {h: wanted[h] for h in wanted if h not in dates}
        assert {h: datetime.strptime(row[h], "%d %b %Y").date() for h in dates} == {h: wanted[h] for h in dates}
    assert [row["Date"] for row in rows] == [
        "c. 19 Feb 2024", "May 2024", "1 May 2024 …?", "15 Aug 2024", "end Jan 2025", "from 1 Sep 2025", "2026 –",
        "3 Dec 2026 –", "",
    ]  # fmt: skip


def soffice(home: Path, *arguments: str) -> None:
    profile = f"-env:UserInstallation=file://{home.parent}/profile"
    subprocess.run(["soffice", "--headless", profile, *arguments], check=True, capture_output=True, timeout=120)


def test_an_address_becomes_a_link_and_nothing_else_does() -> None:
    paths = ("https://example.org/a?b=1&c=2", "javascript:alert(1)", "file:///etc/passwd", "seeds/000.txt")
    found = register(*(entry(f"c{n}", f"Event {n}", "2024-05-01", document=path) for n, path in enumerate(paths)))
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(found)))["Sources"]
    links = {row[1].value: row[1].hyperlink.target if row[1].hyperlink else None for row in sheet.iter_rows(min_row=2)}
    assert links == {path: path if path.startswith("https") else None for path in paths}


def test_counts_stand_as_values() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(sample())))["Summary"]
    cards = {sheet.cell(5, column).value: sheet.cell(4, column).value for column in range(1, 9)}
    assert cards == {
        "events": 9, "held": 4, "planned": 1, "ongoing, in force": 1, "unconfirmed": 1, "postponed": 1, "cancelled": 1,
        "expired": 0,
    }  # fmt: skip


def test_the_same_register_gives_the_same_bytes() -> None:
    assert rendered(sample()) == rendered(sample())
    assert rendered(sample()) != rendered(sample(), "ru")


def test_places_without_a_city_or_country() -> None:
    found = register(
        entry("d1", "One", "2024-05-01", place=Place(country="KG")),
        entry("d2", "Two", "2024-05-01", place=Place(name="Osh")),
    )
    headers, *rows = openpyxl.load_workbook(io.BytesIO(rendered(found)))["Events"].iter_rows(values_only=True)
    told = [(row[headers.index("Place")], row[headers.index("Country")]) for row in rows]
    assert told == [("KG", "Kyrgyzstan"), ("Osh", None)]


@pytest.mark.parametrize("count", [0, 1])
def test_a_register_with_little_in_it(count: int) -> None:
    found = register(*(entry("e", "Alone", "2024-05-01") for _ in range(count)))
    book = openpyxl.load_workbook(io.BytesIO(rendered(found)))
    assert book.sheetnames == ["Summary", "Timeline", "Events", "Sources", "Changes", "Lists", "Read me"]
    assert book["Events"].max_row == 1 + count


def test_a_cell_written_again_leaves_the_looks_of_others_alone() -> None:
    """Looks are shared between cells: in Summary, dates are soft and to the left, standings bold and to the right."""
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(sample())))["Summary"]
    lines = [row for row in sheet.iter_rows(min_row=7, max_row=16) if row[2].value and row[7].value]
    assert len(lines) >= 3
    assert {
        (row[0].font.bold, row[0].alignment.horizontal, row[2].font.bold, row[2].alignment.horizontal) for row in lines
    } == {(False, "left", False, "left")}
    assert {(row[7].font.bold, row[7].alignment.horizontal) for row in lines} == {(True, "right")}
