"""A body with its validators, and the answer that a request's conditions ask for (RFC 9110)."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cached_property
from hashlib import blake2b

from emcal.noun import Noun

Headers = list[tuple[bytes, bytes]]
_SMALLEST = 500


class Answer(Noun):
    """What goes out: status, headers, body."""

    status: int
    headers: Headers
    body: bytes = b""


class Representation(Noun):
    """Bytes of one media type with ETag and Last-Modified; the gzip form is made once and has an ETag of its own.

    ``fixed`` are further headers. A proxy may append ``-gzip`` to an ETag (Apache does): such a one still matches.
    """

    body: bytes
    media_type: str
    modified: datetime
    fixed: tuple[tuple[bytes, bytes], ...] = ()

    @cached_property
    def etag(self) -> bytes:
        """The strong validator of the plain bytes."""
        return b'"' + blake2b(self.body, digest_size=12).hexdigest().encode() + b'"'

    @cached_property
    def gzipped(self) -> bytes:
        """The body in gzip, the same bytes each time."""
        return gzip.compress(self.body, compresslevel=6, mtime=0)

    def prepare(self) -> None:
        """Make now what the first requests would have to wait for."""
        self.answer([(b"accept-encoding", b"gzip")])
        self.answer([])

    @cached_property
    def _plain(self) -> Headers:
        return self._headers(self.etag, len(self.body))

    @cached_property
    def _zipped(self) -> Headers:
        tag = self.etag[:-1] + b'-gzip"'
        return [*self._headers(tag, len(self.gzipped)), (b"content-encoding", b"gzip")]

    def _headers(self, tag: bytes, length: int) -> Headers:
        return [
            (b"content-type", self.media_type.encode()),
            (b"content-length", str(length).encode()),
            (b"etag", tag),
            (b"last-modified", format_datetime(self.modified.astimezone(UTC), usegmt=True).encode()),
            *self.fixed,
        ]

    def answer(self, headers: Headers) -> Answer:
        """The answer to a GET with these request headers (names in lower case): 200, or 304 with the same validators."""
        asked = dict(headers)
        zipped = len(self.body) >= _SMALLEST and accepts_gzip(asked.get(b"accept-encoding", b""))
        given = self._zipped if zipped else self._plain
        if self._is_known(asked):
            kept = [(name, value) for name, value in given if name not in (b"content-length", b"content-encoding")]
            return Answer.model_construct(status=304, headers=kept, body=b"")
        body = self.gzipped if zipped else self.body
        return Answer.model_construct(status=200, headers=given, body=body)

    def _is_known(self, asked: dict[bytes, bytes]) -> bool:
        """Whether the client has these bytes: If-None-Match decides alone when it is there (RFC 9110 section 13.2.2)."""
        tags = asked.get(b"if-none-match")
        if tags is not None:
            known = {tag.strip().removeprefix(b"W/").replace(b'-gzip"', b'"') for tag in tags.split(b",")}
            return self.etag in known or b"*" in known
        since = asked.get(b"if-modified-since")
        return since is not None and _is_since(since, self.modified)


def _is_since(text: bytes, modified: datetime) -> bool:
    """Whether nothing changed after the day and second that a header names; a bad date is as none."""
    try:
        since = parsedate_to_datetime(text.decode("latin-1"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return False
    if since.tzinfo is None:
        return False
    return modified.replace(microsecond=0) <= since


def accepts_gzip(header: bytes) -> bool:
    """Whether an Accept-Encoding allows gzip: named or starred, and not with q=0."""
    if b"gzip" not in header and b"*" not in header:
        return False
    allowed: dict[bytes, bool] = {}
    for part in header.lower().replace(b" ", b"").split(b","):
        name, _, weight = part.partition(b";q=")
        allowed[name] = weight.strip(b"0.") != b"" or not weight
    return allowed.get(b"gzip", allowed.get(b"*", False))


def whole(status: int, media_type: str, body: bytes, *headers: tuple[bytes, bytes]) -> Answer:
    """A body without validators."""
    length = (b"content-length", str(len(body)).encode())
    return Answer(status=status, headers=[(b"content-type", media_type.encode()), length, *headers], body=body)


def plain(status: int, text: str, *headers: tuple[bytes, bytes]) -> Answer:
    """A sentence as an answer."""
    return whole(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"), *headers)
