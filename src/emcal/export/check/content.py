"""Content lines taken apart, RFC 5545 section 3.1: a name, parameters, a value, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from emcal.export.check.defect import Defect
from emcal.export.check.lines import Line

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')


class Property(NamedTuple):
    """One content line: ``name`` and parameter names in capitals; ``start`` is the offset of the value in the line."""

    name: str
    parameters: dict[str, tuple[str, ...]]
    value: str
    line: Line
    start: int

    def parameter(self, name: str) -> str:
        """The first value of a parameter, empty when it is not there."""
        return self.parameters.get(name, ("",))[0]

    def defect(self, code: str, message: str, offset: int | None = None, warning: bool = False) -> Defect:
        """A defect at ``offset`` of the value, or at the start of the line."""
        line, column = self.line.position(0 if offset is None else self.start + offset)
        severity = "warning" if warning else "error"
        return Defect(code=code, line=line, column=column, message=f"{self.name}: {message}", severity=severity)


def properties(lines: tuple[Line, ...]) -> Iterator[Property | Defect]:
    """Each content line as a property, or as the defect that makes it none."""
    for line in lines:
        yield _property(line)


def _property(line: Line) -> Property | Defect:
    name = _NAME.match(line.text)
    if name is None:
        return _broken(line, 0, "no property name")
    parameters: dict[str, tuple[str, ...]] = {}
    at = name.end()
    while match := _PARAMETER.match(line.text, at):
        parameters[match[1].upper()] = tuple(value.strip('"') for value in match[2].split(","))
        at = match.end()
    if at >= len(line.text) or line.text[at] != ":":
        return _broken(line, at, "no colon after the property's name and parameters")
    return Property(name[0].upper(), parameters, line.text[at + 1 :], line, at + 1)


def _broken(line: Line, offset: int, reason: str) -> Defect:
    number, column = line.position(offset)
    return Defect(code="content-line", line=number, column=column, message=f"{reason}: {line.text[:40]!r}")
