"""Which uid an event keeps: the one that most of its mentions had.

A uid is minted once and never given to another event. It is a hash of the smallest mention id that the event held when it
was minted, so two builds of the same documents mint the same uids whatever the order of the files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

Vote = tuple[int, bool, datetime, str]


class Identity(NamedTuple):
    """The uid of each group of mentions, in order, and the uids that were merged away with the uid that they became."""

    uids: tuple[str, ...]
    merged: Mapping[str, str]


def identify(
    groups: Sequence[frozenset[str]],
    remembered: Mapping[str, str],
    taken: Callable[[str], bool],
    born: Callable[[str], datetime],
) -> Identity:
    """Uids for ``groups`` of mention ids.

    ``remembered`` is the uid that each mention belonged to last, ``taken`` tells whether a uid was ever minted and
    ``born`` when. Every group takes the uid that most of its mentions remember; of equal parts the one with the mention
    that it was minted for, of equal uids the older one. A uid that no group takes although its mentions are here was
    merged away. No uid may stand for an event outside of the groups.
    """
    votes = _votes(groups, remembered, born)
    ranked = sorted((*vote, uid, group) for (group, uid), vote in votes.items())
    chosen: dict[int, str] = {}
    given: set[str] = set()
    for *_, uid, group in ranked:
        if group not in chosen and uid not in given:
            chosen[group] = uid
            given.add(uid)
    for group in sorted(range(len(groups)), key=lambda index: min(groups[index])):
        if group not in chosen:
            chosen[group] = _mint(min(groups[group]), lambda uid: uid in given or taken(uid))
            given.add(chosen[group])
    merged: dict[str, str] = {}
    for *_, uid, group in ranked:
        if uid not in given:
            merged.setdefault(uid, chosen[group])
    return Identity(tuple(chosen[group] for group in range(len(groups))), merged)


def _votes(
    groups: Sequence[frozenset[str]], remembered: Mapping[str, str], born: Callable[[str], datetime]
) -> dict[tuple[int, str], Vote]:
    """How strongly a group remembers a uid, the strongest first."""
    votes: dict[tuple[int, str], Vote] = {}
    for index, group in enumerate(groups):
        voters: dict[str, list[str]] = {}
        for mention in sorted(group & remembered.keys()):
            voters.setdefault(remembered[mention], []).append(mention)
        for uid, mentions in voters.items():
            founded = any(_uid(mention) == uid for mention in mentions)
            votes[index, uid] = -len(mentions), not founded, born(uid), mentions[0]
    return votes


def _mint(mention: str, taken: Callable[[str], bool]) -> str:
    salt = 0
    while True:
        uid = _uid(f"{mention}#{salt}" if salt else mention)
        if not taken(uid):
            return uid
        salt += 1


def _uid(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:16] + "@emcal"
