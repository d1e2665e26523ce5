"""The drawn grid: its scale, how an event lies on it, and labels that tell events apart."""

from __future__ import annotations

import io
from datetime import date, timedelta
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from registers import AS_OF, entry, register, sample

from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.export.workbook.bar import bar, paint
from emcal.export.workbook.label import labels
from emcal.export.workbook.scale import axis
from emcal.export.workbook.shape import shape
from emcal.when import When

YEAR = axis([date(2024, 1, 10), date(2024, 12, 20)], date(2024, 6, 1), "en")


def drawn(edtf: str, mod: str | None = None) -> list[tuple[str, str, str]]:
    return [(YEAR[mark.at].label, mark.paint, mark.text) for mark in bar(When.of(edtf, mod=mod), YEAR)]


@pytest.mark.parametrize(
    ("first", "days", "columns", "label"),
    [
        (date(2024, 1, 1), 60, 9, "1"),
        (date(2024, 1, 1), 365, 12, "Jan"),
        (date(2024, 1, 1), 1400, 47, "Jan"),
        (date(2015, 1, 1), 3000, 33, "Q1"),
        (date(1990, 1, 1), 12_000, 33, "’90"),
        (date(1500, 1, 1), 180_000, 50, "1500"),
    ],
)
def test_the_scale_follows_the_span(first: date, days: int, columns: int, label: str) -> None:
    slots = axis([first, first + timedelta(days=days)], first, "en")
    assert (len(slots), slots[0].label) == (columns, label)


@given(st.lists(st.dates(), max_size=30), st.dates())
def test_columns_follow_each_other_without_a_gap(days: list[date], today: date) -> None:
    slots = axis(days, today, "en")
    assert 1 <= len(slots) <= 60
    assert all(two.start - one.stop == timedelta(days=1) for one, two in pairwise(slots))


def test_a_single_old_event_does_not_stretch_the_scale() -> None:
    days = [date(2024, 1, 1) + timedelta(days=20 * n) for n in range(30)]
    slots = axis([date(1988, 12, 7), *days], date(2025, 9, 1), "en")
    assert slots[0].start == date(2024, 1, 1)


def test_today_is_on_the_scale_when_it_is_near() -> None:
    days = [date(2024, 1, 1), date(2024, 12, 1)]
    assert axis(days, date(2025, 9, 1), "en")[-1].label == "Sep"
    assert axis(days, date(2040, 1, 1), "en")[-1].label == "Dec"


@pytest.mark.parametrize(
    ("edtf", "mod", "marks"),
    [
        ("2024-05-14", None, [("May", "solid", "14")]),
        ("2024-05-29/2024-06-01", None, [("May", "solid", "29"), ("Jun", "solid", "1")]),
        ("2024-05-03/2024-05-05", None, [("May", "solid", "3–5")]),
        ("2024-02-19~", None, [("Feb", "pale", "~19")]),
        ("2024-05", None, [("May", "pale", "")]),
        ("2024-05", "END", [("May", "pale", "")]),
        ("[2024-05-01..2024-06-30]", None, [("May", "pale", ""), ("Jun", "pale", "")]),
        ("2024-11-05/..", None, [("Nov", "solid", "5"), ("Dec", "hatched", "→")]),
        ("../2024-02-05", None, [("Jan", "hatched", "←"), ("Feb", "solid", "5")]),
        ("2021-03-01", None, [("Jan", "solid", "◂")]),
        ("2027-03", None, [("Dec", "pale", "▸")]),
        ("XXXX-09-14", None, []),
    ],
)
def test_how_an_event_lies_on_the_grid(edtf: str, mod: str | None, marks: list[tuple[str, str, str]]) -> None:
    assert drawn(edtf, mod) == marks


def test_day_numbers_would_mean_nothing_in_a_column_of_a_year() -> None:
    years = axis([date(2000, 1, 1), date(2024, 1, 1)], date(2024, 1, 1), "en")
    assert bar(When.of("2010-05-14"), years)[0][1:] == ("solid", "")


def test_a_stretch_of_months_is_solid_and_a_window_is_not() -> None:
    assert paint(When.of("2024-03/2024-05")) == "solid"
    assert paint(When.of("[2024-03..2024-05]")) == "pale"


def test_labels_keep_what_tells_events_apart() -> None:
    shared = "Bilateral meeting on the sidelines of the regional forum: the minister met "
    titles = [shared + who for who in ("the UN Development Programme", "the Red Cross", "the German agency")]
    cut = labels([*titles, "Short"], 60)
    assert len(set(cut)) == 4
    assert all(len(text) <= 60 for text in cut)
    assert all(who.split()[-1] in text for who, text in zip(("Programme", "Cross", "agency"), cut, strict=False))
    assert all(text.startswith("Bilateral meeting") for text in cut[:3])


@given(st.lists(st.text(min_size=1, max_size=200), max_size=8), st.integers(min_value=30, max_value=80))
def test_labels_fit(titles: list[str], width: int) -> None:
    cut = labels(titles, width)
    assert len(cut) == len(titles)
    assert all(len(text) <= width for text in cut)
    assert all(text == title for text, title in zip(cut, titles, strict=True) if len(title) <= width)


@pytest.mark.parametrize(
    ("edtf", "mod", "form"),
    [
        ("2024-05-14", None, "d mmm yyyy"),
        ("2024-05-14~", None, '"c. "d mmm yyyy'),
        ("2024-05", None, "mmm yyyy"),
        ("2025-01~", "END", '"end "mmm yyyy'),
        ("2024-33", None, '"Q1 "yyyy'),
        ("2024", None, "yyyy"),
        ("201X", None, 'yyyy"s"'),
        ("2024-05-29/2024-06-01", None, 'd mmm yyyy" –"'),
        ("[2024-05..2024-06]", None, 'mmm yyyy" …?"'),
        ("2024-05-01/..", None, '"from "d mmm yyyy'),
        ("[..2024-05-01]", None, '"by "d mmm yyyy'),
    ],
)
def test_number_formats_show_the_precision(edtf: str, mod: str | None, form: str) -> None:
    assert shape(When.of(edtf, mod=mod), "en") == "[$-409]" + form


def test_the_sheet_has_a_row_for_every_event_in_its_lane() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(sample(), "xlsx", RenderOptions(as_of=AS_OF))))
    column = [row[0] for row in book["Timeline"].iter_rows(min_row=6, max_col=1, values_only=True)]
    assert column[:4] == ["Meeting  ·  1", "Meeting of ministers", "Visit  ·  1", "Visit of the delegation"]
    assert len(column) == 9 + 9


def test_a_large_register_shows_the_events_nearest_to_the_day() -> None:
    days = [AS_OF + timedelta(days=n - 300) for n in range(600)]
    found = register(*(entry(f"n{n:03d}", f"Event {n}", day.isoformat()) for n, day in enumerate(days)))
    sheet = openpyxl.load_workbook(io.BytesIO(render(found, "xlsx", RenderOptions(as_of=AS_OF))))["Timeline"]
    shown = [row[0] for row in sheet.iter_rows(min_row=7, max_col=1, values_only=True)]
    assert len(shown) == 250
    assert {"Event 300", "Event 200", "Event 400"} <= set(shown)
    assert sheet["A2"].value.startswith("250 of 600")
