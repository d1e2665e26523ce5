import pytest

from emcal.events.dates import Window, periods, relation, shared_part
from emcal.when import When


def window(edtf: str | None, words: str | None = None) -> Window:
    return Window(When.of(edtf, edtf if words is None else words) if edtf else None)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2024-05-15/2024-05-16", "2024-05-15/2024-05-16", "same"),
        ("2024-05", "2024-05-29/2024-06-01", "overlap"),
        ("2025-35", "2025-08-20/2025-08-22", "overlap"),
        ("2024-05", "2024-05", "overlap"),
        ("2025-04-21", "2025-04-22~", "near"),
        ("2025-04-21", "2025-05-20~", "apart"),
        ("2025-04-21", "2025-04-22", "apart"),
        ("2021-06-02/..", "2021-09", "overlap"),
        ("2021-06-02/..", "2024-09", "apart"),
        ("XXXX-11~", "XXXX-11", "overlap"),
        ("XXXX-11", "XXXX-12", "apart"),
        ("XXXX-11-03", "XXXX-11-04", "apart"),
        ("XXXX-11", "2024-11-20", "undated"),
        ("XXXX-11", "2024-10-20", "apart"),
        ("2024", None, "undated"),
    ],
)
def test_relation_reads_the_same_both_ways(left: str, right: str | None, expected: str) -> None:
    assert relation(window(left), window(right)) == expected
    assert relation(window(right), window(left)) == expected


def test_today_may_be_the_day_of_a_reprint() -> None:
    assert relation(window("2015-04-24", "сегодня"), window("2015-04-25", "today")) == "near"
    assert relation(window("2015-04-24", "сегодня"), window("2015-04-28", "today")) == "apart"


def test_a_date_that_only_refines_shares_all_of_itself() -> None:
    assert shared_part(window("2024-07"), window("2024-07-10")) == 1
    assert 0 < shared_part(window("2024-07"), window("2024-06-12/2024-07-10")) < 1
    assert shared_part(window("2024-07"), window("2024-09")) == 0


def test_neighbouring_days_share_a_period_and_coarse_dates_have_none() -> None:
    assert set(periods(window("2024-12-30"))) & set(periods(window("2025-01-03~")))
    assert not set(periods(window("2024-12-30"))) & set(periods(window("2025-01-30")))
    assert set(periods(window("2024-05"))) >= set(periods(window("2024-05-15")))
    assert not periods(window("2024"))
    assert not periods(window(None))
