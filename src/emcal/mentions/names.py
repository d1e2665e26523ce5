"""Names that texts give to events: in quotation marks, or bare with a year ("Shant-2015")."""

from __future__ import annotations

import re
from typing import NamedTuple

from emcal.mentions.tokens import fold

_QUOTED = re.compile(
    r"«([^«»\n]{2,260}(?:«[^«»\n]{1,80}»?[^«»\n]{0,80})?)[»″\"]"
    r"|“([^“”\n]{2,260}(?:«[^«»\n]{1,80}»)?[^“”\n]{0,80})[”\"“]"
    r"|„([^„“”\n]{2,260})[“”]"
    r"|(?<!\w)\"([^\"\n]{2,260})\"(?!\w)"
    r"|(?<!\w)[‘']([^‘’'\n]{2,90}(?:20\d\d)?)[’'](?!\w)"
)
_YEAR = re.compile(r"(?:^|[\s,]*[-–—\s]\s*|,\s*)((?:19|20)\d\d)\s*$")
_INNER_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = re.compile("[«“„\"‘']")
_BARE = re.compile(
    r"(?<![\w-])((?:[^\W\d_][\w'’]*[ -]){0,4}?[^\W\d_][\w'’]*)(\s?[-–—]\s?|\s)((?:19|20)\d\d)(?![\d\w]|[-–/]\d)"
)


class Name(NamedTuple):
    """A name: its span with the quotation marks, its words as written, the key it is compared by, and its year."""

    start: int
    stop: int
    text: str
    key: str
    year: int | None
    quoted: bool


def key_of(text: str) -> str:
    """What two spellings of one name share: letters and digits in lower case, without a trailing year."""
    return " ".join(re.findall(r"[^\W_]+", fold(_YEAR.sub("", text)))) or fold(text)


def find_names(text: str, start: int, stop: int, stopwords: frozenset[str], dates: list[tuple[int, int]]) -> list[Name]:
    """The names in ``text[start:stop]``, in order.

    ``stopwords`` never begin a bare name; a year that belongs to a date in ``dates`` ("May 2021") makes none.
    """
    names = [_quoted(m) for m in _QUOTED.finditer(text, start, stop)] if _OPENING.search(text, start, stop) else []
    taken = [(n.start, n.stop) for n in names]
    if _INNER_YEAR.search(text, start, stop):
        for m in _BARE.finditer(text, start, stop):
            name = _bare(m, stopwords, dates)
            if name and not any(name.start < b and a < name.stop for a, b in taken):
                names.append(name)
    return sorted(names)


def _quoted(match: re.Match[str]) -> Name:
    words = next(g for g in match.groups() if g is not None).strip(" .,;")
    years = _INNER_YEAR.findall(words)
    return Name(match.start(), match.end(), words, key_of(words), int(years[-1]) if years else None, quoted=True)


def _bare(match: re.Match[str], stopwords: frozenset[str], dates: list[tuple[int, int]]) -> Name | None:
    """The capitalised words right before the year."""
    year = match.start(3)
    if any(a <= year < b and b - a > len("2027") for a, b in dates):
        return None
    start, words = match.start(1), match[1].split(" ")
    while words and (not words[0][:1].isupper() or fold(words[0]) in stopwords):
        start += len(words.pop(0)) + 1
    if not words or not all(w[:1].isupper() for w in words) or len(words[-1]) < 2:
        return None
    text = match.string[start : match.end(3)]
    return Name(start, match.end(3), text, key_of(text), int(match[3]), quoted=False)
