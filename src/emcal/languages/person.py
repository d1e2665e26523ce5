"""The section ``[person]`` of a language file: ranks, offices and the words around names."""

from __future__ import annotations

from emcal.noun import Noun


class PersonSection(Noun):
    """The section's tables."""
