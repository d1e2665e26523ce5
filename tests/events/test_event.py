"""The standing table of DESIGN.md, row by row: before, inside and after the window."""

from datetime import date

import pytest

from emcal.events import Event, standing
from emcal.mentions.mention import Titles
from emcal.when import When
from tests.events.telling import tell

BEFORE, INSIDE, AFTER = date(2026, 4, 30), date(2026, 5, 12), date(2026, 6, 1)


def event(claim: str, kind: str = "exercise", when: str | None = "2026-05") -> Event:
    return Event(
        uid="a",
        titles=Titles(en="a", ru="a"),
        kind=kind,
        claim=claim,
        when=When.of(when) if when else None,
        mentions=(tell("a", kind, claim, when),),
    )


@pytest.mark.parametrize(
    ("kind", "claim", "before", "inside", "after"),
    [
        ("exercise", "planned", "planned", "planned", "unconfirmed"),
        ("exercise", "ongoing", "planned", "ongoing", "held"),
        ("exercise", "held", "held", "held", "held"),
        ("agreement", "planned", "planned", "ongoing", "expired"),
        ("agreement", "ongoing", "planned", "ongoing", "expired"),
        ("exercise", "postponed", "postponed", "postponed", "postponed"),
        ("exercise", "cancelled", "cancelled", "cancelled", "cancelled"),
    ],
)
def test_standing_is_claim_and_time(kind: str, claim: str, before: str, inside: str, after: str) -> None:
    told = event(claim, kind)
    assert [standing(told, day) for day in (BEFORE, INSIDE, AFTER)] == [before, inside, after]


def test_the_last_day_is_inside_the_window() -> None:
    assert standing(event("planned"), date(2026, 5, 31)) == "planned"
    assert standing(event("ongoing"), date(2026, 5, 31)) == "ongoing"


@pytest.mark.parametrize("when", [None, "XXXX-05", "2026-05-01/.."])
def test_a_side_that_is_open_or_unknown_never_passes(when: str | None) -> None:
    assert standing(event("planned", when=when), date(2099, 1, 1)) == "planned"
