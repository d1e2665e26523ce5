"""The noun of the events floor: one happening, with every mention of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from emcal.mentions.mention import Claim, Kind, Mention, Participant, Place, Titles
from emcal.noun import Noun
from emcal.when import When

Standing = Literal["planned", "ongoing", "held", "unconfirmed", "expired", "postponed", "cancelled"]


class Join(Noun):
    """Why two mentions are taken for one event: their ids and the rules that agreed."""

    left: str
    right: str
    reasons: tuple[str, ...]


class Event(Noun):
    """One event (RFC 5545 VEVENT) with all its mentions, earliest published first.

    ``when`` is the best reading, ``readings`` the others that documents gave and that were not chosen, ``was`` the dates
    that it had before it was moved. ``part_of`` is the ``uid`` of the larger event. ``uid`` is provisional until the
    register mints one. ``note`` is an analyst's.
    """

    uid: str
    titles: Titles
    kind: Kind
    claim: Claim
    when: When | None = None
    readings: tuple[When, ...] = ()
    was: tuple[When, ...] = ()
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    name: str | None = None
    series: str | None = None
    edition: int | None = None
    part_of: str | None = None
    mentions: tuple[Mention, ...]
    joins: tuple[Join, ...] = ()
    note: str | None = None


def standing(event: Event, as_of: date) -> Standing:
    """What claim and time together give on the day ``as_of``; planned never becomes held by the passing of time.

    The window is ``event.when``; a side that is open never passes. Without a window the claim stands as it is.
    """
    if event.claim in ("held", "postponed", "cancelled"):
        return event.claim
    earliest = event.when.earliest if event.when else None
    latest = event.when.latest if event.when else None
    if latest is not None and as_of > latest:
        if event.kind == "agreement":
            return "expired"
        return "held" if event.claim == "ongoing" else "unconfirmed"
    if earliest is not None and as_of < earliest:
        return "planned"
    if event.claim == "ongoing" or (event.kind == "agreement" and earliest is not None):
        return "ongoing"
    return "planned"
