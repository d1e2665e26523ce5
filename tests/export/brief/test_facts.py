"""Which event stands in which section, and why."""

from __future__ import annotations

from datetime import date

import pytest
from tests.export.brief.story import AS_OF, PARTIES, SINCE, before, entry, known, now, when

from emcal.export.brief import Brief, brief
from emcal.export.brief.brief import Item
from emcal.export.brief.facts.assembly import following
from emcal.export.brief.facts.highlights import shift
from emcal.mentions.mention import Claim, Kind
from emcal.register.query import Query
from emcal.register.register import Entry, Register


def told(**scope: str) -> Brief:
    return brief(now(), AS_OF, SINCE, before(), Query.model_validate(scope))


def alone(*entries: Entry, as_of: date = AS_OF) -> Brief:
    return brief(Register(entries=known(*entries)), as_of)


def plan(edtf: str | None, claim: Claim = "planned", kind: Kind = "meeting", uid: str = "e", **fields: object) -> Entry:
    return entry(uid, ("Event", "Событие"), kind, claim, when(edtf) if edtf else None, **fields)  # type: ignore[arg-type]


def uids(items: object) -> list[str]:
    return [item.event.uid for item in items]  # type: ignore[attr-defined]


def test_what_was_held_in_the_period_comes_last_first() -> None:
    assert uids(told().held) == ["chiefs", "forum", "signed"]


def test_what_lies_before_the_period_or_may_is_reported_late() -> None:
    assert uids(told().late) == ["window", "late", "yearless"]


def test_what_is_told_differently() -> None:
    changes = {one.item.event.uid: (one.item.stood, one.item.standing) for one in told().changed}
    assert changes == {
        "talks": ("planned", "unconfirmed"),
        "forum": ("planned", "held"),
        "salon": ("planned", "cancelled"),
        "drill": ("planned", "planned"),
    }


def test_what_is_an_entry_no_longer() -> None:
    departures = {left.event.uid: left.into and left.into.uid for left in told().departed}
    assert departures == {"twin": "forum", "lost": None}


def test_planned_is_never_held_by_the_passing_of_time() -> None:
    assert uids(told().overdue) == ["talks"]


def test_the_counts_and_their_change() -> None:
    counts = {count.key: (count.now, count.before, count.late) for count in told().counts}
    assert counts == {
        "held": (6, 1, 3), "unconfirmed": (1, 0, 0), "ongoing": (0, 0, 0), "in_force": (1, 1, 0), "planned": (4, 5, 0),
        "off": (1, 0, 0),
    }  # fmt: skip
    assert sum(now for now, _, _ in counts.values()) == len(now().entries)


def test_without_an_earlier_day_nothing_is_compared() -> None:
    facts = brief(now(), AS_OF)
    assert (facts.changed, facts.departed, facts.late, facts.following) == ((), (), (), None)
    assert len(facts.held) == 6


def test_without_an_earlier_register_everything_is_new() -> None:
    facts = brief(now(), AS_OF, SINCE, None)
    assert facts.new_documents == 2
    assert all(count.before == 0 for count in facts.counts)
    assert facts.changed == ()


@pytest.mark.parametrize(
    ("edtf", "band"),
    [
        ("2025-04-30", "month"),
        ("2025-05-01", "month"),
        ("2025-05-02", "quarter"),
        ("2025-06-30", "quarter"),
        ("2025-07-01", "later"),
        ("2025-05", "month"),  # it may begin on the first
        ("2025-34", "month"),  # a quarter that has begun
        ("2025", "later"),  # a year says nothing about the next weeks
        ("2025-41", "later"),
        ("2025-04-20/2025-12-31", "month"),  # long, but its first day is known
        ("[2025-04-20..2025-12-31]", "later"),
        ("2025-04-20/..", "month"),
        ("../2025-12-31", "later"),
        ("XXXX-09-14", "later"),
    ],
)
def test_the_band_of_a_plan(edtf: str, band: str) -> None:
    bands = {found.key: uids(found.items) for found in alone(plan(edtf)).ahead}
    assert [key for key, items in bands.items() if items] == [band]


def test_what_is_under_way_and_what_has_no_date() -> None:
    facts = alone(
        plan("2025-03-30/2025-04-02", "ongoing", uid="a"), plan(None, uid="b"), plan("2025-05", "postponed", uid="c")
    )
    assert {band.key: uids(band.items) for band in facts.ahead if band.items} == {"now": ["a"]}
    assert uids(facts.undated) == ["b", "c"]


def test_what_was_under_way_in_an_unknown_year_is_not_under_way_now() -> None:
    assert {band.key for band in alone(plan("XXXX-09-14", "ongoing")).ahead if band.items} == {"later"}


def test_an_agreement_stands_with_its_signing() -> None:
    papers = alone(
        plan("2024/2026", kind="agreement", uid="plan"),
        plan("2024-01", "held", "signing", uid="plan"),  # the same uid gives it the same sentence
        plan("2025-03-01", "held", "signing", uid="other"),
        plan("2023-03-01", "held", "signing", uid="stale"),
    ).pacts
    assert [(pact.item.event.kind, pact.signing is not None) for pact in papers] == [
        ("agreement", True),
        ("signing", False),
    ]


def test_an_agreement_that_ended_long_ago_is_left_out() -> None:
    assert alone(plan("2023", kind="agreement")).pacts == ()
    assert len(alone(plan("2025-01", kind="agreement")).pacts) == 1


def test_partners_and_their_last_contact() -> None:
    facts = alone(
        plan("2025-02-10", "held", uid="a", participants=PARTIES),
        plan("2024", "held", uid="b", participants=PARTIES),  # may be later than any day in it, but not surely
        plan("2025-05-10", uid="c", participants=PARTIES),
        plan("2024-01/2026-12", kind="agreement", uid="d", participants=PARTIES),
    )
    (both,) = facts.partnerships
    assert (both.countries, both.held, both.ahead) == (("KG", "KZ"), 2, 1)
    assert both.last is not None and both.last.event.uid == "a"


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"dated": when("2025-03-20", "20 March")}, []),
        ({"dated": when("2025-03-20~")}, ["report_day"]),
        ({"dated": when("2025-03-20~", "about 20 March")}, ["about_day"]),
        ({"dated": when("2025-03~", "end of March", "END")}, ["part"]),
        ({"dated": when("[2025-03-01..2025-03-20]", "x", earliest_hard=False)}, ["one_of", "estimate"]),
        ({"dated": when("XXXX-03-20", "20 March")}, ["no_year"]),
        ({"dated": when("2025", "2025"), "name": "Peak-2025"}, ["year_of_name"]),
        ({"dated": when("2025", "Peak-2025"), "name": "Peak-2025"}, ["year_of_name"]),
        ({"dated": when("2025", "in 2025")}, ["year"]),
        ({"dated": None}, ["no_date"]),
        ({"dated": when("2025-03-20", "x"), "readings": (when("2025-03-21"),)}, ["readings"]),
        ({"dated": when("2025-03-20", "x"), "readings": (when("2025-03"),)}, []),  # only less precise
    ],
)
def test_a_doubt_about_a_date(fields: dict[str, object], keys: list[str]) -> None:
    dated = fields.pop("dated")
    facts = alone(entry("e", ("E", "С"), "meeting", "held", dated, **fields))  # type: ignore[arg-type]
    assert [key for doubt in facts.doubts for key in doubt.keys] == keys


def test_a_document_whose_date_is_inferred_and_people_without_a_name() -> None:
    keys = [(doubt.keys, doubt.item.event.uid) for doubt in told().doubts if doubt.keys in (("written",), ("unnamed",))]
    assert keys == [(("written",), "chiefs"), (("unnamed",), "chiefs")]


def test_the_three_lines() -> None:
    lines = [(line.key, line.item and line.item.event.uid, line.total) for line in told().highlights]
    assert lines == [("held", "chiefs", 3), ("next", "nasty", 2), ("cancelled", "salon", 1)]


def test_the_three_lines_of_a_quiet_month() -> None:
    lines = [(line.key, line.item and line.item.event.uid) for line in alone(plan("2026")).highlights]
    assert lines == [("quiet", None), ("no_next", "e"), ("gap", "e")]
    assert [line.key for line in alone().highlights] == ["quiet", "no_next", "gap"]


def test_the_third_line_names_what_is_overdue_or_ends_soon() -> None:
    soon = plan("2025-04-10", uid="soon")
    assert alone(soon).highlights[2].key == "steady"
    assert alone(soon, plan("2025-03", uid="over")).highlights[2].key == "unconfirmed"
    assert alone(soon, plan("2024/2025-05", kind="agreement", uid="plan")).highlights[2].key == "ending"


@pytest.mark.parametrize(
    ("old", "new", "days"),
    [
        ("2025-05-10", "2025-05-12", 2),
        ("2025-05-10", "2025-05-08", -2),
        ("2025-05", "2025-05-12", 0),  # more precise, not moved
        ("2025-05", "2025-06", 31),
        ("2025-05-10", "XXXX-06-01", 0),
    ],
)
def test_by_how_much_an_event_moved(old: str, new: str, days: int) -> None:
    assert shift(Item(plan(new).event, plan(new), "planned", plan(old).event, "planned")) == days
    assert shift(Item(plan(new).event, plan(new), "planned")) == 0
    assert shift(Item(plan(new).event, plan(new), "held", plan(old).event, "held")) == 0


def test_a_filter_keeps_what_it_names() -> None:
    facts = told(country="TJ")
    assert (facts.shown, facts.total, uids(facts.late)) == (1, 13, ["late"])
    assert told(kind="exercise").shown == 2
    assert told(series="wave").shown == 1
    assert [left.event.uid for left in told(kind="seminar").departed] == ["lost"]


@pytest.mark.parametrize(
    ("since", "as_of", "then"),
    [
        (date(2024, 11, 1), date(2024, 12, 1), date(2025, 1, 1)),
        (date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 28)),
        (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28)),
        (date(2025, 3, 3), date(2025, 3, 10), date(2025, 3, 17)),
    ],
)
def test_the_next_brief_at_the_same_interval(since: date, as_of: date, then: date) -> None:
    assert following(since, as_of) == then


def test_around_a_paper_without_parties_stand_the_events_that_may_tell_them() -> None:
    facts = alone(
        plan("2025-03-12", "held", "forum", "forum", participants=PARTIES),
        plan("2025-03-12", "held", "signing", "signed", part_of="forum"),
        plan("2024/2026", kind="agreement", uid="bare"),
        plan("2025-03-13", "held", "training", "course", part_of="bare", participants=PARTIES),
        plan("2024/2026", kind="agreement", uid="own", part_of="forum", participants=PARTIES),
    )
    found = {pact.item.event.uid: (pact.frame and pact.frame.event.uid, uids(pact.parts)) for pact in facts.pacts}
    assert found == {"signed": ("forum", []), "bare": (None, ["course"]), "own": (None, [])}
