"""Which mentions can be one event at all, so that few pairs are compared and blocks can be merged apart.

A mention stands in buckets, each a trait (a name, a city and kind, a person, a pair of countries, a run of words) at a
time. A date that is known to a month or better stands in the buckets of its ten-day periods. A coarser one stands in
those of its years, where it meets everything of that year, if it is of a kind that is known so long before. Mentions
that share no bucket never meet. Where very many share one ("Exercise …"), each meets those nearest to it by name and date,
so that the comparisons grow with the mentions and not with their square.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from emcal.events.dates import periods
from emcal.events.profile import SITED, Profile, long_title

YEARS = 5
"""A date coarser than this many years is taken for its first ones."""
LONG = SITED | {"agreement"}
"""Kinds that are told by the year, too."""
SIDES = 4
"""With more countries than these, all of them together are one trait."""

CROWD = 64
"""Members of a bucket up to which all meet all."""
BESIDE = 4
"""How many members each one of a crowd meets on either side."""

Trait = tuple[str, ...]


def buckets(profile: Profile) -> dict[int, bool]:
    """The buckets of a mention, by hash, and of each whether it *seeks* there: a pair meets when one of the two seeks.

    Hashes take a tenth of the memory; that two buckets share one costs a comparison and no more.
    """
    return {hash(bucket): seeks for bucket, seeks in standings(profile)}


def standings(profile: Profile) -> Iterator[tuple[tuple[object, ...], bool]]:
    """Each bucket of a mention and whether it seeks there; of one that comes twice, the last counts."""
    fine, coarse = _days(profile), _coarse(profile)
    for trait in _traits(profile):
        if profile.kind in LONG:
            yield from (((trait, year), not fine) for year in coarse)
        yield from (((trait, day), True) for day in fine)
    for trait in _lasting(profile):
        yield from (((*trait, year), True) for year in coarse or ["undated"])
        if profile.edition is not None:
            yield (*trait, profile.edition), True
    if not profile.named:
        yield from ((("name", "", key[-5:], year), False) for key in profile.title.keys for year in coarse)
    yield ("id", profile.mention.id), True
    yield (profile.kind, profile.mention.document), profile.mention.claim == "postponed"


def _days(profile: Profile) -> list[str | int]:
    """Periods of ten days; what no calendar can tell stands by its month alone, or with all that is undated."""
    if profile.window.days:
        return list(periods(profile.window))
    return [f"XXXX-{profile.window.partial[0]}" if profile.window.partial else "undated"]


def _coarse(profile: Profile) -> list[str]:
    return [str(year) for year in sorted({*profile.window.years[:YEARS], *profile.years})]


def _lasting(profile: Profile) -> Iterator[Trait]:
    """Traits that hold an event together when its date moves: its series, its name, its edition in a country."""
    if profile.series:
        yield "series", profile.series
    for key in profile.name.keys if profile.name else ():
        yield "name", key[:5]
        yield "name", "", key[-5:]
    if long_title(profile):
        yield "title", profile.kind, *profile.title.keys
    if profile.edition is not None and profile.country:
        yield "country", profile.kind, profile.country


def _traits(profile: Profile) -> Iterator[Trait]:
    """Traits of which the rules ask one at least, beside the date, from mentions of one kind."""
    kind, sides = profile.kind, sorted(profile.countries)
    if profile.city and kind in SITED:
        yield "city", kind, profile.city[0]
    if profile.country and kind == "commemoration":
        yield "country", kind, profile.country
    yield from (("sides", kind, *group) for group in (combinations(sides, 2) if len(sides) <= SIDES else [sides]))
    yield from (("person", kind, word[:4]) for key in profile.people for word in key.split() if len(word) > 3)
    yield from (("organisation", kind, organisation) for organisation in profile.organisations)
    yield from (("words", kind, str(run)) for run in profile.sketch)


class _Members:
    """The members of every bucket, each linked to the one before it: a million lists would cost more than the pairs."""

    def __init__(self) -> None:
        self.last: dict[int, int] = {}
        self.number = array("q")
        self.before = array("q")

    def add(self, bucket: int, number: int) -> None:
        self.before.append(self.last.get(bucket, -1))
        self.last[bucket] = len(self.number)
        self.number.append(number)

    def of(self, bucket: int) -> Iterator[int]:
        at = self.last.get(bucket, -1)
        while at >= 0:
            yield self.number[at]
            at = self.before[at]


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The numbers of every two profiles that meet in a bucket, each pair once and the smaller number first.

    In a bucket with more than ``CROWD`` members, only those meet that are ``BESIDE`` each other by name or by date.
    """
    crowded = _crowds(profiles)
    neighbours = _neighbours(profiles, crowded)
    seekers, others = _Members(), _Members()
    for number, profile in enumerate(profiles):
        met = neighbours.get(number, set())
        for bucket, seeks in buckets(profile).items():
            if bucket in crowded:
                continue
            met.update(seekers.of(bucket))
            if seeks:
                met.update(others.of(bucket))
            (seekers if seeks else others).add(bucket, number)
        yield from ((other, number) for other in sorted(met))


def _crowds(profiles: Sequence[Profile]) -> dict[int, list[tuple[int, bool]]]:
    """The members of every bucket that holds too many, and whether they seek there."""
    size = Counter(bucket for profile in profiles for bucket in buckets(profile)) if len(profiles) > CROWD else {}
    crowded: dict[int, list[tuple[int, bool]]] = {bucket: [] for bucket, count in size.items() if count > CROWD}
    if crowded:
        for number, profile in enumerate(profiles):
            for bucket, seeks in buckets(profile).items():
                if bucket in crowded:
                    crowded[bucket].append((number, seeks))
    return crowded


def _neighbours(profiles: Sequence[Profile], crowded: dict[int, list[tuple[int, bool]]]) -> dict[int, set[int]]:
    """For each number the smaller ones beside it in a crowd that is sorted by name and then by date (Hernández, 1995)."""
    found: dict[int, set[int]] = {}
    orders = (_by_name, _by_date)
    for members in crowded.values():
        for order in orders:
            row = sorted(members, key=lambda member: (*order(profiles[member[0]]), member[0]))
            for i, (one, seeks) in enumerate(row):
                for other, too in row[i + 1 : i + 1 + BESIDE]:
                    if seeks or too:
                        low, high = sorted((one, other))
                        found.setdefault(high, set()).add(low)
    return found


def _by_name(profile: Profile) -> tuple[str, str]:
    name = profile.name if profile.name and profile.name.keys else profile.title
    return (name.keys[0] if name.keys else ""), str(profile.window.earliest or "")


def _by_date(profile: Profile) -> tuple[str, str]:
    name, day = _by_name(profile)
    return day, name


def components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below ``count`` in groups that the links hold together, both in ascending order (union-find)."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for left, right in links:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())
