"""The whole workbook: sheets built one by one, saved, and their rows put in while the zip is written again."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from emcal.export.format import RenderOptions
from emcal.export.wording import term
from emcal.export.workbook import changes, events, lists, readme, sources, summary, timeline
from emcal.export.workbook.archive import Change, rewritten
from emcal.export.workbook.splice import spliced
from emcal.export.workbook.table import Filling
from emcal.export.workbook.view import View
from emcal.register.register import Register

AS_OF, LANGUAGE, SINCE = "emcal as of", "emcal language", "emcal changes since"


def workbook(register: Register, options: RenderOptions) -> bytes:
    """The workbook's bytes; same register and options, same bytes. Raises ``ExportError``."""
    with _uncollected():
        return _workbook(register, options)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: rows make no cycles, and to look through a large register takes it seconds."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _workbook(register: Register, options: RenderOptions) -> bytes:
    view = View(register, options)
    book = Workbook()
    book.remove(book.worksheets[0])
    names = (summary.NAME, timeline.NAME, events.NAME, sources.NAME, changes.NAME, lists.NAME, readme.NAME)
    sheets = {name: book.create_sheet(name) for name in names}
    fillings = [module.build(sheets[module.NAME], view) for module in (events, sources, changes)]
    lists.build(sheets[lists.NAME], view)
    summary.build(sheets[summary.NAME], view)
    timeline.build(sheets[timeline.NAME], view)
    readme.build(sheets[readme.NAME], view)
    _describe(book, view)
    packed = io.BytesIO()
    book.save(packed)
    return rewritten(packed.getvalue(), _completed(book, fillings, view))


def _completed(book: Workbook, fillings: Iterable[Filling], view: View) -> dict[str, Change]:
    """The parts that openpyxl leaves without rows, or stamps with the clock."""
    made: dict[str, Change] = {
        _part(book, filling.sheet): partial(spliced, rows=filling.rows, styles=filling.styles, last=filling.last)
        for filling in fillings
    }
    book.properties.modified = book.properties.created
    made["docProps/core.xml"] = lambda _: (tostring(book.properties.to_tree()),)
    return made


def _part(book: Workbook, sheet: Worksheet) -> str:
    return f"xl/worksheets/sheet{book.sheetnames.index(sheet.title) + 1}.xml"


def _describe(book: Workbook, view: View) -> None:
    """Document properties: the as-of day in place of the clock, and what reading back has to know."""
    book.properties.created = datetime.combine(view.as_of, time())
    book.properties.creator = "emcal"
    book.properties.title = term("workbook.title", view.language)
    book.properties.language = view.language
    own: CustomPropertyList[Any] = vars(book)["custom_doc_props"]  # a public attribute that the stubs lack
    since = view.options.since
    told = {AS_OF: view.as_of.isoformat(), LANGUAGE: view.language, SINCE: since.isoformat() if since else ""}
    for name, value in told.items():
        if value:
            own.append(StringProperty(name=name, value=value))
