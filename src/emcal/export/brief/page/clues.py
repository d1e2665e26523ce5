"""What the clues of a creation time say, in the language of the page (the register keeps them in English)."""

from __future__ import annotations

import re
from datetime import date

from emcal.documents.document import Clue
from emcal.export.wording import Language, day_phrase, term

_FORMS = {
    "names": re.compile(r"names (?P<words>.+)"),
    "figures": re.compile(r"figures to (?P<last>[\d-]+): not written before (?P<first>[\d-]+)"),
    "reports": re.compile(r"reports (?P<day>[\d-]+)"),
    "relative": re.compile(r"(?P<words>.+) is (?P<years>[+-]\d+) years from the writing"),
    "stated": re.compile(r"(?:header|dateline|url|metadata):? (?P<words>.+)"),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def in_words(clue: Clue, language: Language) -> str:
    """The clue as a phrase; one of an unknown form as it stands."""
    for key, form in _FORMS.items():
        match = form.fullmatch(clue.says)
        if match:
            values = {name: _value(value, language) for name, value in match.groupdict().items()}
            return term(f"brief.clue.{key}", language).format(**values)
    return clue.says


def _value(text: str, language: Language) -> str:
    return day_phrase(date.fromisoformat(text), language) if _DAY.fullmatch(text) else " ".join(text.split())
