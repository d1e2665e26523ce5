"""Which uid an event keeps: the one that most of its mentions had.

A uid is minted once and never given to another event. It is a hash of the smallest mention id that the event held when it
was minted, so two builds of the same documents mint the same uids whatever the order of the files.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Identity(NamedTuple):
    """The uid of each group of mentions, in order, and the uids that were merged away with the uid that they became."""

    uids: tuple[str, ...]
    merged: Mapping[str, str]


def identify(
    groups: Sequence[frozenset[str]],
    remembered: Mapping[str, str],
    taken: Callable[[str], bool],
) -> Identity:
    """Uids for ``groups`` of mention ids.

    ``remembered`` is the uid that each mention belonged to last and ``taken`` whether a uid was ever minted. Every group
    takes the uid that most of its mentions remember (then the one with the smallest mention); a uid that no group takes
    although its mentions are here was merged away. No uid may stand for an event outside of the groups.
    """
    votes = _votes(groups, remembered)
    ranked = sorted((-count, first, uid, group) for (group, uid), (count, first) in votes.items())
    chosen: dict[int, str] = {}
    given: set[str] = set()
    for _, _, uid, group in ranked:
        if group not in chosen and uid not in given:
            chosen[group] = uid
            given.add(uid)
    for group in sorted(range(len(groups)), key=lambda index: min(groups[index])):
        if group not in chosen:
            chosen[group] = _mint(min(groups[group]), lambda uid: uid in given or taken(uid))
            given.add(chosen[group])
    merged: dict[str, str] = {}
    for _, _, uid, group in ranked:
        if uid not in given:
            merged.setdefault(uid, chosen[group])
    return Identity(tuple(chosen[group] for group in range(len(groups))), merged)


def _votes(groups: Sequence[frozenset[str]], remembered: Mapping[str, str]) -> dict[tuple[int, str], tuple[int, str]]:
    """How many mentions of a group remember a uid, and the smallest of those mentions."""
    votes: dict[tuple[int, str], tuple[int, str]] = {}
    for index, group in enumerate(groups):
        counts = Counter(remembered[mention] for mention in group if mention in remembered)
        for uid, count in counts.items():
            votes[index, uid] = count, min(mention for mention in group if remembered.get(mention) == uid)
    return votes


def _mint(mention: str, taken: Callable[[str], bool]) -> str:
    salt = 0
    while True:
        seed = f"{mention}#{salt}" if salt else mention
        uid = hashlib.sha256(seed.encode()).hexdigest()[:16] + "@emcal"
        if not taken(uid):
            return uid
        salt += 1
