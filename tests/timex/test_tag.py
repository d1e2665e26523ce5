"""``tag``: laws that hold for any text, dates that do not exist, and what settles a year."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.edtf import Edtf
from emcal.timex import tag

LANGUAGES = ("en", "ru", "uz-Latn", "uz-Cyrl", "kk", "az", "ky", "tg", "tr", "xx")
PIECES = (
    "15",
    "31",
    "30",
    "2024",
    "26",
    "5-7",
    "12.10.2023",
    "29.02.2023",
    "10:00",
    "IV",
    "0000",
    "№",
    "с",
    "по",
    "до",
    "к",
    " ",
    " ",
    "\n",
    "-",
    "–",
    "июня",
    "августа",
    "года",
    "квартале",
    "начале",
    "среду",
    "from",
    "to",
    "May",
    "June 5",
    "the",
    "end of",
    "next",
    "year",
    "two",
    "weeks",
    "ago",
    "Q4",
    "kuni",
    "oktabr",
    "-yil",
    "жылы",
    "\u00ad",
    "\u00a0",
    "(",
    ")",
    "«",
    "»",
    ",",
    ".",
    "İ",
    "ß",
    "99999999999",
    "в",
    "конце",
    "мая",
    "minus",
    "соли",
    "моҳи",
    "avqustun",
    "Ocak",
)
CREATED = st.sampled_from(
    [None, Edtf("2024-05-15"), Edtf("2024-05"), Edtf("2024"), Edtf("0001-01-01"), Edtf("9999-12-31")]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@given(TEXTS, st.sampled_from(LANGUAGES), CREATED, st.sampled_from(["calendar", "timeml"]))
def test_spans_slice_back_in_order_without_overlap(text: str, language: str, created: Edtf | None, style: str) -> None:
    found = tag(text, language, created, style=style)  # type: ignore[arg-type]
    for timex in found:
        assert text[timex.span.start : timex.span.stop] == timex.text != ""
        if timex.when and timex.when.earliest and timex.when.latest:
            assert timex.when.earliest <= timex.when.latest
    for left, right in pairwise(found):
        assert left.span.stop <= right.span.start


@pytest.mark.parametrize(
    "text",
    [
        "31 июня 2025 года",
        "29 февраля 2023 года",
        "32.01.2024",
        "12.13.2024",
        "00.05.2024",
        "30 февраля",
        "с 30 по 31 июня 2024 года",
    ],
)
def test_days_that_no_calendar_has_are_no_dates(text: str) -> None:
    assert tag(text, "ru", Edtf("2024-05-15")) == ()


@pytest.mark.parametrize("text", ["June 31, 2025", "31 June 2025", "February 29, 2023", "2024-13-01", "2023-02-29"])
def test_impossible_english_days_are_no_dates(text: str) -> None:
    assert tag(text, "en", Edtf("2024-05-15")) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Встреча прошла 14 ноября.", "2023-11-14"),
        ("Встреча пройдёт 14 января.", "2025-01-14"),
        ("Форум 29 февраля 2024 года", "2024-02-29"),
        ("Съезд пройдёт в среду, 5 июня.", "2024-06-05"),
        ("15 aпреля 2024 года", "2024-04-15"),
        ("1 ок\u00adтября 2024 года", "2024-10-01"),
        ("28  марта\n2024 года", "2024-03-28"),
    ],
)
def test_what_is_left_out_is_settled(text: str, value: str) -> None:
    assert [timex.value for timex in tag(text, "ru", Edtf("2024-05-15"))] == [value]


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("Встреча состоялась 14 сентября.", "XXXX-09-14", "none"),
        ("На учениях «Каспий-2026» 14 сентября встретились.", "2026-09-14", "name"),
        ("8 октября 2021 года сели. 11 октября встали.", "2021-10-11", "context"),
    ],
)
def test_a_year_is_never_invented(text: str, value: str, anchor: str) -> None:
    last = tag(text, "ru")[-1]
    assert (last.value, last.anchor) == (value, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "120 человек",
        "№ 68-ФЗ",
        "8-800-2025-112",
        "версия приложения 10.12.23",
        "2,025 млн рублей",
        "статья 5.12 устава",
        "на улице 8 Марта",
        "2024 м",
        "с 24 до 30 человек",
        "майору Августу Майскому",
    ],
)
def test_numbers_and_names_are_no_dates(text: str) -> None:
    assert tag(text, "ru", Edtf("2024-05-15")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister may march on.",
        "said Mr March",
        "version 10.12.23",
        "room 2024",
        "Article 5.12",
        "2,024 tents",
        "+994 12 2025-11",
        "a 52-year-old man",
    ],
)
def test_english_look_alikes_are_no_dates(text: str) -> None:
    assert tag(text, "en", Edtf("2024-05-15")) == ()


def test_unknown_language_has_numeric_dates() -> None:
    assert [timex.value for timex in tag("le 15.08.2024, août", "fr")] == ["2024-08-15"]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "\n",
        "мая ",
        "-",
        "с ",
        "5 ",
        "5-",
        "May ",
        "to ",
        "12.",
        "конце ",
        "from May to ",
        "2024-",
        "\u00ad",
        "(",
        "первого ",
        "двадцать ",
    ],
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_time_grows_with_length(unit: str, language: str) -> None:
    """Forty times the text takes less than a hundred times as long; a quadratic scan would take 1600 times."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        tag(text, language, Edtf("2024-05-15"))
        return time.process_time() - start

    taken(100)
    assert taken(8_000) < max(100 * taken(200), 0.1)
