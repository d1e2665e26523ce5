"""Why a document is taken to be of its date, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.export.brief.story import clue

from emcal.documents.document import Clue, ClueKind, Span
from emcal.export.brief.page.clues import in_words
from emcal.export.wording import has_term


@pytest.mark.parametrize(
    ("kind", "words", "english", "russian"),
    [
        ("stated", "November\n25", "it states “November 25”", "в нём указано «November 25»"),
        ("next_year", "2025", "it speaks of 2025 as the next year", "2025 год назван в нём следующим"),
        ("figures", "2024-04-30", "it has figures up to 30 April 2024, so it is not older than 1 May 2024",
         "в нём данные по 30 апреля 2024 года, значит, оно написано не раньше 1 мая 2024 года"),
        ("reports", "2024-04-30", "it reports 30 April 2024", "в нём сообщается о дне 30 апреля 2024 года"),
    ],
)  # fmt: skip
def test_a_clue_in_words(kind: ClueKind, words: str, english: str, russian: str) -> None:
    told = (clue(kind, words),)
    assert (in_words(told, "en"), in_words(told, "ru")) == (english, russian)


def test_the_two_most_telling_come_first() -> None:
    clues = (clue("names", "2024"), clue("next_year", "2025"), clue("stated", "May 2"))
    assert in_words(clues, "en") == "it states “May 2”; it speaks of 2025 as the next year"


def test_a_clue_of_no_known_kind_stands_as_it_is() -> None:
    assert in_words((Clue(span=Span(start=0, stop=1), says="carved in stone"),), "ru") == "carved in stone"
    assert all(has_term(f"brief.clue.{kind}") for kind in get_args(ClueKind) if kind != "other")
