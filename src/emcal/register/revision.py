"""What a revision changes: two states of an event compared, field by field, in words that a log can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from emcal.events.event import Event
from emcal.mentions.mention import Mention, Participant, Place
from emcal.when import When

# RFC 5545 section 3.8.7.4: the organiser makes a significant revision; here these three, and nothing else.
SIGNIFICANT = frozenset({"when", "place", "status"})


class Difference(NamedTuple):
    """One field with its value before and after; ``document`` is the path that it came from, when that is known."""

    field: str
    old: str
    new: str
    document: str | None = None


def differences(before: Event, after: Event) -> tuple[Difference, ...]:
    """What a reader of the event would see change; how a rule is named or where a span lies is none of it."""
    old, new = _told(before), _told(after)
    fields = tuple(
        Difference(field, old[field], new[field], _source(after, before, field))
        for field in old
        if old[field] != new[field]
    )
    return fields + tuple(_evidence(before.mentions, after.mentions))


def significant(changes: Iterable[Difference]) -> bool:
    """Whether SEQUENCE goes up: exactly when date, place or status change."""
    return any(change.field in SIGNIFICANT for change in changes)


def in_words(when: When | None) -> str:
    """The EDTF of a date, with its bounds where they say more than the EDTF does; empty for no date."""
    if when is None:
        return ""
    if (when.earliest, when.latest) == (when.edtf.earliest, when.edtf.latest):
        return str(when.edtf)
    return f"{when.edtf} ({when.earliest or ''}..{when.latest or ''})"


def place_in_words(place: Place | None) -> str:
    """Venue, locality and country, as far as they are known."""
    return ", ".join(filter(None, (place.venue, place.name, place.country))) if place else ""


def _told(event: Event) -> dict[str, str]:
    return {
        "title": event.titles.en,
        "title_ru": event.titles.ru,
        "kind": event.kind,
        "status": event.claim,
        "when": in_words(event.when),
        "place": place_in_words(event.place),
        "participants": "; ".join(map(_participant, event.participants)),
        "name": event.name or "",
        "series": event.series or "",
        "edition": str(event.edition or ""),
        "part_of": event.part_of or "",
        "readings": "; ".join(map(in_words, event.readings)),
        "was": "; ".join(map(in_words, event.was)),
        "note": event.note or "",
    }


def _participant(participant: Participant) -> str:
    told = (participant.rank, participant.name, participant.role, participant.organisation, participant.country)
    return ", ".join(filter(None, told))


def _evidence(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> Iterator[Difference]:
    """Documents that came or went, and sentences that changed inside one that stayed."""
    old, new = _quotes(before), _quotes(after)
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield Difference("document", "", path, path)
        elif path not in new:
            yield Difference("document", path, "", path)
        elif old[path] != new[path]:
            yield Difference("evidence", old[path], new[path], path)


def _quotes(mentions: tuple[Mention, ...]) -> dict[str, str]:
    quotes: dict[str, list[str]] = {}
    for mention in mentions:
        quotes.setdefault(mention.document, []).append(mention.evidence_text)
    return {path: " … ".join(sorted(texts)) for path, texts in quotes.items()}


def _source(after: Event, before: Event, field: str) -> str | None:
    """The document behind a changed field: a new mention that says so, else a new one, else one that went."""
    known = {mention.id for mention in before.mentions}
    kept = {mention.id for mention in after.mentions}
    fresh = [mention for mention in after.mentions if mention.id not in known]
    saying = [mention for mention in fresh if _says(mention, after, field)]
    went = [mention for mention in before.mentions if mention.id not in kept]
    return next((mention.document for mention in (*saying, *fresh, *went)), None)


def _says(mention: Mention, event: Event, field: str) -> bool:
    if field == "when":
        return in_words(mention.when) == in_words(event.when)
    if field == "status":
        return mention.claim == event.claim
    return field == "place" and place_in_words(mention.place) == place_in_words(event.place)
