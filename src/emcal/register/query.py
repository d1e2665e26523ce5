"""Which entries a reader asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import model_validator

from emcal.events.event import Event, Standing, standing
from emcal.mentions.mention import Kind
from emcal.noun import Noun

_WORD = re.compile(r"[^\W_]+")


class Query(Noun):
    """Filters that an entry must all pass; days are inclusive.

    ``as_of`` is the day that standing is told for and ``known_on`` the day up to which documents had been read: two
    different questions. ``since`` and ``until`` ask for a window that touches the stretch between them. ``country`` is
    where an event is or who takes part in it. Every word of ``text`` begins a word of the entry's, whatever the case.
    """

    as_of: date | None = None
    known_on: date | None = None
    standing: Standing | None = None
    kind: Kind | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    series: str | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _standing_is_told_for_a_day(self) -> Self:
        if self.standing is not None and self.as_of is None:
            raise ValueError("a standing needs the day that it is told for")
        return self


def matches(event: Event, query: Query) -> bool:
    """Whether the event passes every filter."""
    return (
        (query.kind is None or event.kind == query.kind)
        and (query.country is None or query.country.upper() in countries(event))
        and _in_time(event, query)
        and (query.series is None or fold(query.series) in series_of(event))
        and (query.text is None or _speaks(event, query.text))
        and (query.standing is None or query.as_of is None or standing(event, query.as_of) == query.standing)
    )


def countries(event: Event) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) that an event is in, or that take part."""
    named = [participant.country for participant in event.participants]
    return frozenset(filter(None, (event.place.country if event.place else None, *named)))


def series_of(event: Event) -> str:
    """What a filter on recurring events looks through: series and name, without case and accents."""
    return fold(f"{event.series or ''} {event.name or ''}")


def words(text: str) -> list[str]:
    """The words of a text as they are searched: without case and accents."""
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """The text without case and accents, Cyrillic too."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def text_of(event: Event) -> str:
    """Everything in an event that full text search looks through."""
    return "\n".join(_texts(event))


def _texts(event: Event) -> Iterator[str]:
    yield from filter(None, (event.titles.en, event.titles.ru, event.name, event.series, event.note))
    if event.place:
        yield from filter(None, (event.place.name, event.place.name_ru, event.place.venue))
    for person in event.participants:
        yield from filter(None, (person.name, person.role, person.organisation))
    for mention in event.mentions:
        yield from (mention.evidence_text, *mention.also_text)


def _speaks(event: Event, text: str) -> bool:
    found = words(text_of(event))
    return all(any(word.startswith(wanted) for word in found) for wanted in words(text))


def _in_time(event: Event, query: Query) -> bool:
    if query.since is None and query.until is None:
        return True
    when = event.when
    if when is None or (when.earliest is None and when.latest is None):
        return False
    begins_too_late = query.until is not None and when.earliest is not None and when.earliest > query.until
    ends_too_early = query.since is not None and when.latest is not None and when.latest < query.since
    return not begins_too_late and not ends_too_early
