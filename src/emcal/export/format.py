"""What a format is: a module of ``emcal.export.formats`` with these names; the module's name is the format's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from pydantic import ConfigDict

from emcal.noun import Noun
from emcal.register.register import Register

Imprecise = Literal["span", "start", "hide"]
Cancelled = Literal["label", "keep", "hide"]
Profile = Literal["default", "rich"]


@runtime_checkable
class Blobs(Protocol):
    """Where rendered pieces are kept between exports: bytes by key, both made by the export itself."""

    def blobs(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """The pieces that are there, by key."""
        ...

    def keep(self, pieces: Mapping[str, bytes]) -> None:
        """Keeps more pieces."""
        ...


class RenderOptions(Noun):
    """How to render: ``as_of`` decides every standing; ``previous`` is the register that a brief compares with.

    For calendars: ``imprecise`` and ``cancelled`` say how such events are shown, ``window`` keeps a feed under the limits
    that calendar services set, ``site`` is the address that event pages hang from (ends with ``/``), ``title`` the
    calendar's name, and ``cache`` holds the bytes of single events between exports.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    as_of: date
    language: Literal["en", "ru"] = "en"
    since: date | None = None
    previous: Register | None = None
    imprecise: Imprecise = "span"
    cancelled: Cancelled = "label"
    profile: Profile = "default"
    window: bool = False
    site: str | None = None
    title: str | None = None
    cache: Blobs | None = None


class Format(Protocol):
    """A module that renders a register to bytes; same register and options, same bytes."""

    extension: str
    media_type: str

    def render(self, register: Register, options: RenderOptions) -> bytes:
        """The whole export. Raises ``ExportError``."""
        ...
