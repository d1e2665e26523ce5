"""The typer application; every command imports what it needs when it is called.

The modules of this package leave ``from __future__ import annotations`` out: typer would compile every annotation of every
command again at each start, a fifth of the time that ``emcal --help`` takes.
"""

from typing import Annotated

import typer

from emcal.cli.backup import backup
from emcal.cli.brief import brief
from emcal.cli.build import build
from emcal.cli.check import check
from emcal.cli.correct import correct
from emcal.cli.dates import dates
from emcal.cli.diff import diff
from emcal.cli.export import export
from emcal.cli.extract import extract
from emcal.cli.judge import judge
from emcal.cli.listing import list_
from emcal.cli.log import log
from emcal.cli.restore import restore
from emcal.cli.serve import serve
from emcal.cli.show import show
from emcal.cli.undo import undo

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


app.command()(build)
app.command()(extract)
app.command()(check)
app.command()(dates)
app.command("list")(list_)
app.command()(show)
app.command()(log)
app.command()(brief)
app.command()(diff)
app.command()(correct)
app.command()(judge)
app.command()(undo)
app.command()(backup)
app.command()(restore)
app.command()(export)
app.command()(serve)
