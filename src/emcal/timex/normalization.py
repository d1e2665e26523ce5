"""From pieces to senses: each rule names a meaning, and the meanings are functions in ``emcal.timex.meanings``."""

from __future__ import annotations

from emcal.timex.anchoring import Context, Near
from emcal.timex.meanings import MEANINGS
from emcal.timex.recognition import Piece
from emcal.timex.sense import Sense


def normalize(piece: Piece, context: Context, near: Near | None = None) -> Sense | None:
    """What a piece means; ``None`` when it means nothing after all, such as a day beyond the calendar's end."""
    try:
        return MEANINGS[piece.rule.means](piece, context, near, normalize)
    except (OverflowError, ValueError):
        return None
