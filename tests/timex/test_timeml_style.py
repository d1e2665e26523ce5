"""What the context settles in TimeML style: holidays, reports of companies, months before and ahead."""

from __future__ import annotations

from datetime import date

import pytest

from emcal.edtf import Edtf
from emcal.timex import tag
from emcal.timex.meanings.holiday import holiday_of


def values(text: str, created: str = "1999-10-20") -> list[str]:
    return [timex.value for timex in tag(text, "en", Edtf(created), style="timeml")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12-25", date(1999, 12, 25)),
        ("11-22/4", date(1999, 11, 25)),
        ("05-25/1", date(1999, 5, 31)),
        ("11-02/2", date(1999, 11, 2)),
    ],
)
def test_holiday_keeps_its_day_or_its_weekday(written: str, day: date) -> None:
    assert holiday_of(written, 1999) == day


def test_tense_settles_the_year_of_a_holiday() -> None:
    assert values("They were rescued on Thanksgiving Day.") == ["1998-11-26"]
    assert values("They will vote on Election Day.") == ["1999-11-02"]


def test_year_before_a_quarter_is_that_quarter() -> None:
    assert values("In the third quarter it earned $2 million, against a loss a year earlier.") == ["1999-Q3", "1998-Q3"]


def test_year_before_nine_months_is_a_year() -> None:
    text = "In the third quarter it lost. In the first nine months it earned $2 million, against a loss a year earlier."
    assert values(text) == ["1999-Q3", "P9M", "1998"]


def test_month_after_by_lies_ahead_and_after_since_behind() -> None:
    assert values("It agreed to pay by February.") == ["2000-02"]
    assert values("It has been on patrol since November and will return.") == ["1998-11"]


def test_plan_of_the_past_is_past() -> None:
    assert values("The offer had been due to expire Friday.") == ["1999-10-15"]


def test_following_month_counts_from_the_month_before_it() -> None:
    assert values("It was founded in March 1997. The following month it grew.") == ["1997-03", "1997-04"]
