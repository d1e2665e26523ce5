from zoneinfo import available_timezones

import pytest

from emcal.gazetteer import countries, places


@pytest.mark.parametrize(
    ("name", "english", "country"),
    [
        ("Ташкент", "Tashkent", "UZ"),
        ("Тошкент", "Tashkent", "UZ"),
        ("Daşkənd", "Tashkent", "UZ"),
        ("Архангельск", "Arkhangelsk", "RU"),
        ("Чолпон-Ата", "Cholpon-Ata", "KG"),
        ("Bakı", "Baku", "AZ"),
        ("Женева", "Geneva", "CH"),
        ("Мәскеу", "Moscow", "RU"),
        ("Гомель", "Gomel", "BY"),
        ("Худжанд", "Khujand", "TJ"),
        ("Қарағанды", "Karaganda", "KZ"),
        ("Воронежская область", "Voronezh Oblast", "RU"),
        ("Voronezh region", "Voronezh Oblast", "RU"),
        ("Caspian Sea", "Caspian Sea", None),
    ],
)
def test_a_place_is_known_by_its_names(name, english, country):
    row = places.lookup(name)[0]
    assert (row.english, row.country) == (english, country)


def test_homonyms_stand_largest_first():
    named = places.lookup("Kirov")
    assert len(named) > 1
    assert [row.population for row in named] == sorted((row.population for row in named), reverse=True)


def test_an_unknown_name_gives_nothing():
    assert places.lookup("Nowhereville") == ()


def test_a_region_has_the_coordinates_of_its_seat():
    region, seat = places.lookup("Khatlon region")[0], places.lookup("Bokhtar")[0]
    assert (region.lat, region.timezone) == (seat.lat, seat.timezone)


def test_the_capital_of_a_country():
    assert [places.capital(code).english for code in ("KZ", "UZ", "TR", "AZ")] == [
        "Astana",
        "Tashkent",
        "Ankara",
        "Baku",
    ]


def test_every_row_holds_together():
    zones = available_timezones()
    for number in range(len(places._table())):
        row = places._row(number)
        assert row.english and row.id and row.timezone in zones
        assert -90 <= row.lat <= 90 and -180 <= row.lon <= 180
        assert row.country and countries.name(row.country, "en") != row.country


def test_every_seat_of_a_region_is_a_place():
    for line in places._lines("regions.tsv"):
        country, english, _, _, seat = line.split("\t")
        if seat:
            assert any(row.country == country for row in places.lookup(seat)), english
