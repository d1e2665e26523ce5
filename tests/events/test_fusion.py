from __future__ import annotations

from emcal.events import Event, resolve
from emcal.mentions.mention import Mention, Participant, Place, Titles
from tests.events.telling import tell, written


def one(*told: Mention) -> Event:
    (event,) = resolve(told, written(a="2024-01-01", b="2024-02-01", c="2024-03-01"))
    return event


def exercise(document: str, **fields: object) -> Mention:
    return tell(document, "exercise", "planned", "2024-05-15", **{"country": "KZ", "name": "Shield", **fields})


def test_the_title_comes_from_the_mention_that_says_most() -> None:
    bare = exercise("a", name=None, series="shield", title="Exercise", explicitness="explicit")
    named = exercise("b", series="shield", title="Exercise Shield")
    assert one(bare, named).titles == Titles(en="Exercise Shield", ru="Exercise Shield")


def test_the_place_is_the_most_specific_one() -> None:
    venue = Place(name="Astana", country="KZ", venue="Congress Centre")
    assert one(exercise("a"), exercise("b", city="Astana"), exercise("c", place=venue)).place == venue


def test_everybody_once_and_the_fullest_of_each() -> None:
    bare = Participant(name="Chingis Arinov", key="arinov chingis", country="KZ")
    full = Participant(
        name="Чингис Аринов", key="arinov chingis", country="KZ", role="minister", rank="major general", part="host"
    )
    unnamed = Participant(role="minister", country="KZ")
    agency = Participant(organisation="MES", country="KG")
    told = (
        exercise("a", participants=(unnamed, bare, agency)),
        exercise("b", participants=(full, Participant(country="KG"))),
    )
    people = one(*told).participants
    assert [p.organisation or p.role for p in people] == ["minister", "MES"]
    assert (people[0].rank, people[0].part) == ("major general", "host")


def test_a_country_stays_when_nobody_comes_from_it() -> None:
    told = (
        exercise("a", participants=(Participant(country="CN"),)),
        exercise("b", participants=(Participant(country="CN"),)),
    )
    assert one(*told).participants == (Participant(country="CN"),)


def test_the_uid_does_not_depend_on_the_path() -> None:
    (here,) = resolve([exercise("a")], {})
    (there,) = resolve([exercise("a").model_copy(update={"document": "other"})], {})
    assert here.uid == there.uid
