"""The physical layer, RFC 5545 section 3.1: line ends, lengths, encoding, folds; and the unfolded lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from emcal.export.check.defect import Defect

_LIMIT = 75
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"([^\r\n]*)(\r\n|\n|\r|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Legal characters at which line-splitting readers, Python's own among them, end a line.
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_UNDECODED = re.compile("[\udc80-\udcff]")


class Piece(NamedTuple):
    """A physical line: its number, its text without the fold's white space, and the column where that text starts."""

    number: int
    text: str
    column: int


class Line(NamedTuple):
    """A content line after unfolding, with the physical lines it came from."""

    text: str
    pieces: tuple[Piece, ...]

    def position(self, offset: int = 0) -> tuple[int, int]:
        """Line and column of the character at ``offset`` of the unfolded text."""
        for piece in self.pieces:
            if offset < len(piece.text):
                return piece.number, piece.column + offset
            offset -= len(piece.text)
        last = self.pieces[-1]
        return last.number, last.column + len(last.text)


class _Physical(NamedTuple):
    number: int
    octets: bytes
    end: bytes


def physical_defects(data: bytes) -> Iterator[Defect]:
    """Every defect of the bytes as lines: line ends, length, encoding, folds, control characters."""
    if data.startswith(_BOM):
        yield Defect(code="bom", line=1, column=1, message="starts with a byte order mark")
    lines = tuple(_physical(data))
    yield from _line_ends(lines)
    for before, line in zip((None, *lines), lines, strict=False):
        yield from _length(line)
        yield from _encoding(before, line)
        yield from _characters(line)
        yield from _fold(before, line)


def unfold(data: bytes) -> tuple[Line, ...]:
    """The content lines with folds removed; blank lines are left out, octets that are no UTF-8 become surrogates."""
    groups: list[list[_Physical]] = []
    for line in _physical(data):
        if line.octets[:1] in (b" ", b"\t") and groups:
            groups[-1].append(line)
        elif line.octets:
            groups.append([line])
    return tuple(_joined(group) for group in groups)


def _joined(group: list[_Physical]) -> Line:
    """One content line; a character that a fold cut in two is whole again in its text."""
    octets = [group[0].octets, *(line.octets[1:] for line in group[1:])]
    text = b"".join(octets).decode("utf-8", "surrogateescape")
    pieces, carry = [], b""
    for line, part in zip(group, octets, strict=True):
        whole = carry + part
        carry = whole[_cut(whole) :]
        piece = whole[: len(whole) - len(carry)].decode("utf-8", "surrogateescape")
        pieces.append(Piece(line.number, piece, 1 if line is group[0] else 2))
    return Line(text, tuple(pieces))


def _cut(octets: bytes) -> int:
    """Where a character starts that the end of the octets cuts off; their length when there is none."""
    for back in range(1, min(4, len(octets) + 1)):
        octet = octets[-back]
        if octet & 0xC0 == 0xC0:
            width = 2 if octet < 0xE0 else 3 if octet < 0xF0 else 4
            return len(octets) - back if width > back else len(octets)
        if octet & 0xC0 != 0x80:
            break
    return len(octets)


def _physical(data: bytes) -> Iterator[_Physical]:
    body = data.removeprefix(_BOM)
    for number, match in enumerate(_LINE.finditer(body), start=1):
        if match.start() < len(body):
            yield _Physical(number, match[1], match[2])


def _line_ends(lines: tuple[_Physical, ...]) -> Iterator[Defect]:
    wrong = [line for line in lines if line.end in (b"\n", b"\r")]
    if wrong:
        first = wrong[0]
        found = "a bare LF" if first.end == b"\n" else "a bare CR"
        message = f"line ends in {found}, not CRLF" + (f" (and {len(wrong) - 1} more lines)" if len(wrong) > 1 else "")
        yield Defect(code="line-end", line=first.number, column=len(_text(first)) + 1, message=message)
    if lines and not lines[-1].end:
        last = lines[-1]
        message = "the last line has no line end"
        yield Defect(code="final-line-end", line=last.number, column=len(_text(last)) + 1, message=message)


def _length(line: _Physical) -> Iterator[Defect]:
    if len(line.octets) > _LIMIT:
        column = len(line.octets[:_LIMIT].decode("utf-8", "ignore")) + 1
        message = f"{len(line.octets)} octets, more than {_LIMIT}: not folded"
        yield Defect(code="long-line", line=line.number, column=column, message=message)


def _encoding(before: _Physical | None, line: _Physical) -> Iterator[Defect]:
    """Octets that are no UTF-8; a character cut by a fold is reported once, where its second half stands."""
    octets, skipped = line.octets, 0
    if _continues(line) and before is not None:
        cut = len(before.octets) - _cut(before.octets)
        width = _continuation(octets[1:]) if cut else 0
        if width:
            yield Defect(code="cut-character", line=line.number, column=2, message="a fold cuts a character in two")
            skipped = 1 + width
    tail = octets[skipped : _cut(octets)] if _cut(octets) > skipped else b""
    decoded = tail.decode("utf-8", "surrogateescape")
    broken = _UNDECODED.search(decoded)
    if broken:
        octet = ord(broken[0]) - 0xDC00
        message = f"octet 0x{octet:02X} is not valid UTF-8"
        yield Defect(code="utf-8", line=line.number, column=skipped + broken.start() + 1, message=message)


def _continuation(octets: bytes) -> int:
    """How many continuation octets of UTF-8 stand at the start."""
    return next((index for index, octet in enumerate(octets[:3]) if octet & 0xC0 != 0x80), min(3, len(octets)))


def _characters(line: _Physical) -> Iterator[Defect]:
    text = _text(line)
    control = _CONTROL.search(text)
    if control:
        message = f"control character U+{ord(control[0]):04X}"
        yield Defect(code="control-character", line=line.number, column=control.start() + 1, message=message)
    separator = _SEPARATOR.search(text)
    if separator:
        message = f"U+{ord(separator[0]):04X} ends a line for some readers"
        place = separator.start() + 1
        yield Defect(code="line-separator", line=line.number, column=place, message=message, severity="warning")


def _fold(before: _Physical | None, line: _Physical) -> Iterator[Defect]:
    if not line.octets:
        yield Defect(code="blank-line", line=line.number, column=1, message="a blank line")
    elif _continues(line) and (before is None or not before.octets):
        yield Defect(code="lost-fold", line=line.number, column=1, message="a folded line that continues nothing")


def _continues(line: _Physical) -> bool:
    return line.octets[:1] in (b" ", b"\t")


def _text(line: _Physical) -> str:
    return line.octets.decode("utf-8", "surrogateescape")
