"""How fast a large register becomes a workbook, beside XlsxWriter and openpyxl: ``python -m tests.benchmarks workbook``.

Every variant has a process of its own and gets the same cells: the rows of Events, about 160 characters of English and
Cyrillic quotes in each. CPU seconds without imports; memory is the peak above what the register itself takes.
``python tests/benchmarks/workbook.py VARIANT EVENTS`` runs one.
"""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from time import process_time

from emcal.documents.document import Creation, Span
from emcal.edtf import Edtf
from emcal.events.event import Event
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.register.register import DocumentRecord, Entry, Register
from emcal.when import When

AS_OF = date(2026, 11, 23)
MADE = datetime(2026, 11, 1, tzinfo=UTC)
DOCUMENTS = 1_000
WORDS = (
    "minister",
    "meeting",
    "exercise",
    "rescue",
    "delegation",
    "министр",
    "встреча",
    "учения",
    "спасатели",
    "область",
)


def register(count: int) -> Register:
    """A register of ``count`` events in 1,000 documents, the same on every machine."""
    dice = random.Random(1)  # noqa: S311
    entries = sorted((entry(number, dice) for number in range(count)), key=lambda one: one.event.when.earliest)
    created = Creation(edtf=Edtf("2024-05-02"), source="header")
    documents = tuple(
        DocumentRecord(path=f"{n}.txt", sha256="0", language="en", created=created, read=AS_OF)
        for n in range(DOCUMENTS)
    )
    return Register.model_construct(entries=tuple(entries), documents=documents, changes=())


def entry(number: int, dice: random.Random) -> Entry:
    """An event of a random day, every third known by its month alone."""
    day = date(2015, 1, 1) + timedelta(days=dice.randrange(4500))
    edtf = day.isoformat() if number % 3 else day.isoformat()[:7]
    quote = " ".join(dice.choices(WORDS, k=18))
    span = Span(start=0, stop=len(quote))
    titles = Titles(en=f"Joint exercise {number} of the ministries", ru=f"Совместные учения {number} министерств")
    when = When.of(edtf)
    mention = Mention.model_construct(
        id=str(number), document=f"{number % DOCUMENTS}.txt", language="ru", kind="exercise", claim="held", when=when,
        titles=titles, trigger=span, evidence=span, evidence_text=quote, explicitness="explicit",
    )  # fmt: skip
    people = (
        Participant(name="Jane Doe", role="Minister", country="KG"),
        Participant(name="А. Иванов", rank="генерал", country="RU"),
    )
    event = Event.model_construct(
        uid=f"{number:016x}@emcal", titles=titles, kind="exercise", claim="held", when=when,
        place=Place(name="Almaty", country="KZ"), participants=people, part_of=None, mentions=(mention,), note=None,
    )  # fmt: skip
    return Entry.model_construct(event=event, sequence=0, created=MADE, modified=MADE, aliases=(), changes=())


def cells(found: Register) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    """Headers and rows of Events as plain values, for the rivals."""
    from openpyxl import Workbook

    from emcal.export.workbook import events
    from emcal.export.workbook.view import View

    filling = events.build(Workbook().worksheets[0], View(found, RenderOptions(as_of=AS_OF)))
    headers = [cell.value for cell in filling.sheet[1]]
    return headers, (tuple(v[0] if isinstance(v, tuple) else v for v in row) for row in filling.rows)


def by_emcal(found: Register) -> int:
    """The whole workbook, all seven sheets."""
    from emcal.export.formats.xlsx import render

    return len(render(found, RenderOptions(as_of=AS_OF)))


def by_xlsxwriter(found: Register) -> int:
    """The Events sheet alone, constant memory, one format for text and one for days."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, text, day = (
        book.add_worksheet(),
        book.add_format({"valign": "top"}),
        book.add_format({"num_format": "d mmm yyyy"}),
    )
    headers, rows = cells(found)
    sheet.write_row(0, 0, headers)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, datetime(value.year, value.month, value.day), day)
            elif value:
                sheet.write_string(number, column, str(value), text)
            else:
                sheet.write_blank(number, column, None, text)
    book.close()
    return len(target.getvalue())


def by_openpyxl(found: Register) -> int:
    """The Events sheet alone, ordinary cells without any style."""
    from openpyxl import Workbook

    book, target = Workbook(), io.BytesIO()
    headers, rows = cells(found)
    book.worksheets[0].append(headers)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(target)
    return len(target.getvalue())


VARIANTS: dict[str, Callable[[Register], int]] = {
    "emcal": by_emcal, "xlsxwriter": by_xlsxwriter, "openpyxl": by_openpyxl,
}  # fmt: skip


def main() -> None:
    """One variant in this process: CPU seconds, peak memory above the register, size of the file."""
    name, count = sys.argv[1], int(sys.argv[2])
    VARIANTS[name](register(10))  # imports and caches
    found = register(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = process_time()
    size = VARIANTS[name](found)
    spent = process_time() - started
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name:12} {count:9,} events {spent:7.2f} s CPU {peak:6.0f} MB {size / 1e6:6.2f} MB file")


def run() -> None:
    """Every variant with 1,000 and 100,000 events, each in its own process."""
    for count in (1_000, 100_000):
        for name in VARIANTS:
            command = [sys.executable, __file__, name, str(count)]
            print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="", flush=True)


if __name__ == "__main__":
    main()
