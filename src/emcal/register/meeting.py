"""Where mentions meet: the keys they share with others, and the events they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from emcal.documents.document import Creation
from emcal.events import Event, Judgement, blocks, resolve_block
from emcal.events.blocking import standings
from emcal.events.profile import Profile
from emcal.mentions.mention import Mention
from emcal.register.storage import Placed


def placed(mention: Mention, created: Creation) -> Placed:
    """The mention with its keys: 64-bit hashes of the buckets that it stands in; ``created`` is its document's date."""
    return Placed(mention, {_key(bucket): seeks for bucket, seeks in standings(Profile(mention, created))})


def _key(bucket: tuple[object, ...]) -> int:
    return int.from_bytes(blake2b(repr(bucket).encode(), digest_size=8).digest(), "big", signed=True)


def events_of(
    mentions: Sequence[Mention], documents: Mapping[str, Creation], judgements: Iterable[Judgement]
) -> list[tuple[Event, ...]]:
    """The events that the mentions tell, by component; no component has a say in another's.

    Of copies of one text the first takes part, and its event lists the others beside it.
    """
    first: dict[str, Mention] = {}
    copies: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.document, mention.id)):
        first.setdefault(mention.id, mention)
        copies.setdefault(mention.id, []).append(mention)
    listed = tuple(judgements)
    found = blocks(first.values(), documents, listed).values()
    return [tuple(_with(copies, event) for event in resolve_block(block, documents, listed)) for block in found]


def _with(copies: Mapping[str, Sequence[Mention]], event: Event) -> Event:
    every = tuple(copy for mention in event.mentions for copy in copies[mention.id])
    return event if len(every) == len(event.mentions) else event.model_copy(update={"mentions": every})
