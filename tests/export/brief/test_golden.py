"""The golden briefs: the invented story, and the seeds as they were known on two days."""

from __future__ import annotations

import pytest
from tests.export.brief.golden import FIRST, FOLDER, SECOND, goldens, seeds
from tests.export.brief.test_page import walk

from emcal.export.brief import brief, page
from emcal.export.wording import Language

GOLDENS = dict(goldens())


@pytest.mark.parametrize("name", GOLDENS)
def test_a_brief_is_as_it_was(name: str) -> None:
    assert GOLDENS[name] == (FOLDER / name).read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_brief_of_the_seeds_leads_back_to_its_events(language: Language) -> None:
    current, previous = seeds()
    facts = brief(current, SECOND, FIRST, previous)
    walk(page(facts, language), facts, current, previous)
