"""What people decide, taken down and laid over the events; each function belongs inside one transaction.

A merge comes first, so that what an interrupted build left over is not put down to the decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from emcal.errors import CorrectionError
from emcal.register import backup, filing, lookup
from emcal.register.corrections import checked, told
from emcal.register.decision import Correction, Judgement, Undo, Verdict, active, sealed
from emcal.register.merging import Cause, merge
from emcal.register.reading import DocumentReading
from emcal.register.storage import Storage

Edit = tuple[str, str, str]


class Said(NamedTuple):
    """Who decides, why, and the moment of the revision."""

    who: str
    why: str
    at: datetime


def correct(storage: Storage, edits: Iterable[Edit], said: Said) -> tuple[Correction, ...]:
    """Corrections (uid, field, value) in one revision. Raises ``CorrectionError``."""
    merge(storage, Cause(said.at))
    made = tuple(_corrected(storage, *edit, said) for edit in edits)
    if made:
        merge(storage, Cause(said.at, made[-1].id, "correction", frozenset(one.id for one in made)))
    return made


def judge(storage: Storage, verdict: Verdict, left: str, right: str, said: Said) -> Judgement:
    """Whether two sides (see ``lookup.side``) are one event. Raises ``CorrectionError``."""
    merge(storage, Cause(said.at))
    (left_uid, ours), (right_uid, theirs) = lookup.side(storage, left), lookup.side(storage, right)
    left_mentions, right_mentions = _apart(ours, theirs)
    judgement = Judgement(
        at=said.at, verdict=verdict, left=left_uid, right=right_uid, who=said.who, why=said.why,
        left_mentions=left_mentions, right_mentions=right_mentions,
    )  # fmt: skip
    judgement = sealed(judgement, _ids(storage))
    storage.decide(judgement)
    storage.touch(anchors(judgement))
    merge(storage, Cause(said.at, judgement.id, "judgement"))
    return judgement


def undo(storage: Storage, decision: str, said: Said) -> Undo:
    """The decision whose id begins so, or the last one, taken back. Raises ``CorrectionError``."""
    merge(storage, Cause(said.at))
    found = [one for one in active(storage.decisions()) if one.id.startswith(decision)]
    if not found or (decision and len(found) > 1):
        raise CorrectionError(f"{decision or 'undo'}: no single decision that stands and could be taken back")
    undone = found[-1]
    taken = sealed(Undo(at=said.at, of=undone.id, who=said.who, why=said.why), _ids(storage))
    storage.decide(taken)
    storage.touch(anchors(undone))
    merge(storage, Cause(said.at, taken.id, undone.type))
    return taken


def restore(storage: Storage, told: backup.Backup, at: datetime) -> int:
    """Takes in the added documents and the decisions that are not known yet, and tells how many."""
    added = [one for one in told.documents if not _filed(storage, one)]
    for reading in added:
        filing.file(storage, reading, at.date())
    merge(storage, Cause(at))
    return len(added) + _decided(storage, told.decisions, at)


def _filed(storage: Storage, reading: DocumentReading) -> bool:
    filed = storage.document(reading.path)
    return filed is not None and filed.record.sha256 == reading.sha256


def _decided(storage: Storage, decisions: Iterable[Correction | Judgement | Undo], at: datetime) -> int:
    known = _ids(storage)
    fresh = [decision for decision in decisions if decision.id not in known]
    for decision in fresh:
        storage.decide(decision)
        backup.remember(storage, decision, at)
    undone = {decision.of for decision in fresh if isinstance(decision, Undo)}
    touched = undone.union(decision.id for decision in fresh)
    storage.touch(mention for one in storage.decisions() if one.id in touched for mention in anchors(one))
    if fresh:
        cause = Cause(at, fresh[-1].id, "correction", frozenset(one.id for one in fresh))
        merge(storage, cause._replace(by="judgement") if isinstance(fresh[-1], Judgement) else cause)
    return len(fresh)


def anchors(decision: Correction | Judgement | Undo) -> tuple[str, ...]:
    """The mentions that a decision holds on to."""
    if isinstance(decision, Correction):
        return decision.mentions
    return (*decision.left_mentions, *decision.right_mentions) if isinstance(decision, Judgement) else ()


def _corrected(storage: Storage, uid: str, field: str, value: str, said: Said) -> Correction:
    revision = lookup.named(storage, uid)
    correction = Correction(
        at=said.at, uid=revision.uid, field=field, value=checked(field, value), was=told(revision.event, field),
        who=said.who, why=said.why, mentions=lookup.mentions_of(revision),
    )  # fmt: skip
    correction = sealed(correction, _ids(storage))
    storage.decide(correction)
    storage.touch(correction.mentions)
    return correction


def _ids(storage: Storage) -> frozenset[str]:
    return frozenset(decision.id for decision in storage.decisions())


def _apart(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sides without what they share: a part against its whole is the part against the rest."""
    if set(left) == set(right):
        raise CorrectionError("both sides are the same event; name one of its mentions as UID:3, or an alias")
    if set(right) < set(left):
        return tuple(mention for mention in left if mention not in right), right
    return left, tuple(mention for mention in right if mention not in left)
