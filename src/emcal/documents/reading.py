"""From paths to documents: which files a folder holds, and which reader a file's suffix picks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from emcal.documents.document import Document
from emcal.documents.readers import readers
from emcal.errors import SourceError


def read(path: str) -> Document:
    """The document in the file at ``path``; a suffix that no reader knows is read as text. Raises ``SourceError``."""
    known = readers()
    file = Path(path)
    if file.is_dir():
        raise SourceError(path, "a folder, not a file")
    if not file.is_file() and file.exists():
        raise SourceError(path, "not a regular file")
    return known.get(file.suffix.lower(), known[".txt"]).read(file)


def find(path: str) -> Iterator[str | SourceError]:
    """The files at ``path``, sorted: the file itself, or every file below a folder that a reader knows.

    Hidden files are passed over. A folder that cannot be listed comes out as a ``SourceError``.
    """
    if not Path(path).is_dir():
        yield path
        return
    problems: list[SourceError] = []
    found = []
    for folder, subfolders, files in os.walk(path, onerror=lambda e: problems.append(_unlisted(e))):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        found += [str(Path(folder) / name) for name in files if _readable(name)]
    yield from sorted(found)
    yield from problems


def _readable(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in readers()


def _unlisted(error: OSError) -> SourceError:
    return SourceError(str(error.filename), (error.strerror or str(error)).lower())
