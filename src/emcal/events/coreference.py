"""Which mentions tell the same event, inside a document and across documents and languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from emcal.documents.document import Creation
from emcal.events.blocking import components
from emcal.events.clustering import candidates, clusters, verdicts_of
from emcal.events.event import Event
from emcal.events.fusion import digest, fuse
from emcal.events.judgement import Judgement
from emcal.events.profile import Profile
from emcal.mentions.mention import Mention

_UNKNOWN = Creation()


def resolve(
    mentions: Iterable[Mention], documents: Mapping[str, Creation], judgements: Iterable[Judgement] = ()
) -> tuple[Event, ...]:
    """The events that the mentions tell, in order of uid; the order of the mentions changes nothing.

    ``documents`` maps ``Mention.document`` to the creation time; a document that is missing there has none. Judgements
    outrank every rule. Equals ``link_parts`` over ``resolve_block`` of each of ``blocks``.
    """
    return link_parts(resolve_block(mentions, documents, judgements))


def blocks(
    mentions: Iterable[Mention], documents: Mapping[str, Creation], judgements: Iterable[Judgement] = ()
) -> dict[str, tuple[Mention, ...]]:
    """The mentions in groups that can be resolved apart: two mentions of different groups are never one event.

    The key is a hash of the group's smallest mention. A group whose mentions, creation times and
    judgements are what they were resolves to the same events.
    """
    ordered = _profiles(mentions, documents)
    found = candidates(ordered, verdicts_of(judgements))
    groups = components(len(ordered), ((a, b) for _, a, b in found))
    return {digest(ordered[group[0]].identity): tuple(ordered[n].mention for n in group) for group in groups}


def resolve_block(
    mentions: Iterable[Mention], documents: Mapping[str, Creation], judgements: Iterable[Judgement] = ()
) -> tuple[Event, ...]:
    """The events of one block, in order of uid, not yet linked to the larger events that they are part of."""
    verdicts = verdicts_of(judgements)
    ordered = _profiles(mentions, documents)
    found = clusters(ordered, candidates(ordered, verdicts), verdicts)
    return tuple(sorted((fuse(members, joins) for members, joins in found), key=lambda event: event.uid))


def link_parts(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order of uid, each part linked to the event that tells its frame."""
    listed = sorted(events, key=lambda event: event.uid)
    home = {(mention.document, mention.id): event.uid for event in listed for mention in event.mentions}
    return tuple(_linked(event, home) for event in listed)


def _linked(event: Event, home: Mapping[tuple[str, str], str]) -> Event:
    frames = (home.get((m.document, m.frame)) for m in event.mentions if m.frame)
    part_of = next((uid for uid in frames if uid and uid != event.uid), None)
    return event if part_of == event.part_of else event.model_copy(update={"part_of": part_of})


def _profiles(mentions: Iterable[Mention], documents: Mapping[str, Creation]) -> list[Profile]:
    """The profiles in order of identity; what is given twice is taken once."""
    profiles = (Profile(mention, documents.get(mention.document, _UNKNOWN)) for mention in mentions)
    found = {profile.identity: profile for profile in profiles}
    return [found[identity] for identity in sorted(found)]
