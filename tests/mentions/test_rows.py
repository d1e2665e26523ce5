"""Several dates of one sentence, dates that the verb puts ahead, and what lasts or follows."""

import pytest

from .reading import facts, told


@pytest.mark.parametrize(
    ("text", "language", "whens"),
    [
        ("Чемпионаты Азии мы провели в 2016 и 2021 годах.", "ru", ["2016", "2021"]),
        ("Exercises were held in Almaty in 2016 and 2021.", "en", ["2016", "2021"]),
        ("The workshop will be held on 12 May and 14 June 2026 in Tashkent.", "en", ["2026-05-12", "2026-06-14"]),
        ("Тренировки пройдут в мае и сентябре 2026 года.", "ru", ["2026-05", "2026-09"]),
        ("Конференция пройдет 12 и 13 мая 2026 года в Баку.", "ru", ["2026-05-12/2026-05-13"]),
        ("The ministers met in Dushanbe in March 2024 and in Bishkek in May 2025.", "en", ["2024-03", "2025-05"]),
    ],
)
def test_dates_in_a_row(text: str, language: str, whens: list[str]) -> None:
    assert [str(m.when.edtf) for m in told(text, language, "2025-12-12") if m.when] == whens


def test_each_event_keeps_the_date_and_the_place_beside_it() -> None:
    forum, seminar = told(
        "The forum will take place on 3 May in Astana and the seminar on 7 May in Almaty.", "en", "2025-04-12"
    )
    assert forum.place is not None
    assert seminar.place is not None
    assert (forum.place.name, seminar.place.name) == ("Astana", "Almaty")


def test_a_comma_keeps_the_year_of_another_event_away() -> None:
    text = "Турнир прошел в 2009 году, чемпионаты Азии команда провела в 2016 и 2021 годах."
    assert [str(m.when.edtf) for m in told(text, "ru", "2025-12-12") if m.when] == ["2009", "2016", "2021"]


def test_a_date_without_a_year_lies_ahead_where_the_verb_says_so() -> None:
    assert facts(told("The exercise is planned for March.", "en", "2025-10-12")) == [("exercise", "planned", "2026-03")]


def test_the_new_date_lies_after_the_old_one() -> None:
    text = "The seminar, due in spring 2027, has been pushed back to the third quarter."
    assert facts(told(text, "en", "2026-11-30")) == [
        ("seminar", "postponed", "2027-21"),
        ("seminar", "planned", "2027-35"),
    ]


def test_what_began_today_lasts_as_long_as_a_later_sentence_says() -> None:
    text = "В Ташкенте стартовал слет юных спасателей. Программа рассчитана на пять дней."
    assert facts(told(text, "ru", "2025-05-12")) == [("competition", "ongoing", "2025-05-12~/2025-05-16~")]


def test_a_meeting_after_the_exercise_is_in_the_month_of_its_end() -> None:
    text = "The joint exercise will be held from 3 to 6 June. When it is over, the two sides will hold a meeting."
    exercise, meeting = told(text, "en", "2025-05-12")
    assert (exercise.kind, meeting.kind) == ("exercise", "meeting")
    assert meeting.when is not None
    assert str(meeting.when.edtf) == "2025-06~"
    assert str(meeting.when.earliest) == "2025-06-06"


def test_a_plan_and_a_report_with_other_days_are_two() -> None:
    text = "На 2016 год запланировано второе заседание совета. Первый раз совет заседал 3 июня 2015 года."
    assert [(c, w) for _, c, w in facts(told(text, "ru"))] == [("planned", "2016"), ("held", "2015-06-03")]


def test_items_that_share_a_date_show_their_own_words() -> None:
    text = "Учения года:\nМай, Казахстан: учение «Север» с авиацией, специальное учение «Рысь» и учение «Степь»."
    said = [m.evidence_text for m in told(text, "ru", "2026-01-12") if m.name]
    assert any("«Рысь»" in s and "«Степь»" not in s for s in said)


def test_a_centre_that_began_its_work_is_an_opening_and_needs_a_date() -> None:
    dated = told("Центр кризисного реагирования заработал в Бишкеке в апреле 2019 года.", "ru", "2021-06-10")
    assert facts(dated) == [("other", "held", "2019-04")]
    assert told("Горячая линия заработала.", "ru", "2021-06-10") == ()


def test_moved_from_one_day_to_another() -> None:
    assert facts(told("Семинар перенесен с 12 мая на 3 июня.", "ru", "2025-04-04")) == [
        ("seminar", "postponed", "2025-05-12"),
        ("seminar", "planned", "2025-06-03"),
    ]
