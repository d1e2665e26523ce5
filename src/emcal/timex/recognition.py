"""Finding time expressions: one scan for words and digits that open one, then the rules that begin with them.

What comes out are pieces: which rule matched where, the values in its slots, and the pieces inside it. What they mean
is another matter (``emcal.timex.normalization``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from emcal.languages.time import TimeRule
from emcal.timex.form import Form
from emcal.timex.grammar import Grammar, Slots
from emcal.timex.lookahead import PAIR, TOKEN
from emcal.timex.plausibility import Guard, fits, possible

_DEPTH = 3
_REMEMBERED = 10_000
_NAMES = frozenset({"month", "monthname", "weekday", "wday", "season", "monthadj"})
_OPENS = re.compile(r"(?:^|[.!?\n:•*–—-])\s*$")


@dataclass(slots=True)
class Piece:
    """A stretch of the folded text that a rule matched; ``reach`` is where its context ends.

    ``possible`` is false for a day that no calendar has and for what only looks like a date: it is passed over.
    """

    start: int
    stop: int
    reach: int
    rule: TimeRule
    slots: Slots
    inner: tuple[Piece, ...] = field(default=())
    possible: bool = True


class Recognizer:
    """Finds the pieces of one text; ``raw`` is the same text before folding, for its capitals."""

    def __init__(self, text: str, raw: str, grammar: Grammar) -> None:
        self.text, self.raw, self.grammar = text, raw, grammar
        self.guard = Guard(text, grammar.section)
        self._known: dict[tuple[int, int], Piece | None] = {}
        self._parts: dict[tuple[int, int], Piece | None] = {}

    def pieces(self) -> Iterator[Piece]:
        """The pieces from left to right; they do not overlap."""
        search = self.grammar.trigger.search
        position = 0
        while hit := search(self.text, position):
            if len(self._parts) > _REMEMBERED:
                self._known.clear()
                self._parts.clear()
            piece = self._whole(hit.start(), 0)
            if piece is None:
                position = hit.end()
                continue
            if piece.start > hit.start() and not piece.inner:
                piece = self._fuller(piece)
            position = max(piece.stop, hit.end())
            if piece.possible:
                yield piece

    def _fuller(self, piece: Piece) -> Piece:
        """The piece, or what a rule that needs no word before it makes of more text from the same start."""
        other = self._whole(piece.start, 1)
        return other if other is not None and other.reach > piece.reach else piece

    def _whole(self, at: int, depth: int) -> Piece | None:
        """The longest expression that begins here, with all that follows and belongs to it."""
        key = (at, depth)
        if key not in self._known:
            piece = self._part(at, depth)
            while piece is not None and piece.possible and depth < _DEPTH:
                longer = self._longer(piece, depth)
                if longer is None:
                    break
                piece = longer
            self._known[key] = piece
        return self._known[key]

    def _part(self, at: int, depth: int) -> Piece | None:
        """The longest expression that begins here, without a second one joined to it."""
        key = (at, depth)
        if key not in self._parts:
            self._parts[key] = self._best(at, depth)
        return self._parts[key]

    def _best(self, at: int, depth: int) -> Piece | None:
        tokens = PAIR.match(self.text, at)
        if tokens is None:
            return None
        best: Piece | None = None
        for form in self.grammar.candidates(tokens[1], tokens[2]):
            match = form.match[0](self.text, at)
            piece = self._try(form, match, at, depth) if match else None
            if piece is not None and (best is None or _better(piece, best)):
                best = piece
        return best

    def _try(self, form: Form, match: re.Match[str], at: int, depth: int) -> Piece | None:
        """The piece of a form whose first part matched here."""
        if match.end() == at:
            return None
        if form.joins:
            return self._filled(form, [match], at, depth)
        slots = self.grammar.read(match.groupdict())
        if slots is None:
            return None
        start = match.start("span") if form.outside else at
        if form.rule.letters != "any" and not self._letters(match, form.rule.letters):
            return None
        if not self.guard.allows(form.rule, start, match.end(), inner=depth > 0):
            return None
        return Piece(
            start, match.end(), match.end(), form.rule, slots, possible=form.rule.means != "none" and possible(slots)
        )

    def _filled(self, form: Form, matches: list[re.Match[str]], at: int, depth: int) -> Piece | None:
        """The form whose first part matched, with an expression in each of its gaps."""
        if depth >= _DEPTH:
            return None
        inner: list[Piece] = []
        position = matches[0].end()
        for part in range(1, form.joins + 1):
            last = part == form.joins
            piece = self._whole(position, depth + 1) if last else self._part(position, depth + 1)
            if piece is None or not piece.possible:
                return None
            inner.append(piece)
            match = form.match[part](self.text, piece.stop)
            if match is None:
                return None
            matches.append(match)
            position = match.end()
        start = inner[0].start if form.outside else at
        return self._joined(form, matches, tuple(inner), start, position)

    def _longer(self, piece: Piece, depth: int) -> Piece | None:
        """The piece with what follows it, if a rule that begins with an expression allows that."""
        best: Piece | None = None
        token = TOKEN.match(self.text, piece.stop)
        for form in self.grammar.tails(token[1] if token else ""):
            match = form.match[1](self.text, piece.stop)
            if match is None or (match.end() == piece.stop and form.joins == 1):
                continue
            longer = self._with_tail(form, piece, match, depth)
            if longer is not None and (best is None or _better(longer, best)):
                best = longer
        return best

    def _with_tail(self, form: Form, piece: Piece, match: re.Match[str], depth: int) -> Piece | None:
        if form.joins == 1:
            return self._joined(form, [match], (piece,), piece.start, match.end())
        second = self._part(match.end(), depth + 1)
        if second is None or not second.possible:
            return None
        end = form.match[2](self.text, second.stop)
        if end is None:
            return None
        return self._joined(form, [match, end], (piece, second), piece.start, end.end())

    def _joined(
        self, form: Form, matches: list[re.Match[str]], inner: tuple[Piece, ...], start: int, stop: int
    ) -> Piece | None:
        slots: Slots = {}
        for match in matches:
            slots |= self.grammar.read(match.groupdict()) or {}
        if not fits(form.rule, slots, inner):
            return None
        return Piece(start, stop, stop, form.rule, slots, inner)

    def _letters(self, match: re.Match[str], case: str) -> bool:
        """Whether the names in a match are written as the rule asks; a small letter may be large after a full stop."""
        starts = [
            match.start(name)
            for name, text in match.groupdict().items()
            if text and name.partition("__")[0].rstrip("23") in _NAMES
        ]
        if case == "capital":
            return all(self.raw[at].isupper() for at in starts)
        return all(self.raw[at].islower() or _OPENS.search(self.raw[max(0, at - 3) : at]) for at in starts)


def _better(piece: Piece, best: Piece) -> bool:
    if piece.reach != best.reach:
        return piece.reach > best.reach
    return piece.possible and not best.possible
