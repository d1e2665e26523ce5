"""Time expressions for people: each marked in its sentence, as a table in a terminal and as plain lines in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emcal.timex import Timex

_AROUND = 60
_EDGE = re.compile(r"(?<=[.!?…])\s+(?=[^a-zа-я])|\n+")


class Row(NamedTuple):
    """An expression with the words before and after it, within its sentence."""

    before: str
    timex: Timex
    after: str


def in_sentences(text: str, found: Sequence[Timex]) -> Iterator[Row]:
    """Each expression in its sentence, a long one cut at a distance."""
    for timex in found:
        start, stop = timex.span.start, timex.span.stop
        before = _EDGE.split(text[max(0, start - _AROUND) : start])[-1]
        after = _EDGE.split(text[stop : stop + _AROUND])[0]
        cut_left = start - len(before) > 0 and len(before) == min(start, _AROUND)
        cut_right = len(after) == _AROUND and stop + _AROUND < len(text)
        yield Row(_flat(("…" if cut_left else "") + before), timex, _flat(after + ("…" if cut_right else "")))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def print_rows(heading: str, rows: Sequence[Row], *, explain: bool) -> None:
    """Print the expressions of one document."""
    if sys.stdout.isatty():
        _table(heading, rows, explain)
        return
    if heading:
        print(heading)
    for before, timex, after in rows:
        print("\t".join((*_cells(timex, explain), f"{before}[{_flat(timex.text)}]{after}")))


def _cells(timex: Timex, explain: bool) -> tuple[str, ...]:
    when = timex.when
    bounds = f"{when.earliest or '..'}/{when.latest or '..'}" if when and (when.earliest or when.latest) else "-"
    cells = (timex.type, timex.value, timex.mod or "-", when.edtf if when else "-", bounds)
    return (*cells, timex.rule, timex.anchor) if explain else cells


def _table(heading: str, rows: Sequence[Row], explain: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=heading or None, title_justify="left")
    names = ("Type", "Value", "Mod", "EDTF", "Bounds", *(("Rule", "Anchor") if explain else ()), "Sentence")
    for name in names:
        table.add_column(name, overflow="fold")
    for before, timex, after in rows:
        sentence = Text.assemble(before, (_flat(timex.text), "bold reverse"), after)
        table.add_row(*_cells(timex, explain), sentence)
    Console().print(table)
