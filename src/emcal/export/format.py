"""What a format is: a module of ``emcal.export.formats`` with these names; the module's name is the format's."""

from __future__ import annotations

from datetime import date
from typing import Literal, Protocol

from emcal.noun import Noun
from emcal.register.register import Register

Imprecise = Literal["span", "start", "hide"]
Cancelled = Literal["label", "keep", "hide"]
Profile = Literal["default", "rich"]


class RenderOptions(Noun):
    """How to render: ``as_of`` decides every standing; ``previous`` is the register that a brief compares with."""

    as_of: date
    language: Literal["en", "ru"] = "en"
    since: date | None = None
    previous: Register | None = None
    imprecise: Imprecise = "span"
    cancelled: Cancelled = "label"
    profile: Profile = "default"


class Format(Protocol):
    """A module that renders a register to bytes; same register and options, same bytes."""

    extension: str
    media_type: str

    def render(self, register: Register, options: RenderOptions) -> bytes:
        """The whole export. Raises ``ExportError``."""
        ...
