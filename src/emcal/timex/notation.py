r"""The notation of patterns in language files, and the regular expressions that it stands for.

| written        | means                                                              |
|----------------|--------------------------------------------------------------------|
| ``{month}``    | a slot: a class of words, a number or an abbreviation              |
| ``{year?}``    | the slot, or nothing; a space before it is left out with it        |
| ``[the ]``     | this, or nothing                                                   |
| ``(до|по)``    | one of these                                                       |
| a space        | white space, a line break included                                 |
| ``~``          | a dash of any kind, with or without spaces around it               |
| ``{it}``       | any time expression; ``{that}`` is a second one                    |
| ``\(``         | a bracket that stands for itself                                   |
| ``<`` and ``>``| what stands before ``<`` or after ``>`` is needed but not covered  |

Everything else stands for itself, in folded letters (see ``emcal.timex.folding``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

SPACE = r"\s{1,3}"
DASH = r"\s{0,2}-\s{0,2}"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters that stand for themselves."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A named part; ``optional`` takes a space before it along."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, the empty one too when ``optional``."""

    options: tuple[tuple[Node, ...], ...]
    optional: bool = False


Node = Text | Slot | Choice
_TOKEN = re.compile(r"\{([a-z_]+[0-9]?)(\?)?\}|([\[\](|)])|((?:\\.|[^\[\](|){}\\])+)")


def parse(pattern: str, slots: Mapping[str, str]) -> tuple[Node, ...]:
    """The pattern as nodes, abbreviations spelled out. Raises ``ValueError`` for brackets that do not close."""
    stack: list[list[list[Node]]] = [[[]]]
    position = 0
    for token in _TOKEN.finditer(pattern):
        if token.start() != position:
            break
        position = token.end()
        name, optional, bracket, text = token.groups()
        if name:
            stack[-1][-1].extend(_slot(name, bool(optional), slots))
        elif text:
            stack[-1][-1].append(Text(text.replace("\\", "")))
        elif bracket in "[(":
            stack.append([[]])
        elif bracket == "|":
            stack[-1].append([])
        elif len(stack) > 1:
            closed = Choice(tuple(tuple(option) for option in stack.pop()), bracket == "]")
            stack[-1][-1].append(closed)
    if position != len(pattern) or len(stack) != 1 or len(stack[0]) != 1:
        raise ValueError(f"not a pattern: {pattern}")
    return tuple(stack[0][0])


def _slot(name: str, optional: bool, slots: Mapping[str, str]) -> list[Node]:
    second = name.endswith("2")
    base = name.removesuffix("2")
    if base not in slots:
        return [Slot(name, optional)]
    inner = parse(slots[base], slots)
    return [Choice((_seconds(inner) if second else inner,), optional)]


def _seconds(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with each slot renamed as the second of its kind."""
    return tuple(_second(node) for node in nodes)


def _second(node: Node) -> Node:
    if isinstance(node, Slot):
        return Slot(node.name + "2", node.optional)
    if isinstance(node, Choice):
        return Choice(tuple(_seconds(option) for option in node.options), node.optional)
    return node


def expand(forms: str) -> tuple[str, ...]:
    """Every spelling of space-separated forms; an underscore is a space within one."""
    return tuple(text for form in forms.split() for text in _spellings(parse(form.replace("_", " "), {})))


def _spellings(nodes: tuple[Node, ...]) -> Iterable[str]:
    texts = [""]
    for node in nodes:
        if isinstance(node, Text):
            texts = [text + node.text for text in texts]
        elif isinstance(node, Choice):
            tails = [tail for option in node.options for tail in _spellings(option)] + [""] * node.optional
            texts = [text + tail for text in texts for tail in tails]
    return texts


def regex(nodes: tuple[Node, ...], slot: Callable[[str], str]) -> str:
    """The regular expression of a parsed pattern; ``slot`` gives that of a named part."""
    out: list[str] = []
    for node in nodes:
        if isinstance(node, Text):
            out.append(_escape(node.text))
        elif isinstance(node, Choice):
            inside = "|".join(regex(option, slot) for option in node.options)
            out.append(_optional(out, inside) if node.optional else f"(?:{inside})")
        elif node.optional:
            out.append(_optional(out, slot(node.name)))
        else:
            out.append(slot(node.name))
    return "".join(out)


def _optional(out: list[str], inside: str) -> str:
    if out and out[-1].endswith(SPACE) and not inside.endswith(SPACE):
        out[-1] = out[-1].removesuffix(SPACE)
        inside = f"{SPACE}(?:{inside})"
    return f"(?:{inside})?"


def _escape(text: str) -> str:
    return "".join(SPACE if c == " " else DASH if c == "~" else re.escape(c) for c in text)


def openings(nodes: tuple[Node, ...], slot: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The words that a text matching the pattern can begin with; digits are ``0``, and ``*`` ends what may go on."""
    found: set[str] = set()
    for number, node in enumerate(nodes):
        if isinstance(node, Text):
            word = re.match(r"\w*", node.text)
            if word and word[0]:
                partial = word[0] == node.text and number + 1 < len(nodes)
                return frozenset(found | {word[0] + "*" * partial})
            if node.text.strip():
                return frozenset(found | {node.text.strip()[0]})
        elif isinstance(node, Slot):
            found |= slot(node.name)
            if not node.optional:
                return frozenset(found)
        else:
            for option in node.options:
                found |= openings(option, slot)
            if not node.optional:
                return frozenset(found)
    return frozenset(found)


def needs(nodes: tuple[Node, ...], slot: Callable[[str], frozenset[str]]) -> tuple[frozenset[str], ...]:
    """For every part that a matching text must have, the beginnings of words that it can have; digits are ``0``."""
    found: list[frozenset[str]] = []
    for node in nodes:
        if isinstance(node, Text):
            word = re.search(r"\w+", node.text)
            found += [frozenset({word[0]})] if word else []
        elif isinstance(node, Slot):
            found += [] if node.optional else [slot(node.name)]
        elif not node.optional:
            options = [needs(option, slot) for option in node.options]
            found += [frozenset().union(*(option[0] for option in options))] if all(options) else []
    return tuple(need for need in found if need)


@cache
def alternation(words: frozenset[str]) -> str:
    """One regular expression for all the words, longest first, common beginnings factored out."""
    heads: dict[str, set[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
    options = [_chain(head, frozenset(tails)) for head, tails in sorted(heads.items())]
    if not options:
        return ""
    inside = options[0] if len(options) == 1 and "" not in words else f"(?:{'|'.join(options)})"
    return f"{inside}?" if "" in words else inside


def _chain(head: str, tails: frozenset[str]) -> str:
    return (SPACE if head == " " else re.escape(head)) + alternation(tails)
