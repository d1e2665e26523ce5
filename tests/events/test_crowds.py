"""Comparisons grow with the mentions, whatever their names have in common."""

import pytest

from emcal.events import resolve
from emcal.events.blocking import BESIDE, CROWD, pairs
from emcal.events.naming import name_of, same_name
from emcal.events.profile import Profile

from .telling import creation, tell

_MANY = 4 * CROWD


@pytest.mark.parametrize("name", ["Exercise {:c}{:c}ra", "Forum {:c}{:c}", "Shield{:c}{:c}"])
def test_pairs_are_bounded_where_all_names_begin_alike(name: str) -> None:
    told = [
        tell(f"{n}.txt", "exercise", "held", "2026-05-12", name=name.format(97 + n // 26, 97 + n % 26))
        for n in range(_MANY)
    ]
    profiles = [Profile(mention, creation("2026-05-12")) for mention in told]
    assert len(list(pairs(profiles))) <= _MANY * BESIDE * 16  # two orders of about eight shared traits


def test_a_release_told_by_a_crowd_is_one_event() -> None:
    told = [
        tell(
            f"{n}.txt",
            "exercise",
            "held",
            "2026-05-12",
            name="Steppe Shield",
            text="The exercise Steppe Shield was held",
        )
        for n in range(2 * CROWD)
    ]
    assert len(resolve(told, {m.document: creation("2026-05-13") for m in told})) == 1


def test_a_name_that_counts_is_another_with_another_number() -> None:
    assert not same_name(name_of("Shield 12"), name_of("Shield 13"))
    assert same_name(name_of("Shield 12"), name_of("Shield-12"))
    assert same_name(name_of("Steppe Shield 2025"), name_of("Steppe Shield"))


def test_a_release_sent_twice_with_small_edits_is_one_event() -> None:
    said = "The seminar on mountain rescue for instructors of four countries was held at the training centre"
    told = [
        tell("a.txt", "seminar", "held", "2026-05-12", text=f"{said} on 12 May"),
        tell("b.txt", "seminar", "held", "2026-05-12", text=f"{said} on 12 May 2026"),
    ]
    (event,) = resolve(told, {m.document: creation("2026-05-13") for m in told})
    assert len(event.mentions) == 2
