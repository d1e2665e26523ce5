"""Names in quotation marks and bare names with a year."""

import pytest

from emcal.mentions.names import find_names, key_of

STOP = frozenset(["in", "the", "on"])


def names(text: str, dates: list[tuple[int, int]] | None = None) -> list[tuple[str, int | None]]:
    return [(n.text, n.year) for n in find_names(text, 0, len(text), STOP, dates or [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('the exercise "Blue Valley - 2027" begins', [("Blue Valley - 2027", 2027)]),
        ("учения «Синяя долина – 2027» начнутся", [("Синяя долина – 2027", 2027)]),
        ("the ‘Blue Valley 2027’ fair", [("Blue Valley 2027", 2027)]),
        ("«Операция «Север» открыта»", [("Операция «Север» открыта", None)]),
        ("In Blue Valley 2027 teams meet", [("Blue Valley 2027", 2027)]),
        ("In 2027 teams meet", []),
        ("Zeta-2027 is planned", [("Zeta-2027", 2027)]),
    ],
)
def test_names_and_years(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert names(text) == expected


def test_a_year_that_belongs_to_a_date_makes_no_name() -> None:
    assert names("held in May 2027", [(8, 16)]) == []


def test_spellings_of_one_name_share_a_key() -> None:
    assert key_of("Blue Valley - 2027") == key_of("BLUE VALLEY 2027") == key_of("Blue-Valley–2027")
