"""The command line: the only place that reads the clock."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """The entry point of the ``emcal`` command."""
    # Both are paid at every start for nothing: pydantic would look through all that is installed for plug-ins of its own,
    # and a command that lives for a second makes many objects and hardly any garbage.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(50_000, 20, 20)
    from emcal.cli.app import app
    from emcal.cli.failure import reported

    with reported():
        app()
