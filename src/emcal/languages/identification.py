"""The section ``[identification]`` of a language file: what gives the language away."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from emcal.noun import Noun

_NEXT_SECTION = "\n[segmentation]"


class Identification(Noun):
    """``letters`` are characters beyond the basic alphabet, ``words`` frequent short words, in lower case."""

    letters: str = ""
    words: tuple[str, ...] = ()


@cache
def identifications() -> dict[str, Identification]:
    """The section of every language, by primary tag, sorted.

    It stands first in a file, so that telling languages apart reads a few lines of each and not all its rules.
    """
    files = sorted(resources.files(__package__).iterdir(), key=lambda file: file.name)
    known = {}
    for file in files:
        if file.name.endswith(".toml"):
            head = file.read_text(encoding="utf-8").partition(_NEXT_SECTION)[0]
            known[file.name.removesuffix(".toml")] = Identification(**tomllib.loads(head)["identification"])
    return known
