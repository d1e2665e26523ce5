"""From a path to a document: picks the reader by the file's suffix."""

from __future__ import annotations

from pathlib import Path

from emcal.documents.document import Document
from emcal.documents.readers import text


def read(path: str) -> Document:
    """The document in the file at ``path``. Raises ``SourceError`` with the path and the reason."""
    return text.read(Path(path))
