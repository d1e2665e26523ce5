"""``emcal check``: what is wrong with an iCalendar file."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from emcal.export.check import Defect

_LARGEST = 64_000_000
_PATIENCE = 30


def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE|URL…", help="iCalendar files or addresses; - for stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a defect.")] = False,
) -> None:
    """Check iCalendar files (RFC 5545) for what clients trip over.

    Prints FILE:LINE:COLUMN, the defect's code and what is wrong. Ends with 0 when there is no error (warnings may stand),
    with 1 when there is one, with 3 when a file cannot be read.

    Example: emcal check exports/emcal.ics
    """
    import sys

    from emcal.cli.failure import DONE, ERRORS, NOTHING
    from emcal.errors import SourceError
    from emcal.export.check import check as defects_of

    read, errors = 0, False
    for name in files:
        try:
            defects = defects_of(_read(name))
        except SourceError as error:
            print(f"emcal: {error}", file=sys.stderr)
            errors = True
            continue
        read += 1
        errors = errors or any(defect.severity == "error" for defect in defects)
        _print(name, defects, as_json)
    raise typer.Exit(NOTHING if not read else ERRORS if errors else DONE)


def _print(name: str, defects: "tuple[Defect, ...]", as_json: bool) -> None:
    for defect in defects:
        if as_json:
            import json

            typer.echo(json.dumps({"file": name, **defect.model_dump()}, ensure_ascii=False))
        else:
            place = f"{name}:{defect.line}:{defect.column}"
            typer.echo(f"{place}: {defect.severity}: {defect.code}: {defect.message}")
    if not defects and not as_json:
        typer.echo(f"{name}: ok")


def _read(name: str) -> bytes:
    """The bytes of a file, of stdin, or behind an address. Raises ``SourceError``."""
    import sys
    from pathlib import Path

    from emcal.errors import SourceError

    try:
        if name == "-":
            return sys.stdin.buffer.read()
        return _fetched(name) if name.startswith(("http://", "https://", "webcal://")) else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(name, str(getattr(error, "strerror", None) or error).lower()) from error


def _fetched(address: str) -> bytes:
    """What a server answers; like a calendar client, no more of it than 64 MB."""
    from urllib.request import Request, urlopen

    target = address.replace("webcal://", "https://", 1)
    request = Request(target, headers={"Accept": "text/calendar", "User-Agent": "emcal-check"})  # noqa: S310
    with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
        data: bytes = answer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("more than 64 MB")
    return data
