"""The token that a pattern allows after its first one: a glance at the text tells which forms are worth trying there.

A token is a word, a run of digits, or one other character. What a pattern allows is a set of beginnings of tokens:
``DIGIT`` stands for any digits, ``INNER`` for whatever opens another expression, ``ANY`` for any token and for none. The
set may hold more than can match, never less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from emcal.timex.notation import Choice, Node, Slot, Text

ANY, INNER, DIGIT = "", "{it}", "0"
_WORD = r"[^\W\d_]\w{0,40}"
_TOKEN = re.compile(rf"{_WORD}|[0-9]+|\S")
TOKEN = re.compile(rf"\s{{0,9}}({_WORD}|[0-9]|\S|)")
"""The token at a position, of digits the first; empty at the end of a text."""

PAIR = re.compile(rf"({_WORD}|[0-9]|\S)(?:(?<=[0-9])[0-9]{{1,8}})?\s{{0,9}}({_WORD}|[0-9]|\S|)")
"""The token that begins at a position and the one after it."""

State = str
"""What a text is like so far: nothing yet, or a first token that ends in a letter, in a digit, or for good."""

NOTHING, LETTER, NUMBER, DONE = "", "a", "0", "."
Step = tuple[frozenset[str], frozenset[State]]
"""The second tokens found, and the states in which a first one goes on."""


def step(state: State, texts: Iterable[str], tokens: Iterable[str] = (), first: str = "") -> Step:
    """Where one of these texts leads; ``tokens`` are what may come after it before anything else.

    ``first`` is what the first token begins with, where that is known.
    """
    found: set[str] = set()
    states: set[State] = set()
    for text in texts:
        parts = _TOKEN.findall(state + text)
        if first and state == NOTHING and parts and not _alike(parts[0], first):
            continue
        if len(parts) > 1:
            found.add(parts[1])
        else:
            found.update(tokens)
            states.add(_state(state + text))
    return frozenset(DIGIT if text.isdigit() else text for text in found), frozenset(states)


def _alike(token: str, first: str) -> bool:
    """Whether a token can begin with both."""
    token = DIGIT if token.isdigit() else token
    return token.startswith(first) or first.startswith(token)


def _state(text: str) -> State:
    if not text.strip():
        return NOTHING
    if text.isdigit():
        return NUMBER
    return LETTER if text[-1].isalnum() or text[-1] == "_" else DONE


def walk(
    nodes: tuple[Node, ...], states: frozenset[State], slot: Callable[[str, State, str], Step], first: str = ""
) -> Step:
    """Where the nodes lead; ``slot`` tells where a slot of some name does. ``first`` is as in ``step``."""
    found: set[str] = set()
    spaced = False
    for number, node in enumerate(nodes):
        after = nodes[number + 1 :]
        if isinstance(node, Text):
            spaced = node.text.endswith(" ") and bool(after) and _takes_space(after[0])
            text = node.text[:-1] if spaced else node.text
            states = _all((step(state, (text.replace("~", "-"),), (), first) for state in states), found)
            continue
        entered = _all((step(state, (" ",)) for state in states), found) if spaced else states
        passed = states if node.optional else frozenset[State]()
        if isinstance(node, Slot):
            states = passed | _all((slot(node.name, state, first) for state in entered), found)
        else:
            states = passed | _all((walk(option, entered, slot, first) for option in node.options), found)
        spaced = False
    return frozenset(found), states


def _all(steps: Iterable[Step], found: set[str]) -> frozenset[State]:
    states: set[State] = set()
    for seconds, open_states in steps:
        found |= seconds
        states |= open_states
    return frozenset(states)


def _takes_space(node: Node) -> bool:
    """Whether a space before the node is left out with it, as ``notation.regex`` has it."""
    if isinstance(node, Text) or not node.optional:
        return False
    last = node.options[-1][-1:] if isinstance(node, Choice) else ()
    return not (last and isinstance(last[0], Text) and last[0].text.endswith(" "))
