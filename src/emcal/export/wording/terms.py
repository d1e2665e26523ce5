"""The table of terms: one key, one text in each language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from emcal.errors import ExportError

Language = Literal["en", "ru"]
Plural = Literal["one", "few", "many", "other"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")


@cache
def table() -> dict[str, dict[str, Any]]:
    """Every term by its dotted key: a text, or a table of plural forms, by language."""
    flat: dict[str, dict[str, Any]] = {}
    _flatten(tomllib.loads(files("emcal.export").joinpath("terms.toml").read_text("utf-8")), "", flat)
    return flat


def _flatten(node: dict[str, Any], path: str, flat: dict[str, dict[str, Any]]) -> None:
    if any(language in node for language in LANGUAGES):
        flat[path] = node
        return
    for key, child in node.items():
        _flatten(child, f"{path}.{key}" if path else key, flat)


def term(key: str, language: Language) -> str:
    """The text of ``key``, for example ``kind.meeting``. Raises ``ExportError`` for a key that the table lacks."""
    return cast("str", _entry(key, language))


def has_term(key: str) -> bool:
    """Whether the table has ``key``: for words that come from elsewhere and may be new."""
    return key in table()


def counted(number: int, key: str, language: Language) -> str:
    """``number`` with the noun in its form: "21 events", «21 событие». ``key`` is one of the table ``count``."""
    forms = _entry(f"count.{key}", language)
    return cast("str", forms[plural_form(number, language)]).format(n=number)


def plural_form(number: int, language: Language) -> Plural:
    """The plural category of a whole number (CLDR plural rules)."""
    number = abs(number)
    if language == "en":
        return "one" if number == 1 else "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"


def _entry(key: str, language: Language) -> Any:
    try:
        return table()[key][language]
    except KeyError as error:
        raise ExportError(f"no term {key!r} in {language!r}") from error
