"""Mentions: what one document says about the events it tells, each with its evidence and the rules that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emcal.mentions.mention import Mention

if TYPE_CHECKING:
    from emcal.mentions.extraction import extract

__all__ = ["Mention", "extract"]


def __getattr__(name: str) -> Any:
    # Whoever only reads a register needs the noun; the extractor is loaded when it is asked for.
    if name == "extract":
        from emcal.mentions.extraction import extract  # noqa: PLC0415

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
