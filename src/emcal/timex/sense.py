"""What an expression means, before it is given as TIMEX3 and EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from emcal.timex.timex import Anchor, TimexType
from emcal.when import Mod


@dataclass(frozen=True, slots=True)
class Sense:
    """A reading: ``first`` and ``last`` are its inclusive days, ``None`` where open or unknown.

    ``grain`` is the unit it is known in, ``edtf`` its EDTF form, ``None`` for durations and sets.
    """

    type: TimexType
    value: str
    grain: str
    edtf: str | None = None
    first: date | None = None
    last: date | None = None
    mod: Mod | None = None
    anchor: Anchor = "explicit"
