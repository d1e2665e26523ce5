"""``emcal.ics``: an iCalendar file (RFC 5545, RFC 7986) that every client reads."""

from __future__ import annotations

from emcal.export.calendar.assembly import calendar
from emcal.export.format import RenderOptions
from emcal.register.register import Register

extension = "ics"
media_type = "text/calendar; charset=utf-8"


def render(register: Register, options: RenderOptions) -> bytes:
    """The calendar of all entries that have a date; see ``emcal.export.calendar``."""
    return calendar(register.entries, options)
