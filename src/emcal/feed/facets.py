"""What there is to choose from: the countries, kinds and the rest that events have, with how many have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from emcal.events.event import Event, standing
from emcal.export.wording import Language, country_name, kind_label, standing_label
from emcal.feed.selection import precision
from emcal.feed.words import word
from emcal.noun import Noun
from emcal.register.query import countries
from emcal.register.register import Entry

Value = TypeVar("Value", bound=str)
_MOST_NAMES = 300


class Choice(Noun):
    """One value of a filter, its label and how many events have it."""

    value: str
    label: str
    count: int


class Facets(Noun):
    """The choices of each filter; what most events have comes first."""

    country: tuple[Choice, ...]
    kind: tuple[Choice, ...]
    standing: tuple[Choice, ...]
    precision: tuple[Choice, ...]
    organisation: tuple[Choice, ...]
    series: tuple[Choice, ...]


def facets(entries: Sequence[Entry], as_of: date, language: Language) -> Facets:
    """The choices that the entries give."""
    events = tuple(entry.event for entry in entries)
    return Facets(
        country=_choices((countries(event) for event in events), lambda code: country_name(code, language)),
        kind=_choices(({event.kind} for event in events), lambda kind: kind_label(kind, language)),
        standing=_choices(({standing(e, as_of)} for e in events), lambda one: standing_label(one, language)),
        precision=_choices(({precision(e)} for e in events), lambda one: word(f"precision_{one}", language)),
        organisation=_choices(map(_organisations, events), str)[:_MOST_NAMES],
        series=_choices(({event.series} if event.series else set() for event in events), str)[:_MOST_NAMES],
    )


def _organisations(event: Event) -> set[str]:
    return {one.organisation for one in event.participants if one.organisation and "," not in one.organisation}


def _choices(values: Iterable[Collection[Value]], label: Callable[[Value], str]) -> tuple[Choice, ...]:
    counted = Counter(value for each in values for value in each)
    listed = (Choice(value=value, label=label(value), count=count) for value, count in counted.items())
    return tuple(sorted(listed, key=lambda choice: (-choice.count, choice.label, choice.value)))
