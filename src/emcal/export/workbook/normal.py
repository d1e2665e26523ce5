"""A cell's value in the one form in which values are compared: what a re-save, a paste or a blank at the end changes."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from zlib import crc32

from emcal.export.workbook.cell import Value, shown

LONGEST_PINNED = 500
_SHORT, _MOST_KNOWN = 48, 6_000


class Normals(dict[Value, str]):
    """The normal form by value, worked out once for each but long texts: most values come again and again."""

    def __missing__(self, value: Value) -> str:
        text = normal(value)
        if not isinstance(value, str) or len(value) <= _SHORT:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[value] = text
        return text


def normal(value: Value | datetime | bool) -> str:
    """Text in NFC with single blanks, days as ISO dates, whole numbers without a point, nothing as an empty text."""
    if isinstance(value, str):
        return _text(value) if len(value) > _SHORT else _often(value)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return str(value)


def _text(value: str) -> str:
    text = shown(value)
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


_often = lru_cache(maxsize=4096)(_text)


def pinned(text: str) -> str:
    """The text to remember a value by: itself, or its SHA-256 where it is long or holds the mark between values."""
    if len(text) > LONGEST_PINNED or "␟" in text:
        return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    return text


def seal(texts: Iterable[str]) -> str:
    """Eight hexadecimal digits (CRC-32) that tell an accident, not an enemy: the register decides what is valid."""
    told = "\x1f".join(texts)
    return f"{crc32(told.encode('utf-8', 'replace')):08x}"
