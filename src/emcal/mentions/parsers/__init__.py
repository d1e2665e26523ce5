"""Kinds of text: a module with ``fits(reading, line)`` and ``parse(reading, line)``; a new kind is one more module."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol

from emcal.mentions.candidate import Candidate
from emcal.mentions.line import Line, Reading

_FALLBACK = "prose"


class Parser(Protocol):
    """What a module of this folder offers."""

    __name__: str

    def fits(self, reading: Reading, line: Line) -> bool:
        """Whether the line is this kind of text."""
        ...

    def parse(self, reading: Reading, line: Line) -> list[Candidate]:
        """The candidates of the line, in the order of the text."""
        ...


@cache
def parsers() -> tuple[Parser, ...]:
    """The parsers, sorted by name; running text comes last and takes what the others leave."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    names.sort(key=lambda name: name == _FALLBACK)
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
