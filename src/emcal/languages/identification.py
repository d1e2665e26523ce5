"""The section ``[identification]`` of a language file: what gives the language away."""

from __future__ import annotations

from emcal.noun import Noun


class Identification(Noun):
    """``letters`` are characters that few other languages use; ``words`` are frequent short words, in lower case."""

    letters: str = ""
    words: tuple[str, ...] = ()
