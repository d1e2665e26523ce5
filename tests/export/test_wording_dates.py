"""Dates in words: exactly as precise as they are, in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.export.wording import date_phrase, day_phrase, precision_phrase
from emcal.when import Mod, When

PHRASES: list[tuple[str, Mod | None, str, str]] = [
    ("2024-11-25", None, "25 November 2024", "25 ноября 2024 года"),
    ("2024-11-25~", None, "about 25 November 2024", "около 25 ноября 2024 года"),
    ("2024-05", None, "May 2024", "май 2024 года"),
    ("2024-05~", None, "about May 2024", "около мая 2024 года"),
    ("2024-05?", None, "perhaps May 2024", "возможно, май 2024 года"),
    ("2024-05%", None, "perhaps about May 2024", "возможно, около мая 2024 года"),
    ("2024-05-XX", None, "May 2024", "май 2024 года"),
    ("2025-01~", "START", "beginning of January 2025", "начало января 2025 года"),
    ("2025-01~", "MID", "middle of January 2025", "середина января 2025 года"),
    ("2025-01~", "END", "end of January 2025", "конец января 2025 года"),
    ("2024~", "START", "beginning of 2024", "начало 2024 года"),
    ("2024-05-20", "BEFORE", "before 20 May 2024", "до 20 мая 2024 года"),
    ("2024-05", "AFTER", "after May 2024", "после мая 2024 года"),
    ("2026", None, "2026", "2026 год"),
    ("2024-XX", None, "2024", "2024 год"),
    ("202X", None, "the 2020s", "2020-е годы"),
    ("2025-35", None, "third quarter of 2025", "третий квартал 2025 года"),
    ("2025-35~", "MID", "middle of the third quarter of 2025", "середина третьего квартала 2025 года"),
    ("2024-40", None, "first half of 2024", "первое полугодие 2024 года"),
    ("2024-22", None, "summer 2024", "лето 2024 года"),
    ("2024-22~", None, "about summer 2024", "около лета 2024 года"),
    ("2024-24", None, "winter 2024/25", "зима 2024/25 года"),
    ("2024-05-29/2024-06-01", None, "29 May to 1 June 2024", "29 мая – 1 июня 2024 года"),
    ("2024-05-29/2024-05-31", None, "29 to 31 May 2024", "29–31 мая 2024 года"),
    ("2024-12-30/2025-01-02", None, "30 December 2024 to 2 January 2025", "30 декабря 2024 года – 2 января 2025 года"),
    ("2024-01/2024-09", None, "January to September 2024", "январь – сентябрь 2024 года"),
    ("2025-12/2026-02", None, "December 2025 to February 2026", "декабрь 2025 года – февраль 2026 года"),
    ("2024/2026", None, "2024–2026", "2024–2026 годы"),
    ("2021-06-03/..", None, "from 3 June 2021", "с 3 июня 2021 года"),
    ("2021-06-02/..", None, "from 2 June 2021", "со 2 июня 2021 года"),
    ("../2021-06-05", None, "until 5 June 2021", "по 5 июня 2021 года"),
    ("../2021-06", None, "until June 2021", "до конца июня 2021 года"),
    ("[2024-05-01..2024-06-30]", None, "between 1 May and 30 June 2024", "между 1 мая и 30 июня 2024 года"),
    ("[2024-05-03..2024-05-30]", None, "between 3 and 30 May 2024", "между 3 и 30 мая 2024 года"),
    ("[2024-05..2024-06]", None, "May or June 2024", "май или июнь 2024 года"),
    ("[2024-05..2024-09]", None, "between May and September 2024", "между маем и сентябрём 2024 года"),
    ("[2023..2024]", None, "2023 or 2024", "2023 или 2024 год"),
    ("[2021..2024]", None, "between 2021 and 2024", "между 2021 годом и 2024 годом"),
    ("[..2024-02-19]", None, "no later than 19 February 2024", "не позднее 19 февраля 2024 года"),
    ("[2024-05-01..]", None, "not before 1 May 2024", "не ранее 1 мая 2024 года"),
    ("XXXX-09-14", None, "14 September, year unknown", "14 сентября, год неизвестен"),
    ("XXXX-11~", "END", "end of November, year unknown", "конец ноября, год неизвестен"),
    ("XXXX-09", None, "September, year unknown", "сентябрь, год неизвестен"),
    ("XXXX-05-02/XXXX-05-03", None, "2 to 3 May, year unknown", "2–3 мая, год неизвестен"),
]


@pytest.mark.parametrize(("edtf", "mod", "english", "russian"), PHRASES)
def test_a_date_in_words(edtf: str, mod: Mod | None, english: str, russian: str) -> None:
    when = When.of(edtf, mod=mod)
    assert (date_phrase(when, "en"), date_phrase(when, "ru")) == (english, russian)


def test_no_date_says_so() -> None:
    assert (date_phrase(None, "en"), date_phrase(None, "ru")) == ("date not known", "дата неизвестна")
    assert day_phrase(date(2024, 11, 25), "ru") == "25 ноября 2024 года"


@pytest.mark.parametrize(
    ("edtf", "mod", "words"),
    [
        ("2024-05-20", None, "day known"),
        ("2024-05-20~", None, "day approximate"),
        ("2024-05-20", "BEFORE", "bounds known, day not given"),
        ("2024-05", None, "month known, day not given"),
        ("2024-05~", "END", "month known, day not given"),
        ("2024~", "START", "part of the period known, days not given"),
        ("2026", None, "year only"),
        ("2024-05-20/2024-05-22", None, "first and last day known"),
        ("2024/2026", None, "period known, days not given"),
        ("2024-05-20/..", None, "first day known"),
        ("../2024-05-20", None, "last day known"),
        ("[2024-05..2024-06]", None, "bounds known, day not given"),
        ("XXXX-09-14", None, "year not known"),
    ],
)
def test_how_much_is_known(edtf: str, mod: Mod | None, words: str) -> None:
    assert precision_phrase(When.of(edtf, mod=mod), "en") == words


YEARS = st.integers(min_value=1900, max_value=2099).map(str)
MONTHS = st.integers(min_value=1, max_value=12).map("{:02d}".format)
DAYS = st.integers(min_value=1, max_value=28).map("{:02d}".format)
CODES = st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41]).map(str)
POINTS = st.one_of(
    YEARS,
    st.tuples(YEARS, st.one_of(MONTHS, CODES)).map("-".join),
    st.tuples(YEARS, MONTHS, DAYS).map("-".join),
    st.tuples(st.just("XXXX"), MONTHS, DAYS).map("-".join),
    st.integers(min_value=190, max_value=209).map("{}X".format),
)
ENDS = st.one_of(POINTS, st.just(".."))


@st.composite
def dates(draw: st.DrawFn) -> When:
    first = draw(POINTS)
    shape = draw(st.sampled_from(["{}", "{}~", "{}?", "{}%", "{}/..", "../{}", "[{}..]", "[..{}]"]))
    return When.of(shape.format(first), mod=draw(st.sampled_from([None, "START", "MID", "END", "BEFORE", "AFTER"])))


@given(dates(), st.sampled_from(["en", "ru"]))
def test_every_date_has_words_without_a_figure_that_it_lacks(when: When, language: str) -> None:
    phrase = date_phrase(when, language)
    assert phrase.strip() == phrase
    assert not re.search(r"[{}]|None", phrase)
    known = {int(digits) for digits in re.findall(r"\d+", str(when.edtf).replace("X", "0"))}
    following = {(number + 1) % 100 for number in known if number > 1000}  # "winter 2024/25"
    assert {int(digits) for digits in re.findall(r"\d+", phrase)} <= known | following
    assert precision_phrase(when, language)
