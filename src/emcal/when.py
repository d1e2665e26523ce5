"""When something is, as far as a text says: an EDTF date with its bounds and the words it was read from."""

from __future__ import annotations

from datetime import date
from typing import Literal

from emcal.edtf import Edtf
from emcal.noun import Noun

Mod = Literal[
    "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"
]


class When(Noun):
    """A date with its precision.

    ``earliest`` and ``latest`` are inclusive days, ``None`` where the side is open. They may be narrower than the EDTF
    alone allows ("end of January 2025" is ``2025-01~``, bounds 21 to 31 January). A side is *hard* when the text settles
    it, and soft when it is an estimate. ``text`` holds the exact words, empty when the date was anchored without any.
    """

    edtf: Edtf
    mod: Mod | None = None
    earliest: date | None = None
    latest: date | None = None
    earliest_hard: bool = True
    latest_hard: bool = True
    text: str = ""

    @classmethod
    def of(cls, edtf: str, text: str = "", mod: Mod | None = None) -> When:
        """The date with the bounds that its EDTF gives. Raises ``EdtfError``."""
        parsed = Edtf(edtf)
        return cls(edtf=parsed, mod=mod, earliest=parsed.earliest, latest=parsed.latest, text=text)
