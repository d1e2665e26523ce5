"""One module a file type: ``suffixes`` and ``read(path) -> Document``. A new file type is one new file here."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from emcal.documents.document import Document


class Reader(Protocol):
    """A module that reads files of some suffixes."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Document:
        """The document in the file at ``path``. Raises ``SourceError``."""
        ...


@cache
def readers() -> dict[str, Reader]:
    """Suffix, in lower case with its dot, to the module that reads it."""
    found: dict[str, Reader] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        reader = cast("Reader", import_module(f"{__name__}.{name}"))
        found.update(dict.fromkeys(reader.suffixes, reader))
    return found
