from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from emcal.edtf import Edtf
from emcal.errors import EdtfError

READ = {
    "2024-05-15": ("2024-05-15", "2024-05-15", "day"),
    "2024-05": ("2024-05-01", "2024-05-31", "month"),
    "2024-02": ("2024-02-01", "2024-02-29", "month"),
    "2026": ("2026-01-01", "2026-12-31", "year"),
    "2026-35": ("2026-07-01", "2026-09-30", "quarter"),
    "2026-41": ("2026-07-01", "2026-12-31", "half"),
    "2026-22": ("2026-06-01", "2026-08-31", "season"),
    "2025-24": ("2025-12-01", "2026-02-28", "season"),
    "199X": ("1990-01-01", "1999-12-31", "decade"),
    "2024-05~": ("2024-05-01", "2024-05-31", "month"),
    "2024/2026": ("2024-01-01", "2026-12-31", "interval"),
    "2024-05-29/2024-06-01": ("2024-05-29", "2024-06-01", "interval"),
    "2026-03-03/..": ("2026-03-03", None, "interval"),
    "../2026-03": (None, "2026-03-31", "interval"),
    "[2024-05..2024-06]": ("2024-05-01", "2024-06-30", "interval"),
    "[..2024-02-19]": (None, "2024-02-19", "interval"),
    "[2024-08-15..]": ("2024-08-15", None, "interval"),
    "XXXX-09-14": (None, None, "unknown"),
    "XXXX-09": (None, None, "unknown"),
    "XXXX-02-29": (None, None, "unknown"),
    "2024-XX-XX": ("2024-01-01", "2024-12-31", "unknown"),
    "2024-05-XX": ("2024-05-01", "2024-05-31", "month"),
}
REFUSED = [
    "", "yesterday", "2024-13", "2023-02-29", "2024-06-31", "0000", "24-05-01", "2024-5-1", "../..", "[..]", "[2024..2023]",
    "2026/2024", "2024-05-15T10:00", "2024-42", "XXXX-13-01", "XXXX-02-30", "199X-05", "2024 ", "2024-05~~",
]  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_bounds_and_precision(text: str) -> None:
    edtf = Edtf(text)
    iso = tuple(day.isoformat() if day else None for day in (edtf.earliest, edtf.latest))
    assert (*iso, edtf.precision) == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        Edtf(text)


def test_qualifier_and_one_of() -> None:
    assert Edtf("2024-05~").approximate
    assert not Edtf("2024-05").approximate
    assert Edtf("[2024-05..2024-06]").one_of
    assert not Edtf("2024-05/2024-06").one_of


@given(st.dates(min_value=date(1, 1, 1)), st.dates(min_value=date(1, 1, 1)))
def test_an_interval_has_the_days_it_names(one: date, other: date) -> None:
    first, last = sorted((one, other))
    edtf = Edtf(f"{first.isoformat()}/{last.isoformat()}")
    assert (edtf.earliest, edtf.latest) == (first, last)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert Edtf(text) == text
    except EdtfError as error:
        assert repr(text) in str(error)


def test_pydantic_reads_and_writes_it_as_a_string() -> None:
    class Holder(BaseModel):
        edtf: Edtf

    holder = Holder.model_validate_json('{"edtf": "2024-05"}')
    assert isinstance(holder.edtf, Edtf)
    assert holder.model_dump_json() == '{"edtf":"2024-05"}'
    with pytest.raises(ValidationError, match="not an EDTF date"):
        Holder.model_validate({"edtf": "May"})
