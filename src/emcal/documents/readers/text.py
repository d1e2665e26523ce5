"""Plain text, with the header line `` date YYYY-MM-DD`` that collections put in front of a document."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from emcal.documents.dateline import find_dateline
from emcal.documents.document import Clue, Creation, Dateline, Document, Source, Span
from emcal.documents.encoding import decode
from emcal.documents.identification import identify
from emcal.documents.page import lines, survey
from emcal.edtf import Edtf
from emcal.errors import EdtfError, SourceError
from emcal.languages import available, load
from emcal.languages.page import Page

suffixes = (".txt", ".text")

_HEADER = re.compile(r"\ufeff?\s?date (\d{4}-\d{2}(?:-\d{2})?)(?:[ T]\d{2}:\d{2}(?::\d{2})?)?(?=\s|$)")
_URL = re.compile(r"https?://[^\s/]+/\S*?(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HEAD_LINES = 12


def read(path: Path) -> Document:
    """The document in a text file, as it stands. Raises ``SourceError`` when it cannot be read as text."""
    raw = _bytes(path)
    text, encoding = decode(str(path), raw)
    source = Source(path=str(path), sha256=hashlib.sha256(raw).hexdigest(), encoding=encoding)
    return parse(source, text)


def parse(source: Source, text: str) -> Document:
    """The document in ``text``: language, header, dateline, headline and page furniture."""
    language = identify(text)
    header = _HEADER.match(text)
    spans = _body_lines(text, header.end() if header else 0)
    dateline, opens = _dateline(text, spans)
    headline, chrome = survey(text, spans, _page(language), opens)
    if header:
        chrome = (Span(start=0, stop=header.end()), *chrome)
    return Document(
        source=source,
        text=text,
        language=language,
        created=_created(text, header),
        dateline=dateline,
        headline=headline,
        chrome=chrome,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        reason = "broken symbolic link" if path.is_symlink() else "no such file"
        raise SourceError(str(path), reason) from error
    except OSError as error:
        raise SourceError(str(path), (error.strerror or str(error)).lower()) from error


def _body_lines(text: str, start: int) -> list[Span]:
    """The lines after the header; a line that the header opens begins behind it."""
    kept = []
    for span in lines(text):
        if span.stop <= start:
            continue
        begin = max(span.start, start)
        begin += len(text[begin : span.stop]) - len(text[begin : span.stop].lstrip())
        if begin < span.stop:
            kept.append(Span(start=begin, stop=span.stop))
    return kept


def _dateline(text: str, spans: list[Span]) -> tuple[Dateline | None, int]:
    for i, span in enumerate(spans[:_HEAD_LINES]):
        dateline = find_dateline(text, span.start, span.stop)
        if dateline is not None and span.stop - dateline.span.stop > 0:
            return dateline, i
    return None, -1


@cache
def _page(language: str) -> Page:
    """The furniture words of the language and of English, which sites of every language use."""
    primary = language.split("-", maxsplit=1)[0]
    own, english = load(primary if primary in available() else "en").page, load("en").page
    return Page(opens=own.opens + english.opens, holds=own.holds + english.holds)


def _created(text: str, header: re.Match[str] | None) -> Creation:
    """What the header says, else the address of the page."""
    if header:
        return _creation(header[1], "header", Span(start=header.start(), stop=header.end()))
    url = _URL.search(text, 0, 100_000)
    if url:
        return _creation("-".join(url.groups()), "url", Span(start=url.start(), stop=url.end()))
    return Creation()


def _creation(value: str, source: str, span: Span) -> Creation:
    try:
        edtf = Edtf(value)
    except EdtfError:
        return Creation()
    clue = Clue(span=span, says=f"{source} {value}", kind="stated", words=value)
    return Creation.model_validate(
        {"edtf": edtf, "earliest": edtf.earliest, "latest": edtf.latest, "source": source, "clues": (clue,)}
    )
