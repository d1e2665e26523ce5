"""The feeds by name: what each address holds of the register, as bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from emcal.export.calendar.assembly import ARCHIVE, calendar
from emcal.export.calendar.vevent import shown
from emcal.export.calendar.words import word as calendar_word
from emcal.export.format import RenderOptions
from emcal.export.formats import ics
from emcal.export.wording import country_name, kind_label, standing_label
from emcal.feed import atom, jsonfeed
from emcal.feed.changes import news
from emcal.feed.selection import Selection
from emcal.register.register import Entry

MAIN = "emcal.ics"
CHANGES = "changes.atom"
JSON = "feed.json"
FEED_HEADERS = (
    (b"cache-control", b"public, max-age=900"),
    (b"vary", b"accept-encoding"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Last-Modified"),
)
_YEAR = re.compile(r"([0-9]{4})\.ics")


def media_type(view: str) -> str | None:
    """The media type of a feed, ``None`` for a name that is none."""
    known = {MAIN: ics.media_type, ARCHIVE: ics.media_type, CHANGES: atom.media_type, JSON: jsonfeed.media_type}
    return ics.media_type if _YEAR.fullmatch(view) else known.get(view)


def render(view: str, entries: Sequence[Entry], selection: Selection, options: RenderOptions) -> bytes:
    """The feed ``view`` of the entries that the selection keeps.

    ``emcal.ics`` keeps below the limits of calendar services, ``archive.ics`` holds everything, ``2026.ics`` one year.
    """
    kept = selection.entries(entries, options.as_of)
    if view == CHANGES:
        return atom.atom(
            news(kept, options.as_of, selection.lang, atom.MOST), selection.lang, options.site or "", selection.query
        )
    if view == JSON:
        return jsonfeed.json_feed(kept, selection.lang, options.site or "", options.as_of, selection.query)
    year = _YEAR.fullmatch(view)
    if year:
        kept = tuple(entry for entry in kept if _touches(entry, int(year[1])))
    window = view == MAIN
    return calendar(kept, options.model_copy(update={"window": window, "title": name(selection)}))


def is_windowed(feed: bytes, entries: Sequence[Entry], options: RenderOptions) -> bool:
    """Whether the main feed leaves out events that the calendar could show."""
    return feed.count(b"\nBEGIN:VEVENT") < sum(shown(entry, options) is not None for entry in entries)


def years(entries: Sequence[Entry]) -> tuple[int, ...]:
    """The years that events fall in, oldest first."""
    spans = (entry.event.when for entry in entries if entry.event.when)
    bounds = ((when.earliest or when.latest, when.latest or when.earliest) for when in spans)
    return tuple(
        sorted({year for first, last in bounds if first and last for year in range(first.year, last.year + 1)})
    )


def _touches(entry: Entry, year: int) -> bool:
    when = entry.event.when
    first = (when.earliest or when.latest) if when else None
    last = (when.latest or when.earliest) if when else None
    return first is not None and last is not None and first.year <= year <= last.year


def name(selection: Selection) -> str:
    """The calendar's name with what it is narrowed to, so that two subscriptions can be told apart."""
    language = selection.lang
    narrowed = [
        *(country_name(code, language) for code in selection.country),
        *selection.organisation,
        *(kind_label(kind, language) for kind in selection.kind),
        *selection.series,
        *(standing_label(one, language) for one in selection.standing),
    ]
    return ": ".join(filter(None, (calendar_word("name", language), ", ".join(narrowed))))
