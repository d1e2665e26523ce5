"""What the clues of a creation time say, in the language of the page (the register keeps them in English)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from emcal.documents.document import Clue
from emcal.export.wording import Language, day_phrase, term

# The most telling first; what a header or a dateline states outright comes before all.
_FORMS = {
    "stated": re.compile(r"(?:header|dateline|url|metadata):? (?P<words>.+)", re.DOTALL),
    "next": re.compile(r"(?P<words>.+) is \+1 years from the writing", re.DOTALL),
    "last": re.compile(r"(?P<words>.+) is -1 years from the writing", re.DOTALL),
    "figures": re.compile(r"figures to (?P<last>[\d-]+): not written before (?P<first>[\d-]+)"),
    "reports": re.compile(r"reports (?P<day>[\d-]+)"),
    "same": re.compile(r"(?P<words>.+) is \+0 years from the writing", re.DOTALL),
    "offset": re.compile(r"(?P<words>.+) is (?P<years>[+-]\d+) years from the writing", re.DOTALL),
    "names": re.compile(r"names (?P<words>.+)", re.DOTALL),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 2


def in_words(clues: Sequence[Clue], language: Language) -> str:
    """The most telling clues as phrases; one of a form that is not known here as it stands."""
    told = sorted((_told(clue, language) for clue in clues), key=lambda ranked: ranked[0])
    return "; ".join(dict.fromkeys(phrase for _, phrase in told[:_MOST]))


def _told(clue: Clue, language: Language) -> tuple[int, str]:
    for rank, (key, form) in enumerate(_FORMS.items()):
        match = form.fullmatch(clue.says)
        if match:
            values = {name: _value(value, language) for name, value in match.groupdict().items()}
            return rank, term(f"brief.clue.{key}", language).format(**values)
    return len(_FORMS), clue.says


def _value(text: str, language: Language) -> str:
    return day_phrase(date.fromisoformat(text), language) if _DAY.fullmatch(text) else " ".join(text.split())
