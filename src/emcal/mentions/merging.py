"""Which candidates of one document tell the same event."""

from __future__ import annotations

from dataclasses import dataclass, field

from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import STEM, Lexicon
from emcal.mentions.nominal import GENERIC
from emcal.when import When

# Kinds that one text uses of one gathering.
_FAMILIES = (
    frozenset(("meeting", "conference", "forum", "summit", "seminar")),
    frozenset(("exercise", "training", "competition")),
    frozenset(("exhibition", "forum", "conference")),
    frozenset(("seminar", "training", "conference")),
)
_ALIKE = 0.5
_SAMPLE = 24  # candidates
_STRETCH = 31  # days that one event may take
_APPOSITION = 6  # characters: a comma and an article
_MEMORY = 12  # clusters that a later sentence may go back to
_NEAR = 3  # lines
_LEAD = 4  # lines after the headline


@dataclass(slots=True, eq=False)
class Cluster:
    """Candidates of one event, in the order of the text."""

    candidates: list[Candidate] = field(default_factory=list)
    claim: str = "held"
    frame: Cluster | None = None

    dated: Candidate | None = None

    def add(self, candidate: Candidate) -> None:
        """One more telling of the event."""
        self.candidates.append(candidate)
        if candidate.when is not None and (self.dated is None or _weakness(candidate) < _weakness(self.dated)):
            self.dated = candidate

    @property
    def first(self) -> Candidate:
        """The candidate that the text has first."""
        return self.candidates[0]

    @property
    def sample(self) -> list[Candidate]:
        """The candidates that a further one is compared with: of very many, the first, the last and the dated one."""
        if len(self.candidates) <= _SAMPLE:
            return self.candidates
        some = [*self.candidates[: _SAMPLE // 2], *self.candidates[-_SAMPLE // 2 :]]
        return [*some, self.dated] if self.dated else some

    @property
    def when(self) -> When | None:
        """The best date that the candidates' own sentences give; a stretch rather than one day within it."""
        settled = [c for c in self.sample if c.when is not None]
        best = min(settled, key=_weakness).when if settled else None
        return next((c.when for c in settled if best and c.when and _extends(c.when, best)), best)


def _extends(when: When, day: When) -> bool:
    """Whether a stretch of days holds the one day that another sentence speaks of."""
    if day.edtf.precision != "day" or when.edtf.precision != "interval" or when.edtf.one_of:
        return False
    if when.earliest is None or when.latest is None or day.earliest is None:
        return "XXXX" in when.edtf and day.edtf in when.edtf
    return when.earliest <= day.earliest <= when.latest and (when.latest - when.earliest).days <= _STRETCH


def _weakness(candidate: Candidate) -> tuple[int, int]:
    when = candidate.when
    order = {"explicit": 0, "spread": 1, "name": 3}.get(candidate.anchor, 2)
    width = (when.latest - when.earliest).days if when and when.latest and when.earliest else 400
    return order, width


def merge(candidates: list[Candidate], lexicon: Lexicon) -> list[Cluster]:
    """The candidates as clusters; each joins the nearest earlier one that tells the same."""
    clusters: list[Cluster] = []
    for candidate in candidates:
        near = clusters[: -_MEMORY - 1 : -1]
        near.sort(key=lambda c: (c.first.kind != candidate.kind, not any(x.asserted for x in c.sample)))
        home = next((c for c in near if same(c, candidate, lexicon)), None)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.add(candidate)
    return clusters


def same(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the candidate tells the event of the cluster: what the first rule that knows the case says."""
    verdicts = (rule(cluster, candidate, lexicon) for rule in _RULES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _contradicted(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    apart = not _kindred(cluster, candidate) or _apart(cluster, candidate) or _fell_through(cluster, candidate)
    return False if apart else None


def _in_line(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    """A headline tells one event; the nouns of different kinds in a sentence tell several."""
    if candidate.line is cluster.first.line and candidate.line.headline:
        return True
    if candidate.implicit:
        return _continued(cluster, candidate)
    return False if any(c.line is candidate.line and c.kind != candidate.kind for c in cluster.sample) else None


def _by_name(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    if any(_named_alike(c, candidate) for c in cluster.sample):
        return True
    return False if candidate.name and any(c.name for c in cluster.sample) else None


def _by_date(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    """Items of a list and periods in force are one only when they have one date."""
    if candidate.listed or candidate.heading is not None or "agreement" in (candidate.kind, cluster.first.kind):
        return candidate.kind == cluster.first.kind and candidate.when == cluster.when
    return None


def _generic(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    """A noun without a kind ("the event") is whatever was told last; "joint events" needs words in common."""
    if GENERIC not in (candidate.kind, cluster.first.kind):
        return None
    if candidate.novel and not candidate.listed and candidate.kind != GENERIC:
        return _apposed(cluster.candidates[-1], candidate)
    plain = candidate.bare or candidate.pointing or cluster.first.kind == GENERIC
    return cluster.first.kind != "signing" and (plain or _alike_any(cluster, candidate, lexicon))


def _brought_in(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    """What comes with an indefinite article is new, unless it stands in apposition or has the words of the one before."""
    if not candidate.novel:
        return None
    if _apposed(cluster.candidates[-1], candidate):
        return True
    if cluster.first.line.headline:
        return None
    return not candidate.bare and _alike_any(cluster, candidate, lexicon)


def _apposed(before: Candidate, candidate: Candidate) -> bool:
    """Whether the phrase follows the other at once ("Exercise 2019, a simulation exercise")."""
    gap = candidate.phrase[0] - before.phrase[1]
    return before.line is candidate.line and before.kind == candidate.kind and 0 < gap <= _APPOSITION


def _refers(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool | None:
    """Whether a noun phrase or a verb goes back to the cluster, by pointing, by its place in the news, or by its words."""
    first = cluster.first
    alike = candidate.kind == first.kind
    if candidate.verbal and first.verbal and not first.line.headline and candidate.claim != first.claim:
        return False
    if candidate.verbal or first.verbal:
        return alike or (first.line.headline and candidate.line.index - first.line.index <= _LEAD)
    if candidate.bare or (candidate.pointing and candidate.edition is None and not _own(candidate, lexicon)):
        return alike or "meeting" in (candidate.kind, first.kind)
    if _announced(cluster, candidate):
        return True
    if first.line.headline and alike and candidate.line.index - first.line.index <= _LEAD:
        return True
    return (first.bare and alike) or _alike_any(cluster, candidate, lexicon)


def _own(candidate: Candidate, lexicon: Lexicon) -> frozenset[str]:
    """The words of a phrase that tell one event from another; "joint", "international", "annual" do not."""
    return _content(candidate, lexicon) - lexicon.plain


def _announced(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether the lead gives the rough date of what is named later with its day ("in June … the conference, 26-27 June")."""
    one, other = cluster.when, candidate.when
    if cluster.first.line.index > 1 or one is None or other is None or one.edtf.precision != "month":
        return False
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return False
    return one.earliest <= other.earliest and other.latest <= one.latest


def _continued(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether a sentence without an event noun goes on about the cluster: soon after it, with a date that it lacks."""
    last = cluster.candidates[-1]
    near = last.line.headline or candidate.line.index - last.line.index <= _NEAR
    undated = not any(c.anchor in ("explicit", "spread") for c in cluster.sample)
    return near and undated and any(c.asserted for c in cluster.sample)


def _alike_any(cluster: Cluster, candidate: Candidate, lexicon: Lexicon) -> bool:
    return any(_alike(c, candidate, lexicon) >= _ALIKE for c in cluster.sample)


def _kindred(cluster: Cluster, candidate: Candidate) -> bool:
    kinds = {c.kind for c in cluster.sample} - {GENERIC}
    if candidate.kind == GENERIC or not kinds:
        return True
    return candidate.kind in kinds or any(candidate.kind in f and kinds <= f for f in _FAMILIES)


def _apart(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether edition, year or date say that these are two."""
    editions = {c.edition for c in cluster.sample if c.edition}
    if candidate.edition and editions and candidate.edition not in editions:
        return True
    years = {c.name.year for c in cluster.sample if c.name and c.name.year}
    if candidate.name and candidate.name.year and years and candidate.name.year not in years:
        return True
    return disjoint(cluster.when, candidate.when) or _still_ahead(cluster, candidate)


def _still_ahead(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether a sentence plans for a date what another one, with a date of its own, tells as over."""
    if candidate.anchor != "explicit" or candidate.claim not in ("planned", "held") or candidate.line.headline:
        return False
    other = "held" if candidate.claim == "planned" else "planned"
    against = (c for c in cluster.sample if c.anchor == "explicit" and c.claim == other and not c.line.headline)
    return any(c.when != candidate.when for c in against)


def _fell_through(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether the candidate tells that earlier dates fell through, of an event that was held after all."""
    if candidate.claim not in ("postponed", "cancelled"):
        return False
    if candidate.when is not None:
        return cluster.when is None and any(c.asserted and c.claim == "planned" for c in cluster.sample)
    return any(c.claim == "held" and c.anchor == "explicit" for c in cluster.sample)


def disjoint(one: When | None, other: When | None) -> bool:
    """Whether two dates have no day in common; dates without a year are compared as they stand."""
    if one is None or other is None:
        return False
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return "XXXX" in one.edtf and "XXXX" in other.edtf and one.edtf != other.edtf
    return one.latest < other.earliest or other.latest < one.earliest


def _named_alike(one: Candidate, other: Candidate) -> bool:
    if one.name is None or other.name is None:
        return False
    a, b = _stems(one.name.key), _stems(other.name.key)
    return a <= b or b <= a


def _stems(key: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in key.split())


def _alike(one: Candidate, other: Candidate, lexicon: Lexicon) -> float:
    """The share of words that two noun phrases have in common, of the shorter one."""
    a, b = _content(one, lexicon), _content(other, lexicon)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _content(candidate: Candidate, lexicon: Lexicon) -> frozenset[str]:
    skipped = lexicon.stop | lexicon.link | lexicon.the | {candidate.head}
    return frozenset(w[:STEM] for w in candidate.words if w not in skipped and not w.isdigit())


_RULES = (_contradicted, _in_line, _by_name, _by_date, _generic, _brought_in, _refers)
