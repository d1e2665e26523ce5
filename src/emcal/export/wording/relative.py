"""How far a date lies from the day of an export, no more precisely than the date is known: "in 11 days", «через 11 дней».

The words are arrow's, which is imported when the first of them is needed. The counting is done here: ``humanize`` divides
by a mean month of 30.4 days, so that from 1 February to 1 March it finds "0 months".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from emcal.export.wording.terms import Language, term
from emcal.when import When

_Unit = Literal["day", "month", "year"]

# Below that many days a day is worth counting; above that many months only years are.
_DAYS, _MONTHS = 60, 24
# The widest window that a number of months describes, as the days between its ends.
_WINDOW = 30
_DAY = len("2024-05-01")
_ONE_SIDED = {"BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
# Arrow says «через день» for tomorrow, which in Russian is "every other day", and «через 0 дней» for today; its English
# "in a day" and "in 0 days" are no better. Its other forms are right: 1, 21 месяц; 2-4, 22 месяца; 5-20, 25 месяцев.
_NAMED_DAYS = {-1: "relative.yesterday", 0: "relative.today", 1: "relative.tomorrow"}


class _Target(NamedTuple):
    """The day to count to; ``about`` when it is approximate or stands for a ``window`` of days."""

    day: date
    about: bool = False
    window: bool = False


class _Distance(NamedTuple):
    number: int
    unit: _Unit


def relative_phrase(when: When | None, as_of: date, language: Language) -> str:
    """Words for the way from ``as_of`` to a date: "tomorrow", "in 11 days", "about 7 months ago".

    A day is counted in days, later in months and years. A window of up to a month is "about" so many months away, or
    nothing when it begins or ended less than a month away. Wider or open windows and dates without a year give nothing.
    """
    target = _target(when, as_of) if when else None
    if target is None:
        return ""
    distance = _nearest(target, as_of)
    if distance.unit == "day" and distance.number in _NAMED_DAYS:
        return "" if target.about else term(_NAMED_DAYS[distance.number], language)
    if target.about:
        frame = "about_ago" if distance.number < 0 else "about_in"
        return term(f"relative.{frame}", language).format(distance=_said(distance, language, only_distance=True))
    return _said(distance, language)


def left_phrase(when: When | None, as_of: date, language: Language) -> str:
    """Words for the time left of a period: "25 months", "about 45 days" where its end is an estimate.

    Whole months from three on, else days; an end that is open or unknown gives nothing.
    """
    if when is None or when.latest is None:
        return ""
    months = _whole_months(as_of, when.latest + timedelta(days=1))
    distance = _Distance(months, "month") if months >= 3 else _Distance((when.latest - as_of).days, "day")
    said = _said(distance, language, only_distance=True)
    exact = when.latest_hard and str(when.edtf)[-1] not in "~?%"
    return said if exact else term("relative.about", language).format(distance=said)


def _said(distance: _Distance, language: Language, *, only_distance: bool = False) -> str:
    from arrow.locales import get_locale  # noqa: PLC0415 (most exports say no relative time)

    locale, number = get_locale(language), distance.number
    if distance.unit == "day":
        return locale.describe("day" if abs(number) == 1 else "days", number, only_distance=only_distance)
    if distance.unit == "month":
        return locale.describe("month" if abs(number) == 1 else "months", number, only_distance=only_distance)
    return locale.describe("years", number, only_distance=only_distance)


def _target(when: When, as_of: date) -> _Target | None:
    edtf = str(when.edtf)
    if "X" in edtf or when.mod in _ONE_SIDED:
        return None
    first, slash, last = edtf.partition("/")
    if slash:
        return _end(when, first, last, as_of)
    if len(edtf.rstrip("~?%")) == _DAY and when.earliest and when.earliest == when.latest:
        return _Target(when.earliest, edtf[-1] in "~?%" or when.mod == "APPROX")
    return _middle(when.earliest, when.latest, as_of)


def _end(when: When, first: str, last: str, as_of: date) -> _Target | None:
    """Of a stretch the first day when it is ahead, the last one when it is over; nothing while it lasts."""
    if when.earliest and when.earliest > as_of:
        day, end = when.earliest, first
    elif when.latest and when.latest < as_of:
        day, end = when.latest, last
    else:
        return None
    return _Target(day, end[-1] in "~?%") if len(end.rstrip("~?%")) == _DAY else None


def _middle(first: date | None, last: date | None, as_of: date) -> _Target | None:
    if first is None or last is None or (last - first).days > _WINDOW:
        return None
    near = first if first > as_of else last
    if _whole_months(min(near, as_of), max(near, as_of)) < 1:
        return None
    return _Target(first + (last - first) / 2, about=True, window=True)


def _nearest(target: _Target, as_of: date) -> _Distance:
    """Days, or calendar months to the nearest one, or years likewise; negative for what is past."""
    day, days = target.day, (target.day - as_of).days
    if abs(days) < _DAYS and not target.window:
        return _Distance(days, "day")
    sign = -1 if days < 0 else 1
    start, end = sorted((day, as_of))
    # Half a month on, a month that is half over counts as whole.
    months = _whole_months(start, end + timedelta(days=15))
    return _Distance(sign * months, "month") if months < _MONTHS else _Distance(sign * ((months + 6) // 12), "year")


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
