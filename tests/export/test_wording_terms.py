"""The table of terms: no gap in either language, placeholders that agree, forms that agree with CLDR."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from emcal.errors import ExportError
from emcal.events.event import Standing
from emcal.export.wording import counted, has_term, kind_label, plural_form, standing_label, term
from emcal.export.wording.terms import LANGUAGES, table
from emcal.mentions.mention import Claim, Kind, Part

FORMS = {"en": {"one", "other"}, "ru": {"one", "few", "many"}}
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_term_is_in_both_languages() -> None:
    gaps = [key for key, texts in table().items() if set(texts) != set(LANGUAGES) or not all(texts.values())]
    assert gaps == []


def test_every_number_has_all_plural_forms_and_names_it() -> None:
    for key, texts in table().items():
        for language, text in texts.items():
            if isinstance(text, dict):
                assert set(text) == FORMS[language], key
                assert all(placeholders(form) == {"n"} for form in text.values()), key


def test_russian_is_russian_and_english_is_not() -> None:
    for key, texts in table().items():
        if isinstance(texts["ru"], str) and not key.startswith("workbook."):  # which names sheets and columns
            words = re.sub(r"\{\w+\}", "", texts["ru"])
            assert not re.search("[A-Za-z]", words), key
            assert not CYRILLIC.search(texts["en"]), key


def test_a_translation_uses_no_placeholder_that_the_original_lacks() -> None:
    cases = {"is", "of", "with"}  # Russian may need another case of the same date
    for key, texts in table().items():
        if isinstance(texts["ru"], str):
            assert placeholders(texts["ru"]) - cases == placeholders(texts["en"]) - cases, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_agree_with_cldr(language: str) -> None:
    months = Locale(language).months
    for number in range(1, 13):
        assert term(f"month.{number}.is", language) == months["stand-alone"]["wide"][number]
        assert term(f"month.{number}.of", language) == months["format"]["wide"][number]


@given(st.integers(min_value=0, max_value=100_000), st.sampled_from(LANGUAGES))
def test_plural_forms_agree_with_cldr(number: int, language: str) -> None:
    assert plural_form(number, language) == Locale(language).plural_form(number)


@pytest.mark.parametrize(
    ("number", "russian"),
    [(1, "1 событие"), (2, "2 события"), (5, "5 событий"), (11, "11 событий"), (21, "21 событие")],
)
def test_a_number_and_its_noun(number: int, russian: str) -> None:
    assert counted(number, "event", "ru") == russian
    assert counted(number, "event", "en") == f"{number} event{'s' if number != 1 else ''}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_nouns_has_a_label(language: str) -> None:
    for kind in get_args(Kind):
        assert kind_label(kind, language)
    for standing in get_args(Standing):
        assert standing_label(standing, language)
        assert standing_label(standing, language, "agreement")
    assert all(has_term(f"part.{part}") for part in get_args(Part))
    assert all(has_term(f"brief.claim.{claim}") for claim in get_args(Claim))


def test_an_agreement_is_in_force() -> None:
    assert standing_label("ongoing", "en", "agreement") == "in force"
    assert standing_label("ongoing", "ru", "meeting") == "идёт"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ExportError, match=r"no term 'kind\.party' in 'en'"):
        term("kind.party", "en")
