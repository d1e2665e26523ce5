"""What a feed address asks for: filters and rendering choices, read from a query and written back in one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode

from emcal.edtf import Precision
from emcal.errors import EmcalError
from emcal.events.event import Event, Standing, standing
from emcal.export.format import Cancelled, Imprecise, Profile, RenderOptions
from emcal.export.wording import Language
from emcal.export.wording.terms import LANGUAGES
from emcal.mentions.mention import Kind
from emcal.noun import Noun
from emcal.register.query import countries
from emcal.register.register import Entry

LONGEST_PAST = 36_500
_MOST_FIELDS = 100
_COUNTRY = re.compile(r"[A-Z]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class QueryError(EmcalError):
    """A query that asks for what there is not; its text tells the reader which part and what to write instead."""


class Selection(Noun):
    """Which events a feed holds and how it shows them.

    Values of one filter widen it, filters together narrow it. ``country`` keeps events in the country or with somebody
    from it, ``organisation`` those with a participant whose organisation holds the words, ``past`` those that ended at
    most so many days ago.
    """

    country: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    series: tuple[str, ...] = ()
    standing: tuple[Standing, ...] = ()
    precision: tuple[Precision, ...] = ()
    past: int | None = None
    lang: Language = "en"
    imprecise: Imprecise = "span"
    cancelled: Cancelled = "label"
    profile: Profile = "default"

    @property
    def query(self) -> str:
        """The selection as a query: names sorted, values sorted, defaults left out."""
        told = self.model_dump(exclude_defaults=True)
        values = ((name, ",".join(value) if isinstance(value, tuple) else str(value)) for name, value in told.items())
        return urlencode(sorted(values), safe=",")

    def options(self, as_of: date, **more: Any) -> RenderOptions:
        """The rendering choices for an export."""
        return RenderOptions(
            as_of=as_of,
            language=self.lang,
            imprecise=self.imprecise,
            cancelled=self.cancelled,
            profile=self.profile,
            **more,
        )

    def entries(self, entries: Iterable[Entry], as_of: date) -> tuple[Entry, ...]:
        """The entries that the filters keep, in their order."""
        kept = tuple(self._tests(as_of))
        return tuple(entry for entry in entries if all(keeps(entry.event) for keeps in kept))

    def _tests(self, as_of: date) -> Iterable[Callable[[Event], bool]]:
        """One test for each filter that is set."""
        if self.country:
            yield lambda event: not countries(event).isdisjoint(self.country)
        if self.organisation:
            wanted = tuple(name.casefold() for name in self.organisation)
            yield lambda event: any(name in has for has in _organisations(event) for name in wanted)
        if self.kind:
            yield lambda event: event.kind in self.kind
        if self.series:
            yield lambda event: event.series in self.series
        if self.standing:
            yield lambda event: standing(event, as_of) in self.standing
        if self.precision:
            yield lambda event: precision(event) in self.precision
        if self.past is not None:
            first = as_of - timedelta(days=self.past)
            yield lambda event: _ends(event, first)


def precision(event: Event) -> Precision:
    """The precision of an event's date, ``unknown`` without one."""
    return event.when.edtf.precision if event.when else "unknown"


def _organisations(event: Event) -> set[str]:
    return {one.organisation.casefold() for one in event.participants if one.organisation}


def _ends(event: Event, first: date) -> bool:
    """Whether the event ends on ``first`` or later; one with an open end always does."""
    latest = event.when.latest if event.when else None
    return latest is None or latest >= first


def read_query(query: str, language: Language = "en") -> Selection:
    """The selection that a query string asks for; ``language`` where it names none. Raises ``QueryError``."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise QueryError(f"the query cannot be read: {error}") from error
    asked: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in _READERS:
            raise QueryError(f"unknown filter {_quoted(name)}: choose from {', '.join(sorted(_READERS))}")
        asked.setdefault(name, []).extend(part.strip() for part in value.split(",") if part.strip())
    values = {name: _READERS[name](name, texts) for name, texts in asked.items() if texts}
    return Selection.model_validate({"lang": language, **values})


def _quoted(text: str) -> str:
    return repr(text[:40])


def _single(name: str, texts: list[str]) -> str:
    if len(set(texts)) > 1:
        raise QueryError(f"{name} takes one value, not {len(set(texts))}")
    return texts[0]


def _one_of(*allowed: str) -> Callable[[str, list[str]], str]:
    def read(name: str, texts: list[str]) -> str:
        return _known(name, _single(name, texts).lower(), allowed)

    return read


def _some_of(*allowed: str) -> Callable[[str, list[str]], tuple[str, ...]]:
    def read(name: str, texts: list[str]) -> tuple[str, ...]:
        return tuple(sorted({_known(name, text.lower(), allowed) for text in texts}))

    return read


def _known(name: str, text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise QueryError(f"{name}={_quoted(text)}: choose from {', '.join(allowed)}")
    return text


def _read_countries(name: str, texts: list[str]) -> tuple[str, ...]:
    codes = {text.upper() for text in texts}
    for code in codes:
        if not _COUNTRY.fullmatch(code):
            raise QueryError(f"{name}={_quoted(code)}: two letters of ISO 3166-1, for example KG")
    return tuple(sorted(codes))


def _read_words(name: str, texts: list[str]) -> tuple[str, ...]:
    for text in texts:
        if len(text) > 200 or _CONTROL.search(text):
            raise QueryError(f"{name}={_quoted(text)}: at most 200 printable characters")
    return tuple(sorted(set(texts)))


def _read_days(name: str, texts: list[str]) -> int:
    text = _single(name, texts)
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text) <= LONGEST_PAST):
        raise QueryError(f"{name}={_quoted(text)}: a whole number of days, at most {LONGEST_PAST}")
    return int(text)


_READERS: dict[str, Callable[[str, list[str]], Any]] = {
    "country": _read_countries,
    "organisation": _read_words,
    "kind": _some_of(*get_args(Kind)),
    "series": _read_words,
    "standing": _some_of(*get_args(Standing)),
    "precision": _some_of(*get_args(Precision)),
    "past": _read_days,
    "lang": _one_of(*LANGUAGES),
    "imprecise": _one_of(*get_args(Imprecise)),
    "cancelled": _one_of(*get_args(Cancelled)),
    "profile": _one_of(*get_args(Profile)),
}
