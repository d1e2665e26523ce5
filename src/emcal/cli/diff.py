"""``emcal diff``: the register on two days."""

from datetime import datetime
from typing import Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile

Day = Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"])]


def diff(
    earlier: Day,
    later: Day,
    register: RegisterFile = REGISTER,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a difference.")] = False,
) -> None:
    """Show what the register knew on LATER that it did not know on EARLIER, and what time itself has changed.

    Example: emcal diff 2026-10-01 2026-11-01
    """
    from emcal.cli.log import print_changes
    from emcal.register import open_register

    if later < earlier:
        raise typer.BadParameter("lies before the first day", param_hint="LATER")
    with open_register(register) as store:
        print_changes(store.diff(earlier.date(), later.date()), as_json=as_json)
