"""Tables for people: drawn by rich in a terminal, plain tab-separated text in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|[\t\n]")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print rows under headers; in a pipe each row is one line, tabs and line breaks inside cells become spaces."""
    if not sys.stdout.isatty():
        for row in (headers, *rows):
            print("\t".join(clean(cell) for cell in row))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*headers, title=title or None, title_justify="left", header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(escape(clean(cell)) for cell in row))
    Console().print(table)


def clean(text: str) -> str:
    """The text without control characters and line breaks, which a document could use to play with a terminal."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)
