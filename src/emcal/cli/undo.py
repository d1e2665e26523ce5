"""``emcal undo``: a correction or judgement taken back."""

from typing import Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile, Revised, Who, Why, person, revision_moment


def undo(
    decision: Annotated[str, typer.Argument(metavar="[ID]", help="The decision; the last one unless given.")] = "",
    why: Why = "",
    who: Who = "",
    register: RegisterFile = REGISTER,
    as_of: Revised = None,
) -> None:
    """Take back a correction or judgement: what documents say shows again, and the history keeps both.

    Example: emcal undo be1e6683
    """
    from emcal.register import open_register

    with open_register(register, write=True) as store:
        made = store.undo(decision or None, who=person(who), why=why, as_of=revision_moment(as_of))
        print(f"{made.id}: took back {made.of}")
