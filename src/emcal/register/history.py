"""The register as it was known on a day, and what two days differ in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from emcal.events.event import standing
from emcal.register.query import Query
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.register.revision import differences
from emcal.register.storage import Alias, Revision, Storage


def snapshot(storage: Storage, known_on: date | None = None) -> Register:
    """Everything, as it is known now or as it was known at the end of a day."""
    until = datetime.combine(known_on, time.max, UTC) if known_on else datetime.max.replace(tzinfo=UTC)
    aliases = by_target(alias for alias in storage.aliases() if alias.at <= until)
    changes = tuple(change for change in storage.changes() if change.at <= until)
    log: dict[str, list[int]] = {}
    for number, change in enumerate(changes):
        log.setdefault(change.uid, []).append(number)
    entries = [
        entry_of(revision, merged, _changes_of(changes, log, (revision.uid, *(alias.uid for alias in merged))))
        for revision in storage.select(Query(known_on=known_on))
        for merged in (aliases.get(revision.uid, ()),)
    ]
    entries.sort(key=_order)
    return Register(entries=tuple(entries), documents=tuple(_documents(storage, known_on)), changes=changes)


def differing(earlier: Register, later: Register, days: tuple[date, date], at: datetime) -> Iterator[Change]:
    """What differs between two snapshots, each standing told for its day."""
    before = {entry.event.uid: entry for entry in earlier.entries}
    after = {entry.event.uid: entry for entry in later.entries}
    for uid, entry in after.items():
        if uid in before:
            yield from _differing(before[uid], entry, days, at)
        else:
            yield Change(uid=uid, at=at, field="event", old="", new=entry.event.titles.en, because="")
    homes = {alias: uid for uid, entry in after.items() for alias in entry.aliases}
    for uid, entry in before.items():
        if uid not in after:
            title = entry.event.titles.en
            yield Change(uid=uid, at=at, field="event", old=title, new=homes.get(uid, ""), because="")


def entry_of(revision: Revision, aliases: Iterable[Alias], changes: tuple[Change, ...] = ()) -> Entry:
    """The state of an event as readers of a register see it; its parts were checked when they were read."""
    return Entry.model_construct(
        event=revision.event, sequence=revision.sequence, created=revision.created, modified=revision.modified,
        aliases=tuple(alias.uid for alias in aliases), changes=changes, revision=revision.number,
    )  # fmt: skip


def by_target(aliases: Iterable[Alias]) -> dict[str, list[Alias]]:
    """Aliases by the uid that they became."""
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        found.setdefault(alias.target, []).append(alias)
    return found


def _documents(storage: Storage, known_on: date | None) -> Iterator[DocumentRecord]:
    for filed in storage.documents():
        retired = filed.retired_on is not None and (known_on is None or filed.retired_on <= known_on)
        if known_on is None or filed.record.read <= known_on:
            yield filed.record.model_copy(update={"retired": retired})


def _changes_of(changes: Sequence[Change], log: Mapping[str, list[int]], uids: Iterable[str]) -> tuple[Change, ...]:
    return tuple(changes[number] for number in sorted(number for uid in uids for number in log.get(uid, ())))


def _order(entry: Entry) -> tuple[bool, date, str, str]:
    earliest = entry.event.when.earliest if entry.event.when else None
    return earliest is None, earliest or date.min, entry.event.kind, entry.event.uid


def _differing(before: Entry, after: Entry, days: tuple[date, date], at: datetime) -> Iterator[Change]:
    changed = differences(before.event, after.event)
    uid = after.event.uid
    for field, old, new, document in changed:
        yield Change(uid=uid, at=at, field=field, old=old, new=new, because=document or "")
    was, now = standing(before.event, days[0]), standing(after.event, days[1])
    if was != now:
        learned = any(change.field in ("status", "when", "kind") for change in changed)
        by = "document" if learned else "time"
        yield Change(uid=uid, at=at, field="standing", old=was, new=now, because="", by=by)
