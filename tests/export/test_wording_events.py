"""Places, people and titles in words."""

from __future__ import annotations

import pytest

from emcal.export.wording import country_name, participant_phrase, participants_phrase, place_phrase
from emcal.mentions.mention import Participant, Place


@pytest.mark.parametrize(
    ("place", "english", "russian"),
    [
        (Place(name="Moscow", name_ru="Москва", country="RU"), "Moscow, Russia", "Москва, Россия"),
        (Place(name="Noginsk", country="RU"), "Noginsk, Russia", "Noginsk, Россия"),
        (Place(country="UZ"), "Uzbekistan", "Узбекистан"),
        (Place(name="Singapore", name_ru="Сингапур", country="SG"), "Singapore", "Сингапур"),
        (Place(), "", ""),
        (None, "", ""),
    ],
)
def test_a_place(place: Place | None, english: str, russian: str) -> None:
    assert (place_phrase(place, "en"), place_phrase(place, "ru")) == (english, russian)


def test_a_code_that_is_no_country_stays_a_code() -> None:
    assert country_name("QQ", "en") == "QQ"
    assert country_name(None, "ru") == ""


@pytest.mark.parametrize(
    ("fields", "english"),
    [
        ({"name": "A. Example", "rank": "Colonel", "role": "Minister", "country": "KZ"},
         "Colonel A. Example (Minister, Kazakhstan)"),
        ({"name": "A. Example", "part": "observer"}, "A. Example (observer)"),
        ({"name": "A. Example"}, "A. Example"),
        ({"name": "A. Example", "organisation": "Rescue Service of Kyrgyzstan", "country": "KG"},
         "A. Example (Rescue Service of Kyrgyzstan)"),
        ({"role": "Minister", "country": "UZ", "part": "guest"}, "Minister (Uzbekistan, not named; guest)"),
        ({"organisation": "Rescue Union", "country": "KG"}, "Rescue Union (Kyrgyzstan)"),
        ({"organisation": "Government of Kyrgyzstan", "country": "KG"}, "Government of Kyrgyzstan"),
        ({"country": "KG"}, "Kyrgyzstan"),
        ({"country": "KG", "part": "host"}, "Kyrgyzstan (host)"),
        ({}, ""),
    ],
)  # fmt: skip
def test_a_participant(fields: dict[str, str], english: str) -> None:
    assert participant_phrase(Participant.model_validate(fields), "en") == english


def test_participants_are_named_once() -> None:
    people = (Participant(country="KG"), Participant(country="KZ"), Participant(country="KG"), Participant())
    assert participants_phrase(people, "ru") == "Кыргызстан; Казахстан"


@pytest.mark.parametrize(
    ("fields", "russian"),
    [
        ({"name": "A. Example", "name_ru": "А. Пример", "rank": "Lieutenant General", "role": "First Deputy Minister",
          "organisation": "Ministry of Emergency Situations of Azerbaijan", "country": "AZ"},
         "генерал-лейтенант А. Пример (первый заместитель министра, МЧС Азербайджана)"),
        ({"name": "A. Example", "role": "Keeper of Keys", "organisation": "Rescue Union", "country": "KG"},
         "A. Example (Keeper of Keys, Rescue Union, Кыргызстан)"),
        ({"role": "Minister", "organisation": "EMERCOM of Russia", "country": "RU", "part": "guest"},
         "министр (МЧС России, имя не названо; гость)"),
        ({"organisation": "EMERCOM of Russia", "country": "RU"}, "МЧС России"),
    ],
)  # fmt: skip
def test_a_participant_in_russian(fields: dict[str, str], russian: str) -> None:
    assert participant_phrase(Participant.model_validate(fields), "ru") == russian
