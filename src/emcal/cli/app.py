"""The typer application; every command imports what it needs when it is called."""

from __future__ import annotations

import typer

app = typer.Typer(name="emcal", no_args_is_help=True)


@app.callback()
def root() -> None:
    """Press releases in, a calendar out."""
