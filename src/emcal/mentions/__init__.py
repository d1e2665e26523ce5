"""Mentions: what one document says about the events it tells, each with its evidence and the rules that made it."""

from emcal.mentions.extraction import extract
from emcal.mentions.mention import Mention

__all__ = ["Mention", "extract"]
