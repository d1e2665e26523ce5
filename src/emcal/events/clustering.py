"""From pairs to clusters: the surest pair first, and no cluster with a conflict inside it.

Plain union-find would chain errors: A like B and B like C would join A and C although they exclude each other. Here two
clusters join only when no member of one is in conflict with a member of the other. The outcome depends on the set of
mentions alone, never on their order, because pairs are sorted by weight and then by the identities of their mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import inf

from emcal.events.blocking import pairs
from emcal.events.conflict import bridges, conflict, rescheduled
from emcal.events.event import Join
from emcal.events.evidence import Evidence, grounds
from emcal.events.judgement import Judgement
from emcal.events.profile import Profile

Verdicts = dict[frozenset[str], bool]
Candidate = tuple[float, int, int]
"""The weight, negative so that the surest sort first, and the numbers of two profiles."""
Cluster = tuple[list[Profile], list[Join]]
RESCHEDULED = ("old and new date in one document",)
JUDGED = Evidence(inf, ("judged the same",))


def verdicts_of(judgements: Iterable[Judgement]) -> Verdicts:
    """Judgements by the pair of ids; of two that contradict each other, *different* holds."""
    verdicts: Verdicts = {}
    for judgement in judgements:
        pair = frozenset((judgement.left, judgement.right))
        verdicts[pair] = verdicts.get(pair, True) and judgement.same
    return verdicts


def candidates(ordered: Sequence[Profile], verdicts: Verdicts) -> list[Candidate]:
    """Pairs that a human or a rule takes for one event, the surest first; equal weights in order of the profiles."""
    judged = [(-JUDGED.weight, a, b) for a, b in _judged_same(ordered, verdicts)]
    spoken = ((_speaks_for(ordered[a], ordered[b]), a, b) for a, b in pairs(ordered))
    return sorted(judged + [(-evidence.weight, a, b) for evidence, a, b in spoken if evidence])


def clusters(ordered: Sequence[Profile], found: Sequence[Candidate], verdicts: Verdicts) -> list[Cluster]:
    """The profiles in groups that are one event each, with the joins that made them.

    ``ordered`` are in order of identity and ``found`` are their ``candidates``.
    """
    home = list(range(len(ordered)))
    groups: dict[int, tuple[list[int], list[Join]]] = {n: ([n], []) for n in home}
    for weight, left, right in found:
        a, b = sorted((home[left], home[right]))
        judged = weight == -JUDGED.weight
        if a == b or _excluded(ordered, groups[a][0], groups[b][0], verdicts, judged):
            continue
        evidence = JUDGED if judged else _speaks_for(ordered[left], ordered[right])
        reasons = evidence.reasons if evidence else ()
        join = Join(left=ordered[left].mention.id, right=ordered[right].mention.id, reasons=reasons)
        members, joins = groups.pop(b)
        groups[a] = (sorted(groups[a][0] + members), [*groups[a][1], *joins, join])
        for number in members:
            home[number] = a
    return [([ordered[n] for n in members], joins) for members, joins in groups.values()]


def _speaks_for(left: Profile, right: Profile) -> Evidence | None:
    if left.mention.document == right.mention.document:
        return _rescheduled(left, right)
    return None if conflict(left, right) else grounds(left, right)


def _rescheduled(left: Profile, right: Profile) -> Evidence | None:
    """The nearer the sentence with the new date to the one with the old, the surer that both are of one event."""
    apart = abs(left.mention.evidence.start - right.mention.evidence.start)
    return Evidence(200 - min(apart, 10_000) / 100, RESCHEDULED) if rescheduled(left, right) else None


def _judged_same(ordered: Sequence[Profile], verdicts: Verdicts) -> list[tuple[int, int]]:
    """The numbers of profiles that a human has judged the same."""
    by_id: dict[str, list[int]] = {}
    for number, profile in enumerate(ordered):
        by_id.setdefault(profile.mention.id, []).append(number)
    chosen = sorted(sorted(pair) for pair, verdict in verdicts.items() if verdict and len(pair) == 2)
    return [(min(a, b), max(a, b)) for x, y in chosen for a, b in product(by_id.get(x, ()), by_id.get(y, ()))]


def _excluded(ordered: Sequence[Profile], left: list[int], right: list[int], verdicts: Verdicts, judged: bool) -> bool:
    """Whether any two across the groups must stay apart; a judgement *same* overrules all but a judgement."""
    for a, b in product(left, right):
        verdict = verdicts.get(frozenset((ordered[a].mention.id, ordered[b].mention.id))) if verdicts else None
        if verdict is False:
            return True
        if not judged and verdict is None and _conflict(ordered, a, b, left + right):
            return True
    return False


def _conflict(ordered: Sequence[Profile], a: int, b: int, members: Sequence[int]) -> bool:
    """Whether two exclude each other, even with what the others know: that the date of one was put off to the other's."""
    if not conflict(ordered[a], ordered[b]):
        return False
    bridged = any(bridges(ordered[n], ordered[a], ordered[b]) for n in members if n not in (a, b))
    return not bridged or conflict(ordered[a], ordered[b], bridged=True) is not None
