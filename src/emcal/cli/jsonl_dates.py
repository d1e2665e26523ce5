"""Time expressions over JSON lines: a line in, a line out, so that memory does not grow with the number of lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from emcal.edtf import Edtf
from emcal.errors import EdtfError
from emcal.timex import Timex, tag
from emcal.timex.grammar import Style


def stream(paths: Iterable[str], created: Edtf | None, language: str, style: Style, explain: bool) -> int:
    """Tag every line of the files (``-`` is standard input) and print the results; how many lines or files failed.

    A line is ``{"id", "lang", "dct", "text"}``; ``created`` and ``language`` stand in where a line lacks its own.
    """
    failed = 0
    for path in paths:
        name = "standard input" if path == "-" else path
        try:
            with _opened(path) as lines:
                failed += sum(
                    not _told(name, number, line, created, language, style, explain) for number, line in lines
                )
        except OSError as error:
            failed += 1
            print(f"emcal: {name}: {(error.strerror or str(error)).lower()}", file=sys.stderr)
    sys.stdout.flush()
    return failed


@contextmanager
def _opened(path: str) -> Iterator[Iterator[tuple[int, bytes]]]:
    if path == "-":
        yield _numbered(sys.stdin.buffer)
        return
    with Path(path).open("rb") as file:
        yield _numbered(file)


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield number, line


def _told(
    name: str, number: int, line: bytes, created: Edtf | None, language: str, style: Style, explain: bool
) -> bool:
    """Print the result of one line, or what is wrong with it."""
    try:
        text, lang, written, key = _fields(line, created, language)
    except ValueError as error:
        print(f"emcal: {name}, line {number}: {_reason(error)}", file=sys.stderr)
        return False
    found = [record(timex, explain) for timex in tag(text, lang, written, style=style)]
    sys.stdout.write(json.dumps({"id": key, "timexes": found}, ensure_ascii=False) + "\n")
    return True


def _fields(line: bytes, created: Edtf | None, language: str) -> tuple[str, str, Edtf | None, Any]:
    """Text, language, creation time and id of a line. Raises ``ValueError``."""
    entry = json.loads(line)
    if not isinstance(entry, dict):
        raise ValueError("not a JSON object")
    text, lang, dct = entry.get("text"), entry.get("lang"), entry.get("dct")
    if not isinstance(text, str):
        raise ValueError('no "text"')
    if lang is not None and not isinstance(lang, str):
        raise ValueError('"lang" is not a string')
    if dct is not None and not isinstance(dct, str):
        raise ValueError('"dct" is not a string')
    return _paired(text), lang or language or _identified(text), Edtf(dct) if dct else created, entry.get("id")


def _paired(text: str) -> str:
    """The text without lone surrogates, which no output encoding can hold; as long as it was."""
    return text if text.isprintable() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _identified(text: str) -> str:
    from emcal.documents.identification import identify

    return identify(text)


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg.lower()} at character {error.pos + 1}"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start + 1}"
    return f"dct {error}" if isinstance(error, EdtfError) else str(error)


def record(timex: Timex, explain: bool) -> dict[str, str | int | None]:
    """One expression as the command line tells it."""
    when = timex.when
    told: dict[str, str | int | None] = {
        "text": timex.text,
        "start": timex.span.start,
        "end": timex.span.stop,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": when.edtf if when else None,
        "earliest": when.earliest.isoformat() if when and when.earliest else None,
        "latest": when.latest.isoformat() if when and when.latest else None,
    }
    return told | {"rule": timex.rule, "anchor": timex.anchor} if explain else told
