"""What a glance at two tokens rules out could not have matched."""

from __future__ import annotations

import re

import pytest

from emcal.languages import available
from emcal.timex.folding import plain
from emcal.timex.grammar import Style, grammar
from emcal.timex.lookahead import PAIR, TOKEN

OPENING = re.compile(r"(?<!\w)\w|(?<=\D)\d|(?<=\d)[^\W\d]")


@pytest.mark.parametrize("language", ["", *available()])
@pytest.mark.parametrize("style", ["calendar", "timeml"])
def test_a_form_that_matches_is_a_candidate(language: str, style: Style) -> None:
    """Every form is tried at every word of its own rule's examples; where it matches, the tokens must have let it pass."""
    rules = grammar(language, style)
    tried = 0
    for rule in rules.section.rules:
        for *tagged, example, _ in rule.examples:
            if tagged and tagged[0].split("-")[0] != language:
                continue
            text = plain(example)
            for at in (hit.start() for hit in OPENING.finditer(text)):
                tokens, after = PAIR.match(text, at), TOKEN.match(text, at)
                assert tokens and after
                if not rules.opens(tokens[1]):
                    continue
                for form in rules.forms:
                    if form.rule is not rule:
                        continue
                    allowed = rules.tails(after[1]) if form.is_tail else rules.candidates(tokens[1], tokens[2])
                    match = form.match[1 if form.is_tail else 0](text, at)
                    assert match is None or match.end() == at or form in allowed, (form.parts, text[at:])
                    tried += 1
    assert tried > 10


def test_the_second_token_tells_forms_apart() -> None:
    english = grammar("en")
    numbers = {form for form in english.forms if "0" in form.openings}
    months, others = set(english.candidates("5", "june")), set(english.candidates("5", "kettles"))
    assert others < months < numbers
    assert len(months) < len(numbers) / 2
    assert english.candidates("kettle", "june") == ()
