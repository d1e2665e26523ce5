"""Which mention of a document read again continues which one of the reading before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from emcal.mentions.mention import Mention

_WORD = re.compile(r"\w+")
_LEAST = 0.6


def successors(before: Sequence[Mention], after: Sequence[Mention]) -> dict[str, str]:
    """The ids of ``after`` by the ids of ``before`` that they continue, each at most once; equal ids are left out.

    Likeness is the share of words in common, 0.3 more for the same kind and for the same date; 0.6 is enough: a sentence
    that was edited a little, or another sentence about the same kind of event on the same date.
    """
    kept = {mention.id for mention in before} & {mention.id for mention in after}
    old = [mention for mention in before if mention.id not in kept]
    new = [mention for mention in after if mention.id not in kept]
    ranked = sorted(
        (-likeness, earlier.id, later.id)
        for earlier in old
        for later in new
        if (likeness := _likeness(earlier, later)) >= _LEAST
    )
    found: dict[str, str] = {}
    for _, earlier_id, later_id in ranked:
        if earlier_id not in found and later_id not in found.values():
            found[earlier_id] = later_id
    return found


def _likeness(earlier: Mention, later: Mention) -> float:
    """Share of words in common, plus a little for the same kind and for the same date."""
    left, right = _words(earlier), _words(later)
    shared = len(left & right) / max(1, len(left | right))
    same_date = _edtf(earlier) != "" and _edtf(earlier) == _edtf(later)
    return shared + 0.3 * (earlier.kind == later.kind) + 0.3 * same_date


def _words(mention: Mention) -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join((mention.evidence_text, *mention.also_text)).casefold()))


def _edtf(mention: Mention) -> str:
    return str(mention.when.edtf) if mention.when else ""
