"""A whole calendar out of register entries: bytes of single events, cached, windowed and joined."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from emcal import __version__
from emcal.events.event import standing
from emcal.export.calendar.vcalendar import FOOTER, header
from emcal.export.calendar.vevent import shown, vevent_bytes
from emcal.export.calendar.words import word
from emcal.export.format import RenderingKey, RenderOptions
from emcal.register.register import Entry

MOST_EVENTS = 900
MOST_BYTES = 900_000
ARCHIVE = "archive.ics"
# Goes up when the same entry gives other bytes than before.
_SERIAL = 1
_ROOM = 2_000


def calendar(entries: Sequence[Entry], options: RenderOptions) -> bytes:
    """The iCalendar stream of the entries; same entries and options, same bytes.

    Events without a date that a calendar can show are left out and counted in the calendar's description. With
    ``options.window`` the oldest go too until the rest keeps below what Google takes: 900 events and 900 kB.
    """
    if options.window:
        visible = [entry for entry in entries if shown(entry, options)]
        kept = _window(visible, options)
        windowed = len(kept) < len(visible)
    else:
        kept, windowed = events(entries, options), False
    return b"".join((header(options, _notes(entries, options, windowed)), *kept, FOOTER))


def events(entries: Sequence[Entry], options: RenderOptions) -> list[bytes]:
    """The VEVENT of each entry as bytes, from the cache of the options where it has them."""
    if options.cache is None:
        return [vevent_bytes(entry, options) for entry in entries]
    profile = _profile(options)
    known = options.cache.renderings(profile, options.language)
    keys: list[RenderingKey] = [
        (entry.event.uid, entry.revision, standing(entry.event, options.as_of)) for entry in entries
    ]
    fresh = {key: vevent_bytes(entry, options) for key, entry in zip(keys, entries, strict=True) if key not in known}
    if fresh:
        options.cache.keep_renderings(profile, options.language, fresh)
    return [known[key] if key in known else fresh[key] for key in keys]


def _window(entries: Sequence[Entry], options: RenderOptions) -> list[bytes]:
    """The events that end last, as many as services read, in the order they stand in."""
    by_end = sorted(range(len(entries)), key=lambda index: _recency(entries[index], options), reverse=True)
    newest = sorted(by_end[:MOST_EVENTS])
    pieces = dict(zip(newest, events([entries[index] for index in newest], options), strict=True))
    size = 0
    for index in by_end[:MOST_EVENTS]:
        size += len(pieces[index])
        if size > MOST_BYTES - _ROOM:
            del pieces[index]
    return list(pieces.values())


def _recency(entry: Entry, options: RenderOptions) -> tuple[date, date, str]:
    days = shown(entry, options)
    return (days.last, days.first, entry.event.uid) if days else (date.min, date.min, "")


def _notes(entries: Sequence[Entry], options: RenderOptions, windowed: bool) -> tuple[str, ...]:
    notes = []
    undated = sum(1 for entry in entries if not is_dated(entry))
    if undated:
        notes.append(word("undated", options.language).format(count=undated))
    if windowed:
        notes.append(word("windowed", options.language).format(address=f"{options.site or ''}{ARCHIVE}"))
    return tuple(notes)


def is_dated(entry: Entry) -> bool:
    """Whether a calendar can show the entry at all: at least one bound of its date is known."""
    when = entry.event.when
    return when is not None and (when.earliest is not None or when.latest is not None)


def _profile(options: RenderOptions) -> str:
    """All of the options that bears on the bytes of an event, and who made them, in one short name."""
    told = options.model_dump_json(include={"imprecise", "cancelled", "site"})
    made = hashlib.blake2b(f"{__version__}/{_SERIAL}/{told}".encode(), digest_size=6)
    return f"{options.profile}-{made.hexdigest()}"
