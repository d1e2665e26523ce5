"""Recurring event series: one series behind many names, so that two tellings of one edition can meet."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from emcal.gazetteer.endings import forms
from emcal.gazetteer.words import fold, split


class Series(NamedTuple):
    """A series: ``kind`` as of mentions, canonical names, organiser (an agency id) and home country if fixed."""

    id: str
    kind: str
    english: str
    russian: str
    organiser: str | None
    country: str | None


@cache
def _series() -> dict[str, Series]:
    """Every folded name to its series."""
    text = (resources.files(__package__) / "series.toml").read_text(encoding="utf-8")
    found: dict[str, Series] = {}
    for row in tomllib.loads(text)["series"]:
        series = Series(row["id"], row["kind"], row["en"], row["ru"], row.get("organiser"), row.get("country"))
        for name in (row["en"], row["ru"], *row.get("names", ())):
            found.setdefault(_bare(name), series)
    return found


def _bare(name: str) -> str:
    """The folded words of a name; digits and Roman numerals fall away."""
    return " ".join(fold(word.text) for word in split(name) if not re.fullmatch("[IVXLCХ]+", word.text))


def match(name: str) -> Series | None:
    """The series that ``name`` belongs to, whatever its year, edition, quotes and Russian case; else ``None``."""
    known = _series()
    words = _bare(name)
    if words in known:
        return known[words]
    for candidate in (
        words.removeprefix("exercise "),
        words.removeprefix("международный "),
        words.removeprefix("international "),
    ):
        if candidate in known:
            return known[candidate]
    return _inflected(words.split(" ")) if words else None


def _inflected(words: list[str]) -> Series | None:
    """A name in an oblique case («Каспия», «Безопасной Арктике»): every word must have the form that a name has."""
    for name, series in _series().items():
        parts = name.split(" ")
        if len(parts) == len(words) and all(part in forms(word, "ru") for part, word in zip(parts, words, strict=True)):
            return series
    return None
