"""The section ``[time]`` of a language file: words and rules of time expressions.

The notation of patterns is described in ``emcal.timex.notation``; what ``means`` may name, in ``emcal.timex.meaning``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from emcal.noun import Noun


class TimeRule(Noun):
    """One way to write a time expression.

    ``patterns`` are its written forms, ``means`` the meaning in code that reads them, ``gives`` what the meaning is told
    beside the words. ``examples`` are pairs of a text and the TIMEX3 value of the expression in it, for a document of
    15 May 2024 (a Wednesday); an empty value says that there is none. Where languages share the rule, the tag of the
    language comes first. A rule with a ``style`` belongs to that style alone. ``letters`` asks for a capital letter at the
    start of its months, weekdays and seasons ("May", not "may"), or for a small one inside a sentence.
    """

    name: str
    means: str
    patterns: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    gives: dict[str, str | int] = Field(default_factory=dict)
    style: Literal["calendar", "timeml"] | None = None
    letters: Literal["any", "capital", "small"] = "any"


class TimeSection(Noun):
    """The words, slots and rules of time expressions.

    ``family`` names rules shared with kindred languages (``emcal/timex/turkic.toml``). ``words`` maps a class
    (``month``) to its values (``1``) and each value to its forms, separated by spaces; a form may hold alternatives,
    ``январ(ь|я|е)``. ``slots`` are abbreviations for parts of patterns. ``past``, ``future`` and ``present`` (which may
    look ahead) are regular expressions for words that tell the tense of a clause, ``decisive`` those of the future that
    weigh more than a past verb; ``conjunctions`` part clauses. ``plans`` are words for what a
    year is planned with. After ``numbered`` ("room", "version") and before
    ``counted`` ("people") digits alone are no date.
    """

    family: str = ""
    words: dict[str, dict[str, str]] = Field(default_factory=dict)
    slots: dict[str, str] = Field(default_factory=dict)
    rules: tuple[TimeRule, ...] = ()
    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
