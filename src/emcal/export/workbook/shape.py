"""Number formats that show how precise a true date is (ECMA-376 part 1, section 18.8.31)."""

from __future__ import annotations

from functools import lru_cache

from emcal.edtf import Edtf
from emcal.export.wording import Language, term
from emcal.when import Mod, When

PLAIN = {"en": "[$-409]d mmm yyyy", "ru": "[$-419]d mmm yyyy"}
_MODS: dict[Mod, str] = {
    "START": "start", "MID": "middle", "END": "end", "APPROX": "about", "BEFORE": "before", "AFTER": "after",
    "LESS_THAN": "before", "MORE_THAN": "after", "EQUAL_OR_LESS": "until", "EQUAL_OR_MORE": "since",
}  # fmt: skip
_FULL: dict[str, str] = {"day": "d mmm yyyy", "month": "mmm yyyy", "year": "yyyy", "unknown": "yyyy"}


def shape(when: When, language: Language) -> str:
    """The format for the first day of a date (its last where the first is open): ``"end "mmm yyyy``, ``"Q3 "yyyy``.

    Precision never asks for more than a spreadsheet's 200 formats: units, modifiers and edges are all few.
    """
    return _shape(when.edtf, when.mod, language)


@lru_cache(maxsize=1024)
def _shape(edtf: str, mod: Mod | None, language: Language) -> str:
    locale = PLAIN[language].partition("]")[0] + "]"
    if edtf.startswith("["):
        first, _, last = edtf[1:-1].partition("..")
        before, after = ("since", "between") if first else ("until", None)
        return locale + _framed(
            first or last, None if first and last else before, after if first and last else None, language
        )
    if "/" in edtf:
        first, last = (part.strip(".") for part in edtf.split("/"))
        if first and last:
            return locale + _framed(first, None, "stretch", language)
        return locale + _framed(first or last, "since" if first else "until", None, language)
    frame = _MODS[mod] if mod else "about" if Edtf(edtf).approximate else None
    return locale + _framed(edtf, frame, None, language)


def _framed(point: str, before: str | None, after: str | None, language: Language) -> str:
    head = f'"{term(f"workbook.shape.{before}", language)}"' if before else ""
    tail = f'"{term(f"workbook.shape.{after}", language)}"' if after else ""
    return head + _unit(point, language) + tail


def _unit(point: str, language: Language) -> str:
    precision = Edtf(point).precision
    if precision in _FULL:
        return _FULL[precision]
    if precision == "decade":
        return f'yyyy"{term("workbook.shape.decade", language)}"'
    return f'"{term(f"workbook.part.{point[5:7]}", language)} "yyyy'
