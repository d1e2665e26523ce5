"""When two dates that lie apart may be the old and the new date of one event."""

from __future__ import annotations

from emcal.events.profile import Profile
from emcal.mentions.mention import Claim

DELAY = 300
"""Most days by which an event of a name that may come every year is put off."""


def moved(left: Profile, right: Profile) -> bool:
    """Whether two dates of one name may be the old and the new date of one event.

    One of them is called postponed and the other comes within ``DELAY`` days, or at any time under the same edition; or
    it is a plan of the same year, with the year in a name, whose days had passed when the other document was written.
    """
    if postponed(left, right) or postponed(right, left):
        return True
    marked = left.years & right.years or any(p.years & set(q.window.years) for p, q in ((left, right), (right, left)))
    return bool(marked) and (lapsed(left, right) or lapsed(right, left))


def postponed(old: Profile, new: Profile) -> bool:
    """Whether a postponed date can have become the other mention's date."""
    if old.mention.claim != "postponed" or new.mention.claim == "postponed":
        return False
    if old.edition is not None and old.edition == new.edition:
        return True
    if old.window.earliest is None or new.window.earliest is None:
        return True
    return 0 <= (new.window.earliest - old.window.earliest).days <= DELAY


def lapsed(plan: Profile, report: Profile) -> bool:
    """Whether a plan's days had passed, without a word that it was held, when a later document gave other days."""
    written = report.created.latest or report.created.earliest
    last, first = plan.window.latest, report.window.earliest
    if plan.mention.claim != "planned" or not (written and last and first):
        return False
    return last < written and last < first and last.year == first.year


def claims(left: Profile, right: Profile) -> tuple[Claim, Claim]:
    """What the two mentions say of their event."""
    return left.mention.claim, right.mention.claim
