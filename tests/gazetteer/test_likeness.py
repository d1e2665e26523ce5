import pytest

from emcal.gazetteer.likeness import bare, given, person


@pytest.mark.parametrize(
    "words", [["Rafail", "Mirzoyev"], ["А.", "Чуприян"], ["Бообек", "Ажикеев"], ["Ali", "Demir"], ["Ольгу", "Смит"]]
)
def test_names_look_like_persons(words):
    assert person(words)


@pytest.mark.parametrize(
    "words",
    [["A", "Platform"], ["Central", "Asian"], ["Regional", "Office"], ["Kuldashev"], ["Комплексная", "Безопасность"]],
)
def test_other_capitals_do_not(words):
    assert not person(words)


def test_given_names_in_any_case():
    assert given("Сергеем")
    assert given("Александру")
    assert given("Kəmaləddin") == given("Kamaladdin")
    assert not given("Форум")


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Шавкат Мирзиёевге", "ky", "Шавкат Мирзиёев"),
        ("Ali Hamza Pehlivan'ın", "tr", "Ali Hamza Pehlivan"),
        ("Putin’s", "en", "Putin"),
        ("Ботиром Каримовым", "ru", "Ботир Каримов"),
        ("Oʻktam Barnoyev", "uz-Latn", "Oʻktam Barnoyev"),
    ],
)
def test_endings_fall_off(name, language, expected):
    assert bare(name, language) == expected
