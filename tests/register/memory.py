"""A second backend, in plain dictionaries: it shows how little a storage has to know, and passes the same suite."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from emcal.documents import Creation
from emcal.mentions import Mention
from emcal.register.decision import Correction, Judgement, Undo
from emcal.register.query import Query, matches
from emcal.register.register import Change
from emcal.register.storage import Alias, Filed, Placed, Revision


class End(NamedTuple):
    uid: str
    at: datetime


@dataclass
class State:
    documents: dict[str, Filed] = field(default_factory=dict)
    mentions: dict[str, dict[str, Mention]] = field(default_factory=dict)
    keys: dict[str, dict[int, bool]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    uids: dict[str, str] = field(default_factory=dict)
    components: dict[str, str] = field(default_factory=dict)
    states: list[Revision | End] = field(default_factory=list)
    aliases: dict[str, Alias] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    decisions: dict[str, Correction | Judgement | Undo] = field(default_factory=dict)
    renderings: dict[tuple[str, int, str, str, str], bytes] = field(default_factory=dict)

    def copied(self) -> State:
        fields = {name: copy.copy(value) for name, value in vars(self).items()}
        fields["mentions"] = {path: dict(held) for path, held in self.mentions.items()}
        return State(**fields)


class MemoryStorage:
    writable = True

    def __init__(self) -> None:
        self.state = State()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = self.state.copied()
        try:
            yield
        except BaseException:
            self.state = before
            raise

    @contextmanager
    def view(self) -> Iterator[None]:
        yield

    def close(self) -> None:
        pass

    def document(self, path: str) -> Filed | None:
        return self.state.documents.get(path)

    def documents(self) -> Iterator[Filed]:
        return iter([filed for _, filed in sorted(self.state.documents.items())])

    def file(self, filed: Filed, mentions: Sequence[Placed]) -> None:
        path = filed.record.path
        self.touch(self.state.mentions.get(path, {}))
        self.state.documents[path] = filed
        self.state.mentions[path] = {mention.id: mention for mention, _ in mentions}
        self.state.keys |= {mention.id: dict(keys) for mention, keys in mentions}
        self.touch(mention.id for mention, _ in mentions)

    def retire(self, path: str, on: date | None) -> None:
        filed = self.state.documents[path]
        record = filed.record.model_copy(update={"retired": on is not None})
        self.state.documents[path] = filed._replace(record=record, retired_on=on)
        self.touch(self.state.mentions[path])

    def mentions_of(self, path: str) -> tuple[Mention, ...]:
        return tuple(mention for _, mention in sorted(self.state.mentions.get(path, {}).items()))

    def touch(self, mentions: Iterable[str]) -> None:
        self.state.touched.update(mentions)

    def touched(self) -> frozenset[str]:
        return frozenset(self.state.touched)

    def settle(self) -> None:
        self.state.touched = set()

    def present(self, mentions: frozenset[str] | None = None) -> tuple[Mention, ...]:
        here = (path for path, filed in sorted(self.state.documents.items()) if filed.retired_on is None)
        every = (mention for path in here for mention in self.mentions_of(path))
        return tuple(mention for mention in every if mentions is None or mention.id in mentions)

    def count_present(self) -> int:
        return len(self.present())

    def neighbours(self, mentions: frozenset[str]) -> frozenset[str]:
        keys = self.state.keys
        mine = [(key, seeks) for mention in mentions for key, seeks in keys.get(mention, {}).items()]
        return mentions.union(
            other for other, theirs in keys.items() for key, seeks in mine if key in theirs and (seeks or theirs[key])
        )

    def surroundings(self, mentions: frozenset[str]) -> frozenset[str]:
        uids = {self.state.uids[mention] for mention in mentions if mention in self.state.uids}
        whole = self._whole(mentions.union(mention for mention, uid in self.state.uids.items() if uid in uids))
        held = [mention for mentions_of in self.state.mentions.values() for mention in mentions_of.values()]
        parts = {mention.id for mention in held if mention.frame in whole}
        frames = {mention.frame for mention in held if mention.frame and mention.id in whole}
        return self._whole(whole | parts | frames)

    def _whole(self, mentions: frozenset[str]) -> frozenset[str]:
        components = self.state.components
        touched = {components[mention] for mention in mentions if mention in components}
        return mentions.union(mention for mention, component in components.items() if component in touched)

    def creations(self, paths: frozenset[str]) -> dict[str, Creation]:
        return {path: filed.record.created for path, filed in self.state.documents.items() if path in paths}

    def belongings(self, mentions: Iterable[str]) -> dict[str, str]:
        return {mention: self.state.uids[mention] for mention in mentions if mention in self.state.uids}

    def belong(self, uids: Mapping[str, str]) -> None:
        self.state.uids |= uids

    def group(self, components: Iterable[frozenset[str]]) -> None:
        self.state.components |= {mention: min(component) for component in components for mention in component}

    def minted(self, uid: str) -> bool:
        stood = any(state.uid == uid for state in self.state.states)
        return stood or uid in self.state.aliases or uid in self.state.uids.values()

    def revision(self, uid: str) -> Revision | None:
        found = next((state for state in reversed(self.state.states) if state.uid == uid), None)
        return found if isinstance(found, Revision) else None

    def last(self, uid: str) -> tuple[int, datetime] | None:
        states = [state for state in self.state.states if state.uid == uid and isinstance(state, Revision)]
        return (states[-1].sequence, states[-1].created) if states else None

    def revise(self, revision: Revision) -> None:
        self.state.states.append(revision._replace(number=len(self.state.states) + 1))

    def end(self, uid: str, at: datetime) -> None:
        self.state.states.append(End(uid, at))

    def select(self, query: Query, *, evidence: bool = True) -> Iterator[Revision]:
        until = datetime.combine(query.known_on, time.max, UTC) if query.known_on else datetime.max.replace(tzinfo=UTC)
        last = {state.uid: state for state in self.state.states if state.at <= until}
        found = [state for state in last.values() if isinstance(state, Revision)]
        return iter(state for state in sorted(found, key=_order) if evidence or matches(state.event, query))

    def standing_uids(self, prefix: str) -> tuple[str, ...]:
        uids = {state.uid for state in self.state.states if self.revision(state.uid)} | self.state.aliases.keys()
        return tuple(sorted(uid for uid in uids if uid.startswith(prefix))[:5])

    def alias(self, alias: Alias) -> None:
        moved = {old.uid: old._replace(target=alias.target) for old in self.aliases() if old.target == alias.uid}
        self.state.aliases |= {**moved, alias.uid: alias}
        self.state.uids |= {mention: alias.target for mention, uid in self.state.uids.items() if uid == alias.uid}

    def aliases(self) -> tuple[Alias, ...]:
        return tuple(alias for _, alias in sorted(self.state.aliases.items()))

    def merged_mentions(self, uid: str) -> tuple[str, ...]:
        states = [state for state in self.state.states if state.uid == uid and isinstance(state, Revision)]
        return tuple(m.id for m in states[-1].event.mentions) if states and uid in self.state.aliases else ()

    def log(self, changes: Iterable[Change]) -> None:
        self.state.changes.extend(changes)

    def changes(self, uids: Sequence[str] | None = None, since: datetime | None = None) -> Iterator[Change]:
        for change in sorted(self.state.changes, key=lambda change: change.at):
            if (uids is None or change.uid in uids) and (since is None or change.at >= since):
                yield change

    def decide(self, decision: Correction | Judgement | Undo) -> None:
        self.state.decisions[decision.id] = decision

    def decisions(self) -> tuple[Correction | Judgement | Undo, ...]:
        return tuple(self.state.decisions.values())

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        kept = self.state.renderings.items()
        return {(key[0], key[1], key[2]): body for key, body in kept if key[3:] == (profile, language)}

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[tuple[str, int, str], bytes]) -> None:
        fresh = {uid for uid, *_ in bodies}
        kept = self.state.renderings.items()
        left = {key: body for key, body in kept if key[0] not in fresh or key[3:] != (profile, language)}
        self.state.renderings = left | {(*key, profile, language): body for key, body in bodies.items()}


def _order(state: Revision) -> tuple[bool, date, str, str]:
    earliest = state.event.when.earliest if state.event.when else None
    return earliest is None, earliest or date.min, state.event.kind, state.uid
