"""Plain text as GitHub-flavoured Markdown (0.29-gfm) that GitHub, pandoc and any CommonMark reader show unchanged."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_MARK = re.compile(r"[\\`*_\[\]<>|~$^]|&(?=#?\w+;)|(?<=www)\.")
# What would open a list, a heading or a quote when a line begins with it.
_OPENING = re.compile(r"^(\d+)(?=[.)](?:\s|$))|^(?=[-+#=])")
_ADDRESS = re.compile(r"https?://[^\s<>\\`|\[\]\"'«»“”]*[\w/]")


def escape(text: str) -> str:
    """One line of Markdown that shows ``text``: whitespace runs are one space, marks are escaped, addresses are links.

    Control characters and those that turn the direction of writing are left out.
    """
    line = " ".join(_CONTROL.sub("", text).split())
    # Spaces at the ends belong to the sentence that the text is a part of.
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() and line else "")
    pieces = []
    position = 0
    for address in _ADDRESS.finditer(line):
        pieces += [_escaped(line[position : address.start()]), f"<{address[0]}>"]
        position = address.end()
    pieces.append(_escaped(line[position:]))
    return before + "".join(pieces) + after


def opening(text: str) -> str:
    """A line that begins with a mark of lists, headings or quotes, made to begin with a letter's right."""
    return _OPENING.sub(lambda match: f"{match[1]}\\" if match[1] else "\\", text)


def _escaped(text: str) -> str:
    return _MARK.sub(lambda match: "\\" + match[0], text)
