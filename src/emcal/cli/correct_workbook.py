"""``emcal correct timeline.xlsx``: what an analyst changed in the workbook, shown, and with ``--apply`` kept."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from emcal.cli.failure import ERRORS

if TYPE_CHECKING:
    from emcal.export.workbook.merge import Finding, Review, Verdict

_HEADERS = ("verdict", "cell", "field", "exported", "sheet", "register", "event", "why")
_COUNTED: tuple[tuple[Verdict, str], ...] = (
    ("change", "changed"), ("new", "new"), ("conflict", "in conflict"), ("refused", "refused"),
)  # fmt: skip


def correct_workbook(path: Path, *, apply: bool, register: Path, who: str, why: str, as_of: date | datetime) -> None:
    """Print the review of a workbook; keep what it says when ``apply``. Exits with 1 when cells were not taken."""
    from emcal.export.workbook.applying import apply as keep
    from emcal.export.workbook.merge import review
    from emcal.export.workbook.reading import read
    from emcal.register import open_register

    sheet = read(path)
    with open_register(register, write=apply) as store:
        found = review(sheet, store.snapshot())
        _show(path, found)
        kept = keep(store, found, who=who, why=why or _file(path), as_of=as_of) if apply else 0
    wanted = len(found.of("change")) + len(found.of("new"))
    if apply:
        print(f"kept {kept} of {wanted}")
    elif wanted:
        print("nothing is written; --apply keeps the changes and the new events")
    if found.of("conflict") or found.of("refused"):
        raise SystemExit(ERRORS)


def _show(path: Path, found: Review) -> None:
    from emcal.cli.table import print_table

    counts = ", ".join(f"{len(found.of(verdict))} {name}" for verdict, name in _COUNTED)
    print(f"{path.name}: {counts}; {found.unchanged} rows unchanged, {found.gone} events without a row")
    for remark in found.remarks:
        print(remark)
    if found.findings:
        print_table(_HEADERS, map(_row, found.findings))


def _row(one: Finding) -> tuple[str, ...]:
    now = one.now if one.now != one.was else ""
    return one.verdict, one.address, one.field, one.was, one.value, now, one.title, one.why


def _file(path: Path) -> str:
    """The reason that every correction out of a workbook has: the file, by name and content."""
    return f"{path.name} sha256:{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"
