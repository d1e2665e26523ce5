"""The section ``[event]`` of a language file: words that make, place and claim events."""

from __future__ import annotations

from emcal.noun import Noun


class EventSection(Noun):
    """The section's tables."""
