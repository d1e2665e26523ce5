"""The Events sheet: one row for each event, six fields to correct, and hidden cells that lead the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, cast

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from emcal.edtf import Edtf
from emcal.events.event import Event, standing
from emcal.export.wording import Language, country_name, date_phrase, participants_phrase, precision_phrase, term
from emcal.export.workbook.cell import Value, day
from emcal.export.workbook.normal import LONGEST_PINNED, Normals, pinned, seal
from emcal.export.workbook.shape import PLAIN, shape
from emcal.export.workbook.splice import Styled
from emcal.export.workbook.style import COLOURS
from emcal.export.workbook.table import Column, Filling, lay, styled
from emcal.export.workbook.view import View, confidence, leading
from emcal.mentions.mention import Participant, Place
from emcal.register.register import Entry
from emcal.when import Mod, When

NAME = "Events"
FIELDS = {
    "Title": "title", "Title (ru)": "title_ru", "Kind": "kind", "Status": "status", "EDTF": "when", "Place": "place",
    "Note": "note",
}  # fmt: skip
"""The headers that people may edit under, with the field of a correction that each stands for."""

UID, EXPORTED, SEALS = "ID", "Exported", "Seals"
_MOST_LINKS = 5_000
_ROOM = 500
_BETWEEN = "␟"
_LAST_PRINTED = "When"


class Field(NamedTuple):
    """A column with what it tells of an entry."""

    column: Column
    tell: Callable[[Entry, View], Value]


def place_cell(place: Place | None) -> str:
    """``City, CC`` as a correction takes it; empty when neither is known."""
    return ", ".join(filter(None, (place.name, place.country))) if place else ""


def editable(event: Event) -> dict[str, str]:
    """What stands in the cells that people may edit, by field."""
    return {
        "title": event.titles.en,
        "title_ru": event.titles.ru,
        "kind": event.kind,
        "status": event.claim,
        "when": str(event.when.edtf) if event.when else "",
        "place": place_cell(event.place),
        "note": event.note or "",
    }


def exported(values: Sequence[str]) -> str:
    """The editable values in normal form and in the order of ``FIELDS``, for the three-way merge when they come back."""
    told = _BETWEEN.join(values)
    if len(told) < LONGEST_PINNED and told.count(_BETWEEN) == len(FIELDS) - 1:
        return told
    return _BETWEEN.join([pinned(value) for value in values])


def remembered(text: str) -> dict[str, str] | None:
    """The values of ``exported`` by field; ``None`` for a text that is none of its making."""
    values = text.split(_BETWEEN)
    return dict(zip(FIELDS.values(), values, strict=True)) if len(values) == len(FIELDS) else None


_TITLE = Field(Column("Title", 54, "wrapped", editable=True), lambda entry, view: entry.event.titles.en)
_TITLE_RU = Field(Column("Title (ru)", 54, "wrapped", editable=True), lambda entry, view: entry.event.titles.ru)


def _first_day(entry: Entry, view: View) -> Value:
    """The day that the EDTF begins with, which an approximate date's bounds may lie around."""
    when = entry.event.when
    if when is None:
        return None
    return day(when.edtf.earliest or when.edtf.latest or when.earliest or when.latest)


def _source_numbers(entry: Entry, view: View) -> Value:
    mentions = entry.event.mentions
    paths = {mention.document for mention in mentions} if len(mentions) > 1 else [one.document for one in mentions]
    known = sorted(view.numbers[path] for path in paths if path in view.numbers)
    return ", ".join([f"S{number}" for number in known] + sorted(path for path in paths if path not in view.numbers))


def _words(entry: Entry, view: View) -> tuple[str, str]:
    """Date and precision in words; many events share them."""
    when = entry.event.when
    return _in_words(when.edtf, when.mod, view.language) if when else _in_words(None, None, view.language)


@lru_cache(maxsize=4096)
def _in_words(edtf: Edtf | None, mod: Mod | None, language: Language) -> tuple[str, str]:
    when = When.of(edtf, mod=mod) if edtf else None
    return date_phrase(when, language), precision_phrase(when, language)


def _people(entry: Entry, view: View) -> Value:
    """Who takes part; the same sides meet again and again, and only their spans in the documents differ."""
    return _phrase(tuple(map(_TOLD, entry.event.participants)), view.language)


@lru_cache(maxsize=4096)
def _phrase(told: tuple[tuple[Any, ...], ...], language: Language) -> str:
    people = [Participant(**dict(zip(_PARTICIPANT, one, strict=True))) for one in told]
    return participants_phrase(people, language)


_PARTICIPANT = tuple(name for name in Participant.model_fields if name not in ("key", "span"))
_TOLD = attrgetter(*_PARTICIPANT)


def _quote(entry: Entry, view: View) -> Value:
    mention = leading(entry.event)
    return mention.evidence_text if mention else ""


_MIDDLE = (
    Field(Column("Date", 16, "date"), _first_day),
    Field(Column("Kind", 13, editable=True), lambda entry, view: entry.event.kind),
    Field(Column("Status", 11, editable=True), lambda entry, view: entry.event.claim),
    Field(Column("Standing", 12), lambda entry, view: standing(entry.event, view.as_of)),
    Field(Column("Place", 17, editable=True), lambda entry, view: place_cell(entry.event.place)),
    Field(
        Column("Country", 15), lambda e, v: country_name(e.event.place.country if e.event.place else None, v.language)
    ),
    Field(Column("Participants", 50, "wrapped"), _people),
    Field(Column("Note", 24, "wrapped", editable=True), lambda entry, view: entry.event.note),
    Field(
        Column("EDTF", 22, editable=True), lambda entry, view: str(entry.event.when.edtf) if entry.event.when else ""
    ),
    Field(Column("When", 24, "wrapped"), lambda entry, view: _words(entry, view)[0]),
    Field(
        Column("Earliest", 13, "date"), lambda entry, view: day(entry.event.when.earliest) if entry.event.when else None
    ),
    Field(Column("Latest", 13, "date"), lambda entry, view: day(entry.event.when.latest) if entry.event.when else None),
    Field(Column("Precision", 24, "wrapped"), lambda entry, view: _words(entry, view)[1]),
    Field(Column("Confidence", 11), lambda entry, view: confidence(entry.event)),
    Field(Column("Quote", 90, "wrapped"), _quote),
    Field(Column("Sources", 10), _source_numbers),
    Field(Column("Part of", 30, "wrapped"), lambda entry, view: view.titles.get(entry.event.part_of or "", "")),
    Field(Column("Last change", 13, "date"), lambda entry, view: day(entry.modified.date())),
)


def fields(language: Language) -> tuple[Field, ...]:
    """The visible columns; the title of the workbook's own language comes first."""
    return (_TITLE_RU, *_MIDDLE, _TITLE) if language == "ru" else (_TITLE, *_MIDDLE, _TITLE_RU)


HIDDEN = (
    Column(UID, 24, "code", hidden=True),
    Column(EXPORTED, 24, "code", hidden=True),
    Column(SEALS, 24, "code", hidden=True),
)


def build(sheet: Worksheet, view: View) -> Filling:
    """The sheet, and the rows that are to be put into it."""
    told = fields(view.language)
    columns = (*(field.column for field in told), *HIDDEN)
    count = len(view.entries)
    styles = lay(sheet, NAME, columns, count, PLAIN[view.language])
    headers = [column.header for column in columns]
    sheet.print_area = f"A1:{get_column_letter(headers.index(_LAST_PRINTED) + 1)}{count + 1}"
    _guide(sheet, headers, count, view.language)
    _colour(sheet, headers, count)
    _link(sheet, headers, view)
    forms = dict.fromkeys(shape(entry.event.when, view.language) for entry in view.entries if entry.event.when)
    shapes = {form: styled(sheet, "date", form) for form in forms}
    return Filling(sheet, _rows(view, told, shapes), styles, count + 1)


def _rows(view: View, told: Sequence[Field], shapes: Mapping[str, int]) -> Iterator[Sequence[Value | Styled]]:
    headers = [field.column.header for field in told]
    where = headers.index("Date")
    edited = [headers.index(header) for header in FIELDS]
    derived = [index for index, field in enumerate(told) if not field.column.editable]
    tells = [field.tell for field in told]
    forms = Normals()
    for entry in view.entries:
        values: list[Any] = [tell(entry, view) for tell in tells]
        plain = [forms[value] for value in values]
        uid, pin = entry.event.uid, exported([plain[index] for index in edited])
        seals = f"{seal((uid, pin))}-{seal([plain[index] for index in derived])}"
        when = entry.event.when
        values[where] = (values[where], shapes[shape(when, view.language)] if when else None)
        yield (*values, uid, pin, seals)


def _guide(sheet: Worksheet, headers: Sequence[str], count: int, language: Language) -> None:
    """Drop-down lists for kind and status, and a word of help on the others; room below for rows added by hand."""
    lists = {"Kind": "emcal_kinds", "Status": "emcal_statuses"}
    for header, field in FIELDS.items():
        name = lists.get(header)
        rule = (
            DataValidation(type="list", formula1=name, allow_blank=True) if name else DataValidation(allow_blank=True)
        )
        rule.promptTitle = header
        rule.prompt = term(f"workbook.prompt.{field}", language)
        rule.errorTitle, rule.error = header, term("workbook.prompt.list", language)
        rule.showInputMessage, rule.showErrorMessage = True, bool(name)
        letter = get_column_letter(headers.index(header) + 1)
        rule.add(f"{letter}2:{letter}{count + _ROOM}")
        sheet.add_data_validation(rule)


def _colour(sheet: Worksheet, headers: Sequence[str], count: int) -> None:
    """Standing in its colour, cancelled events struck through."""
    letter = get_column_letter(headers.index("Standing") + 1)
    last = count + _ROOM
    for name, (strong, pale) in COLOURS.items():
        face = Font(bold=True, color=strong)
        rule = _rule(f'${letter}2="{name}"', DifferentialStyle(font=face, fill=PatternFill(bgColor=pale)))
        sheet.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)
    struck = _rule(f'${letter}2="cancelled"', DifferentialStyle(font=Font(strike=True, color="7B8794")))
    sheet.conditional_formatting.add(f"A2:B{last}", struck)


def _rule(formula: str, style: DifferentialStyle) -> Rule:
    return Rule(type="expression", dxf=style, formula=[formula])


def _link(sheet: Worksheet, headers: Sequence[str], view: View) -> None:
    """From the sources of an event to the row of the first; past 5,000 events the numbers alone have to do."""
    links = cast("list[Hyperlink]", vars(sheet)["_hyperlinks"])  # openpyxl fills it from cells, and these have none yet
    letter = get_column_letter(headers.index("Sources") + 1)
    for row, entry in enumerate(view.entries[:_MOST_LINKS], start=2):
        numbers = sorted(view.numbers[m.document] for m in entry.event.mentions if m.document in view.numbers)
        if numbers:
            place = f"{letter}{row}"
            links.append(Hyperlink(ref=place, location=f"Sources!A{numbers[0] + 1}"))
