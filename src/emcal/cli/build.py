"""``emcal build``: the main job, from press releases to every export."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
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
            formats=["%Y-%m-%d"],
            help="The day that the exports are made for and the build is dated; now unless given.",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of the exports.")] = "en",
    jobs: Annotated[int, typer.Option(min=1, help="How many processes read documents.")] = 1,
) -> None:
    """Read press releases, merge what they say, and write calendar, workbook, brief and JSON Lines.

    Example: emcal build seeds -o out
    """
    from emcal.cli.exports import make_folder, write_exports
    from emcal.cli.options import day, revision_moment
    from emcal.pipeline import run
    from emcal.register import open_register

    path, fresh = register or out / "emcal.db", not out.exists()
    make_folder(out)
    with open_register(path, write=True) as store:
        with _progress() as tick:
            diagnostics = run(sources, store, revision_moment(as_of), jobs=jobs, tick=tick)
        known = store.snapshot()
        if not known.documents and _failed(diagnostics):
            written = []
        else:
            written = write_exports(known, out, day(as_of), lang, cache=store)
    if fresh and not written:
        _remove(path, out)
    _report(known, day(as_of), lang, diagnostics, written)
    raise typer.Exit(_exit_code(diagnostics, known))


def _remove(path: Path, out: Path) -> None:
    """Take back the empty register and folder of a build that could read nothing."""
    for file in (path, *path.parent.glob(f"{path.name}-*")):
        file.unlink(missing_ok=True)
    with suppress(OSError):
        out.rmdir()


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

    if written:
        print_events(known.entries, day, lang)
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    if written:
        print(f"{len(known.entries)} events from {sum(not d.retired for d in known.documents)} documents")
        print("wrote " + ", ".join(str(path) for path in written))


def _exit_code(diagnostics: "tuple[Diagnostic, ...]", known: "Register") -> int:
    from emcal.cli.failure import DONE, ERRORS, NOTHING

    if not _failed(diagnostics):
        return DONE
    return ERRORS if known.documents else NOTHING


def _failed(diagnostics: "tuple[Diagnostic, ...]") -> bool:
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
