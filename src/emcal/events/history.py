"""What a cluster of mentions comes to in the end: its claim, its date, and what these were before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from emcal.events.dates import Window, relation
from emcal.events.profile import Identity, Profile
from emcal.mentions.mention import Claim
from emcal.when import When

_RANK: dict[Claim, int] = {"postponed": 0, "planned": 1, "ongoing": 2, "held": 3, "cancelled": 4}
_REPORTED = ("held", "ongoing")
STRETCH = 60
"""An event of more days than these is no range of days that one day inside it could shorten."""


class History(NamedTuple):
    """The claim and the date that stand, the dates given up on the way, and the other readings of the date."""

    claim: Claim
    when: When | None
    was: tuple[When, ...]
    readings: tuple[When, ...]


def history(members: Sequence[Profile]) -> History:
    """What the mentions of one event tell together, in the order in which they were written."""
    told = sorted(members, key=chronology)
    claim = _claim(told)
    best = _date(told, claim)
    dated = [profile for profile in told if profile.mention.when is not None]
    given_up = [profile for profile in dated if best and _given_up(profile, best)]
    others = [profile for profile in dated if profile not in given_up]
    when = best.mention.when if best else None
    was = _distinct(given_up, (when,))
    return History(claim, when, was, _distinct(others, (when, *was)))


def written(profile: Profile) -> date:
    """The first day on which the document can have been written; what is said without a date comes first.

    A report without any date is at least as late as what it reports.
    """
    day = profile.created.earliest or profile.created.latest
    if day is None and profile.mention.claim in _REPORTED:
        day = profile.window.earliest
    return day or date.min


def chronology(profile: Profile) -> tuple[date, int, Identity]:
    """Sorts mentions as the story went; of one day, the old date comes before the new one."""
    return written(profile), _RANK[profile.mention.claim], profile.identity


def _claim(told: Sequence[Profile]) -> Claim:
    """The last claim that moves the event on."""
    standing = told[0]
    given_up = [standing] if standing.mention.claim in ("postponed", "cancelled") else []
    for profile in told[1:]:
        if not _moves_on(profile, standing, given_up):
            continue
        standing = profile
        if profile.mention.claim in ("postponed", "cancelled"):
            given_up.append(profile)
    return standing.mention.claim


def _moves_on(profile: Profile, standing: Profile, given_up: Sequence[Profile]) -> bool:
    """Whether a later mention changes what stands.

    A report of the event ends the story; a plan revives what was postponed or cancelled only with another date; a
    postponement of a date that stands no longer is a look back.
    """
    before, now = standing.mention.claim, profile.mention.claim
    if before == "held" or (now in _REPORTED and too_early(profile)):
        return False
    if now == "planned":
        return before in ("planned", "postponed", "cancelled") and not any(_same_date(profile, p) for p in given_up)
    if now == "postponed":
        return before != "ongoing" and relation(profile.window, standing.window) != "apart"
    return True


def _same_date(plan: Profile, given_up: Profile) -> bool:
    if not given_up.window.days and not given_up.window.partial:
        return written(plan) <= written(given_up) and plan.mention.document != given_up.mention.document
    return relation(plan.window, given_up.window) != "apart"


def too_early(profile: Profile) -> bool:
    """Whether a document reports what lies after its own last day."""
    last, first = profile.created.latest, profile.window.earliest
    return bool(last and first and last < first)


def _date(told: Sequence[Profile], claim: Claim) -> Profile | None:
    """The mention whose date stands: a report's before a plan's, and of plans the last, each as precise as can be."""
    dated = [profile for profile in told if profile.mention.when is not None]
    live = [profile for profile in dated if profile.mention.claim != "postponed"]
    if claim == "postponed" or not live:
        old = [profile for profile in dated if profile.mention.claim == "postponed"]
        return _best(old or live)
    reported = [profile for profile in live if profile.mention.claim in _REPORTED and not too_early(profile)]
    anchor = _best(reported) if reported else _last_dated(live)
    return (
        _best([profile for profile in live if relation(profile.window, anchor.window) != "apart"]) if anchor else None
    )


def _last_dated(plans: Sequence[Profile]) -> Profile:
    return max(plans, key=lambda profile: (profile.window.days > 0, chronology(profile)))


def _best(pool: Sequence[Profile]) -> Profile | None:
    return min(pool, key=_precision, default=None)


def _precision(profile: Profile) -> tuple[object, ...]:
    """Sorts dates by how much they say: days before a day near it before months and years.

    A range of days comes before a single one, which may be but the day of the report. "Today" counts from the first
    document that says it; of figures, a report's come before a plan's, and later ones before earlier ones.
    """
    window = profile.window
    reported = profile.mention.claim in _REPORTED
    day = written(profile).toordinal()
    return (
        _grade(window),
        0 if window.exact else window.days,
        not reported,
        window.relative,
        day if window.relative else -day,
        profile.identity,
    )


def _grade(window: Window) -> int:
    if not window.days:
        return 4
    if window.exact and window.days <= STRETCH:
        return 0 if window.days > 1 else 1
    return 2 if window.about else 3


def _given_up(profile: Profile, best: Profile) -> bool:
    """Whether a date that was told is one that the event had before the date that stands."""
    if profile.mention.when == best.mention.when or profile.mention.claim in _REPORTED:
        return False
    return profile.mention.claim == "postponed" or relation(profile.window, best.window) == "apart"


def _distinct(profiles: Sequence[Profile], known: Sequence[When | None]) -> tuple[When, ...]:
    """The dates of the mentions, each once and in order, without those that are known."""
    seen = {when.edtf for when in known if when}
    found: dict[str, When] = {}
    for profile in profiles:
        when = profile.mention.when
        if when is not None and when.edtf not in seen:
            found.setdefault(when.edtf, when)
    return tuple(found.values())
