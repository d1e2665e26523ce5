"""What speaks for two mentions being one event: typed rules, each with its reason and its weight.

A weight only orders the joins, the surest first; whether there is a join at all is settled by the rules of ``grounds``.
A date alone, and a year alone above all, is never a ground.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from emcal.events.dates import Relation, relation, shared_part
from emcal.events.moving import claims, moved, postponed
from emcal.events.naming import same_name, stands_in
from emcal.events.profile import BILATERAL, SITED, Profile, likeness, long_title, same_city
from emcal.gazetteer.names import same_person

SAME_TEXT = 0.6
"""Least share of common word runs (Jaccard) of a reprinted sentence."""
SHORT = 10
"""Most days of a date that people or sides can settle: the same two ministers meet again a month later."""
FEW = 3
"""Ordinals up to here are said of much ("first meeting", "third quarter") and number no series by themselves."""
LEAGUE = 3
"""Least countries whose meeting is an event by itself."""
SEASON = 190
"""Most days of a plan that the same countries can settle."""


class Evidence(NamedTuple):
    """How sure a pair is, and why."""

    weight: float
    reasons: tuple[str, ...]


class Agreement:
    """What two profiles have in common, worked out once."""

    __slots__ = ("city", "country", "date", "edition", "foreign", "kind", "name", "organisations", "people", "text")

    def __init__(self, left: Profile, right: Profile, date: Relation) -> None:
        self.date = date
        self.kind = left.kind == right.kind
        self.name = bool(left.series and left.series == right.series) or bool(
            left.name and right.name and same_name(left.name, right.name)
        )
        self.edition = left.edition is not None and left.edition == right.edition
        self.city = same_city(left, right)
        self.country = left.country if left.country == right.country else None
        self.people = same_people(left, right)
        self.organisations = left.organisations & right.organisations
        self.foreign = (left.countries & right.countries) - ({self.country} if self.country else set())
        self.text = likeness(left, right)


def same_people(left: Profile, right: Profile) -> list[str]:
    """The names, as the left mention has them, of people who take part in both."""
    return [
        person.name
        for key, person in left.people.items()
        if person.name and any(key == other or _same_person(key, other) for other in right.people)
    ]


_same_person = lru_cache(maxsize=65536)(same_person)


def grounds(left: Profile, right: Profile) -> Evidence | None:
    """Why the two may be one event, or ``None`` when nothing speaks for it."""
    date = relation(left.window, right.window)
    if _strangers(left, right, date):
        return None
    both = Agreement(left, right, date)
    reasons = [
        *_by_text(both, left, right),
        *_by_name(both, left, right),
        *_by_people(both, left, right),
        *_by_sides(both, left, right),
        *_by_place(both, left, right),
        *_by_title(both, left, right),
        *_undated(both, left, right),
    ]
    return Evidence(_weight(both, left, right), (*reasons, *_circumstances(both, left))) if reasons else None


def _strangers(left: Profile, right: Profile, date: Relation) -> bool:
    """Whether nothing below can speak for the pair, seen from what costs little to compare."""
    if (left.named and right.named) or left.mention.id == right.mention.id:
        return False
    edition = left.edition is not None and left.edition == right.edition
    return left.kind != right.kind or not (date != "apart" or edition or "postponed" in claims(left, right))


def _by_text(both: Agreement, left: Profile, right: Profile) -> list[str]:
    if left.mention.id == right.mention.id:
        return ["same text"]
    return ["reprinted sentence"] if both.kind and both.text >= SAME_TEXT and both.date != "apart" else []


def _by_name(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """A name or a series with a date that fits, or an edition whatever the date."""
    reason = "same series" if left.series and left.series == right.series else "same name"
    dated = both.date in ("same", "overlap", "near")
    if both.name and (dated or both.edition or moved(left, right)):
        return [reason]
    own = left.edition is not None and (left.edition > FEW or both.city)
    if both.edition and own and both.kind and both.country and (dated or "postponed" in claims(left, right)):
        return [f"same edition {left.edition}"]
    return []


def _by_people(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """The same people within days: two of them, or one and the other side."""
    if not (both.kind and both.people and _settled(both, left, right)):
        return []
    company = both.foreign or both.city or both.organisations
    return ["same people"] if len(both.people) >= 2 or (company and _brief(left, right)) else []


def _by_sides(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """All the same countries: parties of one period, two that meet within days, a league within a season."""
    if not both.kind or len(left.countries & right.countries) < 2:
        return []
    if left.kind == "agreement":
        return ["same parties and period"] if left.sides == right.sides and both.date == "overlap" else []
    if not _settled(both, left, right):
        return []
    league = len(left.sides) >= LEAGUE and left.sides == right.sides
    if league and max(left.window.days, right.window.days) <= SEASON:
        return ["same sides"]
    whole = left.sides <= right.countries or right.sides <= left.countries
    return ["same sides"] if whole and left.kind in BILATERAL and _brief(left, right) else []


def _settled(both: Agreement, left: Profile, right: Profile) -> bool:
    """Whether the dates fit and one of them is known to days."""
    return both.date in ("same", "overlap", "near") and min(left.window.days, right.window.days) <= SHORT


def _by_place(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """The same kind in the same place: on the same days, or with the same sides when one date only holds the other."""
    if not both.kind or both.date not in ("same", "overlap", "near"):
        return []
    backed = bool(both.people or both.foreign or both.organisations)
    if both.city and left.kind in SITED and (backed or both.date == "same" or _brief(left, right)):
        return ["same kind and city"]
    if both.city and backed and _brief(left, right):
        return ["same kind and city"]
    if both.city and left.kind in SITED and _alike(left, right):
        return ["same kind and city, alike in title"]
    if both.country and (backed or left.kind == "commemoration") and (both.date == "same" or left.kind in SITED):
        return ["same kind and country"]
    return []


def _alike(left: Profile, right: Profile) -> bool:
    """Whether titles share a word beside kind and place, and no different guests stand against it."""
    plain = {left.kind, *left.city, *right.city}
    shared = {word for word in left.words & right.words if len(word) > 3} - plain
    guests, others = left.sides - {left.country}, right.sides - {right.country}
    return bool(shared) and (not guests or not others or bool(guests & others))


def _by_title(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """A long title word for word on the same days, or put off; a name that stands in the other mention's title."""
    if not both.kind:
        return []
    dated = both.date == "same" or (both.date != "apart" and _brief(left, right))
    moves = postponed(left, right) or postponed(right, left)
    if long_title(left) and left.title.keys == right.title.keys and (dated or moves):
        return ["same title"]
    fits = both.date in ("same", "overlap", "near")
    return ["name in the title"] if fits and (_titled(left, right) or _titled(right, left)) else []


def _titled(named: Profile, other: Profile) -> bool:
    return bool(named.name and not other.name and stands_in(named.name, other.title))


def _undated(both: Agreement, left: Profile, right: Profile) -> list[str]:
    """Without any date on either side, a guest of the same name in the same country."""
    if both.date != "undated" or left.window.days or right.window.days or not (both.kind and both.country):
        return []
    return ["same guest and country"] if both.organisations and left.kind in BILATERAL else []


def _brief(left: Profile, right: Profile) -> bool:
    return 0 < max(left.window.days, right.window.days) <= SHORT


def _circumstances(both: Agreement, left: Profile) -> list[str]:
    """What else agrees, for the reader of the join."""
    said = {
        f"edition {left.edition}": both.edition,
        f"people {', '.join(sorted(both.people))}": both.people,
        f"city {left.mention.place.name if left.mention.place else ''}": both.city,
        f"country {both.country}": both.country and not both.city,
        f"countries {', '.join(sorted(both.foreign))}": both.foreign,
        f"dates {both.date}": True,
    }
    return [text for text, holds in said.items() if holds]


_DATE_WEIGHT = {"same": 25, "overlap": 4, "near": 4, "undated": 0, "apart": -10}


def _weight(both: Agreement, left: Profile, right: Profile) -> float:
    same_titles = fuzz.token_set_ratio(left.mention.titles.en, right.mention.titles.en) / 100
    return (
        100 * (left.mention.id == right.mention.id)
        + 40 * both.text
        + 40 * both.name
        + 20 * both.edition
        + 20 * min(2, len(both.people))
        + 8 * min(2, len(both.organisations))
        + 5 * min(3, len(both.foreign))
        + (12 if both.city else 4 if both.country else 0)
        + 10 * both.kind
        + 5 * same_titles
        + _DATE_WEIGHT[both.date]
        + 10 * shared_part(left.window, right.window)
    )
