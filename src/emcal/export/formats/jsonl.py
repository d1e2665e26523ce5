"""``events.jsonl``: one event a line, with the fields and in the order that the command-line contract names."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from emcal.documents.document import Span
from emcal.events.event import Event, standing
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Mention, Participant, Place
from emcal.register.register import Entry, Register
from emcal.when import When

extension = "jsonl"
media_type = "application/x-ndjson; charset=utf-8"


def render(register: Register, options: RenderOptions) -> bytes:
    """Every entry of the register as one line of JSON in UTF-8; ``standing`` is as of ``options.as_of``."""
    lines = (json.dumps(_entry(entry, options.as_of), ensure_ascii=False) for entry in register.entries)
    return "".join(f"{line}\n" for line in lines).encode()


def _entry(entry: Entry, as_of: date) -> dict[str, Any]:
    event: Event = entry.event
    return {
        "uid": event.uid,
        "sequence": entry.sequence,
        "titles": {"en": event.titles.en, "ru": event.titles.ru},
        "kind": event.kind,
        "when": when_fields(event.when),
        "status": event.claim,
        "standing": standing(event, as_of),
        "place": _place(event.place),
        "participants": [_participant(one) for one in event.participants],
        "series": event.series,
        "mentions": [_mention(mention) for mention in event.mentions],
    }


def when_fields(when: When | None) -> dict[str, str | None] | None:
    """A date as JSON: ISO days for the bounds, ``None`` for an open side; ``None`` for an undated event."""
    if when is None:
        return None
    return {
        "edtf": str(when.edtf),
        "mod": when.mod,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "text": when.text,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return place.model_dump(include={"name", "country", "lat", "lon", "timezone"}) if place else None


def _participant(participant: Participant) -> dict[str, Any]:
    return participant.model_dump(include={"name", "role", "rank", "organisation", "country", "part"})


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "document": mention.document,
        "status": mention.claim,
        "when": str(mention.when.edtf) if mention.when else None,
        "evidence": _sentence(mention.evidence, mention.evidence_text),
        "also": [_sentence(span, text) for span, text in zip(mention.also, mention.also_text, strict=True)],
    }


def _sentence(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.stop, "text": text}
