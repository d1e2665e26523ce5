"""``emcal backup``: what people decided and added, as a file that git can merge."""

from pathlib import Path
from typing import Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile


def backup(
    file: Annotated[Path | None, typer.Argument(help="Where to write; the terminal unless given.")] = None,
    register: RegisterFile = REGISTER,
) -> None:
    """Write corrections, judgements and added rows as JSON Lines: the part of the register that cannot be built again.

    Example: emcal backup decisions.jsonl
    """
    from emcal.cli.exports import write_whole
    from emcal.register import open_register

    with open_register(register) as store:
        text = store.backup()
        if file is None:
            typer.echo(text, nl=False)
        else:
            write_whole(file, text.encode())
