"""The glossaries that titles are translated with."""

import pytest

from emcal.languages import available, load
from emcal.mentions.english_names import articled, ordinal
from emcal.mentions.glossary import glossary
from emcal.mentions.tokens import tokenize


def test_the_longest_phrase_holds() -> None:
    words = glossary("ru")
    text = "плана совместных действий на год"
    assert words.at(tokenize(text, 0, len(text)), 0, "head") == (3, "Plan of Joint Actions")


def test_a_phrase_that_is_not_whole_is_not_found() -> None:
    text = "чрезвычайных"
    assert glossary("ru").at(tokenize(text, 0, len(text)), 0, "term") is None


@pytest.mark.parametrize("language", available())
def test_every_scope_and_noun_has_its_latin_english(language: str) -> None:
    title = load(language).event.title
    for table in (title.head, title.scope, title.term, title.join):
        assert all(english.isascii() or "é" in english for english in table.values())


def test_every_russian_adjective_is_a_nominative() -> None:
    assert all(word.endswith(("ый", "ий", "ой")) for word in load("ru").event.title.adjective.values())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ministry of Health of Armenia", "the Ministry of Health of Armenia"),
        ("EMERCOM of Russia", "EMERCOM of Russia"),
        ("Collective Security Treaty Organization (CSTO)", "the CSTO"),
        ("Philippines", "the Philippines"),
        ("Crisis Management Centre of Azerbaijan", "the Crisis Management Centre of Azerbaijan"),
    ],
)
def test_names_take_an_article_where_they_are_common_nouns(name: str, said: str) -> None:
    assert articled(name) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd")]
)
def test_ordinals(number: int, said: str) -> None:
    assert ordinal(number) == said
