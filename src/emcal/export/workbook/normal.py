"""A cell's value in the one form in which values are compared: what a re-save, a paste or a blank at the end changes."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from emcal.export.workbook.cell import Value, shown, unescaped

_LONGEST_PINNED = 1_000


def normal(value: Value | datetime | bool) -> str:
    """Text in NFC with single blanks, days as ISO dates, whole numbers without a point, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = shown(unescaped(value))
        return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return str(value)


def pinned(text: str) -> str:
    """The text to remember a value by: itself, or its SHA-256 where it is long."""
    return text if len(text) <= _LONGEST_PINNED else f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def seal(texts: Iterable[str]) -> str:
    """Ten hexadecimal digits that change when any of the texts does."""
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "replace"), digest_size=5).hexdigest()
