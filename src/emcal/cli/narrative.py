"""One event told on one screen: what it is, what says so, how its date came about, and what became of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from emcal.documents import Span
from emcal.events import Event, standing
from emcal.export import wording
from emcal.mentions import Mention
from emcal.register import Change, Correction, DocumentRecord, Entry, Judgement, Undo
from emcal.register.revision import in_words, place_in_words
from emcal.when import When

WIDTH = 110
CONTEXT = 60
"""Code points shown on either side of a sentence."""
Decisions = Mapping[str, Correction | Judgement | Undo]
Language = Literal["en", "ru"]


def narrative(
    entry: Entry,
    documents: Mapping[str, DocumentRecord],
    decisions: Decisions,
    texts: Mapping[str, str],
    as_of: date,
    language: Language,
) -> Iterator[str]:
    """The lines of the screen. ``texts`` are those of the documents that can still be read, by path."""
    yield from _head(entry, as_of, language)
    yield from ("", "Evidence")
    for number, mention in enumerate(entry.event.mentions, start=1):
        yield from _mention(number, mention, documents.get(mention.document), texts.get(mention.document))
    yield from _joins(entry.event)
    yield from ("", "History")
    told = (change for change in entry.changes if change.field not in ("readings", "was"))
    yield from (line for change in told for line in _change(change, decisions))


def _head(entry: Entry, as_of: date, language: Language) -> Iterator[str]:
    event = entry.event
    first, second = (event.titles.en, event.titles.ru) if language == "en" else (event.titles.ru, event.titles.en)
    yield first
    if second != first:
        yield second
    yield ""
    yield from _field("status", f"{event.claim}; {standing(event, as_of)} on {as_of}")
    yield from _field("when", f"{wording.date_phrase(event.when, language)}{_bracketed(event.when)}")
    others = [f"{wording.date_phrase(when, language)} ({when.edtf})" for when in event.readings]
    yield from _field("other readings", "; ".join(others))
    yield from _field("before it moved", "; ".join(wording.date_phrase(when, language) for when in event.was))
    yield from _field("place", wording.place_phrase(event.place, language) if event.place else "not known")
    yield from _field("kind", event.kind + (f", series {event.series}" if event.series else ""))
    yield from _field("participants", wording.participants_phrase(event.participants, language))
    yield from _field("part of", event.part_of or "")
    yield from _field("note", event.note or "")
    yield from _field("uid", event.uid + "".join(f", was {alias}" for alias in entry.aliases))
    yield from _field("revision", f"{entry.sequence}, {entry.modified:%Y-%m-%d}; known since {entry.created:%Y-%m-%d}")


def _bracketed(when: When | None) -> str:
    return f" · {in_words(when)}" if when else ""


def _field(name: str, value: str) -> Iterator[str]:
    if value:
        yield from _wrapped(value, f"{name:16}", " " * 16)


def _mention(number: int, mention: Mention, document: DocumentRecord | None, text: str | None) -> Iterator[str]:
    place = f" · {place_in_words(mention.place)}" if mention.place else ""
    yield f"{number}. {mention.document} · {_published(document)} · {mention.language} · {mention.claim}{place}"
    yield from _wrapped(_in_context(mention.evidence, mention.evidence_text, text), "   ", "   ")
    yield from _wrapped(_derived(mention), "   ", "     ")


def _published(document: DocumentRecord | None) -> str:
    if document is None or document.created.edtf is None:
        return "publication date unknown"
    return f"published {document.created.edtf} ({document.created.source})"


def _in_context(span: Span, evidence: str, text: str | None) -> str:
    """The sentence between marks, with what stands around it where the document can still be read."""
    if text is None or span.of(text) != evidence:
        return f"[{evidence}]"
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.stop : span.stop + CONTEXT]
    opening = f"…{before.split(maxsplit=1)[-1]}" if span.start > CONTEXT and " " in before.strip() else before
    closing = f"{after.rsplit(maxsplit=1)[0]}…" if span.stop + CONTEXT < len(text) and " " in after.strip() else after
    return " ".join(f"{opening.strip()} [{evidence}] {closing.strip()}".split())


def _derived(mention: Mention) -> str:
    """The words, what they were read as, and by which rules."""
    when = mention.when
    words = f"“{when.text}”" if when and when.text else "no words of its own"
    read = in_words(when) if when else "no date"
    rules = f", by {', '.join(mention.rules)}" if mention.rules else ""
    return f"date: {words} → {read} ({mention.explicitness}){rules}"


def _joins(event: Event) -> Iterator[str]:
    """Why several mentions are one event."""
    numbers = {mention.id: number for number, mention in enumerate(event.mentions, start=1)}
    told = [(sorted((numbers.get(join.left, 0), numbers.get(join.right, 0))), join.reasons) for join in event.joins]
    for (left, right), reasons in sorted(told):
        yield from _wrapped(f"{left} and {right} are one event: {', '.join(reasons)}", "   ", "     ")


def _change(change: Change, decisions: Decisions) -> Iterator[str]:
    yield from _wrapped(f"{_told(change)}{_because(change, decisions)}", f"{change.at:%Y-%m-%d}  ", " " * 12)


def _told(change: Change) -> str:
    if change.field == "event":
        return f"ended: {change.new or 'its documents are gone'}" if change.old else "first read"
    if change.field == "alias":
        return f"{change.new} merged into it"
    if change.field == "document":
        return f"told by {change.new}" if change.new else f"no longer told by {change.old}"
    if change.field == "evidence":
        return "evidence reworded"
    return f"{change.field}: {change.old or '-'} → {change.new or '-'}"


def _because(change: Change, decisions: Decisions) -> str:
    decision = decisions.get(change.because)
    if decision is not None:
        return f"  ({decision.type} {decision.id}{_signed(decision)})"
    return "" if change.because in (change.old, change.new) else f"  ({change.because})"


def _signed(decision: Correction | Judgement | Undo) -> str:
    return (f" by {decision.who}" if decision.who else "") + (f": {decision.why}" if decision.why else "")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
