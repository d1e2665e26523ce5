"""The one cleaning function, and the forms in which values are stored and compared."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import AS_OF, entry, register

from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.export.workbook.cell import LONGEST, day, formula_like, link, serial, shown, stored, unescaped
from emcal.export.workbook.normal import normal, pinned

TEXTS = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain", "plain"),
        ("a\x00b\x1fc\td\ne", "abc\td\ne"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("no\ufffecharacter\uffff", "nocharacter"),
        ("_x0041_", "_x0041_"),
        ("=1+1", "=1+1"),
    ],
)
def test_what_a_cell_shows(text: str, clean: str) -> None:
    assert shown(text) == clean


def test_what_is_too_long_is_cut_with_a_mark() -> None:
    assert shown("x" * LONGEST) == "x" * LONGEST
    assert shown("x" * (LONGEST + 1)) == "x" * (LONGEST - 2) + " …"
    wide = shown("😀" * 20_000)
    assert wide.endswith("😀 …")
    assert len(wide.encode("utf-16-le")) // 2 <= LONGEST


def test_more_line_feeds_than_a_cell_holds_become_blanks() -> None:
    assert shown("a\n" * 300).count("\n") == 253


def test_a_literal_escape_is_kept_from_being_decoded() -> None:
    assert stored("_x0041_ and _x00e9_") == "_x005F_x0041_ and _x005F_x00e9_"
    assert stored("_x_ and _xyz_") == "_x_ and _xyz_"


@given(TEXTS)
def test_stored_then_read_is_what_was_shown(text: str) -> None:
    assert unescaped(stored(text)) == shown(text)


@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert normal(normal(text)) == normal(text)


def test_long_values_are_remembered_by_their_hash() -> None:
    assert pinned("short") == "short"
    assert pinned("x" * 501) != pinned("x" * 502)
    assert len(pinned("x" * 5000)) == len("sha256:") + 64
    assert "␟" not in pinned("a ␟ b")


@settings(max_examples=10)
@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4))
def test_any_title_is_written_and_read(titles: list[str]) -> None:
    found = register(*(entry(f"t{n}", title, "2024-05-01") for n, title in enumerate(titles)))
    book = openpyxl.load_workbook(io.BytesIO(render(found, "xlsx", RenderOptions(as_of=AS_OF))))
    read = [unescaped(row[0] or "") for row in book["Events"].iter_rows(min_row=2, values_only=True)]
    assert sorted(map(normal, read)) == sorted(map(normal, titles))


@pytest.mark.parametrize(
    ("text", "formula"), [("=a", True), ("+7", True), ("-5", True), ("@x", True), ("\tx", True), ("a=", False)]
)
def test_what_looks_like_a_formula(text: str, formula: bool) -> None:
    assert formula_like(text) is formula


def test_days_before_march_1900_are_text() -> None:
    assert day(date(1900, 2, 28)) == "1900-02-28"
    assert day(date(1900, 3, 1)) == date(1900, 3, 1)
    assert day(None) is None
    assert serial(date(1900, 3, 1)) == 61
    assert serial(date(2026, 11, 23)) == 46349


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("seeds/000.txt", False),
        ("https://example.org/\x07", False),
        ('https://example.org/"onclick', False),
        ("https://example.org/" + "a" * 2100, False),
    ],
)
def test_only_web_addresses_become_links(address: str, taken: bool) -> None:
    assert (link(address) is not None) is taken


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (3.0, "3"), (0.1, "0.1"), (True, "True"), (date(2024, 5, 1), "2024-05-01"), (" a \n b ", "a b")],
)
def test_the_form_in_which_values_are_compared(value: object, text: str) -> None:
    assert normal(value) == text
