"""The section ``[segmentation]`` of a language file: what keeps a full stop from ending a sentence."""

from __future__ import annotations

from emcal.noun import Noun


class Segmentation(Noun):
    """``abbreviations`` are words that a full stop follows within a sentence, in lower case and without the stop."""

    abbreviations: tuple[str, ...] = ()
