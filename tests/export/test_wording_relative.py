"""How far away a date is: as precise as the date, in words that both languages would use."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.export.wording import left_phrase, plural_form, relative_phrase
from emcal.when import When

TODAY = date(2024, 12, 1)


@pytest.mark.parametrize(
    ("edtf", "english", "russian"),
    [
        ("2024-12-01", "today", "сегодня"),
        ("2024-12-02", "tomorrow", "завтра"),
        ("2024-11-30", "yesterday", "вчера"),
        ("2024-12-03", "in 2 days", "через 2 дня"),
        ("2024-12-12", "in 11 days", "через 11 дней"),
        ("2024-12-22", "in 21 days", "через 21 день"),
        ("2024-11-09", "22 days ago", "22 дня назад"),
        ("2025-02-01", "in 2 months", "через 2 месяца"),
        ("2024-07-01", "5 months ago", "5 месяцев назад"),
        ("2026-10-29", "in 23 months", "через 23 месяца"),
        ("2021-12-01", "3 years ago", "3 года назад"),
        ("2019-12-01", "5 years ago", "5 лет назад"),
        ("2003-12-01", "21 years ago", "21 год назад"),
        ("2024-11-25~", "about 6 days ago", "примерно 6 дней назад"),
        ("2024-11-30~", "", ""),
        ("2025-02-10~", "in about 2 months", "примерно через 2 месяца"),
        ("2025-03", "in about 3 months", "примерно через 3 месяца"),
        ("2025-01-05/2025-01", "in 35 days", "через 35 дней"),
        ("2024-05", "about 7 months ago", "примерно 7 месяцев назад"),
        ("2024-12-10/2024-12-12", "in 9 days", "через 9 дней"),
        ("2024-11-10/2024-11-12", "19 days ago", "19 дней назад"),
        ("2024-12-11~/2024-12-14", "in about 10 days", "примерно через 10 дней"),
        ("2024-12-10/..", "in 9 days", "через 9 дней"),
        ("[2025-02-10..2025-02-20]", "in about 3 months", "примерно через 3 месяца"),
    ],
)
def test_the_way_to_a_date(edtf: str, english: str, russian: str) -> None:
    when = When.of(edtf)
    assert (relative_phrase(when, TODAY, "en"), relative_phrase(when, TODAY, "ru")) == (english, russian)


@pytest.mark.parametrize(
    "edtf",
    ["2024-12", "2024", "2026", "2025-35", "[2024-05..2024-06]", "[..2024-02-19]", "[2025-05-01..]", "XXXX-09-14",
     "2024-11-20/2024-12-05", "2024-11-20/..", "2025-03/2025-05", "2024-11"],
)  # fmt: skip
def test_nothing_is_said_of_a_date_that_allows_nothing(edtf: str) -> None:
    assert relative_phrase(When.of(edtf), TODAY, "en") == ""


def test_a_part_of_a_month_is_counted_to_its_middle() -> None:
    when = When.of("2025-01~", mod="END").model_copy(update={"earliest": date(2025, 1, 21)})
    assert relative_phrase(when, TODAY, "en") == "in about 2 months"
    assert relative_phrase(When.of("2025-01-20", mod="BEFORE"), TODAY, "en") == ""
    assert relative_phrase(None, TODAY, "ru") == ""


@pytest.mark.parametrize(
    ("edtf", "english", "russian"),
    [
        ("2024/2026", "25 months", "25 месяцев"),
        ("../2025-02-28", "3 months", "3 месяца"),
        ("2024-01-01/2025-02-27", "88 days", "88 дней"),
        ("../2024-12-22", "21 days", "21 день"),
        ("../2024-12-02", "a day", "день"),
        ("../2024-12-01", "0 days", "0 дней"),
        ("../2026-12~", "about 25 months", "примерно 25 месяцев"),
        ("2024-01-01/..", "", ""),
    ],
)
def test_the_time_left(edtf: str, english: str, russian: str) -> None:
    when = When.of(edtf)
    assert (left_phrase(when, TODAY, "en"), left_phrase(when, TODAY, "ru")) == (english, russian)


RUSSIAN = {"one": "день|месяц|год", "few": "дня|месяца|года", "many": "дней|месяцев|лет"}


@given(st.integers(-20_000, 20_000))
def test_every_number_has_its_russian_form_and_its_direction(days: int) -> None:
    phrase = relative_phrase(When.of((TODAY + timedelta(days=days)).isoformat()), TODAY, "ru")
    found = re.fullmatch(r"(?:через )?(\d+) (\w+)(?: назад)?", phrase)
    if abs(days) < 2:
        assert found is None
        return
    assert found and re.fullmatch(RUSSIAN[plural_form(int(found[1]), "ru")], found[2])
    assert phrase.startswith("через") == (days > 0) != phrase.endswith("назад")
    size = {"д": 1, "м": 30.44, "г": 365.25, "л": 365.25}[found[2][0]]
    assert abs(int(found[1]) * size - abs(days)) <= (0 if size == 1 else size / 2 + 17)  # a year is rounded from months


def test_arrow_is_imported_for_a_relative_time_only() -> None:
    code = "import sys, emcal.export.wording, emcal.export.brief; print('arrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
