"""Events told by a verb: "met with", «прибыл в», "signed a memorandum"."""

from __future__ import annotations

from collections.abc import Iterator

from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Hit
from emcal.mentions.line import Line, Reading
from emcal.mentions.nominal import phrase_around


def verbal(reading: Reading, line: Line, nouns: list[Candidate]) -> Iterator[Candidate]:
    """A candidate for every event verb whose clause has no noun of the same kind among ``nouns``.

    Signing needs something signed.
    """
    seen: set[tuple[str, int]] = set()
    for hit in line.hits:
        if hit.role != "verb":
            continue
        kind, claim = hit.value.split(".")
        clause = line.clause_of(hit.first)
        if (kind, clause.first) in seen or any(n.kind == kind and n.clause == clause and _object(n) for n in nouns):
            continue
        signed = _document(line, hit) if kind == "signing" else None
        if (kind == "signing" and signed is None) or _relative(reading, line, hit):
            continue
        seen.add((kind, clause.first))
        yield _candidate(reading, line, hit, signed, kind, claim)


def _object(noun: Candidate) -> bool:
    """Whether the noun can be what the verb is about; "at the meeting" only places it."""
    return noun.novel or not (noun.oblique and noun.bare)


def _relative(reading: Reading, line: Line, hit: Hit) -> bool:
    """Whether the verb only says who somebody is ("those who signed the treaty")."""
    return hit.first > 0 and line.tokens[hit.first - 1].word in reading.lexicon.relative


def _candidate(reading: Reading, line: Line, hit: Hit, signed: Hit | None, kind: str, claim: str) -> Candidate:
    clause = line.clause_of(hit.first)
    trigger = line.span(hit.first, hit.last)
    first, last = phrase_around(reading, line, signed) if signed else (clause.first, clause.last)
    said = reading.text[slice(*trigger)]
    return Candidate(
        kind=kind,
        line=line,
        trigger=trigger,
        phrase=line.span(first, last),
        clause=(clause.first, clause.last),
        head=line.tokens[(signed or hit).first].word,
        claim=claim,
        cue=said,
        words=frozenset(t.word for t in line.tokens[first : last + 1]),
        verbal=True,
        asserted=True,
        rules=[f"kind {kind}: {said}", f"claim {claim}: {said}"],
    )


def _document(line: Line, verb: Hit) -> Hit | None:
    """What is signed: the nearest noun for a document in the line."""
    documents = [h for h in line.hits if h.role == "noun" and h.value in ("document", "plan")]
    return min(documents, key=lambda h: abs(h.first - verb.last), default=None)
