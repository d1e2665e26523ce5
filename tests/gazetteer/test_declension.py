import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.gazetteer.declension import case, nominative


@pytest.mark.parametrize(
    ("inflected", "expected"),
    [
        ("Ботиром Кудратходжаевым", "Ботир Кудратходжаев"),
        ("Чингиса Аринова", "Чингис Аринов"),
        ("Рустаму Каримову", "Рустам Каримов"),
        ("Сергеем Соколовым", "Сергей Соколов"),
        ("Юрия Ильина", "Юрий Ильин"),
        ("Игоря Смирнова", "Игорь Смирнов"),
        ("Вадимом Синявским", "Вадим Синявский"),
        ("Вадима Синявского", "Вадим Синявский"),
        ("Арменом Саргсяном", "Армен Саргсян"),
        ("Анной Ивановой", "Анна Иванова"),
        ("Ольгу Смирнову", "Ольга Смирнова"),
        ("Анна Иванова", "Анна Иванова"),
        ("Ирина Россиус", "Ирина Россиус"),
        ("Сергей Шойгу", "Сергей Шойгу"),
        ("Rafail Mirzoyev", "Rafail Mirzoyev"),
    ],
)
def test_a_name_goes_back_to_the_nominative(inflected, expected):
    assert nominative(inflected) == expected


def test_the_case_of_the_office_settles_what_endings_leave_open():
    assert nominative("Грачья Ростомян", "nominative") == "Грачья Ростомян"
    assert nominative("А. Ерицяна", "genitive") == "А. Ерицян"


@pytest.mark.parametrize(
    ("word", "base", "expected"),
    [
        ("министром", "министр", "instrumental"),
        ("министра", "министр", "genitive"),
        ("главой", "глава", "instrumental"),
        ("первому", "первый", "dative"),
        ("глава", "глава", "nominative"),
        ("после", "посол", "prepositional"),
    ],
)
def test_the_case_of_an_office(word, base, expected):
    assert case(word, base) == expected


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя .", max_size=30))
def test_any_text_goes_through(text):
    assert isinstance(nominative(text), str)
