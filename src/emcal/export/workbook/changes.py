"""The Changes sheet: what the register's log holds since the last workbook, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time

from openpyxl.worksheet.worksheet import Worksheet

from emcal.export.wording import title
from emcal.export.workbook.cell import Value, day
from emcal.export.workbook.shape import PLAIN
from emcal.export.workbook.splice import Styled
from emcal.export.workbook.table import Column, Filling, lay
from emcal.export.workbook.view import View
from emcal.register.register import Change

NAME = "Changes"
COLUMNS = (
    Column("Day", 13, "date"),
    Column("Event", 54, "wrapped"),
    Column("Field", 13),
    Column("Was", 36, "wrapped"),
    Column("Is", 36, "wrapped"),
    Column("By", 12),
    Column("Because", 44),
    Column("ID", 24, "code", hidden=True),
)


def build(sheet: Worksheet, view: View) -> Filling:
    """The sheet, and the rows that are to be put into it."""
    changes = since(view)
    styles = lay(sheet, NAME, COLUMNS, len(changes), PLAIN[view.language])
    return Filling(sheet, _rows(view, changes), styles, len(changes) + 1)


def since(view: View) -> Sequence[Change]:
    """The changes after ``options.since``, or those that ``options.previous`` does not know; without either, all.

    A day stands for its midnight in UTC, the moment of a build for that day: what came later on the day is told.
    """
    previous, day_before = view.options.previous, view.options.since
    known = frozenset(previous.changes) if previous else frozenset()
    after = datetime.combine(day_before, time(), UTC) if day_before else None
    return [
        change
        for change in reversed(view.register.changes)
        if change not in known and (after is None or change.at > after)
    ]


def _rows(view: View, changes: Sequence[Change]) -> Iterator[Sequence[Value | Styled]]:
    titles = {entry.event.uid: title(entry.event, view.language) for entry in view.entries}
    for change in changes:
        named = titles.get(change.uid, change.uid)
        when = day(change.at.date())
        yield when, named, change.field, change.old, change.new, change.by, change.because, change.uid
