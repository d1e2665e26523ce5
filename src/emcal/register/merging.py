"""Merging what was touched: mentions to events, events to uids, human decisions on top, differences to revisions.

Only the touched mentions are merged again, with all that they could meet and everything that was merged together with
these before. No other mention can come to another event by it, so the outcome equals a merge of everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from emcal.events import Event, link_parts
from emcal.events import Judgement as Link
from emcal.mentions.mention import Mention
from emcal.register.corrections import corrected
from emcal.register.decision import Correction, Judgement, corrections, judgements
from emcal.register.identity import identify
from emcal.register.judging import linked, pairs
from emcal.register.meeting import events_of
from emcal.register.reading import Report
from emcal.register.register import Change
from emcal.register.revision import Difference, differences, significant
from emcal.register.storage import Alias, Revision, Storage

MANY = 0.25
"""Share of all mentions; when more were touched, merging everything costs less than finding their surroundings."""


class Cause(NamedTuple):
    """What a revision is because of: a decision's id, or nothing, when each document speaks for itself.

    ``made`` are the ids of corrections made at once, of which each speaks for its own field.
    """

    at: datetime
    because: str = ""
    by: Literal["document", "correction", "judgement"] = "document"
    made: frozenset[str] = frozenset()


def merge(storage: Storage, cause: Cause) -> Report:
    """Brings the events up to date with the mentions and decisions that were touched; inside one transaction."""
    touched = storage.touched()
    if not touched:
        return Report()
    decided = storage.decisions()
    standing = judgements(decided)
    corrected_fields = corrections(decided)
    pool = _pool(storage, touched | linked(standing, touched), corrected_fields)
    mentions = storage.present(pool)
    creations = storage.creations(frozenset(mention.document for mention in mentions))
    here = frozenset(mention.id for mention in mentions)
    components = events_of(mentions, creations, _links(storage, standing, here))
    # Of mentions that are gone only those that went just now have a say: the others may recall an event outside the pool.
    before = storage.belongings(here | touched)
    report = Merge(storage, cause, corrected_fields).run([e for events in components for e in events], before)
    storage.group(_ids(events) for events in components)
    storage.settle()
    return report


def _pool(storage: Storage, touched: frozenset[str], corrections: Sequence[Correction]) -> frozenset[str]:
    """The mentions to merge again; when many were touched, simply all.

    A correction goes where most of its mentions are, so all of them are looked at together.
    """
    if len(touched) > MANY * storage.count_present():
        return touched.union(mention.id for mention in storage.present())
    pool = storage.surroundings(storage.neighbours(storage.surroundings(touched)))
    anchors = (frozenset(correction.mentions) for correction in corrections)
    return pool | storage.surroundings(frozenset().union(*(anchored for anchored in anchors if anchored & pool)))


def _links(storage: Storage, standing: Sequence[Judgement], here: frozenset[str]) -> list[Link]:
    """The judgements as pairs of mentions that are merged now; which pair stands for a side, all that are here decide."""
    sides = (frozenset(judgement.left_mentions + judgement.right_mentions) for judgement in standing)
    everywhere = storage.present(frozenset().union(*sides))
    linked_pairs = pairs(standing, frozenset(mention.id for mention in everywhere))
    return [pair for pair in linked_pairs if pair.left in here and pair.right in here]


def _ids(events: Iterable[Event]) -> frozenset[str]:
    return frozenset(mention.id for event in events for mention in event.mentions)


class Merge:
    """One merge under way."""

    def __init__(self, storage: Storage, cause: Cause, corrections: Sequence[Correction]) -> None:
        self.storage = storage
        self.cause = cause
        self.corrections = corrections
        self.overlay: dict[str, list[Correction]] = {}

    def run(self, found: Sequence[Event], before: dict[str, str]) -> Report:
        """Gives uids to the events, revises what reads otherwise now, ends what is gone; ``before`` are uids by mention."""
        events = link_parts(found)
        groups = [_ids([event]) for event in events]
        identity = identify(groups, before, self.storage.minted, self._born)
        self.storage.belong(
            {mention: uid for uid, group in zip(identity.uids, groups, strict=True) for mention in group}
        )
        self.overlay = self._overlay(dict(zip(identity.uids, groups, strict=True)), before)
        minted = dict(zip((event.uid for event in events), identity.uids, strict=True))
        report = Report()
        for uid, event in zip(identity.uids, events, strict=True):
            named = event.model_copy(update={"uid": uid, "part_of": minted.get(event.part_of or "")})
            report = _plus(report, self._revise(corrected(named, self.overlay.get(uid, ()))))
        for uid in sorted(set(before.values()).difference(identity.uids)):
            report = _plus(report, self._end(uid, identity.merged.get(uid)))
        return report

    def _born(self, uid: str) -> datetime:
        known = self.storage.last(uid)
        return known[1] if known else self.cause.at

    def _overlay(self, groups: dict[str, frozenset[str]], before: dict[str, str]) -> dict[str, list[Correction]]:
        """The corrections of each event, wherever the mentions that they were made for are now."""
        homes = {mention: uid for uid, group in groups.items() for mention in group}
        found: dict[str, list[Correction]] = {}
        for correction in self.corrections:
            uid = _home(correction.mentions, homes) or _home(correction.mentions, before)
            if uid in groups:
                found.setdefault(uid, []).append(correction)
                self._anchor(correction, uid, groups[uid])
        return found

    def _anchor(self, correction: Correction, uid: str, group: frozenset[str]) -> None:
        """A correction moves with its event; when the last of its mentions goes, those that remain hold it."""
        anchors = correction.mentions
        if not group.intersection(anchors):
            anchors = (*anchors, *sorted(group))
        if (uid, anchors) != (correction.uid, correction.mentions):
            self.storage.decide(correction.model_copy(update={"uid": uid, "mentions": anchors}))

    def _revise(self, event: Event) -> Report:
        before = self.storage.revision(event.uid)
        if before is None:
            return self._appear(event)
        if event == before.event:
            return Report()
        changed = differences(before.event, event)
        sequence = before.sequence + significant(changed)
        modified = self.cause.at if changed else before.modified
        self.storage.revise(Revision(event.uid, 0, self.cause.at, modified, sequence, before.created, event))
        self.storage.log(self._change(event.uid, change, event.mentions) for change in changed)
        return Report(changed=bool(changed))

    def _appear(self, event: Event) -> Report:
        """A new event, or one that comes back with its document: then its sequence goes on."""
        earlier = self.storage.last(event.uid)
        sequence, created = (earlier[0] + 1, earlier[1]) if earlier else (0, self.cause.at)
        self.storage.revise(Revision(event.uid, 0, self.cause.at, self.cause.at, sequence, created, event))
        self.storage.log([self._change(event.uid, Difference("event", "", event.titles.en), event.mentions)])
        return Report(new=1)

    def _end(self, uid: str, merged_into: str | None) -> Report:
        """The event no longer stands: its mentions tell another event now, or are gone with their documents."""
        before = self.storage.revision(uid)
        if before is None:
            return Report()
        self.storage.end(uid, self.cause.at)
        ended = Difference("event", before.event.titles.en, merged_into or "")
        changes = [self._change(uid, ended, before.event.mentions)]
        if merged_into:
            self.storage.alias(Alias(uid, merged_into, self.cause.at))
            changes.append(self._change(merged_into, Difference("alias", "", uid), before.event.mentions))
        self.storage.log(changes)
        return Report(merged=1) if merged_into else Report(gone=1)

    def _change(self, uid: str, change: Difference, mentions: Sequence[Mention]) -> Change:
        made = (one.id for one in self.overlay.get(uid, ()) if one.field == change.field and one.id in self.cause.made)
        because = next(made, self.cause.because) or change.document or mentions[0].document
        return Change(
            uid=uid, at=self.cause.at, field=change.field, old=change.old, new=change.new,
            because=because, by=self.cause.by,
        )  # fmt: skip


def _home(mentions: Sequence[str], homes: dict[str, str]) -> str | None:
    """The uid that most of the mentions have, then the one of the smallest of them."""
    here = [homes[mention] for mention in sorted(mentions) if mention in homes]
    return max(dict.fromkeys(here), key=here.count, default=None)


def _plus(left: Report, right: Report) -> Report:
    return Report(*(a + b for a, b in zip(left, right, strict=True)))
