"""What settles the parts that the words of an expression leave out: the creation time, the text so far, the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from emcal.edtf import Edtf
from emcal.timex.grammar import Grammar
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense
from emcal.timex.stretch import Stretch
from emcal.timex.tense import Clauses, Tense
from emcal.timex.timex import Anchor

_LEAD, _BESIDE = 500, 100
_NEARBY = 92
"""A day without a year goes on from a full date before it when it lies at most so many days after it."""

_CUMULATIVE = frozenset({"P6M", "P9M"})
"""A company that speaks of so many months reports on the year so far, no longer on a quarter."""

_CLEARLY = 3
"""How many times nearer a date must lie to be taken for the nearest one without asking the tense."""

Dated = Callable[[int], Stretch | None]


@dataclass(frozen=True, slots=True)
class Near:
    """The other end of a range: the date sought lies before or after ``day``, or as near to it as can be."""

    day: date
    side: Literal["before", "after", "either"]


class Context:
    """Everything around the expressions of one text. ``note`` tells it each reading in turn."""

    def __init__(self, text: str, raw: str, grammar: Grammar, created: Edtf | None) -> None:
        self.text, self.grammar = text, grammar
        self.clauses = Clauses(grammar.cues, text, raw)
        self.earliest = created.earliest if created else None
        self.latest = created.latest if created else None
        self.last: Sense | None = None
        self.last_at = 0
        self.full: Sense | None = None
        self.full_at = 0
        self.named: int | None = None
        self.quarter: Sense | None = None
        self.cumulative = False
        self.plan: int | None = None
        self.planned = False

    @property
    def today(self) -> date | None:
        """The day of creation, if it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def middle(self) -> date | None:
        """The middle of what is known of the day of creation."""
        if self.earliest is None or self.latest is None:
            return self.earliest or self.latest
        return self.earliest + (self.latest - self.earliest) / 2

    @property
    def year(self) -> int | None:
        """The year of creation, if it is known."""
        known = self.earliest and self.latest and self.earliest.year == self.latest.year
        return self.earliest.year if known and self.earliest else None

    @property
    def month(self) -> tuple[int, int] | None:
        """The year and month of creation, if they are known."""
        if self.year is None or self.earliest is None or self.latest is None:
            return None
        return (self.year, self.earliest.month) if self.earliest.month == self.latest.month else None

    def tense(self, piece: Piece) -> Tense | None:
        """The tense of the clause around a piece."""
        return self.clauses.tense(piece.start, piece.stop)

    def note(self, piece: Piece, sense: Sense) -> None:
        """Remember a reading for the expressions that follow."""
        if sense.value in _CUMULATIVE:
            self.cumulative = True
        if sense.first is None or sense.type not in ("DATE", "TIME"):
            return
        if piece.rule.means == "named":
            self.named = sense.first.year
            return
        if self.plan is None and self._opens_plan(piece, sense):
            self.plan = sense.first.year
        if sense.grain == "quarter" and piece.rule.means == "calendar":
            self.quarter, self.cumulative = sense, False
        self.last, self.last_at = sense, piece.stop
        if sense.anchor == "explicit":
            self.full, self.full_at = sense, piece.stop

    def same_sentence_day(self, piece: Piece) -> Sense | None:
        """The day given just before a piece, in its sentence."""
        left, _ = self.clauses.sentence(piece.start, piece.stop)
        if self.last and self.last_at > left and self.last.first == self.last.last:
            return self.last
        return None

    def settle(self, piece: Piece, dated: Dated, near: Near | None, grain: str) -> tuple[int, Anchor] | None:
        """The year of a date that leaves it out, and what settled it. ``dated`` gives its days in a year."""
        if near is not None:
            return self._towards(dated, near)
        told = self.tense(piece)
        going_on = self._continues(dated, told, grain)
        if going_on is not None:
            return going_on, "context"
        if self._belongs_to_plan(told, grain) and self.plan and dated(self.plan):
            return self.plan, "context"
        if self.earliest is None or self.latest is None:
            return self._without_creation()
        days = _around(dated, self.earliest.year, self.latest.year)
        if self.grammar.style == "timeml":
            clear = self._clearly_nearest(days)
            if clear and (grain in ("day", "month") or days[clear][1] <= self.latest):
                return clear, "creation"
            told = "past" if told == "present" else told
        if told == "past":
            fitting = [y for y, (first, _) in days.items() if first <= self.latest]
            return (max(fitting), "creation") if fitting else None
        if told in ("future", "present"):
            fitting = [y for y, (_, last) in days.items() if last >= self.earliest]
            return (min(fitting), "creation") if fitting else None
        if self.full and self.full.first and self.full.first.year in days:
            return self.full.first.year, "context"
        return self._nearest(days, grain)

    def _opens_plan(self, piece: Piece, sense: Sense) -> bool:
        """Whether a year to come stands beside a word for a plan in the title or the lead of a text."""
        if sense.grain != "year" or sense.first is None or self.latest is None or piece.start > _LEAD:
            return False
        around = self.text[max(0, piece.start - _BESIDE) : piece.stop + _BESIDE]
        return sense.first.year > self.latest.year and self.grammar.plans.search(around) is not None

    def _belongs_to_plan(self, told: Tense | None, grain: str) -> bool:
        """Whether a part of a year that names none is one of the planned year; a month is only among other parts."""
        if self.plan is None or told == "past" or self.grammar.style == "timeml":
            return False
        if grain in ("quarter", "half", "season"):
            self.planned = True
            return True
        return grain == "month" and self.planned

    def _towards(self, dated: Dated, near: Near) -> tuple[int, Anchor] | None:
        years = range(max(1, near.day.year - 9), min(9999, near.day.year + 9))
        days = {year: found for year in years if (found := dated(year))}
        if near.side == "before":
            return max(((y, "explicit") for y, (first, _) in days.items() if first <= near.day), default=None)
        if near.side == "after":
            return min(((y, "explicit") for y, (_, last) in days.items() if last >= near.day), default=None)
        year = min(days, key=lambda y: abs((days[y][0] - near.day).days), default=None)
        return (year, "creation") if year else None

    def _continues(self, dated: Dated, told: Tense | None, grain: str) -> int | None:
        """The year of the full date before it, if this day goes on from there."""
        if self.full is None or self.full.first is None or self.full.grain != "day" or told in ("future", "present"):
            return None
        days = dated(self.full.first.year)
        if days is None or grain != "day":
            return None
        return self.full.first.year if 0 <= (days[0] - self.full.first).days <= _NEARBY else None

    def _without_creation(self) -> tuple[int, Anchor] | None:
        if self.full and self.full.first:
            return self.full.first.year, "context"
        return (self.named, "name") if self.named else None

    def _nearest(self, days: dict[int, Stretch], grain: str) -> tuple[int, Anchor] | None:
        middle = self.middle
        if not days or middle is None:
            return None
        if grain != "day" and self.year in days and self.year is not None:
            return self.year, "creation"
        return min(days, key=lambda y: abs((days[y][0] - middle).days)), "creation"

    def _clearly_nearest(self, days: dict[int, Stretch]) -> int | None:
        """The year in which the date lies much nearer than in any other, whatever the tense of a long sentence."""
        middle = self.middle
        if middle is None or len(days) < 2:
            return None
        nearest, second = sorted(days, key=lambda y: _distance(days[y], middle))[:2]
        clear = _distance(days[nearest], middle) * _CLEARLY < _distance(days[second], middle)
        return nearest if clear else None

    def step(self, days: int) -> date | None:
        """A day some days from the day of creation."""
        try:
            return self.today + timedelta(days) if self.today else None
        except OverflowError:
            return None


def _around(dated: Dated, first: int, last: int) -> dict[int, Stretch]:
    """The days of a date in the years around; farther years too when one of those nearby has no such day."""
    for reach in (1, 9):
        years = range(max(1, first - reach), min(9999, last + reach) + 1)
        days = {year: found for year in years if (found := dated(year)) is not None}
        if len(days) == len(years):
            break
    return days


def _distance(days: Stretch, day: date) -> int:
    """How many days a stretch lies from a day, none when the day is in it."""
    first, last = days
    return 0 if first <= day <= last else min(abs((first - day).days), abs((last - day).days))
