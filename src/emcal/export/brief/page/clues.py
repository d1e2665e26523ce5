"""What the clues of a creation time say, in the language of the page (the register keeps them in English)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from emcal.documents.document import Clue, ClueKind
from emcal.export.wording import Language, day_phrase, term

# The most telling first; what a header or a dateline states outright comes before all.
_ORDER: tuple[ClueKind, ...] = (
    "stated", "next_year", "last_year", "figures", "reports", "same_year", "names", "other",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 2


def in_words(clues: Sequence[Clue], language: Language) -> str:
    """The most telling clues as phrases; one of no known kind as it stands."""
    told = sorted(clues, key=lambda clue: _ORDER.index(clue.kind))
    return "; ".join(dict.fromkeys(_told(clue, language) for clue in told[:_MOST]))


def _told(clue: Clue, language: Language) -> str:
    if clue.kind == "other":
        return clue.says
    values = {"words": _value(clue.words, language)}
    if clue.kind == "figures":
        values["first"] = day_phrase(date.fromisoformat(clue.words) + timedelta(days=1), language)
    return term(f"brief.clue.{clue.kind}", language).format(**values)


def _value(text: str, language: Language) -> str:
    return day_phrase(date.fromisoformat(text), language) if _DAY.fullmatch(text) else " ".join(text.split())
