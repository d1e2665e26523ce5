from __future__ import annotations

from datetime import UTC, datetime

import pytest

from emcal.errors import CorrectionError
from emcal.events import Event
from emcal.mentions.mention import Place, Titles
from emcal.register import Correction
from emcal.register.corrections import FIELDS, checked, corrected, told
from emcal.when import When
from tests.register.story import mention

EVENT = Event(
    uid="u", titles=Titles(en="Drill", ru="Учения"), kind="exercise", claim="planned", when=When.of("2026-05", "in May"),
    place=Place(name="Osh", country="KG", lat=40.5, lon=72.8, timezone="Asia/Bishkek"),
    mentions=(mention("d/a.txt", "A drill in May."),),
)  # fmt: skip


def correct(**values: str) -> Event:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return corrected(EVENT, [Correction(at=at, uid="u", field=field, value=value) for field, value in values.items()])


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Big drill"), ("title_ru", "Большие учения"), ("kind", "training"), ("status", "held"),
     ("when", "2026-05-12"), ("place", "Almaty, KZ"), ("series", "Shield"), ("note", "by phone")],
)  # fmt: skip
def test_a_correction_is_what_the_field_then_holds(field: str, value: str) -> None:
    assert told(correct(**{field: value}), field) == value
    others = FIELDS.keys() - {field}
    assert {name: told(correct(**{field: value}), name) for name in others} == {
        name: told(EVENT, name) for name in others
    }


def test_a_date_that_is_covered_stays_among_the_readings() -> None:
    assert correct(when="2026-05-12").readings == (EVENT.when,)
    assert correct(when="2026-05").readings == ()
    assert correct(when="").when is None


@pytest.mark.parametrize(
    ("value", "place"),
    [("Aktau, KZ", Place(name="Aktau", country="KZ")), ("KZ", Place(country="KZ")), ("Aktau", Place(name="Aktau")),
     ("", None), ("Osh, KG", EVENT.place), ("Nur, the city, KZ", Place(name="Nur, the city", country="KZ"))],
)  # fmt: skip
def test_places(value: str, place: Place | None) -> None:
    assert correct(place=value).place == place


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("date", "2026", "no such field"), ("when", "May", "not an EDTF"), ("when", "2026-02-30", "day is out of range"),
     ("kind", "party", "none of meeting"), ("status", "unconfirmed", "none of held"), ("title", " ", "must not be empty")],
)  # fmt: skip
def test_what_a_field_cannot_hold_is_refused(field: str, value: str, reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        checked(field, value)


def test_spaces_are_trimmed() -> None:
    assert checked("note", "  two\n words ") == "two words"
