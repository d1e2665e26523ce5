"""The Summary sheet: what a reader must know, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from openpyxl.worksheet.worksheet import Worksheet

from emcal.events.event import Event, Standing, standing
from emcal.export.wording import (
    counted,
    date_phrase,
    day_phrase,
    place_phrase,
    standing_label,
    term,
    title,
)  # fmt: skip
from emcal.export.workbook.figures import chart, countries
from emcal.export.workbook.style import (
    COLOURS,
    INK,
    LINE,
    PAPER,
    SOFT,
    Edge,
    edges,
    fill,
    fitted,
    font,
    placed,
    widths,
    write,
)
from emcal.export.workbook.view import View

NAME = "Summary"
_LAST = 8
"""Columns of the page: as many as there are cards."""
_MOST_LINES = 12
_CHART = 5
"""The column that the chart begins in."""
_AHEAD = timedelta(days=90)
_COMING: tuple[Standing, ...] = ("ongoing", "planned", "postponed")


def build(sheet: Worksheet, view: View) -> None:
    """The whole sheet."""
    widths(sheet, *(17 for _ in range(_LAST)))
    row = _title(sheet, view)
    row = _cards(sheet, row, view)
    row = _ahead(sheet, row, view)
    row = _force(sheet, row, view)
    row = _unconfirmed(sheet, row, view)
    row = _figures(sheet, row, view)
    row = _precision(sheet, row, view)
    _page(sheet, row)


def _title(sheet: Worksheet, view: View) -> int:
    language = view.language
    write(sheet, 1, 1, term("workbook.title", language), face=font(20, bold=True))
    extent = term("workbook.extent", language).format(
        events=counted(len(view.entries), "event", language),
        documents=counted(len(view.register.documents), "of_document", language),
    )
    day = term("workbook.as_of", language).format(day=day_phrase(view.as_of, language))
    write(sheet, 2, 1, f"{extent}, {day}", face=font(11, colour=SOFT))
    sheet.row_dimensions[1].height = 30
    return 4


def _cards(sheet: Worksheet, row: int, view: View) -> int:
    counts: list[tuple[str, int, str]] = [("all", len(view.entries), INK)]
    order: tuple[Standing, ...] = ("held", "planned", "ongoing", "unconfirmed", "postponed", "cancelled", "expired")
    counts += [(name, len(view.standings[name]), COLOURS[name][0]) for name in order]
    for column, (key, count, colour) in enumerate(counts, start=1):
        top = edges(top=Edge(colour, "thick"), left=Edge("FFFFFF", "thick"), right=Edge("FFFFFF", "thick"))
        between = edges(left=Edge("FFFFFF", "thick"), right=Edge("FFFFFF", "thick"))
        face = font(22, bold=True, colour=colour if count else SOFT)
        write(
            sheet,
            row,
            column,
            count,
            face=face,
            ground=fill(PAPER),
            at=placed("center"),
            border=top,
        )
        label = term(f"workbook.card.{key}", view.language)
        write(
            sheet,
            row + 1,
            column,
            label,
            face=font(9.5, colour=SOFT),
            ground=fill(PAPER),
            at=placed("center"),
            border=between,
        )
    sheet.row_dimensions[row].height = 36
    sheet.row_dimensions[row + 1].height = 18
    return row + 3


def _ahead(sheet: Worksheet, row: int, view: View) -> int:
    end = view.as_of + _AHEAD
    coming = [
        event
        for name in _COMING
        for event in view.standings[name]
        if event.kind != "agreement" and event.when and event.when.earliest and view.as_of <= (event.when.latest or end)
        and event.when.earliest <= end
    ]  # fmt: skip
    return _listing(sheet, row, view, "ahead", coming)


def _unconfirmed(sheet: Worksheet, row: int, view: View) -> int:
    """Those whose day passed last come first."""
    return _listing(sheet, row, view, "unconfirmed", view.standings["unconfirmed"][::-1])


def _force(sheet: Worksheet, row: int, view: View) -> int:
    """Agreements in force with the days that are left."""
    active = [event for event in view.standings["ongoing"] if event.kind == "agreement"]
    language = view.language
    row = _section(sheet, row, term("workbook.section.force", language), len(active))
    for event in active[:_MOST_LINES]:
        latest = event.when.latest if event.when else None
        left = counted((latest - view.as_of).days, "day", language) if latest else ""
        until = (
            f"{term('workbook.until', language)} {day_phrase(latest, language)}"
            if latest
            else date_phrase(event.when, language)
        )
        _line(sheet, row, until, title(event, language), place_phrase(event.place, language), left)
        row += 1
    return _ended(sheet, row, view, len(active))


def _listing(sheet: Worksheet, row: int, view: View, key: str, events: Sequence[Event]) -> int:
    language = view.language
    row = _section(sheet, row, term(f"workbook.section.{key}", language), len(events))
    for event in events[:_MOST_LINES]:
        stands = standing(event, view.as_of)
        text = standing_label(stands, language, event.kind)
        _line(
            sheet,
            row,
            date_phrase(event.when, language),
            title(event, language),
            place_phrase(event.place, language),
            text,
            COLOURS[stands][0],
        )
        row += 1
    return _ended(sheet, row, view, len(events))


def _section(sheet: Worksheet, row: int, text: str, count: int | None = None) -> int:
    shown = f"{text}  ·  {count}" if count else text
    for column in range(1, _LAST + 1):
        write(
            sheet,
            row,
            column,
            shown if column == 1 else None,
            face=font(12, bold=True),
            border=edges(bottom=Edge(SOFT)),
        )
    sheet.row_dimensions[row].height = 22
    return row + 1


def _line(sheet: Worksheet, row: int, when: str, what: str, where: str, last: str, colour: str = INK) -> None:
    """One event: date over two columns, title over three, place over two, and what the section is about."""
    bottom = edges(bottom=Edge(LINE, "hair"))
    for column in range(1, _LAST + 1):
        write(sheet, row, column, border=bottom)
    write(sheet, row, 1, when, face=font(10, colour=SOFT), border=bottom)
    write(sheet, row, 3, what, at=placed(wrap=True), border=bottom)
    write(sheet, row, 7, where, face=font(10, colour=SOFT), border=bottom)
    write(sheet, row, 8, last, face=font(10, bold=True, colour=colour), at=placed("right"), border=bottom)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
    sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=6)
    sheet.row_dimensions[row].height = 16 * (1 + len(what) // 88)


def _ended(sheet: Worksheet, row: int, view: View, count: int) -> int:
    """A word for an empty section, or for what did not fit; the row of the next section comes back."""
    if count and count <= _MOST_LINES:
        return row + 1
    text = (
        term("workbook.more", view.language).format(n=count - _MOST_LINES)
        if count
        else term("workbook.none", view.language)
    )
    write(sheet, row, 1, text, face=font(10, colour=SOFT))
    return row + 2


def _figures(sheet: Worksheet, row: int, view: View) -> int:
    """Countries on the left, a chart of the quarters on the right."""
    top = _section(sheet, row, term("workbook.section.countries", view.language))
    face, bottom = font(12, bold=True), edges(bottom=Edge(SOFT))
    write(sheet, row, _CHART, term("workbook.section.quarters", view.language), face=face, border=bottom)
    return max(countries(sheet, top, view), chart(sheet, top, _CHART, view)) + 1


def _precision(sheet: Worksheet, row: int, view: View) -> int:
    """The legend of the Timeline, in words."""
    row = _section(sheet, row, term("workbook.section.precision", view.language))
    strong, pale = COLOURS["held"]
    samples = (
        ("14", fill(strong), "FFFFFF", "solid"),
        ("", fill(pale), INK, "pale"),
        ("~14", fill(pale), INK, "about"),
        ("", fill(strong, "lightUp"), INK, "hatched"),
        ("", fill(COLOURS["unconfirmed"][0]), "FFFFFF", "unconfirmed"),
    )
    for text, ground, colour, key in samples:
        write(
            sheet,
            row,
            1,
            text,
            face=font(9, bold=True, colour=colour),
            ground=ground,
            at=placed("center"),
            border=edges(bottom=Edge("FFFFFF", "thick")),
        )
        write(sheet, row, 2, term(f"workbook.note.{key}", view.language), at=placed(indent=1))
        sheet.row_dimensions[row].height = 18
        row += 1
    return row


def _page(sheet: Worksheet, row: int) -> None:
    sheet.sheet_view.showGridLines = False
    fitted(sheet, "A4", landscape=False, high=1)
    sheet.print_area = f"A1:H{row}"
