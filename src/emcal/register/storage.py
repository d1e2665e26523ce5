"""What a register needs of a place to keep things: a new backend is one file with these methods.

``tests/register/contract.py`` is the suite that every backend passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import NamedTuple, Protocol

from emcal.documents.document import Creation
from emcal.events.event import Event
from emcal.mentions.mention import Mention
from emcal.register.decision import Correction, Judgement, Undo
from emcal.register.query import Query
from emcal.register.reading import Fingerprint
from emcal.register.register import Change, DocumentRecord


class Filed(NamedTuple):
    """A document as it is kept; ``retired_on`` is the day of the build that no longer found it."""

    record: DocumentRecord
    fingerprint: Fingerprint
    retired_on: date | None = None


class Placed(NamedTuple):
    """A mention with the keys under which it can meet others, and whether it seeks there."""

    mention: Mention
    keys: Mapping[int, bool]


class Revision(NamedTuple):
    """One state of one event, known since ``at``; ``number`` grows with every state that is appended.

    ``created`` is the moment of the event's first state and ``modified`` that of the last one which reads otherwise.
    """

    uid: str
    number: int
    at: datetime
    modified: datetime
    sequence: int
    created: datetime
    event: Event


class Alias(NamedTuple):
    """A uid that was merged away, and the one that it became."""

    uid: str
    target: str
    at: datetime


class Storage(Protocol):
    """Documents, mentions, events, changes and decisions of one register. Every method raises ``RegisterError``.

    A mention *is here* while a document that is not retired holds it; copies of a document hold mentions with equal ids.
    """

    writable: bool

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or on any error none of it. One writer at a time.

        One inside another is a part of it: undone alone on an error that is caught between them, kept with the outer one.
        """
        ...

    def view(self) -> AbstractContextManager[None]:
        """All that is read inside is read from one state, whatever others write meanwhile."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...

    def document(self, path: str) -> Filed | None:
        """The document at ``path``, retired or not."""
        ...

    def documents(self) -> Iterator[Filed]:
        """Every document, retired ones too, in order of their paths."""
        ...

    def file(self, filed: Filed, mentions: Sequence[Placed]) -> None:
        """Keeps a document with its mentions in place of those it had; touches both."""
        ...

    def retire(self, path: str, on: date | None) -> None:
        """Retires a document, or brings it back with ``None``, and touches its mentions."""
        ...

    def mentions_of(self, path: str) -> tuple[Mention, ...]:
        """The mentions of one document, retired or not, in order of their ids."""
        ...

    def touch(self, mentions: Iterable[str]) -> None:
        """Marks mentions for the next merge."""
        ...

    def touched(self) -> frozenset[str]:
        """The mentions marked since ``settle``; some may have gone."""
        ...

    def settle(self) -> None:
        """Forgets the marks."""
        ...

    def present(self, mentions: frozenset[str] | None = None) -> tuple[Mention, ...]:
        """Those of the mentions (all by default) that are here, in order of document and id."""
        ...

    def count_present(self) -> int:
        """How many mentions are here, copies included."""
        ...

    def neighbours(self, mentions: frozenset[str]) -> frozenset[str]:
        """The mentions with all that share a key with them where one of the two seeks."""
        ...

    def surroundings(self, mentions: frozenset[str]) -> frozenset[str]:
        """The mentions and those of the same uids, with their components, the frames and parts of these, and theirs."""
        ...

    def creations(self, paths: frozenset[str]) -> dict[str, Creation]:
        """When each of the documents was written."""
        ...

    def belongings(self, mentions: Iterable[str]) -> dict[str, str]:
        """The uid that each mention belonged to last, where there is one."""
        ...

    def belong(self, uids: Mapping[str, str]) -> None:
        """Remembers the uid of each mention."""
        ...

    def group(self, components: Iterable[frozenset[str]]) -> None:
        """Remembers which mentions were merged within one component; each must belong to a uid."""
        ...

    def minted(self, uid: str) -> bool:
        """Whether the uid was ever given to an event, or is kept for mentions that may come."""
        ...

    def revision(self, uid: str) -> Revision | None:
        """The last state of an event that stands; an alias is not followed."""
        ...

    def last(self, uid: str) -> tuple[int, datetime] | None:
        """Sequence and creation of an event, whether it stands or not."""
        ...

    def revise(self, revision: Revision) -> None:
        """Appends a state; its number is given here."""
        ...

    def end(self, uid: str, at: datetime) -> None:
        """Ends an event: it no longer stands, but what was known before stays known."""
        ...

    def select(self, query: Query, *, evidence: bool = True) -> Iterator[Revision]:
        """The events that stand and may pass the filters of ``query`` (never fewer), by date, kind and uid.

        With ``known_on``, the states that stood at the end of that day. Without ``evidence`` the events may come without
        mentions and joins, which is quicker; then they pass the filter on text, too.
        """
        ...

    def standing_uids(self, prefix: str) -> tuple[str, ...]:
        """The uids of events that stand and of aliases that begin so, at most a few."""
        ...

    def alias(self, alias: Alias) -> None:
        """Keeps an alias; mentions and aliases that led to its uid lead to its target now."""
        ...

    def aliases(self) -> tuple[Alias, ...]:
        """All aliases by uid."""
        ...

    def merged_mentions(self, uid: str) -> tuple[str, ...]:
        """What the last state of an alias held, before it was merged away; nothing for a uid that is no alias."""
        ...

    def log(self, changes: Iterable[Change]) -> None:
        """Appends to the log."""
        ...

    def changes(self, uids: Sequence[str] | None = None, since: datetime | None = None) -> Iterator[Change]:
        """The log, oldest first, of some events or from some moment on."""
        ...

    def decide(self, decision: Correction | Judgement | Undo) -> None:
        """Keeps a decision; one with the same id is replaced in its place."""
        ...

    def decisions(self) -> tuple[Correction | Judgement | Undo, ...]:
        """Every decision in the order it was made."""
        ...

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        """Every rendered component of a profile and a language, by uid, revision and standing."""
        ...

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[tuple[str, int, str], bytes]) -> None:
        """Keeps many rendered components in place of those of the same events."""
        ...
