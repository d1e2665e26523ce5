"""The dateline: the newsroom's city, often with a date, that opens a wire report.

``TBILISI, Georgia, March 3.``, ``ЕРЕВАН /АГЕНТСТВО/ -``, ``МИНСК, 7 апр — Агентство.``, ``Астана. 18 июля. АГЕНТСТВО –``,
``Colombo, Nov 2 (AGENCY)``, ``(ANKARA) -``, ``12 декабря, Минск /Корр. БЕЛТА/.`` The date's words are only located here;
what they mean is told one floor up.
"""

from __future__ import annotations

import re

from emcal.documents.document import Dateline, Span

_CITY = r"(?P<city>[^\W\d_a-zа-яё][\w'’ʻ‘.-]*?(?:[ -][^\W\d_a-zа-яё][\w'’ʻ‘-]*?){0,2})"
_COUNTRY = r"(?:,[ ]?[^\W\d_a-zа-яё][^\W\d_]+(?:[ ][^\W\d_]+){0,2})?"
_DAY_FIRST = r"\d{1,2}(?:[ -]|-?[^\W\d_]{1,2}[ ])[^\W\d_]{3,}\.?(?:[ ,]{1,2}\d{4})?"
_MONTH_FIRST = r"[^\W\d_]{3,}\.?[ ]\d{1,2}(?:,?[ ]\d{4})?"
_DATE = rf"(?P<date>{_DAY_FIRST}|{_MONTH_FIRST})"
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\)|[^\W\d_][^\n.–—]{1,40}?)"
_DASH = r"[–—―-]"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_CITY}{_COUNTRY}[,.][ ]{{0,2}}{_DATE}[.,]?(?:[ ]?{_AGENCY})?[ ]?(?:{_DASH}[ ]|[.)][ ]|(?<=\))[ ])",
        rf"{_CITY}{_COUNTRY}[,.][ ]{{0,2}}{_DATE}[ ]?{_DASH}[ ]?{_AGENCY}[.]",
        rf"{_DATE}[,.][ ]{_CITY}[ ]?(?:/[^/\n]{{2,40}}/|\([^()\n]{{2,40}}\))[ .–—-]",
        rf"{_CITY}[ ]/[^/\n]{{2,40}}/[.,]?[ ]?{_DASH}?",
        rf"\({_CITY}\)[ ]?{_DASH}",
        rf"{_CITY}[.,][ ][^\W\d_]*[A-ZА-ЯЁ]{{4,}}[^\W\d_]*[ .–—-]{{1,3}}",
    )
)
_SCRIBBLE = re.compile(r"[\s﻿•|*>-]*")


def find_dateline(text: str, start: int, stop: int) -> Dateline | None:
    """The dateline at the beginning of the line ``[start, stop)``, or ``None``."""
    scribble = _SCRIBBLE.match(text, start, stop)
    begin = scribble.end() if scribble else start
    for form in _FORMS:
        match = form.match(text, begin, min(stop, begin + 120))
        if match:
            return _dateline(match)
    return None


def _dateline(match: re.Match[str]) -> Dateline:
    named = match.groupdict()
    date = Span(start=match.start("date"), stop=match.end("date")) if named.get("date") else None
    return Dateline(span=Span(start=match.start(), stop=match.end()), city=match["city"].strip(" ."), date=date)
