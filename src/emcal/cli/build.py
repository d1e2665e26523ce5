"""``emcal build``: the main job, from press releases to every export."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from datetime import date

    from emcal.pipeline import Diagnostic
    from emcal.register.register import Register

Tick = Callable[[int, int], None]


def build(
    sources: Annotated[list[str], typer.Argument(help="Files and folders with press releases.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the exports.")] = Path("exports"),
    register: Annotated[
        Path | None, typer.Option(help="The register; emcal.db in the output folder unless given.", show_default=False)
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="The day the exports are made for; today unless given.", show_default=False
        ),
    ] = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of the exports.")] = "en",
    jobs: Annotated[int, typer.Option(min=1, help="How many processes read documents.")] = 1,
) -> None:
    """Read press releases, merge what they say, and write calendar, workbook, brief and JSON Lines.

    Example: emcal build seeds -o out
    """
    from emcal.cli.exports import make_folder, write_exports
    from emcal.pipeline import run
    from emcal.register import open_register

    day = as_of.date() if as_of else datetime.now().astimezone().date()
    make_folder(out)
    with open_register(register or out / "emcal.db", write=True) as store:
        with _progress() as tick:
            diagnostics = run(sources, store, day, jobs=jobs, tick=tick)
        known = store.snapshot()
        written = write_exports(known, out, day, lang, cache=store)
    _report(known, day, lang, diagnostics, written)
    raise typer.Exit(_exit_code(diagnostics, known))


def _progress() -> AbstractContextManager[Tick]:
    """A progress bar on a terminal; silence in a pipe."""
    if not sys.stderr.isatty():
        return nullcontext(lambda done, total: None)
    from emcal.cli.progress import bar

    return bar("reading")


def _report(
    known: "Register",
    day: "date",
    lang: Literal["en", "ru"],
    diagnostics: "tuple[Diagnostic, ...]",
    written: list[Path],
) -> None:
    """The table of what was found, then what there is to say about documents, then what was written."""
    from emcal.cli.events_table import print_events

    print_events(known.entries, day, lang)
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    print(f"{len(known.entries)} events from {sum(not d.retired for d in known.documents)} documents")
    print("wrote " + ", ".join(str(path) for path in written))


def _exit_code(diagnostics: "tuple[Diagnostic, ...]", known: "Register") -> int:
    from emcal.cli.failure import DONE, ERRORS, NOTHING

    if not any(diagnostic.severity == "error" for diagnostic in diagnostics):
        return DONE
    return ERRORS if known.documents else NOTHING
