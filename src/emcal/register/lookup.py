"""From what a person types to an event: a uid, the beginning of one, an alias, or a mention."""

from __future__ import annotations

from emcal.errors import CorrectionError
from emcal.register.storage import Revision, Storage


def find(storage: Storage, uid: str) -> Revision | None:
    """The event with the uid, or with the one uid or alias that begins so; ``None`` when there is none or several."""
    found = storage.revision(uid)
    if found is None and uid:
        targets = {alias.uid: alias.target for alias in storage.aliases()}
        begun = {targets.get(one, one) for one in storage.standing_uids(targets.get(uid, uid))}
        found = storage.revision(begun.pop()) if len(begun) == 1 else None
    return found


def named(storage: Storage, uid: str) -> Revision:
    """The same; raises ``CorrectionError``."""
    revision = find(storage, uid)
    if revision is None:
        raise CorrectionError(f"{uid}: no such event, or more than one begins so")
    return revision


def side(storage: Storage, name: str) -> tuple[str, tuple[str, ...]]:
    """The uid and the mentions that one side of a judgement stands for. Raises ``CorrectionError``.

    An alias stands for what it held when it was merged away, ``UID:3`` for the third of an event's mentions.
    """
    merged = storage.merged_mentions(name)
    if merged:
        return name, merged
    if name in storage.belongings([name]):
        return name, (name,)
    uid, _, number = name.partition(":")
    revision = named(storage, uid)
    return revision.uid, (_numbered(revision, number),) if number else mentions_of(revision)


def mentions_of(revision: Revision) -> tuple[str, ...]:
    """The ids of the event's mentions, those of copies once."""
    return tuple(dict.fromkeys(mention.id for mention in revision.event.mentions))


def _numbered(revision: Revision, number: str) -> str:
    mentions = revision.event.mentions
    if not number.isdecimal() or not 1 <= int(number) <= len(mentions):
        raise CorrectionError(f"{revision.uid}:{number}: the event has mentions 1 to {len(mentions)}")
    return mentions[int(number) - 1].id
