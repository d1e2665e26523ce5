"""One pattern of one rule: the regular expressions that find it, and what a glance at the text says against it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from emcal.languages.time import TimeRule
from emcal.timex import lookahead, notation
from emcal.timex.folding import plain
from emcal.timex.lookahead import ANY, DIGIT, DONE, INNER, NOTHING, State

if TYPE_CHECKING:
    from emcal.timex.grammar import Grammar

_END = r"(?![\w%°])(?![.,:/][0-9])"
_DIGITS = re.compile("[0-9]")
_PATIENCE, _AHEAD = 50, 100
_INNER = re.compile(r"\{it\}|\{that\}")
Match = Callable[[str, int], "re.Match[str] | None"]


class Form:
    """A pattern of a rule.

    ``joins`` tells how many other expressions stand in it: none, ``{it}``, or ``{it}`` and ``{that}``. ``match[part]``
    matches what stands before, between or after these at a position of a text; a regular expression is compiled when
    first needed. ``rank`` is its place among the forms of a grammar: of two that match as much, the first one holds.
    """

    __slots__ = (
        "_allowed", "_labels", "_passed", "grammar", "joins", "match", "openings", "outside", "parts", "rank", "rule",
    )  # fmt: skip

    def __init__(self, rule: TimeRule, pattern: str, grammar: Grammar, rank: int) -> None:
        self.rule, self.grammar, self.rank = rule, grammar, rank
        pattern = plain(pattern)
        left, found, right = pattern.partition(" < ")
        self.outside = left if found else ""
        self.parts = tuple(_INNER.split(right if found else pattern))
        self.joins = len(self.parts) - 1
        self.match: list[Match] = [partial(self._first_match, part) for part in range(self.joins + 1)]
        self.openings = notation.openings(grammar.nodes(left.split(">")[0]), grammar.opening)
        self._labels = 0
        self._allowed: dict[str, frozenset[str]] = {}
        self._passed = 0

    def _first_match(self, part: int, text: str, at: int) -> re.Match[str] | None:
        """The match of a part that is not compiled yet.

        To compile it costs a hundred times what it costs to see that the text ahead lacks a word it cannot do without:
        it is put off until the words are there, or until it has been put off often.
        """
        self._passed += 1
        if self._passed < _PATIENCE and not self._may_match(part, text[at : at + _AHEAD]):
            return None
        self.match[part] = re.compile(self.regex(part)).match
        return self.match[part](text, at)

    def _may_match(self, part: int, ahead: str) -> bool:
        """Whether the text ahead has a word for everything that the part cannot do without."""
        inside = self.parts[part].partition(" > ")[0]
        pattern = f"{self.outside} {inside}" if self.outside and part == 0 else inside
        digits = _DIGITS.search(ahead) is not None
        needs = notation.needs(self.grammar.nodes(pattern), self.grammar.opening)
        return all((digits and DIGIT in need) or any(word in ahead for word in need) for need in needs)

    def regex(self, part: int) -> str:
        """The regular expression of a part as text."""
        inside, found, after = self.parts[part].partition(" > ")
        self._labels = 0
        text = self._spelled(inside)
        if found:
            ahead = self._spelled(after)
            return rf"{text}(?=\s{{0,3}}{ahead}(?!\w))"
        last = part == self.joins and bool(inside)
        text = text + _END if last else text
        return f"{self._spelled(self.outside + ' ')}(?P<span>{text})" if self.outside and part == 0 else text

    def _spelled(self, pattern: str) -> str:
        return notation.regex(self.grammar.nodes(pattern), self._labelled)

    def _labelled(self, name: str) -> str:
        """A slot as a group; the number in its label tells it from others of its name in the same pattern."""
        self._labels += 1
        return self.grammar.slot(name, f"{name}__{self._labels}")

    @property
    def is_tail(self) -> bool:
        """Whether it begins with another expression."""
        return bool(self.joins) and not (self.parts[0] or self.outside)

    def allows(self, token: str, first: str = "") -> bool:
        """Whether it can match where this token comes next: after its first one, or after the expression it begins with.

        ``first`` is the word that opens the text there; it is looked at only where the rest does not tell.
        """
        return self._allows(token, "") and (not first or self._allows(token, first))

    def _allows(self, token: str, first: str) -> bool:
        if first not in self._allowed:
            part, state = (1, DONE) if self.is_tail else (0, NOTHING)
            self._allowed[first] = self._tokens(part, state, first)
        allowed = self._allowed[first]
        if INNER in allowed and self.grammar.opens(token):
            return True
        return any(token[:length] in allowed for length in range(len(token) + 1))

    def _tokens(self, part: int, state: State, first: str) -> frozenset[str]:
        inside, found, after = self.parts[part].partition(" > ")
        tokens: frozenset[str] = frozenset()
        states = frozenset({state})
        for pattern in (self.outside + " " if self.outside and part == 0 else "", inside, after):
            states = states | {DONE} if pattern and pattern is after else states
            more, states = lookahead.walk(self.grammar.nodes(pattern), states, self.grammar.step, first)
            tokens |= more
        if part == self.joins or found:
            return tokens | {ANY for _ in states}
        return tokens | {INNER if state == DONE else ANY for state in states}
