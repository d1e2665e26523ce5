"""What analysts do to a workbook, run by run: the right corrections, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest
from desk import LATER, Desk, add, columns, find, locate, put, swap
from registers import entry, register, sample

from emcal.errors import RegisterError
from emcal.export.workbook.merge import Finding
from emcal.mentions.mention import Kind
from emcal.register import Store, open_register

MEETING, EXHIBITION, SIGNING = "Meeting of ministers", "Exhibition “Safety 2024”", "Signing of the protocol"
EXERCISE, PLAN, VISIT = "Exercise in the north", "Plan of joint actions", "Visit of the delegation"

KINDS = get_args(Kind)
AWKWARD = (
    "=1+1",
    "_x0041_ stays",
    "mark ␟ inside",
    "long " * 300,
    "  two  blanks ",
    "line\nline",
    "e\u0301 decomposed",
    "\x07bell",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(found: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    """Verdict, field, old and new: what a reader of the report sees."""
    return [(one.verdict, one.field, one.was, one.value) for one in found]


def test_run_01_nothing_was_touched(desk: Desk) -> None:
    found = desk.review()
    assert (found.findings, found.additions, found.unchanged, found.gone) == ((), (), 9, 0)
    assert desk.apply() == 0


def test_run_02_a_title_is_corrected(desk: Desk) -> None:
    desk.work(put(MEETING, "Title", "  Meeting of the\ntwo ministers "))
    assert told(desk.review().findings) == [("change", "title", MEETING, "Meeting of the two ministers")]
    assert desk.apply() == 1
    changed = desk.entry("Meeting of the two ministers")
    assert changed.event.titles.ru == "Meeting of ministers (ru)"
    assert (changed.changes[-1].field, changed.changes[-1].by) == ("title", "correction")


def test_run_03_kind_and_status_from_the_lists(desk: Desk) -> None:
    desk.work(put(EXERCISE, "Kind", "training"), put(EXERCISE, "Status", "held"))
    assert desk.apply() == 2
    event = desk.entry(EXERCISE).event
    assert (event.kind, event.claim) == ("training", "held")


def test_run_04_a_date_is_made_precise(desk: Desk) -> None:
    desk.work(put(EXHIBITION, "EDTF", "2024-05-29/2024-06-01"))
    assert desk.apply() == 1
    event = desk.entry(EXHIBITION).event
    assert str(event.when.edtf) == "2024-05-29/2024-06-01"
    assert [str(reading.edtf) for reading in event.readings] == ["2024-05"]


def test_run_05_a_spreadsheet_turned_the_date_into_its_own(desk: Desk) -> None:
    def typed(sheet) -> None:
        sheet[locate(sheet, EXHIBITION, "EDTF")] = datetime(2024, 5, 29)
        sheet[locate(sheet, EXHIBITION, "EDTF")].number_format = "dd.mm.yyyy"
        sheet[locate(sheet, EXERCISE, "EDTF")] = datetime(2025, 2, 1)
        sheet[locate(sheet, EXERCISE, "EDTF")].number_format = "mmm-yy"
        sheet[locate(sheet, VISIT, "EDTF")] = 2024

    desk.work(typed)
    assert {one.title: one.value for one in desk.review().of("change")} == {
        EXHIBITION: "2024-05-29", EXERCISE: "2025-02", VISIT: "2024",
    }  # fmt: skip


def test_run_06_a_place_with_its_country_written_out(desk: Desk) -> None:
    desk.work(put(SIGNING, "Place", "Osh, Kyrgyzstan"), put(MEETING, "Place", "Гянджа, Азербайджан"))
    assert desk.apply() == 2
    place = desk.entry(SIGNING).event.place
    assert (place.name, place.country) == ("Osh", "KG")
    assert desk.entry(MEETING).event.place.country == "AZ"


def test_run_07_a_note_is_written_and_a_place_emptied(desk: Desk) -> None:
    desk.work(put(MEETING, "Note", "=asked the ministry"[1:]), put(MEETING, "Place", None))
    assert told(desk.review().findings) == [
        ("change", "place", "Baku, AZ", ""),
        ("change", "note", "", "asked the ministry"),
    ]
    assert desk.apply() == 2
    event = desk.entry(MEETING).event
    assert (event.note, event.place) == ("asked the ministry", None)


def test_run_08_rows_are_sorted_then_one_is_edited(desk: Desk) -> None:
    desk.work(
        swap(lambda rows: sorted(rows, key=lambda row: str(row[0]), reverse=True)), put(PLAN, "Note", "signed copy")
    )
    assert told(desk.review().findings) == [("change", "note", "", "signed copy")]


def test_run_09_columns_are_moved_and_one_is_added(desk: Desk) -> None:
    def own_column(sheet) -> None:
        sheet.cell(1, sheet.max_column + 1).value = "My remarks"
        sheet.cell(2, sheet.max_column).value = "look at this"

    desk.work(columns(lambda row: list(reversed(row))), own_column, put(PLAN, "Note", "moved"))
    found = desk.review()
    assert told(found.findings) == [("change", "note", "", "moved")]
    assert found.remarks == ("columns that are not ours were left out: My remarks",)


def test_run_10_the_sheet_is_renamed_and_pushed_down(desk: Desk) -> None:
    def rename(sheet) -> None:
        sheet.title = "События (правка)"
        sheet.tables.clear()
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Checked by Ana"

    desk.work(rename, put(PLAN, "Note", "seen"))
    assert told(desk.review().findings) == [("change", "note", "", "seen")]


def test_run_11_rows_are_filtered_hidden_and_deleted(desk: Desk) -> None:
    def hide(sheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet.delete_rows(5, 2)

    desk.work(hide)
    found = desk.review()
    assert (found.findings, found.unchanged, found.gone) == ((), 7, 2)
    assert desk.apply() == 0
    assert len(desk.register()) == 9


def test_run_12_a_row_is_added_by_hand(desk: Desk) -> None:
    row = {
        "Title": "Seminar on floods", "Kind": "seminar", "Status": "planned", "EDTF": "2027-02", "Place": "Osh, KG",
        "Note": "by letter", "Quote": "The seminar is set for February 2027.",
    }  # fmt: skip
    desk.work(add(**row))
    assert told(desk.review().findings) == [("new", "event", "", "Seminar on floods")]
    assert desk.apply() == 1
    event = desk.entry("Seminar on floods").event
    assert (event.kind, event.claim, str(event.when.edtf), event.place.name) == ("seminar", "planned", "2027-02", "Osh")
    assert (event.note, event.mentions[0].evidence_text) == ("by letter", "The seminar is set for February 2027.")
    assert event.mentions[0].document.startswith("analyst/")


def test_run_13_the_same_workbook_is_applied_twice(desk: Desk) -> None:
    desk.work(
        put(MEETING, "Title", "Meeting in Baku"), add(Title="Seminar", Kind="seminar", Status="planned", Note="n")
    )
    assert desk.apply() == 2
    before = desk.register()
    assert desk.review().of("change") == ()
    assert desk.apply() == 0
    assert desk.register() == before


def test_run_14_an_added_row_that_says_too_little_is_refused(desk: Desk) -> None:
    desk.work(add(Title="Something", Status="planned"), add(Kind="forum", Status="held"))
    refused = desk.review().of("refused")
    assert [(one.address, one.field) for one in refused] == [("C11", "kind"), ("A12", "title")]
    assert "is none of" in refused[0].why
    assert desk.apply() == 0


def test_run_15_the_register_changed_meanwhile(desk: Desk) -> None:
    desk.work(put(MEETING, "Place", "Shaki, AZ"), put(PLAN, "Note", "mine"))
    desk.correct(MEETING, "place", "Ganja, AZ")
    found = desk.review()
    (conflict,) = found.of("conflict")
    assert (conflict.was, conflict.value, conflict.now) == ("Baku, AZ", "Shaki, AZ", "Ganja, AZ")
    assert desk.apply() == 1
    assert desk.entry(MEETING).event.place.name == "Ganja"
    assert desk.entry(PLAN).event.note == "mine"


def test_run_16_both_came_to_the_same_value(desk: Desk) -> None:
    desk.work(put(MEETING, "Place", "Ganja, AZ"))
    desk.correct(MEETING, "place", "Ganja, AZ")
    desk.correct(PLAN, "note", "another field of another row")
    assert desk.review().findings == ()


def test_run_17_values_pasted_over_the_validation(desk: Desk) -> None:
    desk.work(
        put(MEETING, "Status", "done"), put(SIGNING, "Kind", "party"), put(EXERCISE, "EDTF", "31.02.2025"),
        put(PLAN, "EDTF", "2026-02-30"), put(VISIT, "Place", "Somewhere, Atlantis"), put(EXHIBITION, "Title", ""),
    )  # fmt: skip
    found = desk.review()
    assert {one.field for one in found.of("refused")} == {"status", "kind", "when", "place", "title"}
    assert len(found.of("refused")) == len(found.findings) == 6
    assert all(one.address and one.why for one in found.findings)
    assert desk.apply() == 0


def test_run_18_formulas_are_refused_and_never_computed(desk: Desk) -> None:
    formulas = ('=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0", "=1+1")
    desk.work(*(put(title, "Note", text) for title, text in zip((MEETING, SIGNING, PLAN), formulas, strict=True)))
    assert [one.why for one in desk.review().findings] == ["a formula: write the text itself"] * 3
    desk.work(put(MEETING, "Note", "'=quoted is text"), put(SIGNING, "Note", "+7 495"), put(PLAN, "Note", None))
    assert {one.value for one in desk.review().of("change")} == {"'=quoted is text", "+7 495"}


def test_run_19_derived_cells_are_not_read_back(desk: Desk) -> None:
    desk.work(
        put(EXERCISE, "Standing", "held"), put(EXERCISE, "Earliest", datetime(2025, 1, 2)), put(PLAN, "Quote", "mine")
    )
    refused = desk.review().findings
    assert [(one.verdict, one.field) for one in refused] == [
        ("refused", "Standing"), ("refused", "Earliest"), ("refused", "Quote"),
    ]  # fmt: skip
    assert [one.address[0] for one in refused] == ["E", "L", "P"]


def test_run_20_a_row_is_copied_with_its_hidden_cells(desk: Desk) -> None:
    def copy(sheet) -> None:
        for cell in sheet[2]:
            sheet.cell(sheet.max_row + (cell.column == 1), cell.column).value = cell.value
        sheet.cell(sheet.max_row, 1).value = "A copy that was meant as a new event"

    desk.work(copy)
    assert [(one.verdict, one.field, one.row) for one in desk.review().findings] == [
        ("refused", "ID", 2), ("refused", "ID", 11),
    ]  # fmt: skip
    assert desk.apply() == 0


def test_run_21_hidden_cells_are_damaged(desk: Desk) -> None:
    def damage(sheet) -> None:
        row = int(locate(sheet, MEETING, "ID")[1:].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        sheet.cell(row, find(sheet, "Exported")[1]).value = '{"title":"Something else"}'
        row = int(locate(sheet, PLAN, "ID")[1:].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        sheet.cell(row, find(sheet, "ID")[1]).value = "someone@else"

    desk.work(damage)
    why = {one.why for one in desk.review().of("refused")}
    assert why == {
        "the hidden cells of this row were changed: export the workbook anew", "no event with this ID in the register",
    }  # fmt: skip


def test_run_22_libreoffice_saved_it_again(tmp_path: Path) -> None:
    """LibreOffice 7.4 writes a literal ``_x0041_`` unescaped: that row is refused, not silently retitled."""
    entries = (entry(f"z{n}", text, f"20{n + 10}-05-01", kind=KINDS[n]) for n, text in enumerate(AWKWARD))
    desk = Desk(tmp_path, known=register(*sample().entries, *entries))
    desk.resave()
    found = desk.review()
    assert {(one.verdict, one.field) for one in found.findings} <= {("refused", "ID")}
    assert found.unchanged >= len(desk.register()) - 1


def test_run_23_edited_after_and_before_libreoffice_saved_it(desk: Desk) -> None:
    desk.work(put(SIGNING, "Note", "=looks like one"[1:]), put(EXERCISE, "EDTF", "2025-01-28"))
    desk.resave()
    desk.work(put(PLAN, "Title", "Plan of actions"), add(Title="Forum of youth", Kind="forum", Status="planned"))
    found = desk.review()
    assert sorted(told(found.findings)) == [
        ("change", "note", "", "looks like one"), ("change", "title", PLAN, "Plan of actions"),
        ("change", "when", "2025-01~", "2025-01-28"), ("new", "event", "", "Forum of youth"),
    ]  # fmt: skip
    assert desk.apply() == 4


def test_run_24_saved_with_dates_from_1904(desk: Desk) -> None:
    desk.work(put(PLAN, "Note", "from a Mac"), put(EXHIBITION, "EDTF", datetime(2024, 5, 29)), epoch_1904=True)
    assert sorted(told(desk.review().findings)) == [
        ("change", "note", "", "from a Mac"),
        ("change", "when", "2024-05", "2024-05-29"),
    ]


def test_run_25_a_russian_workbook_with_russian_words(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "ru")
    assert desk.review().findings == ()
    desk.work(
        put(SIGNING, "Kind", "Встреча"), put(SIGNING, "Status", "отменено"), put(SIGNING, "Title (ru)", "Подписание")
    )
    assert desk.apply() == 3
    event = desk.entry(SIGNING).event
    assert (event.kind, event.claim, event.titles.ru) == ("meeting", "cancelled", "Подписание")
    assert desk.entry(SIGNING).modified.date() == LATER


def test_run_26_awkward_titles_come_back_as_they_went(tmp_path: Path) -> None:
    entries = (entry(f"z{n}", text, f"20{n + 10}-05-01", kind=KINDS[n]) for n, text in enumerate(AWKWARD))
    desk = Desk(tmp_path, known=register(*entries))
    assert (desk.review().findings, desk.review().unchanged) == ((), len(AWKWARD))


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_run_27_a_step_that_fails_takes_the_others_with_it(
    failing: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0

    def counted(step: Callable) -> Callable:
        def run(*given, **named):
            nonlocal steps
            steps += 1
            if steps == failing:
                raise RegisterError("the disk is full")
            return step(*given, **named)

        return run

    desk.work(
        put(MEETING, "Title", "Meeting in Baku"), add(Title="Seminar", Kind="seminar", Status="planned", Note="n")
    )
    before = desk.register()
    monkeypatch.setattr(Store, "correct_all", counted(Store.correct_all))  # the corrections, then the notes
    monkeypatch.setattr(Store, "ingest", counted(Store.ingest))
    with pytest.raises(RegisterError):
        desk.apply()
    assert steps == failing
    assert desk.register() == before
    assert desk.apply() == 2
    assert desk.entry("Seminar").event.note == "n"


def test_run_28_what_analysts_wrote_outlives_the_register(desk: Desk, tmp_path: Path) -> None:
    desk.work(
        put(MEETING, "Note", "seen"), add(Title="Семинар", Kind="seminar", Status="planned", EDTF="2027-02", Note="n")
    )
    assert desk.apply() == 2
    with open_register(desk.database) as store:
        told = store.backup()
    assert "Семинар" in told.splitlines()[0]
    with open_register(tmp_path / "new.db", write=True) as store:
        assert store.restore(told, as_of=LATER) == 3
        assert store.restore(told, as_of=LATER) == 0
        assert store.backup() == told
        store.ingest([], as_of=LATER, folders=["analyst"])  # no folder misses what never was a file
        (event,) = [one.event for one in store.snapshot().entries]
    assert event == desk.entry("Семинар").event
