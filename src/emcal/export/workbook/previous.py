"""The workbook that a new one replaces: since when the Changes sheet has something new to tell."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from emcal.export.workbook.book import AS_OF, SINCE

_PROPERTIES = "docProps/custom.xml"
_LARGEST = 64 * 1024


def last_told(path: Path, as_of: date) -> date | None:
    """The day of the workbook at ``path``; a workbook of ``as_of`` in its place tells what changed after that day.

    One of the same day is not a previous one: what it was compared with, its successor is compared with, too, so that the
    same command gives the same bytes again. ``None``, for the whole log, where there is no workbook, it is of a later day,
    or it cannot be read.
    """
    told = _properties(path)
    day = _day(told.get(AS_OF))
    if day == as_of:
        day = _day(told.get(SINCE))
    return day if day and day < as_of else None


def _properties(path: Path) -> Mapping[str, str]:
    """The document properties of its own (ECMA-376 part 1, section 22.3) by name."""
    try:
        with zipfile.ZipFile(path) as packed:
            if packed.getinfo(_PROPERTIES).file_size > _LARGEST:
                return {}
            root = fromstring(packed.read(_PROPERTIES), forbid_dtd=True)
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ParseError, ValueError, RuntimeError):
        return {}
    return {found.get("name", ""): "".join(found.itertext()).strip() for found in root}


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
