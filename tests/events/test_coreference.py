"""What is one event and what is two, a situation at a time."""

from __future__ import annotations

import pytest

from emcal.events import Judgement, resolve
from emcal.mentions.mention import Mention, Titles
from tests.events.telling import tell, written

MINISTERS = ("Chingis Arinov/KZ", "Boobek Ajikeev/KG")


def joined(left: Mention, right: Mention, **days: str | None) -> bool:
    events = resolve([left, right], written(**days))
    assert len(events) in (1, 2)
    return len(events) == 1


# What is one event


def test_a_salon_that_was_planned_and_then_held() -> None:
    plan = tell("a", "exhibition", "planned", "2024-05", name="Integrated Security 2024", city="Moscow", country="RU")
    report = tell("b", "exhibition", "held", "2024", name="“Integrated Security - 2024”")
    (event,) = resolve([plan, report], written(a="2024-02-19", b="2024-11-25"))
    assert (event.claim, str(event.when.edtf), event.place.name) == ("held", "2024-05", "Moscow")
    assert [m.document for m in event.mentions] == ["a", "b"]
    assert "same series" in event.joins[0].reasons


def test_a_name_in_two_scripts() -> None:
    assert joined(
        tell("a", "exercise", "planned", "2024-05-15/2024-05-16", name="Өрт-2024", country="KZ"),
        tell("b", "exercise", "ongoing", "2024-05-15/2024-05-16", name="Ort-2024"),
    )


def test_a_series_under_two_names() -> None:
    assert joined(
        tell("a", "exhibition", "planned", "2024-05", name="Комплексная безопасность", series="integrated-security"),
        tell("b", "forum", "held", "2024-05-29", name="Integrated Security", series="integrated-security"),
    )


def test_ministers_on_a_day_and_near_the_day_of_publication() -> None:
    assert joined(
        tell("a", "meeting", "held", "2025-04-21", city="Dushanbe", country="TJ", who=MINISTERS),
        tell("b", "meeting", "held", "2025-04-22~", words="", who=MINISTERS),
    )


def test_an_exercise_by_city_and_sides_from_quarter_to_days() -> None:
    told = [
        tell("a", "exercise", "planned", "2025-35", city="Khabarovsk", country="RU", who=("/CN", "/MN")),
        tell("b", "exercise", "planned", "2025", city="Khabarovsk", country="RU", who=("/CN",)),
        tell("c", "exercise", "ongoing", "2025-08-20/2025-08-22", city="Khabarovsk", country="RU", who=("/CN", "/MN")),
        tell("d", "exercise", "held", "2025-08-22", words="today", city="Khabarovsk", country="RU", who=("/CN", "/MN")),
    ]
    (event,) = resolve(told, written(a="2024-05-28", b="2024-07-11", c="2025-08-21", d="2025-08-22"))
    assert (str(event.when.edtf), event.claim) == ("2025-08-20/2025-08-22", "held")
    assert {str(when.edtf) for when in event.readings} == {"2025-35", "2025", "2025-08-22"}


def test_a_city_and_the_region_that_is_called_after_it() -> None:
    sides = {"country": "RU", "who": ("/CN",)}
    plan = tell("a", "exercise", "planned", "2025-08", city="Khabarovsk", **sides)
    assert joined(plan, tell("b", "exercise", "held", "2025-08-21", city="Khabarovsk Krai", **sides))
    assert not joined(plan, tell("b", "exercise", "held", "2025-08-21", city="Vladivostok", **sides))


def test_a_bare_plan_for_a_city_by_the_words_of_its_title() -> None:
    place = {"city": "Osh", "country": "KG"}
    plan = tell("a", "exercise", "planned", "2025", title="Joint exercise of firefighters in Osh", **place)
    report = tell(
        "b", "exercise", "held", "2025-08-21", title="Joint exercise of rescuers in Osh", **place, who=("/KZ",)
    )
    assert joined(plan, report)
    assert not joined(plan.model_copy(update={"titles": Titles(en="Exercise in Osh", ru="")}), report)
    assert not joined(
        tell("a", "exercise", "planned", "2025", title="Joint exercise in Osh", **place, who=("/UZ",)), report
    )


def test_parties_of_one_period() -> None:
    parties = {"who": ("/AZ", "/RU")}
    assert joined(
        tell("a", "agreement", "planned", "2024/2026", **parties),
        tell("b", "agreement", "ongoing", "2024/2026", **parties),
    )


def test_a_league_within_a_season_but_not_by_the_year_alone() -> None:
    sides = {"who": ("/CN", "/MN", "/RU")}
    report = tell("b", "exercise", "held", "2025-08-22", **sides)
    assert joined(tell("a", "exercise", "planned", "2025-35", **sides), report)
    assert not joined(tell("a", "exercise", "planned", "2025", **sides), report)


def test_an_edition_that_was_put_off_to_another_year() -> None:
    place = {"city": "Karaganda", "country": "KZ", "edition": 16}
    (event,) = resolve(
        [
            tell("a", "competition", "postponed", "2020", **place),
            tell("b", "competition", "held", "2021-09-01/2021-09-05", **place),
        ],
        written(b="2021-09-06"),
    )
    assert (str(event.when.edtf), event.claim) == ("2021-09-01/2021-09-05", "held")
    assert [str(when.edtf) for when in event.was] == ["2020"]


def test_an_exercise_without_a_year_by_city_month_and_people() -> None:
    who = ("Sergey Azaryan/AM",)
    assert joined(
        tell("a", "exercise", "planned", "XXXX-11~", city="Yerevan", country="AM", who=who),
        tell("b", "exercise", "planned", "XXXX-11~", city="Yerevan", country="AM", who=who),
    )


def test_a_long_title_on_the_same_days_or_put_off() -> None:
    title = {"title": "Third Quarter Nationwide Simultaneous Earthquake Drill"}
    old = tell("a", "exercise", "postponed", "2017-09-21", **title)
    assert joined(old, tell("b", "exercise", "postponed", "2017-09-21", **title))
    assert joined(old, tell("b", "exercise", "planned", "2017-09-29", **title))
    assert not joined(old, tell("b", "exercise", "planned", "2017-09-20", **title))
    assert not joined(old, tell("b", "exercise", "planned", "2018-09-20", **title))


def test_a_name_in_the_title_of_the_other_mention() -> None:
    named = tell("a", "commemoration", "planned", "2017-09-21", name="National Day of Protest")
    titled = "President proclaims National Day of"
    assert joined(named, tell("b", "commemoration", "ongoing", "2017-09-21", title=f"{titled} Protest"))
    assert not joined(named, tell("b", "commemoration", "ongoing", "2017-09-21", title=f"{titled} Mourning"))


SENTENCE = (
    "The rescuers of both countries extinguished a simulated fire at the oil depot near the border and shared notes"
)


def test_a_reprint_is_a_source_more_and_no_event_more() -> None:
    first = tell("a", "other", "held", "2015-04-24", words="today", text=SENTENCE)
    second = tell(
        "b", "other", "held", "2015-04-25", words="today", text=SENTENCE.replace("shared notes", "took notes")
    )
    (event,) = resolve([first, second], written(a="2015-04-24", b="2015-04-25"))
    assert str(event.when.edtf) == "2015-04-24"
    assert [str(when.edtf) for when in event.readings] == ["2015-04-25"]


def test_a_copy_of_a_file_adds_no_event() -> None:
    text = tell("a", "meeting", "held", "2025-04-21"), tell("a", "visit", "held", "2025-04-21", at=90)
    copies = [mention.model_copy(update={"document": "copy of a"}) for mention in text]
    assert [len(event.mentions) for event in resolve([*text, *copies], {})] == [2, 2]


# What is two


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            {"kind": "exercise", "when": "2024-11-21/2024-11-22", "name": "Qys-2024"},
            {"kind": "exercise", "when": "2025-11-20/2025-11-21", "name": "Qys-2025"},
            id="two years of one series",
        ),
        pytest.param(
            {"kind": "exercise", "when": "2024", "name": "Qys-2024"},
            {"kind": "exercise", "when": "2024", "name": "Ort-2024"},
            id="two series of one year",
        ),
        pytest.param(
            {"kind": "conference", "when": "2025-12", "edition": 26, "name": "Conference of Heads of Services"},
            {"kind": "conference", "when": "2025-12", "edition": 27, "name": "Conference of Heads of Services"},
            id="two editions",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2025-04-21", "who": MINISTERS, "city": "Bishkek"},
            {"kind": "meeting", "when": "2025-05-20", "who": MINISTERS, "city": "Bishkek"},
            id="two ministers a month apart",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2025-04-21", "who": ("Chingis Arinov/KZ", "Abdulla Kuldashev/UZ")},
            {"kind": "meeting", "when": "2025-04-21", "who": ("Chingis Arinov/KZ", "Botir Kudratkhodjaev/UZ")},
            id="another minister of the same country",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2024-08-15", "city": "Osh", "who": ("Chingis Arinov/KZ", "/UZ")},
            {"kind": "meeting", "when": "2024-08-15", "city": "Osh", "who": ("Chingis Arinov/KZ", "/TJ")},
            id="two meetings of one minister on the sidelines",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2024-08-15", "city": "Osh", "who": ("Chingis Arinov/KZ", "IAEA/")},
            {"kind": "meeting", "when": "2024-08-15", "city": "Osh", "who": ("Chingis Arinov/KZ", "UNDP/")},
            id="two meetings of one minister with organisations",
        ),
        pytest.param(
            {"kind": "agreement", "when": "2024/2026", "who": ("/AZ", "/RU")},
            {"kind": "agreement", "when": "2026/2027", "who": ("/AZ", "/RU")},
            id="plans of two periods",
        ),
        pytest.param(
            {"kind": "agreement", "when": "2024/2026", "who": ("/AZ", "/RU")},
            {"kind": "signing", "when": "2024-01-31", "who": ("/AZ", "/RU")},
            id="a plan and its signing",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2025-08-21", "city": "Khabarovsk", "country": "RU", "who": ("/CN",)},
            {"kind": "exercise", "when": "2025-08-21", "city": "Khabarovsk", "country": "RU", "who": ("/CN",)},
            id="a meeting and an exercise of one city and day",
        ),
        pytest.param(
            {"kind": "meeting", "when": "2025-08", "country": "RU", "edition": 1},
            {"kind": "meeting", "when": "2025-08-21", "country": "RU", "edition": 1},
            id="nothing but a first meeting",
        ),
        pytest.param(
            {"kind": "exercise", "when": "2025", "country": "RU"},
            {"kind": "exercise", "when": "2025-08-21", "country": "RU"},
            id="nothing but the year and the country",
        ),
        pytest.param(
            {"kind": "mission", "when": "2023-02", "country": "TR", "who": ("/UZ",)},
            {"kind": "mission", "when": "2023-02", "country": "TR", "who": ("/KG",)},
            id="two countries' rescuers after one disaster",
        ),
        pytest.param(
            {"kind": "exercise", "when": "2024-06-12", "name": "Ruapehu", "claim": "held"},
            {"kind": "exercise", "when": "2024-06-26", "name": "Ruapehu", "claim": "held"},
            id="two days of one exercise",
        ),
    ],
)
def test_apart(left: dict[str, object], right: dict[str, object]) -> None:
    told = [tell(document, **{"claim": "planned", **fields}) for document, fields in (("a", left), ("b", right))]
    assert not joined(*told, a="2024-01-10", b="2025-12-20")


def test_events_of_one_document_stay_apart_even_through_a_third() -> None:
    """A vague report of another document joins one of two phases at most, and chains nothing."""
    name = {"name": "Ruapehu 2024", "country": "NZ"}
    first, second = (
        tell("a", "exercise", "planned", day, at=n, **name) for n, day in enumerate(("2024-06-12", "2024-06-26"))
    )
    vague = tell("b", "exercise", "planned", "2024-06", **name)
    assert sorted(len(event.mentions) for event in resolve([first, second, vague], {})) == [1, 2]


# People decide


def test_a_judgement_joins_what_no_rule_would() -> None:
    left, right = tell("a", "exercise", "planned", "2024"), tell("b", "meeting", "held", "2019-03-01", country="KZ")
    (event,) = resolve([left, right], {}, [Judgement(left=right.id, right=left.id, same=True)])
    assert event.joins[0].reasons == ("judged the same",)


def test_a_judgement_parts_what_every_rule_would_join() -> None:
    left, right = (tell(d, "meeting", "held", "2025-04-21", city="Osh", country="KG", who=MINISTERS) for d in "ab")
    assert joined(left, right)
    assert len(resolve([left, right], {}, [Judgement(left=left.id, right=right.id, same=False)])) == 2


def test_of_two_judgements_that_contradict_each_other_different_holds() -> None:
    left, right = tell("a", "exercise", "planned", "2024"), tell("b", "exercise", "planned", "2024")
    both = [Judgement(left=left.id, right=right.id, same=same) for same in (False, True)]
    assert len(resolve([left, right], {}, both)) == len(resolve([left, right], {}, both[::-1])) == 2


def test_a_part_leads_to_the_event_of_its_frame() -> None:
    forum = tell("a", "forum", "held", "2024-08-15", city="Osh", country="KG")
    aside = tell("a", "meeting", "held", "2024-08-15", at=200, frame=forum.id)
    events = {event.kind: event for event in resolve([aside, forum], {})}
    assert events["meeting"].part_of == events["forum"].uid
    assert events["forum"].part_of is None
