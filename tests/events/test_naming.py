import pytest

from emcal.events.naming import name_of, same_name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Safe Arctic - 2025", "SAFE ARCTIC 2025"),
        ("Өрт-2024", "Ort-2024"),
        ("North Macedonia 2021", "Northern Macedonia 2021"),
        ("Exercise on Urban Search and Rescue", "Joint Exercise on Urban Search and Rescue of the Region"),
        ("SCOJtEx-2019", "Exercise on Urban Earthquake Search (SCOJtEx-2019)"),
    ],
)
def test_one_name_in_two_spellings(left: str, right: str) -> None:
    assert same_name(name_of(left), name_of(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ort-2024", "Qys-2024"), ("Vzaimodeystvie", "Eshelon"), ("Caspian", "Caspian Shield"), ("2024", "2024")],
)
def test_two_names(left: str, right: str) -> None:
    assert not same_name(name_of(left), name_of(right))


def test_a_name_keeps_its_years() -> None:
    assert name_of("Safe Arctic - 2025").years == {2025}
    assert name_of("Unit 12025").years == frozenset()
