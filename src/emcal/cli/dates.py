"""``emcal dates``: the time expressions of documents, for people as a table, for programs as JSON lines."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emcal.cli.marking import Row
    from emcal.edtf import Edtf


def dates(
    files: Annotated[
        list[str] | None, typer.Argument(help="Documents; with --jsonl, files of lines. Else stdin.")
    ] = None,
    dct: Annotated[str, typer.Option(help="When the text was written: 2024-11-25, 2024-11 or 2024.")] = "",
    lang: Annotated[str, typer.Option(help="The language of the text: en, ru, uz-Latn and so on.")] = "",
    style: Annotated[
        Literal["calendar", "timeml"], typer.Option(help="One range, or its two ends as the TimeML corpora have it.")
    ] = "calendar",
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule and the anchor of each date.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines, one text a line.")] = False,
) -> None:
    """Find the time expressions of a text and say what they mean.

    Example: emcal dates --dct 2024-11-25 --explain seeds/004_280f031c83f39089.txt
    """
    from emcal.cli.failure import DONE, ERRORS, NOTHING, reported
    from emcal.edtf import Edtf

    _check(lang)
    with reported():
        created = Edtf(dct) if dct else None
        if jsonl:
            from emcal.cli.jsonl_dates import stream

            failed = stream(files or ["-"], created, lang, style, explain)
            raise typer.Exit(ERRORS if failed else DONE)
        done, failed = _show(files or ["-"], created, lang, style, explain)
        if not done:
            raise typer.Exit(NOTHING)
        raise typer.Exit(ERRORS if failed else DONE)


def _check(lang: str) -> None:
    """A language without a file is a mistake here; ``und`` asks for dates in digits alone."""
    from emcal.languages import available

    primary = lang.split("-", maxsplit=1)[0].lower()
    if primary not in ("", "und", *available()):
        known = ", ".join(available())
        raise typer.BadParameter(f"{lang!r} is no language here: there are {known}", param_hint="--lang")


def _show(
    files: list[str], created: "Edtf | None", lang: str, style: Literal["calendar", "timeml"], explain: bool
) -> tuple[int, int]:
    """Print the table of each document; how many could be read, and how many could not."""
    from emcal.cli.marking import print_rows
    from emcal.errors import SourceError

    done = failed = 0
    for path in files:
        try:
            rows = tuple(_rows(path, created, lang, style))
        except SourceError as error:
            failed += 1
            print(f"emcal: {error}", file=sys.stderr)
            continue
        done += 1
        print_rows(path if len(files) > 1 else "", rows, explain=explain)
    return done, failed


def _rows(path: str, created: "Edtf | None", lang: str, style: Literal["calendar", "timeml"]) -> "Iterator[Row]":
    """The expressions of one document, each in its sentence. Raises ``SourceError``."""
    from emcal.cli.marking import in_sentences
    from emcal.timex import tag

    text, language, written = _read(path)
    yield from in_sentences(text, tag(text, lang or language, created or written, style=style))


def _read(path: str) -> "tuple[str, str, Edtf | None]":
    """A document's text, language and creation time; ``-`` is standard input. Raises ``SourceError``."""
    if path == "-":
        from emcal.documents.identification import identify

        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        return text, identify(text), None
    from emcal.documents import read
    from emcal.timex import creation

    document = creation.infer(read(path))
    return document.text, document.language, creation.anchor(document)
