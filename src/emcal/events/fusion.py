"""From a cluster to an event: title, kind, place and participants that its mentions give together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from emcal.events.event import Event, Join
from emcal.events.history import chronology, history
from emcal.events.profile import Profile
from emcal.mentions.mention import Kind, Participant, Place


def fuse(members: Sequence[Profile], joins: Sequence[Join]) -> Event:
    """The event that the mentions tell.

    Its uid is provisional: a hash of the smallest mention's identity without the path, so that the same text gives the
    same event wherever it lies.
    """
    told = sorted(members, key=_order)
    ranked = sorted(members, key=_telling)
    head = ranked[0].mention
    story = history(members)
    return Event(
        uid=digest(min(profile.identity for profile in members)[:-1]),
        titles=head.titles,
        kind=_kind(ranked),
        claim=story.claim,
        when=story.when,
        readings=story.readings,
        was=story.was,
        place=_place(ranked),
        participants=_participants([p for profile in ranked for p in profile.mention.participants]),
        name=next((p.mention.name for p in ranked if p.mention.name), None),
        series=next((p.mention.series for p in ranked if p.mention.series), None),
        edition=next((p.edition for p in ranked if p.edition is not None), None),
        mentions=tuple(profile.mention for profile in told),
        joins=tuple(joins),
    )


def digest(parts: Iterable[str]) -> str:
    """A short hash of texts."""
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _order(profile: Profile) -> tuple[object, ...]:
    mention = profile.mention
    return chronology(profile)[0], mention.document, mention.evidence.start, profile.identity


def _telling(profile: Profile) -> tuple[object, ...]:
    """Sorts mentions by how well they present the event: by name, in words of its own, as the matter of the text."""
    mention = profile.mention
    explicit = ("explicit", "anchored", "inferred").index(mention.explicitness)
    called = not mention.name, not mention.series, mention.claim == "postponed", explicit, not mention.main
    return *called, mention.edition is None, -len(profile.sides), not profile.city, profile.identity


def _kind(ranked: Sequence[Profile]) -> Kind:
    """The kind that most mentions give; ``other`` only when none says more."""
    kinds = [profile.kind for profile in ranked]
    counted = Counter(kinds)
    return max(kinds, key=lambda kind: (kind != "other", counted[kind], -kinds.index(kind)))


def _place(ranked: Sequence[Profile]) -> Place | None:
    """The most specific place; of equal ones what most mentions name."""
    places = [profile.mention.place for profile in ranked if profile.mention.place]
    if not places:
        return None
    named = Counter((place.name, place.country) for place in places)

    def rank(place: Place) -> tuple[object, ...]:
        return (
            bool(place.name),
            bool(place.country),
            named[place.name, place.country],
            bool(place.venue),
            bool(place.lat),
        )

    best = max(places, key=rank)
    return best.model_copy(update={"span": None}) if best.span else best


def _participants(given: Sequence[Participant]) -> tuple[Participant, ...]:
    """Everyone once, the fullest description of each; a country alone only when nobody comes from it."""
    slots: dict[tuple[str | None, ...], Participant] = {}
    for participant in sorted(given, key=lambda p: not p.name):
        slot = _slot(participant, slots)
        slots[slot] = _fuller(slots[slot], participant) if slot in slots else participant
    kept = [
        p
        for p in slots.values()
        if _says_more(p) or not any(q.country == p.country and _says_more(q) for q in slots.values())
    ]
    return tuple(p.model_copy(update={"span": None}) if p.span else p for p in kept)


def _slot(participant: Participant, slots: dict[tuple[str | None, ...], Participant]) -> tuple[str | None, ...]:
    """What makes two participants one: the name key; for an unnamed holder the office and country."""
    if participant.name:
        return "name", participant.key or participant.name.casefold()
    office = (participant.role or "").casefold(), (participant.organisation or "").casefold(), participant.country
    if participant.role and participant.country:
        for slot, other in slots.items():
            if other.name and (other.role or "").casefold() == office[0] and other.country == participant.country:
                return slot
    return "office", *office


def _says_more(participant: Participant) -> bool:
    return bool(participant.name or participant.role or participant.organisation)


def _fuller(one: Participant, other: Participant) -> Participant:
    """One participant with what the other adds."""
    added = {
        field: getattr(other, field)
        for field in ("role", "rank", "organisation", "country", "key")
        if getattr(one, field) is None and getattr(other, field) is not None
    }
    if one.part == "participant" != other.part:
        added["part"] = other.part
    return one.model_copy(update=added) if added else one
