"""The event words of a language, made ready to be found in a run of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from emcal.languages import available, load
from emcal.languages.event import EventSection
from emcal.mentions.tokens import Token, fold

_LONGEST_PREFIX = 24
STEM = 5  # letters that two forms of a word share when they are compared


class Hit(NamedTuple):
    """A pattern that was found: the role and value of its table, and its first and last word (both included)."""

    role: str
    value: str
    first: int
    last: int


class Phrase(NamedTuple):
    """A pattern ready to be compared: the words after the first, and what the pattern stands for."""

    rest: tuple[str, ...]
    role: str
    value: str


class Lexicon:
    """All patterns of a language's ``[event]`` section, by first word."""

    def __init__(self, section: EventSection) -> None:
        self._phrases: dict[str, list[Phrase]] = {}
        self._atoms: set[str] = set()
        self.plain = frozenset(fold(word)[:STEM] for word in section.word.get("plain", ()))
        self.head_last, self.verb_last = section.head_last, section.verb_last
        self.modifier, self.dative = section.word.get("modifier", ()), section.word.get("dative", ())
        word = {name: frozenset(map(fold, words)) for name, words in section.word.items()}
        self.stop, self.link, self.the, self.near, self.new = (
            word.get(n, frozenset()) for n in ("stop", "link", "the", "near", "new")
        )
        self.clause, self.plural, self.relative, self.preposition, self.of, self.to, self.toward, self.inside = (
            word.get(n, frozenset())
            for n in ("clause", "plural", "relative", "preposition", "of", "to", "toward", "inside")
        )
        self.joining = word.get("joining", frozenset())
        self._lemma, self._action = (
            {fold(word): meaning for word, meaning in table.items()} for table in (section.lemma, section.action)
        )
        for role, value, pattern in _flatten(section):
            first, *rest = fold(pattern).split()
            self._phrases.setdefault(first, []).append(Phrase(tuple(rest), role, value))
            self._atoms.update((first, *rest))
        self.atoms = lru_cache(maxsize=65536)(self._find_atoms)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The patterns in ``tokens``, in order; one that lies inside a longer one is left out."""
        atoms = [self.atoms(token.word) for token in tokens]
        nexts = (*atoms[1:], ())
        hits = []
        for first, found in enumerate(atoms):
            for atom in found:
                for rest, role, value in self._phrases.get(atom, ()):
                    if not rest or (rest[0] in nexts[first] and _follows(atoms, first + 1, rest)):
                        hits.append(Hit(role, value, first, first + len(rest)))
        return _longest(hits) if len(hits) > 1 else hits

    def _find_atoms(self, word: str) -> tuple[str, ...]:
        """The pattern words that ``word`` is one of; of prefixes, the longest first."""
        found = [word] if word in self._atoms else []
        for length in range(min(len(word), _LONGEST_PREFIX), 1, -1):
            if (prefix := word[:length] + "*") in self._atoms:
                found.append(prefix)
        return tuple(found)

    def base(self, word: str) -> str | None:
        """The dictionary form of an event noun, ``None`` when the language file gives none."""
        return _look_up(self._lemma, word)

    def action(self, word: str) -> str | None:
        """The English noun for what an event verb does."""
        return _look_up(self._action, word)


def _look_up(table: dict[str, str], word: str) -> str | None:
    """The entry of the word itself, else of its longest beginning that ends in ``*``."""
    if not table or word in table:
        return table.get(word)
    for length in range(min(len(word), _LONGEST_PREFIX), 1, -1):
        meaning = table.get(word[:length] + "*")
        if meaning is not None:
            return meaning
    return None


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 tag, ``None`` when no language file is there or it has no event words."""
    primary = language.split("-", maxsplit=1)[0].lower()
    if primary not in available():
        return None
    section = load(primary).event
    return Lexicon(section) if section.kind else None


def _flatten(section: EventSection) -> Iterator[tuple[str, str, str]]:
    for role in ("kind", "claim", "noun", "cue"):
        table: dict[str, tuple[str, ...]] = getattr(section, role)
        for value, patterns in table.items():
            yield from ((role, value, pattern) for pattern in patterns)
    for number, words in section.ordinal.items():
        yield from (("ordinal", number, word) for word in words)
    for kind, claims in section.verb.items():
        for claim, patterns in claims.items():
            yield from (("verb", f"{kind}.{claim}", pattern) for pattern in patterns)


def _follows(atoms: Sequence[tuple[str, ...]], start: int, rest: tuple[str, ...]) -> bool:
    if start + len(rest) > len(atoms):
        return False
    return all(word in atoms[start + i] for i, word in enumerate(rest))


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without the hits that lie inside a longer one; of equal ones, each role keeps its first. Cues hide nothing."""
    hits.sort(key=lambda hit: (hit.first, -hit.last))
    kept = [hit for hit in hits if hit.role == "cue"]
    hits = [hit for hit in hits if hit.role != "cue"]
    reach, longest = -1, 0
    for hit in hits:
        length = hit.last - hit.first
        if hit.last <= reach and length < longest:
            continue
        if kept and any(k.first == hit.first and k.last == hit.last and k.role == hit.role for k in kept[-4:]):
            continue
        kept.append(hit)
        if hit.last > reach:
            reach, longest = hit.last, length
    return sorted(kept, key=lambda hit: hit.first)
