"""From pieces to senses: each rule names a meaning, and the meanings are functions in ``emcal.timex.meanings``."""

from __future__ import annotations

from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings import MEANINGS
from emcal.timex.meanings.combined import opened
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense

_OPEN_BY_ENDING = frozenset({"calendar", "weekday", "deictic", "part", "relative"})


def normalize(piece: Piece, context: Context, near: Near | None = None) -> Sense | None:
    """What a piece means; ``None`` when it means nothing after all, such as a day beyond the calendar's end."""
    try:
        sense = MEANINGS[piece.rule.means](piece, context, near, normalize)
    except (OverflowError, ValueError):
        return None
    if sense is None or near is not None or piece.rule.means not in _OPEN_BY_ENDING:
        return sense
    return opened(sense, str(piece.slots.get("end", "")))
