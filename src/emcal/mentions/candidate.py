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

    Spans: ``trigger`` is the word that makes it an event (``head`` folded), ``phrase`` the noun phrase around it,
    ``clause`` the words of the sentence that it was found in.

    How it is spoken of: the noun stands alone (``bare``) or with words behind it (``complement``), points back ("the
    meeting", ``pointing``; "this visit", ``near``), is brought in ("a meeting", ``novel``), stands behind a preposition
    (``oblique``) or in the phrase of another event (``dependent``); a verb says something of it (``told``); no noun
    names it ("it will be held on 5 May", ``implicit``); it is one of several in a row (``listed``) or under the
    ``heading`` of a list; ``own`` are its words where it shares an item with others. ``asserted`` says that the text
    claims it to happen, and not merely speaks of it.
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
    own: tuple[int, int] | None = None
    parser: str = "prose"
    rules: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether its date stands in the text, rather than being taken from elsewhere."""
        return self.anchor in ("explicit", "spread", "name")
