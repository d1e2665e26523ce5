"""The workbook's zip: written with fixed dates, so that the same content gives the same bytes; opened with limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from emcal.errors import SourceError

_FIXED = (1980, 1, 1, 0, 0, 0)
_MOST_BYTES = 128 * 1024 * 1024
_MOST_MEMBERS = 4_096
_MOST_UNPACKED = 1024 * 1024 * 1024
_MOST_RATIO = 200
_SMALL = 8 * 1024 * 1024
_LEVEL = 3
"""Half the time of zlib's default, for files a sixth larger."""


Change = Callable[[bytes], Iterable[bytes]]
"""What becomes of a part: its bytes go in, the new ones come out in pieces."""


def rewritten(packed: bytes, changes: Mapping[str, Change]) -> bytes:
    """The same zip with fixed dates and attributes, and with ``changes`` made to the parts that they name."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _FIXED)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            setattr(member, "_compresslevel", _LEVEL)  # noqa: B010  # ZipFile.open has no argument for it
            change = changes.get(name)
            part = source.read(name)
            with out.open(member, "w") as stream:
                for piece in change(part) if change else (part,):
                    stream.write(piece)
    return target.getvalue()


def check(path: Path) -> None:
    """Raises ``SourceError`` when a workbook is too large, packed like a bomb, or declares XML entities or a DTD."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SourceError(str(path), f"larger than {_MOST_BYTES // 2**20} MB")
        with zipfile.ZipFile(path) as packed:
            _check_sizes(path, packed.infolist())
            for member in packed.infolist():
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    with packed.open(member) as stream:
                        _check_opening(path, member.filename, stream)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise SourceError(str(path), f"not a workbook that can be read ({error})") from error


def _check_sizes(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """The sizes that the zip declares are binding: ``zipfile`` reads no byte more."""
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_UNPACKED:
        raise SourceError(str(path), f"unpacks to too much ({len(members)} parts, {unpacked // 2**20} MB)")
    for member in members:
        if member.file_size > _SMALL and member.file_size > _MOST_RATIO * max(member.compress_size, 1):
            raise SourceError(str(path), f"{member.filename} is packed like a zip bomb")


def _check_opening(path: Path, name: str, stream: IO[bytes]) -> None:
    """Reads up to the root element: a document type can only stand before it."""
    try:
        next(iter(iterparse(stream, events=("start",), forbid_dtd=True)), None)
    except DefusedXmlException as error:
        raise SourceError(str(path), f"{name} declares a document type or entities") from error
    except (ParseError, UnicodeError, LookupError, ValueError) as error:
        raise SourceError(str(path), f"{name} is not well-formed XML ({error})") from error
