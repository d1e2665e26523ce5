"""The noun of the time-expression floor: TIMEX3 with an EDTF reading."""

from __future__ import annotations

from typing import Literal

from emcal.documents.document import Span
from emcal.noun import Noun
from emcal.when import Mod, When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["explicit", "creation", "context", "name", "none"]


class Timex(Noun):
    """A time expression and what it says.

    ``text`` equals the document's text over ``span``. ``type``, ``value`` and ``mod`` are TIMEX3 (a range is one DATE with
    value ``A/B``). ``when`` is the EDTF reading with day bounds, ``None`` for durations and sets. ``rule`` names the rule
    that found it and ``anchor`` what settled the parts that its words leave out.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    mod: Mod | None = None
    when: When | None = None
    rule: str
    anchor: Anchor = "explicit"
