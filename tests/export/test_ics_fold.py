"""Our folding against icalendar's own: the same bytes, for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from emcal.export.calendar.fold import fold

TEXTS = st.text(
    st.one_of(
        st.sampled_from("\\^,; аяЖçə漢𝄞~x"), st.characters(exclude_categories=("Cs",), exclude_characters="\r\n")
    ),
    max_size=400,
)


@given(TEXTS)
def test_folds_like_icalendar(text: str) -> None:
    line = f"DESCRIPTION:{text}"
    assert fold(line) == Contentline(line).to_ical()


@given(TEXTS)
def test_lines_are_short_and_whole(text: str) -> None:
    folded = fold(f"DESCRIPTION:{text}")
    for line in folded.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert folded.replace(b"\r\n ", b"").decode() == f"DESCRIPTION:{text}"


def test_a_run_of_backslashes_still_moves_on() -> None:
    line = "X:" + "\\" * 500
    assert fold(line) == Contentline(line).to_ical()
