"""Which encoding a file's bytes are in: UTF-8 first, then the encodings that the region still uses."""

from __future__ import annotations

import codecs

from emcal.errors import SourceError

REGIONAL = ["cp1251", "koi8_r", "cp866", "cp1254", "cp1252", "utf_16_le", "utf_16_be"]
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 1 << 16
_BINARY = bytes([*range(0, 9), *range(14, 27), 28, 29, 30, 31, 127])


def decode(path: str, raw: bytes) -> tuple[str, str]:
    """The text of ``raw`` and the name of its encoding; a byte-order mark stays a character of the text.

    Raises ``SourceError`` for a file that is empty, binary, or in no encoding that fits.
    """
    if not raw.strip():
        raise SourceError(path, "empty file")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(path, raw, encoding), encoding
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(path, raw, error)
    if "\0" in text[:_SAMPLE] or _binary_share(raw) > 0.1:
        raise SourceError(path, "binary file, not text")
    return text, "utf-8"


def _strict(path: str, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(path, f"not {encoding} at byte {error.start}") from error


def _binary_share(raw: bytes) -> float:
    """The share of control bytes that no text has, in the first 64 KiB."""
    sample = raw[:_SAMPLE]
    return (len(sample) - len(sample.translate(None, _BINARY))) / len(sample)


def _guess(path: str, raw: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    if b"\0" in raw[:_SAMPLE] or _binary_share(raw) > 0.02:
        raise SourceError(path, "binary file, not text") from error
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load and seldom needed

    best = from_bytes(raw[:_SAMPLE], cp_isolation=REGIONAL).best()
    if best is None:
        reason = f"neither UTF-8 (byte {error.start}) nor an encoding of the region"
        raise SourceError(path, reason) from error
    return _strict(path, raw, best.encoding), best.encoding
