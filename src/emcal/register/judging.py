"""Judgements on events as links between mentions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from emcal import events
from emcal.register.decision import Judgement


def pairs(judgements: Iterable[Judgement], present: frozenset[str]) -> tuple[events.Judgement, ...]:
    """What coreference has to obey, as pairs of mentions that are here; a later judgement overrules an earlier one.

    *Same* links the smallest mention of either side, *different* keeps every mention of one side from every one of the
    other.
    """
    verdicts: dict[tuple[str, str], bool] = {}
    for judgement in judgements:
        left = sorted(present.intersection(judgement.left_mentions))
        right = sorted(present.intersection(judgement.right_mentions))
        across = [(min(a, b), max(a, b)) for a, b in product(left, right) if a != b]
        if judgement.verdict == "different":
            verdicts.update(dict.fromkeys(across, False))
        elif across:
            for pair in across:
                verdicts.pop(pair, None)
            verdicts[min(left[0], right[0]), max(left[0], right[0])] = True
    return tuple(events.Judgement(left=a, right=b, same=same) for (a, b), same in sorted(verdicts.items()) if a != b)


def linked(judgements: Iterable[Judgement], mentions: frozenset[str]) -> frozenset[str]:
    """The mentions on either side of every judgement that has one of ``mentions`` on a side."""
    sides = [frozenset(j.left_mentions + j.right_mentions) for j in judgements]
    return frozenset().union(*(side for side in sides if side & mentions))
