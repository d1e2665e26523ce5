"""One document from path to mentions: the pure function that is mapped over documents."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from emcal import __version__
from emcal.documents import Document, read
from emcal.errors import EmcalError, LanguageError
from emcal.mentions import Mention, extract
from emcal.pipeline.diagnostic import Diagnostic
from emcal.register.reading import DocumentReading
from emcal.timex import creation, tag

_LONG_LINE = 100_000


@cache
def extractor() -> str:
    """The version of what reads documents: the program's, and a hash of all words, rules and places that it knows."""
    digest = blake2b(digest_size=6)
    for folder in ("languages", "gazetteer", "timex"):
        for file in sorted(resources.files(f"emcal.{folder}").iterdir(), key=lambda found: found.name):
            if file.name.endswith((".toml", ".tsv")):
                digest.update(file.read_bytes())
    return f"emcal {__version__} {digest.hexdigest()}"


class Outcome(NamedTuple):
    """What came of one path: the reading, or ``None`` where the file could not be read, and what there is to say."""

    reading: DocumentReading | None
    diagnostics: tuple[Diagnostic, ...] = ()


def examine(path: str) -> Outcome:
    """Read, date, tag and extract one document; an error in it becomes a diagnostic, never an exception."""
    try:
        fingerprint = _fingerprint(path)  # before reading: a file that changes meanwhile is read again next time
        document = dated(path)
        mentions = mentions_of(document)
    except LanguageError:
        raise  # a broken word list concerns every document
    except EmcalError as error:
        return _failed(path, "unreadable", str(error).removeprefix(f"{path}: "))
    except Exception as error:  # a mistake of ours in one document must not cost the user all the others
        return _failed(path, "internal", f"internal error: {type(error).__name__}: {error}")
    reading = DocumentReading(
        path=path,
        sha256=document.source.sha256,
        language=document.language,
        created=document.created,
        headline=document.headline.of(document.text) if document.headline else "",
        mentions=mentions,
        extractor=extractor(),
        **fingerprint,
    )
    return Outcome(reading, tuple(_remarks(path, document, mentions)))


def _failed(path: str, code: str, message: str) -> Outcome:
    return Outcome(None, (Diagnostic(severity="error", code=code, path=path, message=message),))


def dated(path: str) -> Document:
    """The document in the file at ``path`` with its creation time. Raises ``SourceError``."""
    return creation.infer(read(path))


def mentions_of(document: Document) -> tuple[Mention, ...]:
    """What a document, its creation time inferred, says about events."""
    return extract(document, tag(document.text, document.language, creation.anchor(document)))


def _fingerprint(path: str) -> dict[str, int]:
    """Size and time of change, which tell without reading that a file is as it was; unknown where it cannot be told."""
    try:
        state = Path(path).stat()
    except OSError:
        return {}  # the reader says what is wrong with it
    return {"size": state.st_size, "mtime_ns": state.st_mtime_ns}


def _remarks(path: str, document: Document, mentions: tuple[Mention, ...]) -> list[Diagnostic]:
    remarks = []
    if document.language == "und":
        message = "unknown language: only numeric dates are read"
        remarks.append(Diagnostic(severity="warning", code="language", path=path, message=message))
    if document.source.encoding not in ("utf-8", "utf-16-le", "utf-16-be"):
        message = f"read as {document.source.encoding}"
        remarks.append(Diagnostic(severity="note", code="encoding", path=path, message=message))
    longest = max(map(len, document.text.splitlines()), default=0)
    if longest > _LONG_LINE:
        message = f"a line of {longest:,} characters, more than a press release has"
        remarks.append(Diagnostic(severity="warning", code="long-line", path=path, message=message))
    if not mentions:
        remarks.append(Diagnostic(severity="note", code="no-event", path=path, message="no dated event found"))
    elif all(mention.when is None for mention in mentions):
        remarks.append(Diagnostic(severity="note", code="no-date", path=path, message="no date found"))
    return remarks
