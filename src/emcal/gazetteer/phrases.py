"""Names of one or more words, found in a text whatever case they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from emcal.gazetteer.endings import forms
from emcal.gazetteer.words import Word

T = TypeVar("T")

_REMEMBERED = 1 << 16


class Found(NamedTuple, Generic[T]):
    """A phrase found at ``words[first:last]`` with what the index holds for it."""

    first: int
    last: int
    value: T


class _Heads(NamedTuple, Generic[T]):
    tails: tuple[tuple[tuple[str, ...], T], ...]
    single: T | None


class Phrases(Generic[T]):
    """An index of phrases (``words.key`` form). The first entry of a phrase wins; the longest phrase is found."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._single: dict[str, T] = {}
        self._several: dict[str, list[tuple[str, T]]] = {}
        self._resolved: dict[tuple[str, str], _Heads[T] | None] = {}
        for phrase, value in entries:
            if " " in phrase:
                head, _, tail = phrase.partition(" ")
                self._several.setdefault(head, []).append((tail, value))
            else:
                self._single.setdefault(phrase, value)

    def get(self, phrase: str) -> T | None:
        """What the index holds for a phrase as it is written there."""
        head, _, rest = phrase.partition(" ")
        if not rest:
            return self._single.get(head)
        return next((value for tail, value in self._several.get(head, ()) if tail == rest), None)

    def at(self, words: Sequence[Word], first: int, language: str) -> Found[T] | None:
        """The longest phrase that begins at ``words[first]``."""
        heads = self._heads(words[first].text, language)
        if heads is None:
            return None
        for tail, value in heads.tails:
            if _follows(words, first + 1, tail, language):
                return Found(first, first + 1 + len(tail), value)
        return Found(first, first + 1, heads.single) if heads.single is not None else None

    def _heads(self, word: str, language: str) -> _Heads[T] | None:
        """What may begin with ``word``; remembered, since most words begin nothing."""
        asked = (word, language)
        if asked not in self._resolved:
            if len(self._resolved) > _REMEMBERED:
                self._resolved.clear()
            self._resolved[asked] = self._look(forms(word, language))
        return self._resolved[asked]

    def _look(self, heads: Sequence[str]) -> _Heads[T] | None:
        tails = [(tuple(tail.split(" ")), value) for head in heads for tail, value in self._several.get(head, ())]
        single = next((self._single[head] for head in heads if head in self._single), None)
        longest = tuple(sorted(tails, key=lambda entry: -len(entry[0])))
        return _Heads(longest, single) if tails or single is not None else None

    def find(
        self, words: Sequence[Word], language: str, wanted: Callable[[Word], bool] = lambda _: True
    ) -> Iterator[Found[T]]:
        """Every phrase whose first word is ``wanted``, from left to right, without overlap."""
        first = 0
        while first < len(words):
            found = self.at(words, first, language) if wanted(words[first]) else None
            if found:
                yield found
            first = found.last if found else first + 1


def _follows(words: Sequence[Word], first: int, tail: tuple[str, ...], language: str) -> bool:
    if first + len(tail) > len(words):
        return False
    for word, wanted in zip(words[first : first + len(tail)], tail, strict=True):
        if not (word.joined or word.listed) or wanted not in forms(word.text, language):
            return False
    return True
