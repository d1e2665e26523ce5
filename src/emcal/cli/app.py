"""The typer application; every command imports what it needs when it is called."""

from __future__ import annotations

from typing import Annotated

import typer

from emcal.cli.check import check
from emcal.cli.extract import extract

app = typer.Typer(
    name="emcal",
    help="Press releases in, a calendar out: dated events with the sentence that each came from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from emcal import __version__

        typer.echo(f"emcal {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Press releases in, a calendar out: dated events with the sentence that each came from."""


app.command()(extract)
app.command()(check)
