"""``emcal log``: what changed in the register, when and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile

if TYPE_CHECKING:
    from emcal.register import Change


def log(
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Changes from this day on.")] = None,
    register: RegisterFile = REGISTER,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a change.")] = False,
) -> None:
    """Show what changed and why, oldest first.

    Example: emcal log --since 2026-11-01
    """
    from emcal.register import open_register

    with open_register(register) as store:
        print_changes(store.changes(since.date() if since else None), as_json=as_json)


def print_changes(changes: "Iterable[Change]", *, as_json: bool) -> None:
    """A row a change, or a JSON object a line."""
    from emcal.cli.table import print_table

    if as_json:
        for change in changes:
            typer.echo(change.model_dump_json())
        return
    rows = ((f"{c.at:%Y-%m-%d}", c.uid, c.field, c.old, c.new, c.by, c.because) for c in changes)
    print_table(("day", "uid", "field", "was", "is", "by", "because"), rows)
