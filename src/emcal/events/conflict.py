"""What forbids two mentions to be one event, whatever speaks for it."""

from __future__ import annotations

from emcal.events.dates import relation
from emcal.events.evidence import same_people
from emcal.events.moving import moved, postponed
from emcal.events.naming import same_name
from emcal.events.profile import BILATERAL, Profile, same_city

_ALIKE = (
    {"exercise", "training"},
    {"meeting", "summit", "conference", "forum"},
    {"conference", "forum", "seminar", "exhibition"},
    {"training", "seminar"},
)
TWO_SIDED = frozenset({"meeting", "visit", "signing"})
"""Kinds of which one host may have several a day, each with another guest."""
NEAR = 250
"""Most characters between the sentences of one document that tell the old and the new date of an event."""


def conflict(left: Profile, right: Profile, *, bridged: bool = False) -> str | None:
    """The reason why the two must stay apart, or ``None``; ``bridged`` says that other dates are none."""
    if left.mention.document == right.mention.document:
        return None if rescheduled(left, right) else "one document tells both"
    if left.mention.id == right.mention.id:
        return None
    rules = (_kind, _edition, _name, _place, _people) if bridged else (_kind, _edition, _name, _date, _place, _people)
    return next((reason for rule in rules if (reason := rule(left, right))), None)


def bridges(between: Profile, left: Profile, right: Profile) -> bool:
    """Whether a mention calls the one's date postponed and the other's can be the new one."""
    return any(
        relation(between.window, old.window) != "apart" and postponed(between, new)
        for old, new in ((left, right), (right, left))
    )


def rescheduled(left: Profile, right: Profile) -> bool:
    """Whether one document tells the old date of an event as postponed and, close by, the new one."""
    if (left.mention.claim == "postponed") == (right.mention.claim == "postponed"):
        return False
    if "cancelled" in (left.mention.claim, right.mention.claim) or left.kind != right.kind or _edition(left, right):
        return False
    if left.named and right.named:
        return not _name(left, right)
    if left.title.keys == right.title.keys:
        return True
    return _distance(left, right) <= NEAR and not _place(left, right)


def _distance(left: Profile, right: Profile) -> int:
    """The fewest characters between a sentence of one and a sentence of the other."""
    spans, others = ((p.mention.evidence, *p.mention.also) for p in (left, right))
    return min(max(a.start - b.stop, b.start - a.stop, 0) for a in spans for b in others)


def _kind(left: Profile, right: Profile) -> str | None:
    if left.kind == right.kind:
        return None
    named = left.named and right.named
    alike = any(left.kind in kinds and right.kind in kinds for kinds in _ALIKE)
    return None if named and (alike or "other" in (left.kind, right.kind)) else "other kind"


def _edition(left: Profile, right: Profile) -> str | None:
    if left.edition is not None and right.edition is not None and left.edition != right.edition:
        return "other edition"
    if left.years and right.years and not left.years & right.years:
        return "other year in the name"
    return None


def _name(left: Profile, right: Profile) -> str | None:
    if left.series and right.series:
        return None if left.series == right.series else "other series"
    if left.name and right.name and not same_name(left.name, right.name):
        return "other name"
    return None


def _date(left: Profile, right: Profile) -> str | None:
    if left.kind == "agreement" and (left.window.earliest, left.window.latest) != (
        right.window.earliest,
        right.window.latest,
    ):
        return "other period"
    return "other date" if relation(left.window, right.window) == "apart" and not moved(left, right) else None


def _place(left: Profile, right: Profile) -> str | None:
    if left.country and right.country and left.country != right.country:
        return "other country"
    if left.city and right.city and not same_city(left, right) and not (left.named and right.named):
        return "other city"
    return None


def _people(left: Profile, right: Profile) -> str | None:
    """Other people for the same country, or other countries, at a meeting of few."""
    if left.kind not in BILATERAL:
        return None
    if left.sides and right.sides and not (left.countries & right.sides and right.countries & left.sides):
        return "other sides"
    if left.kind in TWO_SIDED and len(same_people(left, right)) < 2 and _other_guest(left, right):
        return "other guest"
    return "other people" if _other_envoy(left, right) else None


def _other_guest(left: Profile, right: Profile) -> bool:
    """Whether each mention has a country or an organisation of no country that the other lacks."""
    one, other = (profile.sides | _abroad(profile) for profile in (left, right))
    return bool(one - other - right.countries) and bool(other - one - left.countries)


def _abroad(profile: Profile) -> set[str]:
    return {organisation for organisation in profile.organisations if organisation.endswith("|")}


def _other_envoy(left: Profile, right: Profile) -> bool:
    """Whether a country for which each mention names one person is spoken for by two different people."""
    shared = set(same_people(left, right))
    here, there = envoys(left), envoys(right)
    return any(
        len(here[country]) == len(there[country]) == 1 and not here[country] & shared for country in here.keys() & there
    )


def envoys(profile: Profile) -> dict[str, set[str | None]]:
    """The names of the people who take part, by country; of nobody whose country is unknown."""
    found: dict[str, set[str | None]] = {}
    for person in profile.people.values():
        if person.country:
            found.setdefault(person.country, set()).add(person.name)
    return found
