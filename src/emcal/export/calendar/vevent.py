"""One register entry as a VEVENT: the component, built with icalendar, and its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import cast

from icalendar import Event as VEvent
from icalendar import vCategory, vDate, vDatetime, vGeo, vInt, vText, vUri
from icalendar.parser import Contentline, Parameters

from emcal.events.event import Standing, standing
from emcal.export.calendar.days import Days, days, turned
from emcal.export.calendar.fold import fold
from emcal.export.calendar.rich import enrich
from emcal.export.calendar.text import categories, clean, description, link, location, summary
from emcal.export.format import Cancelled, RenderOptions
from emcal.register.register import Entry

_NO_PARAMETERS = Parameters()
_STATUS: dict[Standing, str] = {
    "planned": "TENTATIVE",
    "unconfirmed": "TENTATIVE",
    "postponed": "TENTATIVE",
    "ongoing": "CONFIRMED",
    "held": "CONFIRMED",
    "expired": "CONFIRMED",
    "cancelled": "CANCELLED",
}


def vevent_bytes(entry: Entry, options: RenderOptions) -> bytes:
    """The VEVENT of an entry, folded, with its final line break; empty when the options leave the event out."""
    component = vevent(entry, options)
    if component is None:
        return b""
    return b"".join(fold(line) + b"\r\n" for line in _content_lines(component))


def _content_lines(component: VEvent) -> Iterator[str]:
    """The lines of ``component.content_lines()`` at half the cost: that one makes new parameters for every line."""
    for name, value in component.property_items():
        yield Contentline.from_parts(name, cast("Parameters", getattr(value, "params", _NO_PARAMETERS)), value)


def shown(entry: Entry, options: RenderOptions) -> Days | None:
    """The days on which the calendar shows an entry, ``None`` when it has no date or the options hide it."""
    if options.cancelled == "hide" and entry.event.claim == "cancelled":
        return None
    return days(entry.event.when, options.imprecise)


def vevent(entry: Entry, options: RenderOptions) -> VEvent | None:
    """The VEVENT of an entry, or ``None`` when the options leave the event out.

    All-day, with an exclusive DTEND; transparent, so that nobody's day is blocked; DTSTAMP and LAST-MODIFIED are the last
    change of content, which includes the day on which time alone changed the standing.
    """
    covered = shown(entry, options)
    if covered is None:
        return None
    event, stands = entry.event, standing(entry.event, options.as_of)
    component = VEvent()
    modified = _moment(content_changed(entry, options.as_of))
    component["UID"] = _text(event.uid)
    component["DTSTAMP"] = modified
    component["LAST-MODIFIED"] = modified
    component["CREATED"] = _moment(entry.created)
    component["SEQUENCE"] = vInt(entry.sequence)
    component["DTSTART"] = _day(covered.first)
    component["DTEND"] = _day(covered.end)
    component["SUMMARY"] = _text(summary(event, stands, covered, options.language))
    component["DESCRIPTION"] = _text(description(event, stands, options.language))
    component["CATEGORIES"] = vCategory([clean(name) for name in categories(event, options.language)])
    component["STATUS"] = _constant(_status(stands, options.cancelled))
    component["TRANSP"] = _constant("TRANSPARENT")
    component["X-MICROSOFT-CDO-BUSYSTATUS"] = _constant("FREE")
    component["X-EMCAL-STANDING"] = _constant(stands)
    _add_place(component, entry, options)
    _add_relations(component, entry, options)
    if options.profile == "rich":
        enrich(component, entry, stands, options.language)
    return component


def content_changed(entry: Entry, as_of: date) -> datetime:
    """The last change of what an entry shows, in UTC: its revision, or the later midnight that changed its standing."""
    turn = turned(entry.event, as_of)
    modified = entry.modified.astimezone(UTC)
    return modified if turn is None else max(modified, datetime.combine(turn, time(), UTC))


def _add_place(component: VEvent, entry: Entry, options: RenderOptions) -> None:
    place = entry.event.place
    if place is None:
        return
    where = location(place, options.language)
    if where:
        component["LOCATION"] = _text(where)
    if place.lat is not None and place.lon is not None:
        component["GEO"] = vGeo((place.lat, place.lon))


def _add_relations(component: VEvent, entry: Entry, options: RenderOptions) -> None:
    event = entry.event
    address = link(event, options.site)
    if address:
        component["URL"] = vUri(address)
    if event.part_of:
        component["RELATED-TO"] = _text(event.part_of)
    if event.when is not None:
        edtf = component["X-EMCAL-EDTF"] = _text(event.when.edtf)
        edtf.params["X-PRECISION"] = event.when.edtf.precision


def _status(stands: Standing, cancelled: Cancelled) -> str:
    """STATUS by standing; ``keep`` confirms a cancelled event, since Google drops what is CANCELLED."""
    return "CONFIRMED" if stands == "cancelled" and cancelled == "keep" else _STATUS[stands]


def _text(value: str) -> vText:
    return vText(clean(value))


@lru_cache(maxsize=64)
def _constant(value: str) -> vText:
    return vText(value)


@lru_cache(maxsize=4096)
def _day(value: date) -> vDate:
    property_ = vDate(value)
    property_.params["VALUE"] = "DATE"
    return property_


@lru_cache(maxsize=4096)
def _moment(value: datetime) -> vDatetime:
    return vDatetime(value.replace(microsecond=0))
