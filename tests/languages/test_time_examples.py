"""The examples that time rules carry: each one is read as it says, and no rule is without one that it reads itself."""

from __future__ import annotations

import re

import pytest

from emcal.edtf import Edtf
from emcal.languages import available
from emcal.languages.time import TimeRule
from emcal.timex import tag
from emcal.timex.grammar import Style, grammar

CREATED = Edtf("2024-05-15")
TAGS = {"uz": ("uz-Latn", "uz-Cyrl")}


def _rules() -> list[tuple[str, TimeRule]]:
    return [(language, rule) for language in ("", *available()) for rule in grammar(language).section.rules]


def _examples() -> list[tuple[str, str, str, str, Style]]:
    found = set()
    for language, rule in _rules():
        for *tagged, text, value in rule.examples:
            tags = tagged or [language or "und"]
            found.add((rule.name, tags[0], text, value, rule.style or "calendar"))
    return sorted(found)


@pytest.mark.parametrize(("name", "language", "text", "value", "style"), _examples())
def test_example_reads_as_it_says(name: str, language: str, text: str, value: str, style: Style) -> None:
    """The value stands among the values of the text; a rule that denies a date leaves none."""
    values = [timex.value for timex in tag(text, language, CREATED, style=style)]
    if value:
        assert value in values
    else:
        assert values == []


@pytest.mark.parametrize("language", available())
def test_every_rule_has_two_examples(language: str) -> None:
    for rule in grammar(language).section.rules:
        assert len(rule.examples) >= 2, rule.name


@pytest.mark.parametrize("language", available())
def test_names_are_unique_within_a_file(language: str) -> None:
    from emcal.languages import load

    names = [rule.name for rule in load(language).time.rules]
    assert len(names) == len(set(names))


NEEDS = {
    "duration": "unit", "relative": "unit", "ago": "unit", "later": "unit", "same": "unit", "set": "unit",
    "deictic": "deictic", "weekday": "weekday", "weekdays": "weekday", "vague": "value", "months": "n", "week_of": "n",
    "days": "day2", "qualified": "mod",
}  # fmt: skip


@pytest.mark.parametrize("language", ["", *available()])
@pytest.mark.parametrize("style", ["calendar", "timeml"])
def test_every_pattern_gives_what_its_meaning_needs(language: str, style: Style) -> None:
    """A pattern without a slot that its meaning reads would fail on a text that no example foresees."""
    rules = grammar(language, style)
    for rule in rules.section.rules:
        needed = NEEDS.get(rule.means)
        if needed is None or needed in rule.gives:
            continue
        for pattern in rule.patterns:
            names = re.findall(r"\(\?P<(\w+?)__", rules.spelled(pattern))
            assert needed in {rules.key(name) for name in names}, (rule.name, pattern)


def test_no_rule_is_dead() -> None:
    """Each rule made, or helped to make, a reading of one of its own examples (a denial leaves no trace but an absence)."""
    from emcal.timex.folding import fold
    from emcal.timex.recognition import Piece, Recognizer

    def names(piece: Piece) -> set[str]:
        return {piece.rule.name}.union(*(names(inner) for inner in piece.inner))

    dead = set()
    for language, rule in _rules():
        style: Style = rule.style or "calendar"
        if rule.means == "none":
            continue
        used: set[str] = set()
        for *tagged, text, _ in rule.examples:
            folded = fold(text).text
            rules = grammar(tagged[0] if tagged else language, style)
            for piece in Recognizer(folded, text, rules).pieces():
                used |= names(piece)
        if rule.name not in used:
            dead.add((language, rule.name))
    assert not dead
