"""Content lines folded at 75 octets, RFC 5545 section 3.1."""

from __future__ import annotations

_LIMIT = 74
_ESCAPES = b"\\^"


def fold(line: str) -> bytes:
    """The content line in UTF-8, folded, without its final line break.

    No fold cuts a character or parts an escape from the character it escapes. The bytes are those that icalendar's own
    folding gives, which counts in Python characters and is several times slower on Cyrillic.
    """
    octets = line.encode()
    if len(octets) <= _LIMIT:
        return octets
    pieces = []
    start = 0
    while len(octets) - start > _LIMIT:
        stop = start + _LIMIT
        while octets[stop] & 0xC0 == 0x80:
            stop -= 1
        if octets[stop - 1] in _ESCAPES and stop - 1 > start:
            stop -= 1
        pieces.append(octets[start:stop])
        start = stop
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces)
