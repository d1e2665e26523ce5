"""What is gathered about an event while a document is read; it ends as a ``Mention``."""

from __future__ import annotations

from dataclasses import dataclass, field

from emcal.mentions.line import Line
from emcal.mentions.names import Name
from emcal.timex.timex import Timex
from emcal.when import When


@dataclass(slots=True, eq=False)
class Candidate:
    """One place in a text where an event is told.

    ``trigger`` is the span of the word that makes it an event, ``phrase`` that of the noun phrase around it, ``clause``
    the stretch of the sentence that it was found in. ``bare`` says that the noun stands alone, ``complement`` that words
    follow it in its phrase, ``pointing`` that it points back ("the meeting"), ``near`` that it points close ("this visit"), ``novel`` that it is brought in ("a meeting"), ``oblique`` that it stands behind a preposition,
    ``dependent`` that it stands in the phrase of another event;
    ``told`` that a verb says something of it, ``implicit`` that no noun names it ("it will be held on 5 May");
    ``asserted`` that the text says something of its happening. ``head`` is the folded trigger word. ``listed`` that
    it is one of several in a row, ``heading`` the event of the list or the programme that this one is an item of.
    """

    kind: str
    line: Line
    trigger: tuple[int, int]
    phrase: tuple[int, int]
    clause: tuple[int, int]
    head: str = ""
    claim: str | None = None
    cue: str = ""
    cue_word: int = -1
    name: Name | None = None
    edition: int | None = None
    words: frozenset[str] = frozenset()
    bare: bool = False
    complement: bool = False
    pointing: bool = False
    near: bool = False
    novel: bool = False
    oblique: bool = False
    dependent: bool = False
    verbal: bool = False
    plural: bool = False
    told: bool = False
    implicit: bool = False
    asserted: bool = False
    timex: Timex | None = None
    when: When | None = None
    anchor: str = ""
    listed: bool = False
    recap: bool = False
    framed: bool = False
    heading: Candidate | None = None
    parser: str = "prose"
    rules: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether its date stands in the text, rather than being taken from elsewhere."""
        return self.anchor in ("explicit", "spread", "name")
