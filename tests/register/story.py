"""Documents and mentions made by hand, as an extractor would hand them over."""

from __future__ import annotations

import hashlib
from datetime import date

from emcal.documents import Creation, Span
from emcal.edtf import Edtf
from emcal.mentions import Mention
from emcal.mentions.mention import Claim, Kind, Participant, Place, Titles
from emcal.register import DocumentReading
from emcal.when import When

EXTRACTOR = "test 1"


def mention(
    document: str,
    evidence: str,
    *,
    when: str | None = "2026-05",
    kind: Kind = "exercise",
    claim: Claim = "planned",
    name: str | None = "Steppe Shield 2026",
    place: Place | None = None,
    sides: tuple[str, ...] = ("KZ", "KG"),
    language: str = "en",
    start: int = 0,
    frame: str | None = None,
    rules: tuple[str, ...] = (),
    words: str = "",
) -> Mention:
    """One mention; its id is a hash of the sentence, the kind and the name."""
    key = hashlib.sha256(f"{evidence}|{kind}|{name}".encode()).hexdigest()[:16]
    span = Span(start=start, stop=start + len(evidence))
    return Mention(
        id=key, document=document, language=language, kind=kind, claim=claim,
        titles=Titles(en=f'Exercise "{name}"', ru=f"Учения «{name}»"), name=name,
        when=When.of(when, words) if when else None, place=place,
        participants=tuple(Participant(country=side) for side in sides),
        trigger=Span(start=span.start, stop=span.start + 4), evidence=span, evidence_text=evidence, frame=frame,
        parser="prose", rules=rules,
    )  # fmt: skip


def reading(
    path: str, *mentions: Mention, published: str | None = "2026-02-01", language: str = "en"
) -> DocumentReading:
    """A document that says so; its hash is one of what it says."""
    told = "|".join(f"{m.evidence_text} {m.claim} {m.when and m.when.edtf}" for m in mentions)
    created = Creation()
    if published:
        day = date.fromisoformat(published)
        created = Creation(edtf=Edtf(published), earliest=day, latest=day, source="header")
    return DocumentReading(
        path=path, sha256=hashlib.sha256(told.encode()).hexdigest(), language=language, created=created,
        headline=mentions[0].titles.en if mentions else "", mentions=mentions, extractor=EXTRACTOR,
    )  # fmt: skip
