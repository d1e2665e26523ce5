"""The three lines that a reader must know: what happened, what comes next, what needs attention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from emcal.export.brief.brief import Alteration, Band, Highlight, Item, Pact
from emcal.export.brief.facts.agreements import last_day
from emcal.export.brief.facts.ahead import QUARTER
from emcal.export.brief.facts.past import in_period
from emcal.mentions.mention import Kind

# What leads when several things happened: who met, then what was agreed, then what was done.
_WEIGHT: tuple[Kind, ...] = (
    "summit", "emergency", "mission", "meeting", "signing", "exercise", "forum", "visit", "conference", "exhibition",
    "training", "seminar", "competition", "commemoration", "other", "agreement",
)  # fmt: skip


def happened(held: Sequence[Item], late: Sequence[Item], since: date) -> Highlight:
    """The weightiest event held since a day, else the last one held, else the weightiest reported late, else quiet."""
    if held:
        recent = [item for item in held if in_period(item, since)] or held[:1]
        return Highlight("held", min(recent, key=_weight), len(held))
    return Highlight("late", min(late, key=_weight), len(late)) if late else Highlight("quiet", None)


def comes(ahead: Sequence[Band]) -> Highlight:
    """The next event of the coming 90 days and how many there are, else the first that comes later."""
    soon = [item for band in ahead if band.key in ("month", "quarter") for item in band.items]
    if soon:
        return Highlight("next" if len(soon) > 1 else "only", soon[0], len(soon))
    later = [item for band in ahead if band.key == "later" for item in band.items]
    return Highlight("no_next", later[0] if later else None, len(later))


def attention(
    changed: Iterable[Alteration], overdue: Sequence[Item], pacts: Sequence[Pact], ahead: Sequence[Band], as_of: date
) -> Highlight:
    """The first that applies: cancelled, moved, newly overdue, an agreement that ends, a month without events."""
    altered = [alteration.item for alteration in changed]
    cancelled = [item for item in altered if item.standing == "cancelled" and item.stood != "cancelled"]
    if cancelled:
        return Highlight("cancelled", cancelled[0], len(cancelled))
    moved = [item for item in altered if shift(item)]
    if moved:
        return Highlight("put_off" if moved[0].standing == "postponed" else "moved", moved[0], len(moved))
    missed = [item for item in overdue if item.stood not in ("unconfirmed", None)]
    if missed:
        return Highlight("unconfirmed", missed[0], len(missed))
    ending = [pact.item for pact in pacts if _ends_soon(pact.item, as_of)]
    if ending:
        return Highlight("ending", ending[0], len(ending))
    if any(band.items for band in ahead if band.key == "month"):
        return Highlight("unconfirmed", overdue[0], len(overdue)) if overdue else Highlight("steady", None)
    vague = [item for band in ahead if band.key == "later" for item in band.items]
    return Highlight("gap", vague[0] if vague else None, len(vague))


def shift(item: Item) -> int:
    """Days by which an event moved: later, earlier (negative), or 0 where it did not move or only got more precise.

    A postponement without a new date counts as a day; a new reading of what was held before is no move.
    """
    if item.was is None or item.stood == "held":
        return 0
    if item.standing == "postponed" and item.stood != "postponed":
        return 1
    old, new = item.was.when, item.event.when
    if not (old and new and old.earliest and old.latest and new.earliest and new.latest):
        return 0
    if new.earliest > old.latest or new.latest < old.earliest:
        return (new.earliest - old.earliest).days
    return 0


def _ends_soon(item: Item, as_of: date) -> bool:
    until = last_day(item)
    return item.standing == "ongoing" and until is not None and until - as_of <= QUARTER


def _weight(item: Item) -> tuple[bool, int, int]:
    when = item.event.when
    day = when.latest.toordinal() if when and when.latest else 0
    main = any(mention.main for mention in item.event.mentions)
    return not main, _WEIGHT.index(item.event.kind), -day
