"""A date in words, exactly as precise as it is: EDTF (ISO 8601-2:2019) with the TIMEX3 modifier."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from emcal.edtf import Edtf
from emcal.export.wording.terms import Language, term
from emcal.when import Mod, When

_MODS: dict[Mod, str] = {
    "START": "start", "MID": "middle", "END": "end", "APPROX": "about", "BEFORE": "before", "AFTER": "after",
    "LESS_THAN": "before", "MORE_THAN": "after", "EQUAL_OR_LESS": "by", "EQUAL_OR_MORE": "not_before",
}  # fmt: skip
_QUALIFIERS = {"~": "about", "?": "perhaps", "%": "perhaps_about"}
_POINT = re.compile(r"(\d{3}[\dX]|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def date_phrase(when: When | None, language: Language) -> str:
    """Words for a date: "end of January 2025", "between 1 May and 30 June 2024", "14 September, year unknown"."""
    return term("date.unknown", language) if when is None else _phrase(str(when.edtf), when.mod, language)


def day_phrase(day: date, language: Language) -> str:
    """Words for a day: "25 November 2024", «25 ноября 2024 года»."""
    return _phrase(day.isoformat(), None, language)


def precision_phrase(when: When | None, language: Language) -> str:
    """How much of the date is known: "month known, day not given"."""
    return term(f"precision.{_precision(when)}", language)


@lru_cache(maxsize=4096)
def _phrase(edtf: str, mod: Mod | None, language: Language) -> str:
    if edtf.startswith("["):
        first, _, last = edtf[1:-1].partition("..")
        return _one_of(first, last, language)
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return _stretch(first, last, language)
    return _qualified(edtf, mod, language)


def _qualified(edtf: str, mod: Mod | None, language: Language) -> str:
    """One point with its modifier; a modifier says more than the qualifier that EDTF can carry for it."""
    bare = edtf.rstrip("~?%")
    frame = _MODS[mod] if mod else _QUALIFIERS.get(edtf[-1])
    if frame is None:
        return _unit(bare, "is", language)
    return _framed(frame, bare, language)


def _framed(frame: str, edtf: str, language: Language) -> str:
    return term(f"date.{frame}", language).format(
        **{case: _unit(edtf, case, language) for case in ("is", "of")}  # only Russian tells them apart
    )


def _one_of(first: str, last: str, language: Language) -> str:
    """One unknown day (or month, or year) out of a stretch."""
    if not first or not last:
        return _framed("not_before" if first else "by", first or last, language)
    if _adjacent(first, last):
        start = first if _rank(first) == 1 else _short(first, last, "is", language)
        return term("date.either", language).format(first=start, last=_is(last, language))
    phrases = {"first": _short(first, last, "with", language), "last": _unit(last, "with", language)}
    return term("date.between", language).format(**phrases)


def _stretch(first: str, last: str, language: Language) -> str:
    """All of a stretch, either side of which may be open."""
    if first in ("", ".."):
        frame = "until_day" if _rank(last) == 3 else "until"
        return _framed(frame, last, language)
    if last in ("", ".."):
        second = _rank(first) == 3 and first.rstrip("~?%").endswith("-02")
        return _framed("from_second" if second else "from", first, language)
    if first == last:
        return _qualified(first, None, language)
    if first.startswith("XXXX-") and last.startswith("XXXX-"):
        return term("date.no_year", language).format(date=_stretch_no_year(first, last, language))
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}", last):
        return term("date.years", language).format(first=first, last=last)
    same_month = _rank(first) == _rank(last) == 3 and first[:7] == last[:7]
    frame = "day_stretch" if same_month else "stretch"
    return term(f"date.{frame}", language).format(first=_short(first, last, "is", language), last=_is(last, language))


def _stretch_no_year(first: str, last: str, language: Language) -> str:
    """A stretch of days or months whose year nobody knows, said once and not twice."""
    same_month = _rank(last) == 3 and first[:7] == last[:7]
    frame = "day_stretch" if same_month else "stretch"
    start = str(int(first[8:10])) if same_month else _without_year(first, language)
    return term(f"date.{frame}", language).format(first=start, last=_without_year(last, language))


def _is(edtf: str, language: Language) -> str:
    return _qualified(edtf, None, language)


def _short(first: str, last: str, case: str, language: Language) -> str:
    """The first end without what the last end says again: the year, or month and year."""
    if first[-1] in _QUALIFIERS or first[:4] != last[:4] or "X" in first or _rank(first) != _rank(last):
        return _is(first, language) if case == "is" else _unit(first.rstrip("~?%"), case, language)
    if _rank(first) == 3:
        day = str(int(first[8:10]))
        return day if first[:7] == last[:7] else _day_month(first[8:10], first[5:7], language)
    name = _part_name(first[5:7], case, language)
    return name if name else _unit(first, case, language)


def _adjacent(first: str, last: str) -> bool:
    """Whether the two ends are units of one size, next to each other and bigger than a day."""
    if _rank(first) != _rank(last) or _rank(first) == 3 or "X" in first + last:
        return False
    end, start = Edtf(first).latest, Edtf(last).earliest
    return end is not None and start is not None and (start - end).days == 1


def _rank(edtf: str) -> int:
    """How many parts a point names: 1 a year, 2 a month or part of the year, 3 a day."""
    return edtf.count("-") + 1


def _unit(edtf: str, case: str, language: Language) -> str:
    """A point in one grammatical case."""
    match = _POINT.fullmatch(edtf.rstrip("~?%"))
    year, month, day = match.groups() if match else (edtf, None, None)
    if year == "XXXX":
        return _no_year(month, day, case, language)
    if year.endswith("X"):
        return term(f"unit.decade.{case}", language).format(year=f"{year[:3]}0")
    if month in (None, "XX"):
        return term(f"unit.year.{case}", language).format(year=year)
    if day in (None, "XX"):
        return _month(year, str(month), case, language)
    month_name = term(f"month.{int(str(month))}.of", language)
    return term("date.day", language).format(day=int(str(day)), month=month_name, year=year)


def _month(year: str, code: str, case: str, language: Language) -> str:
    number = int(code)
    shape = "month" if number <= 12 or number in (21, 22, 23) else "winter" if number == 24 else "part"
    name = _part_name(code, case, language)
    following = f"{(int(year) + 1) % 100:02d}"
    return term(f"unit.{shape}.{case}", language).format(unit=name, year=year, next=following)


def _part_name(code: str, case: str, language: Language) -> str:
    number = int(code)
    return term(f"month.{number}.{case}" if number <= 12 else f"part_of_year.{number}.{case}", language)


def _day_month(day: str, month: str, language: Language) -> str:
    return term("date.day_month", language).format(day=int(day), month=term(f"month.{int(month)}.of", language))


def _no_year(month: str | None, day: str | None, case: str, language: Language) -> str:
    if month in (None, "XX"):
        return term("date.only_no_year", language)
    known = _without_year(f"XXXX-{month}-{day}" if day else f"XXXX-{month}", language, case)
    return term("date.no_year", language).format(date=known)


def _without_year(edtf: str, language: Language, case: str = "is") -> str:
    """Day and month, or the month alone."""
    _, month, *rest = edtf.rstrip("~?%").split("-")
    return _day_month(rest[0], month, language) if rest and rest[0] != "XX" else _part_name(month, case, language)


def _precision(when: When | None) -> str:
    if when is None:
        return "none"
    edtf = str(when.edtf)
    if "XXXX" in edtf:
        return "no_year"
    if edtf.startswith("["):
        return "one_of"
    if "/" in edtf:
        return _stretch_precision(*edtf.split("/"))
    if when.mod in ("BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"):
        return "one_of"
    if when.edtf.precision == "day":
        return "about_day" if when.edtf.approximate or when.mod == "APPROX" else "day"
    if when.mod in ("START", "MID", "END"):
        return "month" if when.edtf.precision == "month" else "part"
    return "year" if when.edtf.precision == "unknown" else when.edtf.precision


def _stretch_precision(first: str, last: str) -> str:
    if first in ("", ".."):
        return "open_start"
    if last in ("", ".."):
        return "open_end"
    return "interval" if _rank(first) == _rank(last) == 3 else "coarse_interval"
