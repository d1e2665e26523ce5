"""The calendar around the events: its header with name and refresh hints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from icalendar import Calendar, vDuration, vText, vUri

from emcal import __version__
from emcal.export.calendar.fold import fold
from emcal.export.calendar.words import word
from emcal.export.format import RenderOptions

FOOTER = b"END:VCALENDAR\r\n"
_REFRESH = timedelta(hours=12)


def header(options: RenderOptions, notes: tuple[str, ...] = ()) -> bytes:
    """BEGIN:VCALENDAR and the calendar's own properties; ``notes`` join its description.

    No UID: vdirsyncer takes a calendar with one for a single item. No METHOD: with one, RFC 5546 asks for an ORGANIZER.
    No LAST-MODIFIED: a change of one event changes that event alone.
    """
    calendar = Calendar()
    for name, value in _properties(options, notes):
        calendar[name] = value
    lines = calendar.content_lines()
    return b"".join(fold(line) + b"\r\n" for line in lines if line and line != "END:VCALENDAR")


def _properties(options: RenderOptions, notes: tuple[str, ...]) -> Iterator[tuple[str, vText | vDuration | vUri]]:
    name = options.title or word("name", options.language)
    about = " ".join((word("about", options.language), *notes))
    refresh = vDuration(_REFRESH)
    refresh.params["VALUE"] = "DURATION"
    yield "VERSION", vText("2.0")
    yield "PRODID", vText(f"-//emcal//emcal {__version__}//{options.language.upper()}")
    yield "CALSCALE", vText("GREGORIAN")
    yield "NAME", vText(name)
    yield "X-WR-CALNAME", vText(name)
    yield "DESCRIPTION", vText(about)
    yield "X-WR-CALDESC", vText(about)
    yield "REFRESH-INTERVAL", refresh
    yield "X-PUBLISHED-TTL", vText("PT12H")
    if options.site:
        yield "URL", vUri(options.site)
