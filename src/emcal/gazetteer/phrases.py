"""Names of one or more words, found in a text whatever case they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from emcal.gazetteer.endings import forms
from emcal.gazetteer.words import Word

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase found at ``words[first:last]`` with what the index holds for it."""

    first: int
    last: int
    value: T


class Phrases(Generic[T]):
    """An index of phrases (``words.key`` form). The first entry of a phrase wins; the longest phrase is found."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._single: dict[str, T] = {}
        self._several: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            head, *tail = phrase.split(" ")
            if tail:
                self._several.setdefault(head, []).append((tuple(tail), value))
            else:
                self._single.setdefault(head, value)
        for tails in self._several.values():
            tails.sort(key=lambda entry: -len(entry[0]))

    def get(self, phrase: str) -> T | None:
        """What the index holds for a phrase as it is written there."""
        head, *tail = phrase.split(" ")
        if not tail:
            return self._single.get(head)
        return dict(self._several.get(head, ())).get(tuple(tail))

    def at(self, words: Sequence[Word], first: int, language: str) -> Found[T] | None:
        """The longest phrase that begins at ``words[first]``."""
        heads = forms(words[first].text, language)
        best: Found[T] | None = None
        for head in heads:
            for tail, value in self._several.get(head, ()):
                last = first + 1 + len(tail)
                if (best is None or last > best.last) and _follows(words, first + 1, tail, language):
                    best = Found(first, last, value)
        if best:
            return best
        for head in heads:
            if head in self._single:
                return Found(first, first + 1, self._single[head])
        return None

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
    for word, wanted in zip(words[first:], tail, strict=False):
        if not (word.joined or word.listed) or wanted not in forms(word.text, language):
            return False
    return True
