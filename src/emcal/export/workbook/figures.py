"""Counts by country and by quarter: written as values, since nothing here computes a formula."""

from __future__ import annotations

from collections import Counter
from datetime import date

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from emcal.export.wording import country_name, term
from emcal.export.workbook.cell import Value
from emcal.export.workbook.lists import NAME as LISTS
from emcal.export.workbook.style import LINE, SOFT, fill, font, placed, write
from emcal.export.workbook.view import View

_MOST_COUNTRIES = 12
_MOST_QUARTERS = 16
_CHART_ROWS = 13
_DATA = 13
"""The column of Lists where the chart's data stand."""
_HERE, _PARTNERS = "2B6CB0", "1B7F5C"


def countries(sheet: Worksheet, row: int, view: View) -> int:
    """A table of countries in columns A to C: where events are, and who takes part; the row after it comes back."""
    language = view.language
    for column, key in enumerate(("country", "taking_place", "taking_part"), start=1):
        across = placed("right" if column > 1 else "left")
        write(sheet, row, column, term(f"workbook.{key}", language), face=font(9, bold=True, colour=SOFT), at=across)
    rows = _by_country(view)
    for number, (code, there, taking) in enumerate(rows, start=row + 1):
        cells: tuple[Value, ...] = (country_name(code, language), there, taking)
        for column, value in enumerate(cells, start=1):
            write(sheet, number, column, value, at=placed("right" if column > 1 else "left"))
    for letter, colour in (("B", _HERE), ("C", _PARTNERS)):
        sheet.conditional_formatting.add(f"{letter}{row + 1}:{letter}{row + max(len(rows), 1)}", _bars(colour))
    return row + len(rows) + 1


def _bars(colour: str) -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="max")]
    return Rule(type="dataBar", dataBar=DataBar(cfvo=ends, color=colour, showValue=True, minLength=0, maxLength=90))


def _by_country(view: View) -> list[tuple[str, int, int]]:
    there: Counter[str] = Counter()
    taking: Counter[str] = Counter()
    for entry in view.entries:
        event = entry.event
        if event.place and event.place.country:
            there[event.place.country] += 1
        for country in {person.country for person in event.participants if person.country}:
            taking[country] += 1
    codes = sorted(there.keys() | taking.keys(), key=lambda code: (-taking[code] - there[code], code))
    return [(code, there[code], taking[code]) for code in codes[:_MOST_COUNTRIES]]


def chart(sheet: Worksheet, row: int, column: int, view: View) -> int:
    """A column chart of events per quarter; its data stand in Lists, where a reader can see them.

    The row after the chart comes back, ``row`` itself when no event has a day.
    """
    quarters = _by_quarter(view)
    book = sheet.parent
    if not quarters or book is None:
        return row
    data = book[LISTS]
    for place, key in enumerate(("quarter", "events"), start=_DATA):
        write(
            data,
            1,
            place,
            term(f"workbook.{key}", view.language),
            face=font(bold=True, colour="FFFFFF"),
            ground=fill(SOFT),
        )
    for number, (label, count) in enumerate(quarters, start=2):
        write(data, number, _DATA, label)
        write(data, number, _DATA + 1, count)
    sheet.add_chart(_columns(data, quarters), f"{get_column_letter(column)}{row}")
    return row + _CHART_ROWS


def _columns(data: Worksheet, quarters: list[tuple[str, int]]) -> BarChart:
    last = len(quarters) + 1
    drawn = BarChart()
    drawn.type, drawn.gapWidth, drawn.legend = "col", 40, None
    drawn.add_data(Reference(data, min_col=_DATA + 1, min_row=2, max_row=last))
    drawn.set_categories(Reference(data, min_col=_DATA, min_row=2, max_row=last))
    drawn.series[0].graphicalProperties = GraphicalProperties(solidFill=_HERE)
    drawn.x_axis.delete = drawn.y_axis.delete = False
    drawn.y_axis.majorUnit = max(1, max(count for _, count in quarters) // 4)
    drawn.y_axis.number_format = "0"
    drawn.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE)))
    drawn.width, drawn.height = 13, 7
    return drawn


def _by_quarter(view: View) -> list[tuple[str, int]]:
    """Events per quarter of their first day, empty quarters included: the last sixteen up to the last event."""
    days = [entry.event.when.earliest for entry in view.entries if entry.event.when and entry.event.when.earliest]
    counts = Counter(_quarter(day) for day in days)
    if not counts:
        return []
    last = max(counts)
    first = max(min(counts), last - _MOST_QUARTERS + 1)
    return [(_label(number, view), counts[number]) for number in range(first, last + 1)]


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _label(number: int, view: View) -> str:
    return f"{term(f'workbook.part.{33 + number % 4}', view.language)} {number // 4}"
