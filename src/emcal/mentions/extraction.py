"""From a document with time expressions to the events it tells."""

from __future__ import annotations

import hashlib
from collections import Counter

from emcal.documents import Document, Span
from emcal.mentions.candidate import Candidate
from emcal.mentions.dating import loosely_dated
from emcal.mentions.framing import frame_dates
from emcal.mentions.lexicon import lexicon
from emcal.mentions.line import Line, Reading, prepare
from emcal.mentions.mention import Explicitness, Mention, Place
from emcal.mentions.merging import Cluster, disjoint, merge
from emcal.mentions.nominal import GENERIC
from emcal.mentions.parsers import parsers
from emcal.mentions.surroundings import Surroundings, survey
from emcal.mentions.titles import render, series_of
from emcal.timex.timex import Timex

_LONGEST_EVIDENCE = 480
_LEAD, _SEVERAL = 2, 2
_NEAR = 12  # mentions
_HISTORY = 25  # years
_MODERN = 1990


def extract(document: Document, timexes: tuple[Timex, ...]) -> tuple[Mention, ...]:
    """The calendar-worthy events of ``document``, in the order of the text; none in a language without event words.

    Sentences about one event give one mention: ``evidence`` is the one that says most about its date. An event that is
    only planned and that nothing dates is left out where a dated one of its kind is told.
    """
    words = lexicon(document.language)
    if words is None:
        return ()
    reading = prepare(document, timexes, words)
    candidates = [c for line in reading.lines for c in _parse(reading, line)]
    clusters = [c for c in merge(candidates, words) if any(x.asserted and not x.implicit for x in c.candidates)]
    frame_dates(reading, clusters)
    clusters = [c for c in clusters if not _overview(c, clusters)]
    alive = Counter(c.first.kind for c in clusters if c.when is not None and c.claim not in ("postponed", "cancelled"))
    kept = [c for c in clusters if _datable(reading, c, alive) and not _historic(reading, c)]
    return _mentions(reading, kept, survey(document, words)) if kept else ()


def _parse(reading: Reading, line: Line) -> list[Candidate]:
    for parser in parsers():
        if parser.fits(reading, line):
            found = parser.parse(reading, line)
            name = parser.__name__.rsplit(".", maxsplit=1)[-1]
            for candidate in found:
                candidate.parser = name
            return found
    return []


def _datable(reading: Reading, cluster: Cluster, alive: Counter[str]) -> bool:
    """Whether the event has a date, or needs none: it was held or fell through, or no dated event could be the same.

    ``alive`` counts the dated events of each kind.
    """
    if cluster.when is not None or cluster.claim != "planned":
        return True
    if any(c.asserted and loosely_dated(reading, c) for c in cluster.candidates):
        return True
    if all(c.verbal and c.kind != "signing" for c in cluster.candidates):
        return False
    return not alive[cluster.first.kind]


def _overview(cluster: Cluster, clusters: list[Cluster]) -> bool:
    """Whether it is a lead over several events of a year ("The exercises of 2026") rather than one of them."""
    when = cluster.when
    if when is None or when.edtf.precision != "year" or any(c.line.index > _LEAD for c in cluster.candidates):
        return False
    dated = (c.when for c in clusters if c is not cluster and c.first.kind == cluster.first.kind)
    return sum(w is not None and w.edtf != when.edtf and not disjoint(w, when) for w in dated) >= _SEVERAL


def _historic(reading: Reading, cluster: Cluster) -> bool:
    """Whether the event lies so far back that it is history rather than news."""
    latest = cluster.when.latest if cluster.when else None
    if latest is None or cluster.first.kind == "agreement":
        return False
    written = reading.document.created.earliest
    return latest.year < max(_MODERN, written.year - _HISTORY if written else 0)


def _mentions(reading: Reading, clusters: list[Cluster], around: Surroundings) -> tuple[Mention, ...]:
    made: dict[int, Mention] = {}
    taken: Counter[str] = Counter()
    for i, cluster in sorted(enumerate(clusters), key=lambda pair: pair[1].frame is not None):
        near = clusters[max(0, i - _NEAR) : i + _NEAR]
        mention = _mention(reading, cluster, around, made.get(id(cluster.frame)), near)
        taken[mention.id] += 1
        made[id(cluster)] = _numbered(mention, taken[mention.id])
    return tuple(made[id(cluster)] for cluster in clusters)


def _numbered(mention: Mention, number: int) -> Mention:
    """The mention, with an id of its own where one word of a sentence tells several events."""
    if number == 1:
        return mention
    return mention.model_copy(update={"id": _hash(f"{mention.id}|{number}")})


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _mention(
    reading: Reading, cluster: Cluster, around: Surroundings, frame: Mention | None, clusters: list[Cluster]
) -> Mention:
    document = reading.document
    best = min(cluster.candidates, key=lambda c: (not c.asserted, c.when != cluster.when, *_telling(c)))
    teller = min((c for c in cluster.candidates if c.asserted), key=_naming)
    evidence = _evidence(best)
    also = _also(cluster, best, evidence)
    place = _place(cluster, best, around, frame, clusters)
    people = around.taking_part(cluster, best)
    named = next((c.name for c in cluster.candidates if c.name), None)
    known = series_of(named.text) if named else None
    said = evidence.of(document.text)
    key = f"{document.source.sha256}|{evidence.start}|{evidence.stop}|{teller.kind}|{best.trigger[0]}"
    return Mention(
        id=_hash(key),
        document=document.source.path,
        language=document.language,
        kind="other" if teller.kind == GENERIC else teller.kind,
        claim=cluster.claim,
        titles=render(reading, teller, place, around.people(teller), around.places, around.participants, frame),
        name=named.text if named else None,
        series=known.id if known else None,
        edition=next((c.edition for c in cluster.candidates if c.edition), None),
        when=cluster.when,
        place=place,
        participants=people,
        trigger=Span(start=best.trigger[0], stop=best.trigger[1]),
        evidence=evidence,
        evidence_text=said,
        also=also,
        also_text=tuple(span.of(document.text) for span in also),
        explicitness=_explicitness(best, reading),
        main=_main(cluster, best),
        frame=frame.id if frame else None,
        parser=best.parser,
        rules=tuple(dict.fromkeys(rule for c in (best, *cluster.candidates) for rule in c.rules)),
    )


def _place(
    cluster: Cluster, best: Candidate, around: Surroundings, frame: Mention | None, clusters: list[Cluster]
) -> Place | None:
    """Where the event's sentences put it, else where the event is that it is part of, else the document's one country."""
    if best.kind == "agreement":
        return None
    place = around.place(cluster, best) or (frame.place if frame and frame.kind != "agreement" else None)
    named = next((c.name for c in cluster.candidates if c.name), None)
    known = series_of(named.text) if named else None
    if place is None and known is not None and known.country:
        place = Place(country=known.country)
    place = place or _beside(cluster, clusters, around) or around.received(best)
    return place or around.domestic


def _beside(cluster: Cluster, clusters: list[Cluster], around: Surroundings) -> Place | None:
    """Where another telling puts it: a summit is where the visit goes on its days, a moved event where it was to be."""
    if cluster.first.kind == "summit":
        others = [c for c in clusters if c.first.kind == "visit" and c.when == cluster.when]
    else:
        moved = cluster.claim == "postponed"
        others = [c for c in clusters if c.first.kind == cluster.first.kind and (c.claim == "postponed") != moved]
        others = others if moved or any(c.claim == "postponed" for c in others) else []
    return next((p for c in others if (p := around.place(c, c.first)) is not None), None)


def _telling(candidate: Candidate) -> tuple[int, bool, bool, int]:
    order = {"explicit": 0, "spread": 1, "name": 3}.get(candidate.anchor, 2)
    return order, candidate.line.headline, candidate.claim is None, candidate.line.index


def _naming(candidate: Candidate) -> tuple[bool, bool, bool, int, bool, int]:
    """The candidate that names the event best: with a name, a noun of its own, many words, in the text's order."""
    plain = candidate.verbal or candidate.kind == "meeting"
    size = min(candidate.phrase[1] - candidate.phrase[0], 40) // 10
    generic = candidate.kind == GENERIC or candidate.bare
    return generic, candidate.name is None, plain, -size, candidate.line.headline, candidate.line.index


def _evidence(candidate: Candidate) -> Span:
    """The candidate's sentence; its own words of an item that tells several; of a long one, its clause."""
    line = candidate.line
    if candidate.own is not None:
        return Span(start=candidate.own[0], stop=candidate.own[1])
    if line.stop - line.start <= _LONGEST_EVIDENCE:
        return Span(start=line.start, stop=line.stop)
    first, last = candidate.clause
    start, stop = line.tokens[first].start, line.tokens[last].stop
    if stop - start > _LONGEST_EVIDENCE:
        start = max(start, candidate.trigger[0] - _LONGEST_EVIDENCE // 2)
        stop = min(stop, start + _LONGEST_EVIDENCE)
        start = next((t.start for t in line.tokens if t.start >= start), start)
    return Span(start=start, stop=stop)


def _also(cluster: Cluster, best: Candidate, evidence: Span) -> tuple[Span, ...]:
    spans = {(s.start, s.stop): s for c in cluster.candidates if c is not best for s in [_evidence(c)]}
    dates = (c.timex.span for c in cluster.candidates if c.own is not None and c.timex is not None)
    spans.update({(date.start, date.stop): date for date in dates})
    return tuple(spans[key] for key in sorted(spans) if spans[key].overlap(evidence) == 0)


def _explicitness(candidate: Candidate, reading: Reading) -> Explicitness:
    if candidate.anchor == "name":
        return "inferred"
    if candidate.timex is None:
        return "inferred" if candidate.anchor == "frame" else "anchored"
    return "explicit" if candidate.timex.anchor == "explicit" else "anchored"


def _main(cluster: Cluster, best: Candidate) -> bool:
    """Whether the event is the news, rather than a recollection, a part of another event or a plan's period."""
    return not best.recap and cluster.frame is None and best.kind != "agreement"
