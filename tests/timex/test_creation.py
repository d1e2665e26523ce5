import pytest

from emcal.documents import Document, Source
from emcal.documents.readers.text import parse
from emcal.edtf import Edtf
from emcal.timex import creation, tag


def dated(text: str) -> Document:
    return creation.infer(parse(Source(path="release.txt", sha256="0"), text))


BODY = (
    "The rescue services of two countries met and discussed how to work together in the mountains next to the border."
)
STAMPS = [
    ("22 September 2021\n\nRescuers of four countries meet again in Osh\n\n", "2021-09-22"),
    ("Rescuers of four countries meet again in Osh\n\nLast updated: 27 Sep. 2021 09:05\n\n", "2021-09-27"),
    ("28 мая 2024, 10:15\n1414\n1 минута\n\nСпасатели четырёх стран снова в Оше\n\n", "2024-05-28"),
    ("Rescuers of four countries meet again in Osh\n20 Sep. 2021 - 23 Sep. 2021\n\n", None),
    ("No images? Click here Mountain Newsletter – October 2023\n", "2023-10"),
    ("12.05.2024 ", "2024-05-12"),
    ("15 November 2026\n\nPlan of events\n\nQ1: training camp, Osh\n", "2026-11-15"),
    ("See https://news.example/2021/06/02/rescuers for more.\n", "2021-06-02"),
]


@pytest.mark.parametrize(("head", "edtf"), STAMPS)
def test_a_stamp_in_the_head_of_the_page(head: str, edtf: str | None) -> None:
    assert dated(head + BODY).created.edtf == edtf


YEARS = [
    # "Next year" beside a year tells the year of writing.
    ("Next year the ministries plan the exercise “Clear Sky – 2031” in the north.", "2030-11-25"),
    # A plan whose first year is this year.
    ("The plan for 2030-2032 was signed at the beginning of this year.", "2030-11-25"),
    # A day with its year close by.
    ("On 20 November 2030 the first group arrived.", "2030-11-25"),
    # A year alone may be one to come: nothing is settled.
    ("In 2030 the town will host the championship, and 2030 will be busy.", "XXXX-11-25"),
    ("Nothing here tells the year.", "XXXX-11-25"),
]


@pytest.mark.parametrize(("clue", "edtf"), YEARS)
def test_the_year_of_a_dateline_is_settled_by_the_text_or_not_at_all(clue: str, edtf: str) -> None:
    document = dated(f"OSH, Kyrgyzstan, November 25. {BODY} {clue}")
    assert document.created.edtf == edtf
    assert document.created.source == "dateline"
    for clue_found in document.created.clues:
        assert 0 <= clue_found.span.start < clue_found.span.stop <= len(document.text)


def test_a_dateline_before_a_stale_stamp_wins_with_the_year_of_the_stamp() -> None:
    document = dated(f"29-11-2030\n\nSirens on 15 May\n\nOsh. 14 May. AGENCY - {BODY}")
    assert document.created.edtf == "2030-05-14"


def test_statistics_bound_the_writing_on_both_sides() -> None:
    created = dated(f"{BODY} Trade reached $3.8bn from January to April 2030.").created
    assert created.edtf == "[2030-05..2030-06]"
    assert (created.earliest_hard, created.latest_hard, created.source) == (True, False, "inferred")


def test_a_reported_day_bounds_the_writing_from_below() -> None:
    created = dated("On 15 August 2030 a forum took place in Osh. " + BODY).created
    assert created.edtf == "[2030-08-15..]"
    assert created.latest is None


def test_unknown_is_an_answer() -> None:
    created = dated(BODY).created
    assert (created.edtf, created.source, created.clues) == (None, "none", ())


def test_today_is_counted_from_the_dateline_just_before_the_header() -> None:
    document = dated(f" date 2030-05-15 OSH, Kyrgyzstan, May 14. {BODY}")
    assert document.created.edtf == "2030-05-15"
    assert creation.anchor(document) == "2030-05-14"


def test_a_header_of_the_reader_stays() -> None:
    document = dated(f" date 2030-05-15 On 2 March 2031 nothing happened. {BODY}")
    assert (document.created.edtf, document.created.source) == ("2030-05-15", "header")


def test_parts_of_a_year_without_a_year_are_those_of_the_planned_year() -> None:
    text = "The Centre has adopted its plan for 2031. In autumn an exhibition will open; in December a plan will be signed."
    values = [timex.value for timex in tag(text, "en", Edtf("2030-11-15"))]
    assert values == ["2031", "2031-FA", "2031-12"]
    text = "The Centre has adopted its plan for 2031. In December the ministers will meet."
    assert [timex.value for timex in tag(text, "en", Edtf("2030-11-15"))] == ["2031", "2030-12"]


def test_a_table_of_quarters_is_no_tale_of_the_past() -> None:
    text = "План мероприятий Центра на 2031 год\n1 Сбор кинологов I квартал Ош\n2 Учения II квартал Нарын\n"
    values = [timex.value for timex in tag(text, "ru", Edtf("2030-11-15"))]
    assert values == ["2031", "2031-Q1", "2031-Q2"]
