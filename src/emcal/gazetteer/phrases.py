"""Names of one or more words, found in a text whatever case they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from emcal.gazetteer.endings import forms
from emcal.gazetteer.words import Word

T = TypeVar("T")

_REMEMBERED = 1 << 14


class Found(NamedTuple, Generic[T]):
    """A phrase found at ``words[first:last]`` with what the index holds for it."""

    first: int
    last: int
    value: T


class Heads(NamedTuple, Generic[T]):
    """What may begin with one word: tails of several words, longest first, and what the word means alone.

    ``seconds`` are the words that the tails begin with: most heads are ruled out by the next word of the text.
    """

    tails: tuple[tuple[tuple[str, ...], T], ...]
    seconds: frozenset[str]
    single: T | None


class _Table(dict[str, Heads[T] | None]):
    """The heads of the words of one language, filled as texts ask; the look-up itself is the dictionary's own."""

    def __init__(self, look: Callable[[str], Heads[T] | None]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> Heads[T] | None:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = heads = self._look(word)
        return heads


class Phrases(Generic[T]):
    """An index of phrases (``words.key`` form). The first entry of a phrase wins; the longest phrase is found."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._single: dict[str, T] = {}
        self._several: dict[str, list[tuple[str, T]]] = {}
        self._tables: dict[str, _Table[T]] = {}
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
        heads = self._table(language)[words[first].text]
        return longest(heads, words, first, language) if heads else None

    def heads(self, words: Sequence[Word], language: str) -> list[Heads[T] | None]:
        """What may begin at each word, nothing at most of them; ``longest`` tells what does."""
        return list(map(self._table(language).__getitem__, (word.text for word in words)))

    def _table(self, language: str) -> _Table[T]:
        if language not in self._tables:
            self._tables[language] = _Table(lambda word: self._look(forms(word, language)))
        return self._tables[language]

    def _look(self, heads: Sequence[str]) -> Heads[T] | None:
        tails = [(tuple(tail.split(" ")), value) for head in heads for tail, value in self._several.get(head, ())]
        single = next((self._single[head] for head in heads if head in self._single), None)
        if not tails and single is None:
            return None
        seconds = frozenset(tail[0] for tail, _ in tails)
        return Heads(tuple(sorted(tails, key=lambda entry: -len(entry[0]))), seconds, single)

    def find(
        self, words: Sequence[Word], language: str, wanted: Callable[[Word], bool] = lambda _: True
    ) -> Iterator[Found[T]]:
        """Every phrase whose first word is ``wanted``, from left to right, without overlap."""
        reach = 0
        for first, heads in enumerate(self.heads(words, language)):
            if heads is None or first < reach or not wanted(words[first]):
                continue
            found = longest(heads, words, first, language)
            if found:
                yield found
                reach = found.last


def longest(heads: Heads[T], words: Sequence[Word], first: int, language: str) -> Found[T] | None:
    """The longest phrase of ``heads`` that begins at ``words[first]``."""
    if heads.seconds and _may_follow(heads.seconds, words, first + 1, language):
        for tail, value in heads.tails:
            if _follows(words, first + 1, tail, language):
                return Found(first, first + 1 + len(tail), value)
    return Found(first, first + 1, heads.single) if heads.single is not None else None


def _may_follow(seconds: frozenset[str], words: Sequence[Word], at: int, language: str) -> bool:
    if at >= len(words):
        return False
    word = words[at]
    return (word.joined or word.listed) and not seconds.isdisjoint(forms(word.text, language))


def _follows(words: Sequence[Word], first: int, tail: tuple[str, ...], language: str) -> bool:
    if first + len(tail) > len(words):
        return False
    for word, wanted in zip(words[first : first + len(tail)], tail, strict=True):
        if not (word.joined or word.listed) or wanted not in forms(word.text, language):
            return False
    return True
