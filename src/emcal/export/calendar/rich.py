"""What recent clients read and old ones stumble over: RFC 7986 colours, RFC 9253 links, RFC 9073 places and people.

Kept out of the default profile because calcurse 4.7 imports no event that has a component inside, and libical 3.0 calls
such an event invalid.
"""

from __future__ import annotations

from icalendar import Component, Event, vGeo, vText, vUri

from emcal.events.event import Standing
from emcal.export.calendar.text import clean, is_web, location
from emcal.export.wording import Language, participant_phrase
from emcal.mentions.mention import Part, Participant, Place
from emcal.register.register import Entry

# CSS3 colour names, as RFC 7986 section 5.9 wants them.
_COLOURS: dict[Standing, str] = {
    "planned": "steelblue",
    "ongoing": "seagreen",
    "held": "darkslategray",
    "unconfirmed": "goldenrod",
    "expired": "gray",
    "postponed": "chocolate",
    "cancelled": "firebrick",
}
# RFC 9073 section 6.2 knows no host and no guest.
_PARTS: dict[Part, str] = {"organiser": "PLANNER-CONTACT", "host": "PLANNER-CONTACT", "invited": "INACTIVE"}


class _Location(Component):
    name = "VLOCATION"


class _Participant(Component):
    name = "PARTICIPANT"


def enrich(component: Event, entry: Entry, stands: Standing, language: Language) -> None:
    """Adds to a VEVENT of the default profile what the rich one has more."""
    event = entry.event
    component["COLOR"] = vText(_COLOURS[stands])
    if event.series:
        component["REFID"] = vText(clean(event.series))
    documents = dict.fromkeys(mention.document for mention in event.mentions)
    sources = [_source(document) for document in documents if is_web(document)]
    if sources:
        component["LINK"] = sources
    if event.place:
        component.add_component(_location(event.uid, event.place, language))
    for number, one in enumerate(event.participants):
        component.add_component(_participant(f"{event.uid}-{number}", one, language))


def _source(document: str) -> vUri:
    link = vUri(document)
    link.params["LINKREL"] = "SOURCE"
    link.params["VALUE"] = "URI"
    return link


def _location(uid: str, place: Place, language: Language) -> Component:
    made = _Location()
    made["UID"] = vText(f"{uid}-place")
    name = location(place, language)
    if name:
        made["NAME"] = vText(clean(name))
    if place.lat is not None and place.lon is not None:
        made["GEO"] = vGeo((place.lat, place.lon))
    return made


def _participant(uid: str, one: Participant, language: Language) -> Component:
    made = _Participant()
    made["UID"] = vText(uid)
    made["PARTICIPANT-TYPE"] = vText(_PARTS.get(one.part, "ACTIVE"))
    made["SUMMARY"] = vText(clean(participant_phrase(one, language)))
    return made
