"""What an analyst's cell says, as the value of a correction; an analyst may write more than the export does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import get_args

from emcal.errors import CorrectionError
from emcal.export.wording import kind_label, standing_label
from emcal.export.wording.terms import LANGUAGES
from emcal.export.workbook.reading import Read
from emcal.gazetteer.countries import lookup, name
from emcal.mentions.mention import Claim, Kind
from emcal.register.corrections import checked

_DAY_SHOWN = re.compile(r"d(?![^\[]*\])", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2}")


def value(field: str, cell: Read) -> str:
    """The value that the cell gives to a field. Raises ``CorrectionError`` with the reason why it cannot."""
    if cell.kind == "f":
        raise CorrectionError("a formula: write the text itself")
    if cell.kind == "e":
        raise CorrectionError(f"an error value ({cell.text})")
    reader = {"kind": _word, "status": _word, "when": _date, "place": _place}.get(field)
    return checked(field, reader(field, cell) if reader else cell.text)


def _word(field: str, cell: Read) -> str:
    """A code of the list, or its label in either language."""
    word = cell.text.casefold()
    return _words()[field].get(word, word)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    kinds = {kind_label(kind, language).casefold(): kind for kind in get_args(Kind) for language in LANGUAGES}
    claims = {standing_label(claim, language).casefold(): claim for claim in get_args(Claim) for language in LANGUAGES}
    return {"kind": kinds, "status": claims}


def _date(field: str, cell: Read) -> str:
    """EDTF; a cell that a spreadsheet turned into a date says its day, or its month where the format shows no day."""
    if cell.kind == "b":
        raise CorrectionError(f"{cell.text}: not an EDTF date")
    if cell.kind == "d" and not _DAY_SHOWN.search(re.sub(r'"[^"]*"|\[[^\]]*\]', "", cell.shape)):
        return cell.text[:7]
    return cell.text


def _place(field: str, cell: Read) -> str:
    """``City, CC``, ``City`` or ``CC``; a country may be written out in any language."""
    city, comma, country = (part.strip() for part in cell.text.rpartition(","))
    if not comma:
        code = lookup(country)
        return code if code and name(code, "en").casefold() == country.casefold() else country
    if _CODE.fullmatch(country) and name(country, "en") != country:
        return f"{city}, {country}"
    code = lookup(country)
    if code is None:
        raise CorrectionError(f"{country}: not a country; write the place as City, CC")
    return f"{city}, {code}"
