"""What one document says, sentence by sentence; every text here is made for the test."""

import pytest

from emcal.mentions import extract
from emcal.timex import tag
from tests.mentions.reading import document, facts, told

ONE_EVENT = [
    ("en", "2024-02-10", "A conference will be held in Tbilisi on 5 March 2024.", ("conference", "planned", "2024-03-05")),
    ("en", "2024-03-20", "A conference was held in Tbilisi on 5 March 2024.", ("conference", "held", "2024-03-05")),
    ("en", None, "The exercise scheduled for 5 March 2024 has been cancelled.", ("exercise", "cancelled", "2024-03-05")),
    ("ru", "2024-02-10", "5 марта 2024 года в Тбилиси пройдет семинар по паводкам.", ("seminar", "planned", "2024-03-05")),
    ("ru", "2024-03-20", "5 марта 2024 года в Тбилиси состоялся семинар по паводкам.", ("seminar", "held", "2024-03-05")),
    ("kk", "2024-02-10", "Семинар 2024 жылғы 5 наурызда Алматыда өтеді.", ("seminar", "planned", "2024-03-05")),
    ("tr", "2024-03-20", "Tatbikat 5 Mart 2024 tarihinde Ankara'da yapıldı.", ("exercise", "held", "2024-03-05")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "created", "text", "expected"), ONE_EVENT)
def test_one_sentence_tells_one_event(language: str, created: str | None, text: str, expected: tuple[str, ...]) -> None:
    assert facts(told(text, language, created)) == [expected]


def test_held_without_a_date_is_approximately_the_documents_day() -> None:
    (meeting,) = told("Minister Anna Berg met with Ambassador John Doe to discuss mountain rescue.", "en", "2024-02-19")
    assert meeting.when is not None
    assert (meeting.when.edtf, meeting.claim) == ("2024-02-19~", "held")
    assert not meeting.when.earliest_hard
    assert meeting.when.latest_hard


def test_without_any_date_an_event_stays_undated() -> None:
    (meeting,) = told("Minister Anna Berg met with Ambassador John Doe to discuss mountain rescue.", "en")
    assert meeting.when is None


def test_year_of_the_name_dates_the_event() -> None:
    (exercise,) = told('The ministry is preparing for the joint exercise "Blue Valley - 2027".', "en", "2026-05-01")
    assert exercise.when is not None
    assert (exercise.when.edtf, exercise.name, exercise.claim) == ("2027", "Blue Valley - 2027", "planned")


def test_sentences_about_one_event_are_one_mention() -> None:
    text = (
        "A regional forum on landslides was held in Almaty on 3 June 2024. "
        "The forum was attended by eighty experts. At the forum, new maps were shown."
    )
    (forum,) = told(text, "en", "2024-06-04")
    assert forum.evidence_text.startswith("A regional forum")
    assert any(part.startswith("The forum was attended") for part in forum.also_text)


def test_evidence_slices_back_to_the_text() -> None:
    text = "  Shown twice.\nOn 5 March 2024 a workshop was held in Riga; experts met there.\nThe workshop ended well."
    made = document(text, "en", "2024-03-06")
    for mention in extract(made, tag(text, "en", made.created.edtf)):
        assert mention.evidence.of(text) == mention.evidence_text
        assert [span.of(text) for span in mention.also] == list(mention.also_text)


def test_signing_takes_the_day_of_the_meeting_and_the_plan_its_period() -> None:
    text = (
        "On 21 April 2025 Minister Anna Berg met with Minister John Doe in Riga. "
        "At the end of the meeting the ministers signed a cooperation plan for 2026-2027."
    )
    assert ("signing", "held", "2025-04-21") in facts(told(text, "en", "2025-04-22"))
    assert ("agreement", "planned", "2026/2027") in facts(told(text, "en", "2025-04-22"))


@pytest.mark.parametrize(
    "text",
    [
        "Such drills are held every quarter.",
        "The experts proposed to hold a conference.",
        "Participants of the exercise praised the menu.",
        "Those who signed the treaty keep it.",
        "The turnover of the exhibition centre reached 5 million in 2023.",
    ],
)
def test_habits_proposals_and_qualifiers_are_no_events(text: str) -> None:
    assert told(text, "en", "2024-02-19") == ()


def test_a_language_without_event_words_tells_nothing() -> None:
    assert told("Die Konferenz findet am 5.3.2024 statt.", "de") == ()
    assert told("1234 5678", "und") == ()


def test_the_same_text_gives_the_same_ids() -> None:
    text = "A conference will be held in Tbilisi on 5 March 2024."
    assert [m.id for m in told(text, "en")] == [m.id for m in told(text, "en")]


def test_rules_explain_kind_claim_and_date() -> None:
    (conference,) = told("A conference will be held in Tbilisi on 5 March 2024.", "en", "2024-01-01")
    said = " | ".join(conference.rules)
    assert "kind conference: conference" in said
    assert "claim planned: will be held" in said
    assert "date 2024-03-05" in said


def test_a_plan_that_is_still_to_be_signed_is_planned() -> None:
    text = "The ministers will sign a cooperation plan for 2025-2026 in Riga on 5 March 2025."
    assert ("agreement", "planned", "2025/2026") in facts(told(text, "en", "2025-03-01"))


def test_two_meetings_of_one_sentence_stay_apart_from_their_frame() -> None:
    text = (
        "A regional forum was held in Almaty on 3 June 2024. "
        "On the sidelines of the forum a bilateral meeting of the ministers of Kazakhstan and Latvia was held."
    )
    forum, meeting = told(text, "en", "2024-06-04")
    assert (forum.kind, meeting.kind) == ("forum", "meeting")
    assert meeting.frame == forum.id
    assert meeting.when is not None
    assert meeting.when.edtf == "2024-06-03"
    assert meeting.place == forum.place


def test_a_number_of_days_counts_back_from_the_end() -> None:
    (forum,) = told("A three-day forum on landslides ended in Almaty on 14 March 2025.", "en", "2025-03-14")
    assert forum.when is not None
    assert forum.when.edtf == "2025-03-12/2025-03-14"


def test_the_year_before_is_no_part_of_the_event_announced() -> None:
    text = "The conference will be held in Riga on 5 May 2024. In 2022 the conference was held in Oslo."
    assert facts(told(text, "en", "2024-04-01")) == [
        ("conference", "planned", "2024-05-05"),
        ("conference", "held", "2022"),
    ]
