"""Plain text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from emcal.documents.document import Creation, Document, Source
from emcal.documents.identification import identify
from emcal.edtf import Edtf
from emcal.errors import SourceError

suffixes = (".txt",)


def read(path: Path) -> Document:
    """The decoded file as it stands. Raises ``SourceError``."""
    try:
        raw = path.read_bytes()
        content = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), str(error)) from error
    created = Creation()
    if content.startswith(" date "):
        edtf = Edtf(content[6:16])
        created = Creation(edtf=edtf, earliest=edtf.earliest, latest=edtf.latest, source="header")
    return Document(
        source=Source(path=str(path), sha256=hashlib.sha256(raw).hexdigest()),
        text=content,
        language=identify(content),
        created=created,
    )
