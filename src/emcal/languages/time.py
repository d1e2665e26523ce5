"""The section ``[time]`` of a language file: words and rules of time expressions."""

from __future__ import annotations

from emcal.noun import Noun


class TimeSection(Noun):
    """The section's tables."""
