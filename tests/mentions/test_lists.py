"""Programmes, year plans and rows of dates."""

from tests.mentions.reading import facts, told


def test_items_take_the_kind_of_their_heading() -> None:
    text = "Field exercises of the partnership in 2027:\n• Alpha (flood): 3-5 May 2027\n• Beta (fire): 7 June 2027\n"
    items = [f for f in facts(told(text, "en", "2026-12-01")) if f[2] != "2027"]
    assert ("exercise", "planned", "2027-05-03/2027-05-05") in items
    assert ("exercise", "planned", "2027-06-07") in items


def test_programme_inside_a_sentence() -> None:
    text = "The programme of the seminar in Riga is ready: 11 May 2027 - conference; 12 May 2027 - round table."
    assert facts(told(text, "en", "2026-12-01")) == [
        ("conference", "planned", "2027-05-11"),
        ("meeting", "planned", "2027-05-12"),
    ]


def test_copyright_years_are_no_item() -> None:
    text = "The joint exercise was held in Riga on 3 May 2024.\n© Example News - 2001-2024."
    assert facts(told(text, "en", "2024-05-04")) == [("exercise", "held", "2024-05-03")]


def test_one_noun_with_dates_in_a_row() -> None:
    text = "The exercises in Riga on 3 March 2027, in Oslo on 6 May 2027 and in Vienna on 4 June 2027 are cancelled."
    rows = told(text, "en", "2027-01-01")
    assert [str(m.when.edtf) for m in rows if m.when] == ["2027-03-03", "2027-05-06", "2027-06-04"]
    assert {m.claim for m in rows} == {"cancelled"}
    assert [m.place.name for m in rows if m.place] == ["Riga", "Oslo", "Vienna"]


def test_one_noun_with_names_in_a_row() -> None:
    rows = told("В октябре 2027 года пройдут учения «Барс» и «Сокол».", "ru", "2027-01-01")
    assert [m.name for m in rows] == ["Барс", "Сокол"]
