"""What a format is: a module of ``emcal.export.formats`` with these names; the module's name is the format's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from pydantic import ConfigDict

from emcal.noun import Noun
from emcal.register.register import Register

Imprecise = Literal["span", "start", "hide"]
Cancelled = Literal["label", "keep", "hide"]
Profile = Literal["default", "rich"]


RenderingKey = tuple[str, int, str]


@runtime_checkable
class Renderings(Protocol):
    """Where rendered events are kept between exports, by uid, revision and standing; a ``Store`` is one."""

    def renderings(self, profile: str, language: str) -> Mapping[RenderingKey, bytes]:
        """All that is kept for a profile and a language."""
        ...

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[RenderingKey, bytes]) -> None:
        """Keeps these in place of what was there of the same events."""
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
    cache: Renderings | None = None


class Format(Protocol):
    """A module that renders a register to bytes; same register and options, same bytes."""

    extension: str
    media_type: str

    def render(self, register: Register, options: RenderOptions) -> bytes:
        """The whole export. Raises ``ExportError``."""
        ...
