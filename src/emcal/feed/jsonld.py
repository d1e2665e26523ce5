"""An event as schema.org/Event in JSON-LD, for search engines and other readers of pages."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from emcal.events.event import Event, Standing, standing
from emcal.export.calendar.text import location
from emcal.export.wording import Language, title
from emcal.mentions.mention import Participant, Place

_STATUS: dict[Standing, str] = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
_REDUCED = ("day", "month", "year")


def json_ld(event: Event, as_of: date, language: Language, address: str | None) -> str:
    """The event as JSON-LD that may stand in a ``script`` element: nothing in it can end the element."""
    text = json.dumps(_event(event, as_of, language, address), ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _event(event: Event, as_of: date, language: Language, address: str | None) -> dict[str, Any]:
    stands = standing(event, as_of)
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": event.uid,
        "name": title(event, language),
        "inLanguage": language,
        "eventStatus": f"https://schema.org/{_STATUS.get(stands, 'EventScheduled')}",
        **_dates(event),
    }
    if address:
        told["url"] = address
    if event.place:
        told["location"] = _place(event.place, language)
    organisers = [_party(one) for one in event.participants if one.part in ("host", "organiser")]
    if organisers:
        told["organizer"] = organisers
    others = [_party(one) for one in event.participants if one.part not in ("host", "organiser")]
    if others:
        told["attendee"] = others
    return told


def _dates(event: Event) -> dict[str, str]:
    """ISO 8601 with reduced precision where the date is a day, a month or a year; else the known bounds."""
    when = event.when
    if when is None:
        return {}
    if when.edtf.precision in _REDUCED and "X" not in when.edtf:
        point = str(when.edtf).rstrip("~?%")
        if "[" not in point:
            return {"startDate": point, "endDate": point}
    bounds = {"startDate": when.earliest, "endDate": when.latest}
    return {name: day.isoformat() for name, day in bounds.items() if day}


def _place(place: Place, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "Place", "name": location(place, language)}
    address = {"addressLocality": place.name, "addressCountry": place.country}
    told["address"] = {"@type": "PostalAddress", **{name: value for name, value in address.items() if value}}
    if place.lat is not None and place.lon is not None:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return told


def _party(one: Participant) -> dict[str, str]:
    if one.name:
        job = {"jobTitle": one.role} if one.role else {}
        return {"@type": "Person", "name": one.name, **job}
    return {"@type": "Organization", "name": one.organisation or one.role or one.country or ""}
