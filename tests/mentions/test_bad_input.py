"""Texts that no newsroom wrote: nothing is raised, and twice the text takes about twice the time."""

import time

import pytest

from tests.mentions.reading import told

SENTENCE = "On 5 March 2024 a joint exercise of rescuers was held in Riga and a protocol was signed by the ministers"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x02",
        "!!! ??? …",
        "МИНИСТР ВСТРЕТИЛСЯ С ПОСЛОМ 5 МАРТА 2024 ГОДА. SEMINAR WAS HELD IN RIGA ON 6 MARCH 2024.",
        "«" * 500,
        '"' * 501,
        "((((" * 200,
        "2024 " * 500,
    ],
)
@pytest.mark.parametrize("language", ["en", "ru", "uz-Latn"])
def test_nothing_is_raised(text: str, language: str) -> None:
    for mention in told(text, language, "2024-03-10"):
        assert mention.evidence.of(text) == mention.evidence_text


def test_all_capitals_are_read() -> None:
    (seminar,) = told("SEMINAR ON RESCUE WAS HELD IN RIGA ON 6 MARCH 2024.", "en", "2024-03-10")
    assert (seminar.kind, seminar.claim) == ("seminar", "held")


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(times: int) -> float:
        text = " ".join([SENTENCE] * times)  # not one full stop
        begin = time.process_time()
        told(text, "en", "2024-03-10")
        return time.process_time() - begin

    seconds(20)
    assert seconds(800) < 60 * max(seconds(80), 0.01)  # the square would be a hundred times as long


def test_two_languages_in_one_document_do_not_hide_the_events_of_the_main_one() -> None:
    text = "The seminar on rescue was held in Riga on 6 March 2024.\nСеминар состоялся 6 марта 2024 года."
    assert [m.kind for m in told(text, "en", "2024-03-10")] == ["seminar"]


def test_two_articles_in_one_file_tell_two_events() -> None:
    text = (
        "The seminar on rescue was held in Riga on 6 March 2024.\n\n* * *\n\n"
        "Vilnius will host an international forum on fire safety on 20 May 2024."
    )
    assert [(m.kind, m.claim) for m in told(text, "en", "2024-03-10")] == [("seminar", "held"), ("forum", "planned")]


def test_a_thousand_sentences_without_a_stop_keep_short_evidence() -> None:
    text = " ".join([SENTENCE] * 1000)
    mentions = told(text, "en", "2024-03-10")
    assert mentions
    assert all(m.evidence.stop - m.evidence.start <= 480 for m in mentions)
