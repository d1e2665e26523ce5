"""What goes into the register: one document as it was read, and what came of a build."""

from __future__ import annotations

from typing import NamedTuple

from emcal.documents.document import Creation
from emcal.mentions.mention import Mention
from emcal.noun import Noun

ANALYST = "analyst"
"""The extractor of documents that people wrote into the register: they lie in no folder and cannot be read again."""


class Fingerprint(NamedTuple):
    """How a file looked when it was read: bytes, modification time in nanoseconds, and the extractor's version.

    ``size`` and ``mtime_ns`` of -1 stand for "not known": such a file is always hashed.
    """

    size: int = -1
    mtime_ns: int = -1
    extractor: str = ""


class DocumentReading(Noun):
    """One document with everything that it says; ``path`` is as given and ``sha256`` that of the file's bytes."""

    path: str
    sha256: str
    language: str
    created: Creation = Creation()
    headline: str = ""
    mentions: tuple[Mention, ...] = ()
    size: int = -1
    mtime_ns: int = -1
    extractor: str = ""


class Report(NamedTuple):
    """What a revision of the register did, in numbers; ``merged`` are events that became an alias of another."""

    read: int = 0
    retired: int = 0
    new: int = 0
    changed: int = 0
    merged: int = 0
    gone: int = 0
