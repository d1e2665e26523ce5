"""The calendar's own words in the languages of the exports."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from emcal.export.wording import Language


def word(key: str, language: Language) -> str:
    """One word or phrase of ``words.toml``; a ``KeyError`` is a mistake of the caller."""
    return _words()[language][key]


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
