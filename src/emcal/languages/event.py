"""The section ``[event]`` of a language file: words that make, date and claim events.

A pattern is one or more words in lower case; ``*`` at the end of a word stands for any ending. Where two patterns
overlap, the longer one holds, so that "press conference" can be kept from being a conference.
"""

from __future__ import annotations

from pydantic import Field

from emcal.languages.title import TitleSection
from emcal.noun import Noun

Patterns = tuple[str, ...]


class EventSection(Noun):
    """The section's tables.

    ``head_last`` says that a noun follows what qualifies it ("exercise planning conference"), as in English and Turkic,
    ``verb_last`` that a sentence ends with its verb.
    ``kind`` are nouns by kind of event. ``verb`` are verbs that tell an event by themselves, by kind and then by claim.
    ``claim`` are words that say of an event named beside them that it was held, is planned, and so on. ``noun`` are
    other nouns that matter, by role: what can be signed (``document``), what has a period in force (``plan``). ``cue``
    are words that steer reading, by effect. ``word`` are closed classes without patterns: what ends a noun phrase
    (``stop``), what carries it on (``link``), what points back (``the``). ``ordinal`` are the words of small ordinals by
    number. ``title`` holds the glossaries of titles, ``lemma`` the dictionary form of event nouns, ``action`` the English
    noun for an event verb.
    """

    head_last: bool = False
    verb_last: bool = False
    kind: dict[str, Patterns] = Field(default_factory=dict)
    verb: dict[str, dict[str, Patterns]] = Field(default_factory=dict)
    claim: dict[str, Patterns] = Field(default_factory=dict)
    noun: dict[str, Patterns] = Field(default_factory=dict)
    cue: dict[str, Patterns] = Field(default_factory=dict)
    word: dict[str, Patterns] = Field(default_factory=dict)
    ordinal: dict[str, Patterns] = Field(default_factory=dict)
    title: TitleSection = TitleSection()
    lemma: dict[str, str] = Field(default_factory=dict)
    action: dict[str, str] = Field(default_factory=dict)
