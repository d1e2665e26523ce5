"""The words of pages and feeds in the languages of the exports."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from emcal.export.wording import Language


def word(key: str, language: Language) -> str:
    """One word or phrase of ``words.toml``; a ``KeyError`` is a mistake of the caller."""
    return words(language)[key]


@cache
def words(language: Language) -> dict[str, str]:
    """All of them in one language, by key."""
    table = tomllib.loads(files("emcal.feed").joinpath("words.toml").read_text(encoding="utf-8"))
    return cast("dict[str, str]", table[language])
