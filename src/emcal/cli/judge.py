"""``emcal judge``: whether two events are one."""

from typing import Annotated, Literal

import typer

from emcal.cli.options import REGISTER, RegisterFile, Revised, Who, Why, person, revision_moment


def judge(
    verdict: Annotated[Literal["same", "different"], typer.Argument(show_default=False)],
    left: Annotated[str, typer.Argument(metavar="UID", show_default=False)],
    right: Annotated[str, typer.Argument(metavar="UID", show_default=False)],
    why: Why = "",
    who: Who = "",
    register: RegisterFile = REGISTER,
    as_of: Revised = None,
) -> None:
    """Say that two events are the same one, or that they are not; no later reading overrules it.

    A UID may be cut short, be an alias (the part that was merged away), or UID:3 for the third sentence that show lists.

    Example: emcal judge same 3f2a 9c41 --why "one exercise, two names"
    """
    from emcal.register import open_register

    with open_register(register, write=True) as store:
        made = store.judge(verdict, left, right, who=person(who), why=why, as_of=revision_moment(as_of))
        print(f"{made.id}: {made.left} and {made.right} are {'one event' if verdict == 'same' else 'two events'}")
