"""From a register to the facts of its brief."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from emcal.export.brief.brief import Brief, Item
from emcal.export.brief.facts import highlights
from emcal.export.brief.facts.agreements import pacts
from emcal.export.brief.facts.ahead import bands, undated
from emcal.export.brief.facts.comparison import departed, items
from emcal.export.brief.facts.counts import counts
from emcal.export.brief.facts.doubts import doubts
from emcal.export.brief.facts.partners import partnerships
from emcal.export.brief.facts.past import changed, held, overdue, reported_late
from emcal.register.query import Query, matches
from emcal.register.register import Register

EVERYTHING = Query()


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
    found = items(register, as_of, previous, since, scope)
    ahead, late, news = bands(found, as_of), reported_late(found, since), held(found, since)
    told, missed, papers = changed(found, since), overdue(found), pacts(found, as_of)
    actions = tuple(item for item in found if undated(item))
    shown = _distinct(
        [item for band in ahead for item in band.items], news, [one.item for one in told], missed, late,
        [pact.item for pact in papers],
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
        counts=counts(found, [e for e in previous.entries if matches(e.event, scope)] if previous else [], since),
        highlights=(
            highlights.happened(news, late),
            highlights.comes(ahead),
            highlights.attention(told, missed, papers, ahead, as_of),
        ),
        ahead=ahead,
        held=news,
        changed=told,
        departed=departed(register, previous, scope),
        overdue=missed,
        late=late,
        pacts=papers,
        undated=actions,
        partnerships=partnerships(found),
        doubts=doubts(shown, written),
    )


def following(since: date, as_of: date) -> date:
    """The day of the next brief at the same interval: whole months where the two days are whole months apart."""
    months = (as_of.year - since.year) * 12 + as_of.month - since.month
    if months and (as_of.day == since.day):
        year, month = divmod(as_of.year * 12 + as_of.month - 1 + months, 12)
        return date(year, month + 1, min(as_of.day, monthrange(year, month + 1)[1]))
    return as_of + (as_of - since)


def _distinct(*groups: Iterable[Item]) -> list[Item]:
    found = {item.event.uid: item for group in groups for item in group}
    return list(found.values())
