"""The closed glossaries of titles, ready to be asked what a run of words is in English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from emcal.languages import available, load
from emcal.languages.title import TitleSection
from emcal.mentions.tokens import Token, fold

Table = Literal["head", "scope", "term", "join"]
_TABLES: tuple[Table, ...] = ("head", "scope", "term", "join")


class Entry(NamedTuple):
    """What a run of ``length`` words is in English."""

    length: int
    english: str


class _Pattern(NamedTuple):
    rest: tuple[str, ...]
    english: str


class Glossary:
    """A language's ``[event.title]`` section."""

    def __init__(self, section: TitleSection) -> None:
        self._patterns = {table: _by_first(getattr(section, table)) for table in _TABLES}
        self.drop = frozenset(fold(w) for w in section.drop if not w.endswith("*"))
        self._dropped = tuple(fold(w[:-1]) for w in section.drop if w.endswith("*"))
        self.whole, self.plural, self.article = map(frozenset, (section.whole, section.plural, section.article))
        self.scope_after = section.scope_after
        self.plain_join = frozenset(section.join)
        self.noun, self.adjective, self.signed = section.noun, section.adjective, section.signed
        self._starting = lru_cache(maxsize=16384)(self._find_starting)

    def at(self, tokens: Sequence[Token], first: int, table: Table) -> Entry | None:
        """The longest entry of ``table`` that begins with the word ``tokens[first]``."""
        for pattern in self._starting(table, tokens[first].word):
            rest = tokens[first + 1 : first + 1 + len(pattern.rest)]
            if len(rest) == len(pattern.rest) and all(_is(t.word, p) for t, p in zip(rest, pattern.rest, strict=True)):
                return Entry(1 + len(pattern.rest), pattern.english)
        return None

    def drops(self, word: str) -> bool:
        """Whether a title does without the word."""
        return word in self.drop or word.startswith(self._dropped)

    def _find_starting(self, table: Table, word: str) -> tuple[_Pattern, ...]:
        """The patterns whose first word ``word`` can be, those of more words first, then those that spell more of it."""
        by_first = self._patterns[table]
        keys = (word, *(word[:n] + "*" for n in range(len(word), 0, -1)))
        return tuple(sorted((p for key in keys for p in by_first.get(key, ())), key=lambda p: -len(p.rest)))


@cache
def glossary(language: str) -> Glossary:
    """The glossary of a BCP 47 tag; empty for a language without a file."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return Glossary(load(primary).event.title if primary in available() else TitleSection())


def _by_first(table: dict[str, str]) -> dict[str, list[_Pattern]]:
    patterns: dict[str, list[_Pattern]] = {}
    for phrase, english in table.items():
        first, *rest = fold(phrase).split()
        patterns.setdefault(first, []).append(_Pattern(tuple(rest), english))
    return patterns


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
