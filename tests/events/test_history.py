"""How later documents move an event on, and what they must not undo."""

from __future__ import annotations

from emcal.documents.document import Span
from emcal.events import Event, resolve
from emcal.mentions.mention import Mention
from tests.events.telling import tell, written

NAME = {"name": "Shield 2024", "country": "KZ"}


def one(*told: Mention, **days: str | None) -> Event:
    (event,) = resolve(told, written(**days))
    return event


def stands(event: Event) -> tuple[str, str | None, list[str], list[str]]:
    when = str(event.when.edtf) if event.when else None
    return event.claim, when, [str(w.edtf) for w in event.was], [str(w.edtf) for w in event.readings]


def exercise(document: str, claim: str, when: str | None = None, **fields: object) -> Mention:
    return tell(document, "exercise", claim, when, **{**NAME, **fields})


def test_old_and_new_date_in_one_document() -> None:
    old, new = exercise("a", "postponed", "2024-09-21"), exercise("a", "planned", "2024-09-27", at=90)
    event = one(old, new, a="2024-09-20")
    assert stands(event) == ("planned", "2024-09-27", ["2024-09-21"], [])
    assert event.joins[0].reasons == ("old and new date in one document",)


def test_of_several_plans_the_nearest_takes_the_new_date() -> None:
    """Nothing but the distance tells which of two nameless trainings was moved."""
    bare = {"name": None, "country": None}
    told = [
        exercise("a", "planned", "2024-10", at=0, **bare),
        exercise("a", "postponed", "2024-04", at=300, **bare),
        exercise("a", "planned", "2024-11", at=340, **bare),
    ]
    events = resolve(told, {})
    assert sorted(stands(event)[1:3] for event in events) == [("2024-10", []), ("2024-11", ["2024-04"])]


def test_old_and_new_date_far_apart_meet_through_a_further_sentence() -> None:
    bare = {"name": None, "country": None}
    old, new = (
        exercise("a", "postponed", "2024-04", **bare),
        exercise("a", "planned", "2024-11", at=900, title="Drill", **bare),
    )
    assert len(resolve([old, new], {})) == 2
    retold = new.model_copy(update={"also": (Span(start=120, stop=180),), "also_text": ("It will be in November.",)})
    assert len(resolve([old, retold], {})) == 1


def test_postponed_without_a_new_date_keeps_the_old_one() -> None:
    event = one(
        exercise("a", "planned", "2024-09-21"), exercise("b", "postponed", "2024-09-21"), a="2024-08-01", b="2024-09-19"
    )
    assert stands(event) == ("postponed", "2024-09-21", [], [])


def test_an_old_plan_read_late_does_not_revive_the_date() -> None:
    event = one(
        exercise("a", "postponed", "2024-09-21"), exercise("b", "planned", "2024-09-21"), a="2024-09-01", b="2024-09-02"
    )
    assert event.claim == "postponed"


def test_a_new_date_in_a_later_document() -> None:
    event = one(
        exercise("a", "postponed", "2024-09-21"), exercise("b", "planned", "2024-10-02"), a="2024-09-01", b="2024-09-10"
    )
    assert stands(event) == ("planned", "2024-10-02", ["2024-09-21"], [])


def test_a_look_back_at_the_postponement_changes_nothing() -> None:
    event = one(
        exercise("a", "postponed", "2024-09-21"),
        exercise("b", "planned", "2024-10-02"),
        exercise("c", "postponed", "2024-09-21"),
        a="2024-09-01", b="2024-09-10", c="2024-09-15",
    )  # fmt: skip
    assert (event.claim, str(event.when.edtf)) == ("planned", "2024-10-02")


def test_cancelled_after_all() -> None:
    event = one(
        exercise("a", "planned", "2024-09-21"), exercise("b", "cancelled", "2024-09-21"), a="2024-08-01", b="2024-09-19"
    )
    assert stands(event) == ("cancelled", "2024-09-21", [], [])


def test_a_plan_that_lapsed_gives_way_to_the_later_plan() -> None:
    event = one(
        exercise("a", "planned", "2024-01/2024-02"), exercise("b", "planned", "2024-11-04/2024-11-07"), b="2024-11-02"
    )
    assert stands(event) == ("planned", "2024-11-04/2024-11-07", ["2024-01/2024-02"], [])


def test_a_report_beats_the_plan_and_the_conflict_is_kept() -> None:
    event = one(
        exercise("a", "planned", "2024-09-20/2024-09-22"),
        exercise("b", "held", "2024-09-20/2024-09-23"),
        a="2024-06-24", b="2024-09-27",
    )  # fmt: skip
    assert stands(event) == ("held", "2024-09-20/2024-09-23", [], ["2024-09-20/2024-09-22"])


def test_a_later_and_vaguer_document_blurs_nothing() -> None:
    event = one(exercise("a", "planned", "2024-07-10"), exercise("b", "planned", "2024-07~"), a="2023-10", b="2024-07")
    assert stands(event) == ("planned", "2024-07-10", [], ["2024-07~"])


def test_todays_report_does_not_shorten_the_range() -> None:
    event = one(
        exercise("a", "ongoing", "2024-08-20/2024-08-22"),
        exercise("b", "held", "2024-08-22", words="today"),
        a="2024-08-21", b="2024-08-22",
    )  # fmt: skip
    assert stands(event) == ("held", "2024-08-20/2024-08-22", [], ["2024-08-22"])


def test_a_day_of_the_text_beats_the_day_of_publication() -> None:
    event = one(
        exercise("a", "held", "2024-08-22~", words=""),
        exercise("b", "held", "2024-08-21"),
        a="2024-08-22",
        b="2024-08-23",
    )
    assert str(event.when.edtf) == "2024-08-21"


def test_nothing_planned_becomes_held_and_nothing_held_becomes_planned() -> None:
    plans = one(
        exercise("a", "planned", "2024-08"), exercise("b", "planned", "2024-08-21"), a="2024-01-01", b="2025-12-01"
    )
    assert plans.claim == "planned"
    report = one(
        exercise("a", "held", "2024-08-21"), exercise("b", "planned", "2024-08"), a="2024-08-22", b="2024-08-23"
    )
    assert report.claim == "held"


def test_a_report_from_before_the_event_is_not_believed() -> None:
    event = one(
        exercise("a", "planned", "2024-08-21"), exercise("b", "held", "2024-08-21"), a="2024-01-01", b="2024-02-01"
    )
    assert event.claim == "planned"


def test_an_undated_report_comes_after_the_plan() -> None:
    event = one(
        exercise("a", "planned", "2024-05-15/2024-05-16"),
        exercise("b", "ongoing", "2024-05-15/2024-05-16"),
        a="2024-05-14",
    )
    assert event.claim == "ongoing"


def test_of_two_undated_days_of_today_the_first_holds() -> None:
    event = one(
        exercise("a", "held", "2024-04-24", words="today"),
        exercise("b", "held", "2024-04-25", words="today"),
        a="2024-04-24", b="2024-04-25",
    )  # fmt: skip
    assert stands(event) == ("held", "2024-04-24", [], ["2024-04-25"])
