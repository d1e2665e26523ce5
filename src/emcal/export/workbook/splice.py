"""Rows written as XML and put into a sheet that openpyxl wrote without them.

openpyxl writes what is hard (styles, table, validation, rules, freeze, links), these few lines what is much: 100,000 rows
cost a seventh of the time. ECMA-376 part 1, section 18.3.1.73 (row) and 18.3.1.4 (c).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from emcal.export.workbook.cell import Value, formula_like, serial, stored

_AT_ONCE = 500
_MOST_KNOWN = 6_000
_LINE, _MOST_LINES = 14, 6
"""The height of a line in points, and the most lines that a row shows."""
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')


class Style(NamedTuple):
    """The numbers of a column's cell formats, for its values and for texts that look like formulas.

    ``wrap`` is how many characters a line of wrapped text holds, zero where text is not wrapped; ``often`` is the length up
    to which texts are likely to come again.
    """

    plain: int
    quoted: int
    wrap: int = 0
    often: int = 48


Styled = tuple[Value, int | None]
"""A value with the number of its own cell format, or ``None`` for its column's."""


def spliced(
    sheet: bytes, rows: Iterable[Sequence[Value | Styled]], styles: Sequence[Style], last: int
) -> Iterator[bytes]:
    """The sheet's XML in pieces: ``rows`` follow its header row, and its dimension reaches to row ``last``."""
    head, mark, tail = sheet.partition(b"</sheetData>")
    if not mark:
        raise ValueError("a sheet without a header row")
    corner = f"{get_column_letter(len(styles))}{last}"
    yield _DIMENSION.sub(f'<dimension ref="A1:{corner}"'.encode(), head, count=1)
    yield from _pieces(rows, styles)
    yield mark + tail


def _pieces(rows: Iterable[Sequence[Value | Styled]], styles: Sequence[Style]) -> Iterator[bytes]:
    columns = [_Column(f'<c r="{get_column_letter(index + 1)}', style, {}) for index, style in enumerate(styles)]
    kept: list[str] = []
    for number, row in enumerate(rows, start=2):
        kept.append(_row(number, row, columns))
        if len(kept) == _AT_ONCE:
            yield "".join(kept).encode()
            kept.clear()
    yield "".join(kept).encode()


class _Column(NamedTuple):
    """How a cell of the column begins, its style, and the rest of the cell for values that came before."""

    opening: str
    style: Style
    known: dict[Value | Styled, str]

    def told(self, value: Value | Styled) -> str:
        """The rest of a cell; remembered for all but long texts, because most of them come again and again."""
        tail = _xml(value, self.style)
        if not isinstance(value, str) or len(value) <= self.style.often:
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            self.known[value] = tail
        return tail


def _row(number: int, row: Sequence[Value | Styled], columns: Sequence[_Column]) -> str:
    """The hot path: two million cells go through here in a large register."""
    reference = f'{number}"'
    parts: list[str] = []
    lines = 1
    for value, column in zip(row, columns, strict=True):
        opening, style, known = column
        tail = known.get(value)
        if tail is None:
            tail = column.told(value)
            if style.wrap and isinstance(value, str):
                lines = max(lines, -(-len(value) // style.wrap))
        parts += (opening, reference, tail)
    height = min(lines, _MOST_LINES) * _LINE
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(parts)}</row>'


def _xml(value: Value | Styled, style: Style) -> str:
    number = style.plain
    if isinstance(value, tuple):
        value, own = value
        number = number if own is None else own
    if value is None or value == "":
        return f' s="{number}"/>'
    if isinstance(value, str):
        return _text(value, style.quoted if formula_like(value) else number)
    return f' s="{number}"><v>{serial(value) if isinstance(value, date) else value}</v></c>'


def _text(value: str, style: int) -> str:
    text = stored(value)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() or "\n" in text else ""
    return f' s="{style}" t="inlineStr"><is><t{space}>{text}</t></is></c>'
