"""Dates that an event takes from elsewhere: the larger event that it is part of, or the document's own day."""

from __future__ import annotations

from datetime import timedelta

from emcal.edtf import Edtf
from emcal.mentions.candidate import Candidate
from emcal.mentions.claim import settle_claim
from emcal.mentions.dating import lasting, written
from emcal.mentions.line import Line, Reading
from emcal.mentions.merging import Cluster
from emcal.when import When

_SHORT = frozenset(("meeting", "summit", "signing"))  # over on the day they are held
_AROUND = 40  # clusters before and behind that an event can belong to
_GATHERINGS = frozenset(("meeting", "conference", "forum", "summit", "seminar", "exhibition", "visit", "exercise"))
_SOON = 6  # lines after an opening that may say how long it lasts


def frame_dates(reading: Reading, clusters: list[Cluster]) -> None:
    """Settles claim and date of every cluster that has none of its own, in the order of the text."""
    for i, cluster in enumerate(clusters):
        cluster.claim = cluster_claim(reading, cluster)
        near = clusters[max(0, i - _AROUND) : i + _AROUND]
        if cluster.when is None or cluster.first.anchor == "name":
            _span_items(cluster, near)
        if cluster.when is None:
            _anchor(reading, cluster, [o for o in near if o is not cluster])


def _span_items(cluster: Cluster, clusters: list[Cluster]) -> None:
    """Gives the heading of a programme the days from its first item to its last."""
    for candidate in cluster.candidates:
        items = [o.when for o in clusters if (h := o.first.heading) is not None and h.trigger == candidate.trigger]
        first = min((w.earliest for w in items if w and w.earliest), default=None)
        last = max((w.latest for w in items if w and w.latest), default=None)
        if len(items) > 1 and first and last and first < last:
            candidate.when, candidate.anchor = When.of(f"{first}/{last}"), "explicit"
            candidate.asserted = True
            candidate.claim = candidate.claim or next((o.claim for o in clusters if o.first.heading), None)
            candidate.rules.append(f"date {first}/{last}: first to last of {len(items)} items")


def cluster_claim(reading: Reading, cluster: Cluster) -> str:
    """One claim for all candidates: what moves or cancels, then what the date allows, then held before planned."""
    created = reading.document.created
    when = cluster.when
    if when is not None and cluster.first.kind == "agreement":
        unsigned = all(c.claim == "planned" for c in cluster.candidates)
        return settle_claim("planned" if unsigned else None, when, created) if created.edtf else "ongoing"
    claims = [c.claim for c in sorted(cluster.candidates, key=_authority) if c.claim and c.asserted]
    for claim in ("cancelled", "postponed"):
        if claim in claims:
            return claim
    ahead = when is not None and when.earliest and created.latest and when.earliest > created.latest
    if ahead and claims:
        return settle_claim("planned", when, created)
    if "held" in claims:
        return settle_claim("held", when, created)
    return settle_claim(claims[0] if claims else None, when, created)


def _authority(candidate: Candidate) -> tuple[bool, bool, int]:
    return candidate.anchor != "explicit", candidate.line.headline, candidate.line.index


def _anchor(reading: Reading, cluster: Cluster, others: list[Cluster]) -> None:
    """The date of the frame when words point to one, else of the meeting that is reported, else the document's day."""
    candidate = min(cluster.candidates, key=lambda c: (not c.asserted, not c.framed))
    closed = _closed(candidate, others)
    if closed is not None and closed.when is not None and closed.when.latest is not None:
        cluster.frame = closed
        last = closed.when.latest
        _set(candidate, When(edtf=Edtf(f"{last}~"), earliest=last, latest=last, earliest_hard=False), "frame")
        return
    frame = _frame(candidate, others)
    if frame is not None and frame.when is not None:
        cluster.frame = frame
        if cluster.claim == "planned" and candidate.line.cue("over") and (after := _after(frame.when)) is not None:
            _set(candidate, after, "frame")
            return
        part = _part(reading, frame.when) if frame.first.kind == "agreement" else _within(frame.when, candidate)
        _set(candidate, part, "frame")
        return
    if cluster.claim in ("held", "ongoing"):
        when = written(reading.document.created)
        if when is not None:
            _set(candidate, _sharpened(candidate, cluster.claim, when), "creation")
            _set_lasting(reading, cluster, candidate)


def _sharpened(candidate: Candidate, claim: str, when: When) -> When:
    """The document's day, exact for a meeting that is going on, and counted back for what ended after so many days."""
    day = when.earliest
    if day is None or when.earliest != when.latest:
        return when
    if claim == "ongoing" and candidate.kind in _SHORT:
        return When.of(str(day), when.text)
    days = lasting(candidate.line)
    if days < 2 or claim != "held" or not candidate.line.cue("finish"):
        return when
    first = day - timedelta(days=days)
    return When(edtf=Edtf(f"{first}~/{day}~"), earliest=first, latest=day, earliest_hard=False, latest_hard=False)


def _set_lasting(reading: Reading, cluster: Cluster, candidate: Candidate) -> None:
    """Counts forward from an opening today by the days that its sentence or one soon after it gives ("for ten days")."""
    when, start = candidate.when, candidate.line.index
    if when is None or when.earliest is None or when.earliest != when.latest or cluster.claim != "ongoing":
        return
    if candidate.kind in _SHORT or not candidate.line.cue("start"):
        return
    days = next((n for line in reading.lines[start : start + _SOON] if (n := _running(line, start))), 0)
    if days < 2:
        return
    last = when.earliest + timedelta(days=days - 1)
    stretch = When(
        edtf=Edtf(f"{when.edtf}/{last}~"), earliest=when.earliest, latest=last, earliest_hard=False, latest_hard=False
    )
    _set(candidate, stretch, "creation")


def _running(line: Line, start: int) -> int:
    """How many days the line says that something lasts; a later line needs a word for it ("will last")."""
    return lasting(line) if line.index == start or line.cue("lasting") else 0


def _closed(candidate: Candidate, others: list[Cluster]) -> Cluster | None:
    """The event of several days that a closing ceremony without a date ends."""
    line = candidate.line
    trigger = line.word_at(candidate.trigger[0])
    if candidate.kind != "other" or not any(
        h.value == "closing" for h in line.hits_in("cue", trigger - 1, trigger + 1)
    ):
        return None
    return next((o for o in others if o.when is not None and o.when.edtf.precision == "interval"), None)


def _frame(candidate: Candidate, others: list[Cluster]) -> Cluster | None:
    """The nearest earlier gathering with a date, when the sentence points to one or is a signing without a date."""
    earlier = [
        o for o in others if o.first.trigger < candidate.trigger and o.when is not None and o.claim != "cancelled"
    ]
    if candidate.line.cue("under"):
        return next((o for o in reversed(earlier) if o.first.kind == "agreement"), None)
    if candidate.line.cue("then"):
        return next((o for o in reversed(earlier) if o.claim == candidate.claim), None)
    if not (candidate.framed or candidate.line.cue("over")) and not (
        candidate.kind == "signing" and candidate.claim == "held"
    ):
        return None
    gatherings = [o for o in earlier if o.first.kind in _GATHERINGS and _other(o, candidate)]
    named = {h.value for h in candidate.line.hits_in("kind", 0, len(candidate.line.tokens))}
    gatherings = [o for o in gatherings if o.first.kind in named] or gatherings
    if candidate.claim in ("held", "ongoing"):
        alive = ("held", "ongoing") if candidate.claim == "held" else ("ongoing",)
        gatherings = [o for o in gatherings if o.claim in alive]
    return gatherings[-1] if gatherings else None


def _other(frame: Cluster, candidate: Candidate) -> bool:
    """Whether the frame is another event: of another kind, or already going on while this one is planned."""
    return frame.first.kind != candidate.kind or (frame.claim == "ongoing") != (candidate.claim == "ongoing")


def _within(frame: When, candidate: Candidate) -> When:
    """The frame's date for a part of it; a signing closes a gathering of several days."""
    if candidate.kind == "signing" and frame.latest and frame.edtf.precision == "interval" and not frame.edtf.one_of:
        return When(edtf=Edtf(f"{frame.latest}~"), earliest=frame.latest, latest=frame.latest, earliest_hard=False)
    return frame.model_copy(update={"text": ""})


def _after(frame: When) -> When | None:
    """Some time of the month in which the frame ends, not before its end ("once the exercise is over, they will meet")."""
    last = frame.latest
    if last is None:
        return None
    month = When.of(f"{last:%Y-%m}~")
    return month.model_copy(update={"earliest": last, "earliest_hard": False})


def _part(reading: Reading, period: When) -> When:
    """Some time of a period in force, before the document was written."""
    created, first = reading.document.created, period.earliest
    if first is None or created.latest is None or created.latest < first:
        return period
    return When.of(f"[{first}..{min(created.latest, period.latest or created.latest)}]")


def _set(candidate: Candidate, when: When, anchor: str) -> None:
    candidate.when, candidate.anchor = when, anchor
    candidate.rules.append(f"date {when.edtf}: {anchor}")
