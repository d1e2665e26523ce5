"""``emcal correct``: what a person knows, over what documents say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile, Revised, Who, Why, person, revision_moment

if TYPE_CHECKING:
    from datetime import date, datetime


def correct(
    target: Annotated[str, typer.Argument(metavar="UID|FILE.xlsx", show_default=False)],
    edits: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE…", show_default=False)] = None,
    why: Why = "",
    who: Who = "",
    register: RegisterFile = REGISTER,
    as_of: Revised = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Keep what a workbook says; without it, only show it.")
    ] = False,
) -> None:
    """Correct an event: title, title_ru, kind, status, when (EDTF), place ("City, CC"), series or note.

    A correction lies over what documents say, now and after every later reading, until it is undone.

    A workbook that was edited is compared with what was exported and with the register, cell by cell: see --apply.

    Example: emcal correct timeline.xlsx --apply

    Example: emcal correct 3f2a when=2026-05-12 "place=Osh, KG" --why "ministry, by phone"
    """
    if target.lower().endswith(".xlsx"):
        from emcal.cli.correct_workbook import correct_workbook

        moment = revision_moment(as_of)
        correct_workbook(Path(target), apply=apply, register=register, who=person(who), why=why, as_of=moment)
        return
    _correct_fields(target, edits or [], register, person(who), why, revision_moment(as_of))


def _correct_fields(uid: str, edits: list[str], register: Path, who: str, why: str, as_of: "date | datetime") -> None:
    from emcal.register import open_register

    pairs = [edit.partition("=") for edit in edits]
    if not pairs or any(not equals for _, equals, _ in pairs):
        raise typer.BadParameter("each edit is FIELD=VALUE", param_hint="FIELD=VALUE")
    with open_register(register, write=True) as store:
        made = store.correct_all([(uid, field, value) for field, _, value in pairs], who=who, why=why, as_of=as_of)
        for one in made:
            print(f"{one.id}: {one.uid} {one.field}: {one.was or '-'} -> {one.value or '-'}")
