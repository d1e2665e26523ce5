"""The formats that a register is rendered to, found by looking into the folder ``formats``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

from emcal.errors import ExportError

if TYPE_CHECKING:
    from emcal.export.format import Format, RenderOptions
    from emcal.register.register import Register


@cache
def format_names() -> tuple[str, ...]:
    """The names of all formats, sorted; none of them is imported for it."""
    package = import_module("emcal.export.formats")
    return tuple(sorted(module.name for module in iter_modules(package.__path__)))


def load(name: str) -> Format:
    """The module of one format. Raises ``ExportError`` for a name that is no format."""
    if name not in format_names():
        raise ExportError(f"no format {name!r}: choose from {', '.join(format_names())}")
    return cast("Format", import_module(f"emcal.export.formats.{name}"))


def render(register: Register, name: str, options: RenderOptions) -> bytes:
    """The register in the format ``name``; same register and options, same bytes. Raises ``ExportError``."""
    return load(name).render(register, options)
