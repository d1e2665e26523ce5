"""From a register to the facts of its brief."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from emcal.export.brief.brief import SHOWN, Brief, Item
from emcal.export.brief.facts import highlights
from emcal.export.brief.facts.agreements import pacts
from emcal.export.brief.facts.ahead import MONTH, bands, undated
from emcal.export.brief.facts.comparison import EVERYTHING, by_standing, compare
from emcal.export.brief.facts.counts import counts
from emcal.export.brief.facts.doubts import doubts
from emcal.export.brief.facts.partners import partnerships
from emcal.export.brief.facts.past import changed, last_first, newly_held, reported_late
from emcal.register.query import Query
from emcal.register.register import Register


def brief(
    register: Register,
    as_of: date,
    since: date | None = None,
    previous: Register | None = None,
    scope: Query = EVERYTHING,
) -> Brief:
    """The facts of the brief of ``as_of``: against ``previous``, the register as it was known on ``since``.

    Without ``since`` there is nothing to compare with; without ``previous`` everything is new.
    """
    found, gone = compare(register, as_of, previous, since, scope)
    stands = by_standing(found)
    agreements = [item for item in found if item.event.kind == "agreement"]
    planned = [*stands["planned"], *stands["ongoing"]]
    signings = [item for item in stands["held"] if item.event.kind == "signing"]
    ahead, papers = bands(planned, as_of), pacts(agreements, signings, found, as_of)
    late, news = reported_late(stands["held"], since), newly_held(stands["held"], since)
    told, missed = changed(found, since), last_first(stands["unconfirmed"])
    shown = _distinct(
        *(band.items for band in ahead), news, tuple(one.item for one in told), missed, late,
        tuple(pact.item for pact in papers),
    )  # fmt: skip
    documents = [document for document in register.documents if not document.retired]
    before = {document.path for document in previous.documents} if previous else set()
    written = {document.path: document.created for document in register.documents}
    return Brief(
        as_of=as_of,
        since=since,
        following=following(since, as_of) if since else None,
        scope=scope,
        documents=len(documents),
        new_documents=sum(document.path not in before for document in documents) if since else 0,
        total=len(register.entries),
        shown=len(found),
        written=written,
        counts=counts(stands, agreements, gone, as_of, since),
        highlights=(
            highlights.happened(news, late, since or as_of - MONTH),
            highlights.comes(ahead),
            highlights.attention(told, missed, papers, ahead, as_of),
        ),
        ahead=ahead,
        held=news,
        changed=told,
        departed=gone,
        overdue=missed,
        late=late,
        pacts=papers,
        undated=undated(planned, stands["postponed"]),
        partnerships=partnerships(stands["held"], planned),
        doubts=doubts(shown, written),
    )


def following(since: date, as_of: date) -> date:
    """The day of the next brief at the same interval: whole months where the two days are whole months apart."""
    months = (as_of.year - since.year) * 12 + as_of.month - since.month
    if months and (as_of.day == since.day):
        year, month = divmod(as_of.year * 12 + as_of.month - 1 + months, 12)
        return date(year, month + 1, min(as_of.day, monthrange(year, month + 1)[1]))
    return as_of + (as_of - since)


def _distinct(*groups: Sequence[Item]) -> list[Item]:
    """The events that the sections show, once each."""
    found = {item.event.uid: item for group in groups for item in group[:SHOWN]}
    return list(found.values())
