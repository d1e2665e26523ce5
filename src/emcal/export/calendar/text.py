"""What an entry says in the calendar: its summary, its description, where it is and where to read on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from emcal.events.event import Event, Standing
from emcal.export.calendar.days import Days
from emcal.export.calendar.words import word
from emcal.export.wording import (
    Language,
    date_phrase,
    kind_label,
    participants_phrase,
    place_phrase,
    precision_phrase,
    standing_label,
    title,
)
from emcal.mentions.mention import Mention, Place

_QUOTES = 3
_QUOTE_LENGTH = 300
# Control characters that RFC 5545 forbids, and the characters at which readers that split by lines would cut.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\x0b\x0c\x85\u2028\u2029\r]")
_WEB = re.compile(r"https?://[^\s\"<>\\^`{|}]+", re.IGNORECASE)


def clean(text: str) -> str:
    """The text without what no TEXT value may hold; every kind of line break becomes a plain one."""
    if text.isascii() and text.isprintable():
        return text
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def summary(event: Event, stands: Standing, covered: Days, language: Language) -> str:
    """The title with the doubt in it: ``[CANCELLED] ...``, ``... [2026, date open]``, ``... [unconfirmed]``."""
    name = one_line(title(event, language))
    if stands in ("cancelled", "postponed"):
        name = f"[{word(stands, language)}] {name}"
    doubts = ", ".join(_doubts(event, stands, covered, language))
    return f"{name} [{doubts}]" if doubts else name


def _doubts(event: Event, stands: Standing, covered: Days, language: Language) -> Iterator[str]:
    if not covered.exact and event.when is not None:
        yield date_phrase(event.when, language)
        if stands == "planned" and event.kind != "agreement":
            yield word("date_open", language)
    if stands == "unconfirmed":
        yield word("unconfirmed", language)


def description(event: Event, stands: Standing, language: Language) -> str:
    """Status, date with its precision in words, place, participants, and quotes with their documents."""
    return "\n".join(_paragraphs(event, stands, language))


def _paragraphs(event: Event, stands: Standing, language: Language) -> Iterator[str]:
    yield f"{word('status', language)}: {standing_label(stands, language, event.kind)}"
    if event.when is not None:
        yield f"{word('when', language)}: {date_phrase(event.when, language)} ({precision_phrase(event.when, language)})"
    for moved in event.was:
        yield f"{word('was', language)}: {date_phrase(moved, language)}"
    if event.place is not None:
        yield f"{word('where', language)}: {location(event.place, language)}"
    if event.participants:
        yield f"{word('participants', language)}: {participants_phrase(event.participants, language)}"
    if event.note:
        yield f"{word('note', language)}: {event.note}"
    yield ""
    yield f"{word('sources', language)}:"
    yield from _quotes(event.mentions, language)


def _quotes(mentions: tuple[Mention, ...], language: Language) -> Iterator[str]:
    """The newest mentions first: what is said last is what stands."""
    for mention in mentions[: -_QUOTES - 1 : -1]:
        yield f"{word('quoted', language).format(text=_shortened(mention.evidence_text))} — {mention.document}"
    if len(mentions) > _QUOTES:
        yield word("more", language).format(count=len(mentions) - _QUOTES)


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _QUOTE_LENGTH else line[:_QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"


def categories(event: Event, language: Language) -> tuple[str, ...]:
    """The kind, and the series when the event belongs to one."""
    return (kind_label(event.kind, language), *([event.series] if event.series else []))


def location(place: Place, language: Language) -> str:
    """The place in one line, from the venue to the country."""
    return one_line(", ".join(filter(None, (place.venue, place_phrase(place, language)))))


def link(event: Event, site: str | None) -> str | None:
    """The event's page under ``site``, or else the first of its documents that is a web address (http and https only)."""
    if site:
        return f"{site}events/{quote(event.uid, safe='@')}"
    return next((mention.document for mention in event.mentions if is_web(mention.document)), None)


def is_web(document: str) -> bool:
    """Whether the path of a document is a web address that may become a link: http or https and nothing else."""
    return _WEB.fullmatch(document) is not None
