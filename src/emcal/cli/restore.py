"""``emcal restore``: decisions and added rows of a backup into a register."""

from pathlib import Path
from typing import Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile, Revised, revision_moment


def restore(
    file: Annotated[Path, typer.Argument(help="A file written by emcal backup.", show_default=False)],
    register: RegisterFile = REGISTER,
    as_of: Revised = None,
) -> None:
    """Take in the corrections, judgements and added rows of a backup that the register does not have yet.

    Example: emcal restore decisions.jsonl
    """
    from emcal.errors import SourceError
    from emcal.register import open_register

    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(file), str(getattr(error, "strerror", None) or "not UTF-8 text").lower()) from error
    with open_register(register, write=True) as store:
        print(f"{store.restore(text, as_of=revision_moment(as_of))} decisions taken in")
