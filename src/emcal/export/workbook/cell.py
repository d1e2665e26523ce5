"""What may stand in a cell: every string that enters a workbook is cleaned here, and nowhere else.

Limits: "Excel specifications and limits" (Microsoft); escapes: ECMA-376 part 1, section 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

LONGEST = 32_767
MOST_LINES = 254
CUT = " …"
FIRST_DAY = date(1900, 3, 1)
_EPOCH = date(1899, 12, 30)

Value: TypeAlias = str | int | float | date | None

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FORMULA = ("=", "+", "-", "@", "\t")


def shown(text: str) -> str:
    """The text as a cell shows it.

    Control characters go, a lone surrogate becomes U+FFFD, line ends become line feeds (at most 253 of them), and what is
    longer than 32,767 UTF-16 units is cut with `` …`` at its end.
    """
    if text.isprintable() and len(text) <= LONGEST // 2:  # neither controls nor surrogates nor line ends
        return text
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SURROGATE.sub("\ufffd", text)
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        text = "\n".join((*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])))
    return _cut(text)


def stored(text: str) -> str:
    """The text as the file holds it: as shown, and with a literal ``_x0041_`` kept from being read as ``A``."""
    text = shown(text)
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def unescaped(text: str) -> str:
    """The text of a cell whose reader left ``_xHHHH_`` escapes standing (openpyxl does)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def formula_like(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula if it were typed: it then gets a quote prefix."""
    return text.startswith(_FORMULA)


def day(when: date | None) -> date | str | None:
    """A day as a true date, or as text before 1 March 1900, where spreadsheets disagree about the calendar."""
    return when.isoformat() if when is not None and when < FIRST_DAY else when


def serial(when: date) -> int:
    """The number that a workbook holds for a day (1900 date system)."""
    return (when - _EPOCH).days


def link(address: str) -> str | None:
    """The address, when it is one that a cell may link to: http or https, no control characters, 2,079 at most."""
    plain = address.strip()
    safe = plain.lower().startswith(("http://", "https://")) and len(plain) <= 2_079
    return plain if safe and shown(plain) == plain and not re.search(r"[\s\"<>]", plain) else None


def _cut(text: str) -> str:
    if len(text) <= LONGEST // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2]
    return units.decode("utf-16-le", errors="ignore") + CUT
