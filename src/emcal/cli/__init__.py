"""The command line: the only place that reads the clock."""

from __future__ import annotations


def main() -> None:
    """The entry point of the ``emcal`` command."""
    from emcal.cli.app import app
    from emcal.cli.failure import reported

    with reported():
        app()
