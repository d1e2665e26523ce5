"""Patterns of the language files, and how they are found."""

from typing import get_args

import pytest

from emcal.languages import available, load
from emcal.languages.event import EventSection
from emcal.mentions.lexicon import Lexicon, lexicon
from emcal.mentions.mention import Claim, Kind
from emcal.mentions.tokens import fold, tokenize

WORDS = EventSection(
    kind={"meeting": ("talks", "press talks"), "exercise": ("учени*",)}, cue={"frame": ("at the talks",)}
)


def found(text: str) -> list[tuple[str, str, int, int]]:
    return [tuple(hit) for hit in Lexicon(WORDS).find(tokenize(text, 0, len(text)))]


def test_the_longer_pattern_hides_the_shorter() -> None:
    assert found("press talks") == [("kind", "meeting", 0, 1)]


def test_a_cue_hides_nothing() -> None:
    assert found("at the talks") == [("cue", "frame", 0, 2), ("kind", "meeting", 2, 2)]


def test_a_star_stands_for_any_ending() -> None:
    assert found("Учениями") == [("kind", "exercise", 0, 0)]


def test_folding_makes_apostrophes_and_yo_alike() -> None:
    assert fold("O‘QUV") == fold("o'quv")
    assert fold("Её") == "ее"


@pytest.mark.parametrize("tag", available())
def test_every_language_names_known_kinds_and_claims(tag: str) -> None:
    section = load(tag).event
    kinds = {*get_args(Kind), "generic"}
    claims = {*get_args(Claim), "neutral"}
    assert set(section.kind) <= kinds
    assert set(section.verb) <= kinds
    assert set(section.claim) <= claims
    assert all(set(table) <= claims for table in section.verb.values())


def test_a_language_without_event_words_has_no_lexicon() -> None:
    assert lexicon("und") is None
    assert lexicon("uz-Cyrl") is lexicon("uz-Cyrl")
