"""Writing exports: every format to its file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from emcal.errors import ExportError

if TYPE_CHECKING:
    from datetime import date

    from emcal.export.format import Renderings, RenderOptions
    from emcal.register.register import Register

# The exports of the main job: the file's name and the format that fills it.
MAIN = {"events.jsonl": "jsonl", "emcal.ics": "ics", "timeline.xlsx": "xlsx", "brief.md": "md"}


def write_exports(
    known: Register, out: Path, as_of: date, language: Literal["en", "ru"], cache: Renderings | None = None
) -> list[Path]:
    """Write the main exports of a register to a folder and return their paths. Raises ``ExportError``."""
    from emcal.export import render
    from emcal.export.format import RenderOptions

    options = RenderOptions(as_of=as_of, language=language, cache=cache)
    rendered = {
        out / name: render(known, format_name, options_for(format_name, out / name, options))
        for name, format_name in MAIN.items()
    }
    for path, content in rendered.items():
        write_whole(path, content)
    return list(rendered)


def options_for(format_name: str, path: Path, options: RenderOptions) -> RenderOptions:
    """The options for one file: a workbook tells what changed since the one at ``path``, which it replaces."""
    if format_name != "xlsx":
        return options
    from emcal.export.workbook.previous import last_told

    return options.model_copy(update={"since": last_told(path, options.as_of)})


def make_folder(out: Path) -> None:
    """Make a folder with those above it, where they are not there. Raises ``ExportError``."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{out}: {(error.strerror or str(error)).lower()}") from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it there, so that nobody ever sees half of it. Raises ``ExportError``."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(f"{path}: {(error.strerror or str(error)).lower()}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
