"""What an analyst changed: exported value, sheet and register compared field by field (a three-way merge)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from emcal.errors import CorrectionError
from emcal.export.format import RenderOptions
from emcal.export.workbook.events import EXPORTED, FIELDS, SEALS, UID, editable, fields, remembered
from emcal.export.workbook.normal import normal, pinned, seal
from emcal.export.workbook.reading import Read, Row, Sheet
from emcal.export.workbook.value import value
from emcal.export.workbook.view import View
from emcal.register.register import Entry, Register

Verdict = Literal["change", "conflict", "refused", "new"]
_NEEDED = ("Title", "Kind", "Status")


class Finding(NamedTuple):
    """One cell that differs, or one row that was added.

    ``uid`` is the event's (empty for a row that was added), ``was`` what was exported, ``now`` what the register holds,
    ``value`` what the sheet says, ready to be kept, and ``why`` the reason of a refusal or conflict.
    """

    verdict: Verdict
    row: int
    address: str
    field: str
    uid: str = ""
    title: str = ""
    was: str = ""
    value: str = ""
    now: str = ""
    why: str = ""


class Addition(NamedTuple):
    """A row added by hand, with checked values by field and the words that it gives as its source."""

    row: int
    values: Mapping[str, str]
    quote: str


class Review(NamedTuple):
    """All that came of a workbook; rows that went are counted and change nothing."""

    findings: tuple[Finding, ...]
    additions: tuple[Addition, ...]
    unchanged: int
    gone: int
    remarks: tuple[str, ...]

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict == verdict)


def review(sheet: Sheet, register: Register) -> Review:
    """Every row of the sheet against the register; nothing is written."""
    merge = _Merge(sheet, register)
    findings = [finding for row in sheet.rows for finding in merge.row(row)]
    touched = {finding.row for finding in findings}
    seen = {merge.entries[row.text(UID)].event.uid for row in sheet.rows if row.text(UID) in merge.entries}
    return Review(
        findings=tuple(merge.settled(findings)),
        additions=tuple(merge.additions),
        unchanged=sum(row.number not in touched for row in sheet.rows),
        gone=len(register.entries) - len(seen),
        remarks=tuple(_remarks(sheet)),
    )


def _remarks(sheet: Sheet) -> Iterator[str]:
    if sheet.extra:
        yield f"columns that are not ours were left out: {', '.join(sheet.extra)}"
    if sheet.missing:
        yield f"columns that are not there change nothing: {', '.join(sheet.missing)}"


class _Merge:
    """The register by uid and alias, and the rows that were added on the way."""

    def __init__(self, sheet: Sheet, register: Register) -> None:
        self.entries = {uid: entry for entry in register.entries for uid in (entry.event.uid, *entry.aliases)}
        self.twice = {uid for uid, count in Counter(row.text(UID) for row in sheet.rows).items() if uid and count > 1}
        options = RenderOptions(as_of=sheet.as_of, language=sheet.language) if sheet.as_of else None
        self.view = View(register, options) if options else None
        self.additions: list[Addition] = []

    def row(self, row: Row) -> Iterator[Finding]:
        """What differs in one row."""
        uid = row.text(UID)
        if not uid:
            yield from self._added(row)
            return
        problem = self._problem(row, uid)
        if problem:
            yield Finding("refused", row.number, row.cells[UID].address, UID, uid, row.text("Title"), why=problem)
            return
        entry = self.entries[uid]
        yield from self._fields(row, entry)
        yield from self._derived(row, entry)

    def _problem(self, row: Row, uid: str) -> str:
        """Why nothing in the row can be trusted; empty when it can."""
        if uid in self.twice:
            return "two rows have this ID: for a new event, empty the ID of the copied row"
        if uid not in self.entries:
            return "no event with this ID in the register"
        if _sealed(row) != seal((uid, row.text(EXPORTED))):
            return "the hidden cells of this row were changed: export the workbook anew"
        return ""

    def _fields(self, row: Row, entry: Entry) -> Iterator[Finding]:
        exported = remembered(row.text(EXPORTED)) or {}
        told = editable(entry.event)
        for header, field in FIELDS.items():
            cell = row.cells.get(header)
            was, now = exported.get(field, ""), normal(told[field])
            if cell is None or pinned(cell.text) == was:
                continue
            uid, title = entry.event.uid, entry.event.titles.en
            base = Finding("change", row.number, cell.address, field, uid, title, was, cell.text, now)
            yield from _merged(base, cell)

    def _derived(self, row: Row, entry: Entry) -> Iterator[Finding]:
        """Cells that follow from others and were changed all the same."""
        derived = [field for field in fields("en") if not field.column.editable]
        headers = [field.column.header for field in derived]
        if any(header not in row.cells for header in headers):
            return
        if row.text(SEALS).rpartition("-")[2] == seal(row.text(header) for header in headers):
            return
        why = "follows from other cells and is not read back: correct Title, Kind, Status, EDTF, Place or Note"
        changed = [
            field.column.header
            for field in derived
            if self.view is None or normal(field.tell(entry, self.view)) != row.text(field.column.header)
        ]
        for header in changed or headers[:1]:
            cell = row.cells[header]
            yield Finding(
                "refused",
                row.number,
                cell.address,
                header,
                entry.event.uid,
                entry.event.titles.en,
                value=cell.text,
                why=why,
            )

    def _added(self, row: Row) -> Iterator[Finding]:
        """A row without an ID: a new event, when it says enough."""
        values: dict[str, str] = {}
        refused = False
        for header, field in FIELDS.items():
            cell = row.cells.get(header)
            if cell is None or not (cell.text or header in _NEEDED):
                continue
            try:
                values[field] = value(field, cell)
            except CorrectionError as error:
                refused = True
                title = row.text("Title")
                yield Finding("refused", row.number, cell.address, field, "", title, value=cell.text, why=str(error))
        if not refused:
            self.additions.append(Addition(row.number, values, row.text("Quote")))
            title = values["title"]
            yield Finding("new", row.number, row.cells["Title"].address, "event", "", title, value=title)

    def settled(self, findings: list[Finding]) -> Iterator[Finding]:
        """The findings, and a conflict where two rows that became one event say different things."""
        said: dict[tuple[str, str], str] = {}
        for finding in findings:
            key = (finding.uid, finding.field)
            if finding.verdict == "change" and said.setdefault(key, finding.value) != finding.value:
                why = f"another row of the same event says {said[key]!r}"
                yield finding._replace(verdict="conflict", why=why)
            else:
                yield finding


def _sealed(row: Row) -> str:
    return row.text(SEALS).partition("-")[0]


def _merged(base: Finding, cell: Read) -> Iterator[Finding]:
    """A changed cell against the register: a change, a conflict, a refusal, or nothing when the register agrees."""
    try:
        wanted = value(base.field, cell)
    except CorrectionError as error:
        yield base._replace(verdict="refused", why=str(error))
        return
    if wanted in (base.now, base.was):
        return
    if pinned(base.now) == base.was:
        yield base._replace(value=wanted)
    else:
        yield base._replace(
            verdict="conflict", value=wanted, why="the register has changed since the workbook was made"
        )
