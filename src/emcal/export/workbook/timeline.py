"""The Timeline sheet: a grid drawn with fills, one row for each event, in lanes by kind; prints on A3."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from heapq import nsmallest
from itertools import groupby
from typing import get_args

from openpyxl.styles import Border, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from emcal.events.event import Event, Standing, standing
from emcal.export.wording import counted, date_phrase, day_phrase, kind_label, place_phrase, standing_label, term, title
from emcal.export.workbook.bar import Mark, Paint, bar
from emcal.export.workbook.label import labels
from emcal.export.workbook.scale import Slot, axis
from emcal.export.workbook.style import (
    COLOURS,
    FAINT,
    INK,
    LINE,
    SOFT,
    TODAY,
    Edge,
    edges,
    fill,
    fitted,
    font,
    placed,
    widths,
    write,
)  # fmt: skip
from emcal.export.workbook.view import View
from emcal.mentions.mention import Kind

NAME = "Timeline"
_MOST_ROWS = 250
_WIDTH = 80
_GRID = 4
"""The first column of the grid; before it stand title, date and place."""
_HEADER = 5
_PAGE = 95
"""Rows that are still readable on one A3 page."""


def build(sheet: Worksheet, view: View) -> None:
    """The whole sheet."""
    events = _nearest([entry.event for entry in view.entries], view.as_of)
    slots = axis([day for event in events for day in _days(event)], view.as_of, view.language)
    grid = _Grid(sheet, view, slots)
    grid.head(len(events))
    row = _HEADER + 1
    for kind, lane in groupby(sorted(events, key=_order), key=lambda event: event.kind):
        row = grid.lane(row, kind, list(lane))
    _page(sheet, len(slots), grid.end, row)


def _nearest(events: Sequence[Event], today: date) -> list[Event]:
    """All events, or the 250 nearest to the day."""
    if len(events) <= _MOST_ROWS:
        return list(events)
    return nsmallest(_MOST_ROWS, events, key=lambda event: (_distance(event, today), event.uid))


def _distance(event: Event, today: date) -> timedelta:
    return min((abs(day - today) for day in _days(event)), default=timedelta.max)


def _days(event: Event) -> list[date]:
    return [day for day in (event.when.earliest, event.when.latest) if day] if event.when else []


def _order(event: Event) -> tuple[int, date, str]:
    days = _days(event)
    return get_args(Kind).index(event.kind), days[0] if days else date.max, event.uid


class _Grid:
    """The sheet with the columns that its events lie on."""

    def __init__(self, sheet: Worksheet, view: View, slots: Sequence[Slot]) -> None:
        self.sheet, self.view, self.slots = sheet, view, slots
        self.today = next((i for i, slot in enumerate(slots) if slot.start <= view.as_of <= slot.stop), None)
        self.borders = [self._border(index) for index in range(len(slots))]

    def _border(self, index: int) -> Border:
        """A red edge for today, a line where the group changes, a faint one elsewhere."""
        before = self.slots[index - 1].group if index else ""
        left = (
            Edge(TODAY, "medium") if index == self.today else Edge(FAINT if self.slots[index].group != before else LINE)
        )
        return edges(left=left, bottom=Edge(LINE, "hair"))

    def head(self, count: int) -> None:
        """Title, legend, and the two rows of the axis."""
        sheet, language = self.sheet, self.view.language
        write(sheet, 1, 1, term("workbook.title", language), face=font(16, bold=True))
        told = counted(len(self.view.entries), "event", language)
        day = term("workbook.as_of", language).format(day=day_phrase(self.view.as_of, language))
        note = f"{told}, {day}"
        if count < len(self.view.entries):
            note = (
                term("workbook.legend.left_out", language).format(shown=count, all=len(self.view.entries)) + f" {day}"
            )
        write(sheet, 2, 1, note, face=font(10, colour=SOFT))
        self.end = max(self._legend(), _GRID + len(self.slots) - 1)
        for column, key in enumerate(("event", "when", "where"), start=1):
            bottom = edges(bottom=Edge(SOFT, "medium"))
            write(sheet, _HEADER, column, term(f"workbook.{key}", language), face=font(10, bold=True), border=bottom)
        self._axis()

    def _axis(self) -> None:
        column = _GRID
        for group, slots in groupby(self.slots, key=lambda slot: slot.group):
            width = len(list(slots))
            face = font(9, bold=True, colour="FFFFFF")
            for offset in range(width):
                write(
                    self.sheet,
                    _HEADER - 1,
                    column + offset,
                    ground=fill(SOFT),
                    border=edges(left=Edge("FFFFFF")) if not offset else None,
                )
            write(
                self.sheet,
                _HEADER - 1,
                column,
                group,
                face=face,
                ground=fill(SOFT),
                at=placed("left"),
                border=edges(left=Edge("FFFFFF")),
            )
            if width > 1:
                self.sheet.merge_cells(
                    start_row=_HEADER - 1, end_row=_HEADER - 1, start_column=column, end_column=column + width - 1
                )
            column += width
        for index, slot in enumerate(self.slots):
            now = index == self.today
            face = font(8, bold=now, colour=TODAY if now else SOFT)
            write(
                self.sheet,
                _HEADER,
                _GRID + index,
                slot.label,
                face=face,
                at=placed("center"),
                border=edges(bottom=Edge(SOFT, "medium")),
            )

    def _legend(self) -> int:
        """Colours of the standings that occur, then the paints, above the grid; its last column comes back."""
        language = self.view.language
        standings = [name for name in get_args(Standing) if self.view.standings[name]]
        upper = lower = _GRID
        for name in standings:
            upper = self._key(1, upper, fill(COLOURS[name][0]), standing_label(name, language))
        for paint in get_args(Paint):
            lower = self._key(2, lower, _ground("held", paint), term(f"workbook.legend.{paint}", language))
        write(self.sheet, 2, lower, border=edges(left=Edge(TODAY, "medium")))
        write(self.sheet, 2, lower + 1, term("workbook.legend.today", language), face=font(9, colour=SOFT))
        return max(upper, lower + 4)

    def _key(self, row: int, column: int, ground: PatternFill, text: str) -> int:
        write(self.sheet, row, column, ground=ground)
        write(self.sheet, row, column + 1, text, face=font(9, colour=SOFT))
        return column + 2 + len(text) // 4

    def lane(self, row: int, kind: Kind, events: Sequence[Event]) -> int:
        """A lane's heading and its events; the next free row comes back."""
        language = self.view.language
        for column in range(1, _GRID + len(self.slots)):
            edge = self.borders[column - _GRID] if column - _GRID == self.today else None
            write(self.sheet, row, column, ground=fill("E4E9EE"), border=edge)
        heading = f"{kind_label(kind, language).capitalize()}  ·  {len(events)}"
        write(self.sheet, row, 1, heading, face=font(10, bold=True), ground=fill("E4E9EE"))
        for event, label in zip(events, labels([title(event, language) for event in events], _WIDTH), strict=True):
            row += 1
            self._event(row, event, label)
        return row + 1

    def _event(self, row: int, event: Event, label: str) -> None:
        language, stands = self.view.language, standing(event, self.view.as_of)
        struck = stands == "cancelled"
        bottom = edges(bottom=Edge(LINE, "hair"))
        write(self.sheet, row, 1, label, face=font(9.5, struck=struck), at=placed(indent=1), border=bottom)
        write(self.sheet, row, 2, date_phrase(event.when, language), face=font(9, colour=SOFT), border=bottom)
        write(self.sheet, row, 3, place_phrase(event.place, language), face=font(9, colour=SOFT), border=bottom)
        self.sheet.row_dimensions[row].height = 17
        marks = {mark.at: mark for mark in (bar(event.when, self.slots) if event.when else ())}
        for index, border in enumerate(self.borders):
            mark = marks.get(index)
            if mark is None:
                write(self.sheet, row, _GRID + index, border=border)
            else:
                self._mark(row, mark, stands, border)

    def _mark(self, row: int, mark: Mark, stands: Standing, border: Border) -> None:
        colour = "FFFFFF" if mark.paint == "solid" else INK
        write(
            self.sheet, row, _GRID + mark.at, mark.text or None,
            face=font(7.5, bold=True, colour=colour), ground=_ground(stands, mark.paint), at=placed("center"), border=border,
        )  # fmt: skip


def _ground(stands: Standing, paint: Paint) -> PatternFill:
    strong, pale = COLOURS[stands]
    if paint == "hatched":
        return fill(strong, "lightUp", "FFFFFF")
    return fill(strong if paint == "solid" else pale)


def _page(sheet: Worksheet, slots: int, end: int, rows: int) -> None:
    widths(sheet, 58, 31, 24)
    for index in range(slots):
        sheet.column_dimensions[get_column_letter(_GRID + index)].width = 3.6
    sheet.freeze_panes = f"{get_column_letter(_GRID)}{_HEADER + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    fitted(sheet, "A3", landscape=True, high=1 if rows <= _PAGE else 0)
    sheet.print_title_rows = f"{_HEADER - 1}:{_HEADER}"
    sheet.print_area = f"A1:{get_column_letter(end)}{rows - 1}"
