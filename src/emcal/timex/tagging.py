"""The time expressions of a text, from recognition to TIMEX3."""

from __future__ import annotations

from emcal.documents.document import Span
from emcal.edtf import Edtf
from emcal.errors import EdtfError
from emcal.timex.anchoring import Context
from emcal.timex.folding import fold
from emcal.timex.grammar import Style, grammar
from emcal.timex.normalization import normalize
from emcal.timex.recognition import Recognizer
from emcal.timex.sense import Sense
from emcal.timex.timex import Timex
from emcal.when import When


def tag(text: str, language: str, created: Edtf | None = None, *, style: Style = "calendar") -> tuple[Timex, ...]:
    """The time expressions of a text, in order, none overlapping another.

    ``language`` is a BCP 47 tag; of an unknown language, dates in digits alone are found. ``created`` is the creation
    time of the text at whatever precision is known. Offsets are code points of ``text``. Nothing is raised for any text.
    """
    rules = grammar(language, style)
    folded = fold(text)
    raw = text if folded.offsets is None else "".join(text[i] for i in folded.offsets)
    context = Context(folded.text, raw, rules, created)
    found: list[Timex] = []
    for piece in Recognizer(folded.text, raw, rules).pieces():
        sense = normalize(piece, context)
        if sense is None:
            continue
        context.note(piece, sense)
        start, stop = folded.span(piece.start, piece.stop)
        timex = _timex(text, start, stop, sense, piece.rule.name)
        if timex:
            found.append(timex)
    return tuple(found)


def _timex(text: str, start: int, stop: int, sense: Sense, rule: str) -> Timex | None:
    words = text[start:stop]
    when = None
    if sense.edtf is not None:
        try:
            edtf = Edtf(sense.edtf)
        except EdtfError:
            return None
        when = When(
            edtf=edtf, mod=sense.mod, earliest=sense.first, latest=sense.last, earliest_hard=sense.mod is None,
            latest_hard=sense.mod is None, text=words,
        )  # fmt: skip
    return Timex(
        span=Span(start=start, stop=stop), text=words, type=sense.type, value=sense.value, mod=sense.mod, when=when,
        rule=rule, anchor=sense.anchor,
    )  # fmt: skip
