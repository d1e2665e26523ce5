"""The noun of a human decision on coreference."""

from __future__ import annotations

from emcal.noun import Noun


class Judgement(Noun):
    """Whether two mentions, named by their ids, tell the same event; it outranks every rule."""

    left: str
    right: str
    same: bool
