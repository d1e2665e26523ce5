"""The register as its users see it: what came in, what people decided, and what was known when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Self

from emcal.errors import CorrectionError
from emcal.events.event import standing
from emcal.register import backup as jsonl
from emcal.register import filing
from emcal.register.corrections import checked, told
from emcal.register.decision import Correction, Judgement, Undo, Verdict, active, sealed
from emcal.register.merging import Cause, merge
from emcal.register.query import Query, matches
from emcal.register.reading import DocumentReading, Report
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.register.revision import differences
from emcal.register.storage import Alias, Revision, Storage

Moment = date | datetime


def open_register(path: str | Path, *, write: bool = False) -> Store:
    """The register in the SQLite file at ``path``; made when it is to be written and absent. Raises ``RegisterError``.

    To be used in a ``with``. A reader sees one state throughout each call, keeps no writer waiting and makes no file.
    """
    from emcal.register.sqlite import SqliteStorage  # noqa: PLC0415

    return Store(SqliteStorage(str(path), write=write))


def moment(as_of: Moment) -> datetime:
    """The UTC moment of a revision: a day stands for its midnight, a moment without a zone for UTC."""
    if not isinstance(as_of, datetime):
        as_of = datetime.combine(as_of, time(), UTC)
    return (as_of if as_of.tzinfo else as_of.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


class Store:
    """One register, open. ``as_of`` is the moment that a revision is dated with, and for a day its midnight in UTC."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.storage.close()

    def known(self, path: str, sha256: str, extractor: str) -> bool:
        """Whether the document was read in these bytes by this extractor, so that it need not be read again."""
        filed = self.storage.document(path)
        return filed is not None and (filed.record.sha256, filed.fingerprint.extractor) == (sha256, extractor)

    def unchanged(self, path: str, size: int, mtime_ns: int, extractor: str) -> bool:
        """Whether the file looks as it did when this extractor read it: then it need not even be hashed."""
        filed = self.storage.document(path)
        return filed is not None and size >= 0 and filed.fingerprint == (size, mtime_ns, extractor)

    def ingest(
        self,
        readings: Iterable[DocumentReading],
        *,
        as_of: Moment,
        seen: Iterable[str] = (),
        folders: Iterable[str] = (),
    ) -> Report:
        """Files every reading, retires what has gone, and merges what this touches.

        ``seen`` are paths that are there but were not read again (unchanged, or not readable this time), looked at after
        the last reading; a document of ``folders`` that is neither seen nor read is retired. Each document is kept as soon
        as its reading is done.
        """
        at = moment(as_of)
        there: set[str] = set()
        count = 0
        for reading in readings:
            with self.storage.transaction():
                filing.file(self.storage, reading, at.date())
            there.add(reading.path)
            count += 1
        there.update(seen)  # only now: a caller learns while reading which files it could not read
        with self.storage.transaction():
            retired = filing.retire(self.storage, there, folders, at.date())
            report = merge(self.storage, Cause(at))
        return report._replace(read=count, retired=retired)

    def correct(self, uid: str, field: str, value: str, *, who: str, why: str, as_of: Moment) -> Correction:
        """Lays a person's knowledge over one field of an event. Raises ``CorrectionError``."""
        return self.correct_all([(uid, field, value)], who=who, why=why, as_of=as_of)[0]

    def correct_all(
        self, edits: Iterable[tuple[str, str, str]], *, who: str, why: str, as_of: Moment
    ) -> tuple[Correction, ...]:
        """Corrections (uid, field, value) in one revision: all of them or, with a ``CorrectionError``, none."""
        at = moment(as_of)
        with self.storage.transaction():
            merge(self.storage, Cause(at))
            made = tuple(self._correction(*edit, who=who, why=why, at=at) for edit in edits)
            if made:
                merge(self.storage, Cause(at, made[-1].id, "correction", frozenset(one.id for one in made)))
        return made

    def _correction(self, uid: str, field: str, value: str, *, who: str, why: str, at: datetime) -> Correction:
        revision = self._standing(uid)
        mentions = tuple(dict.fromkeys(mention.id for mention in revision.event.mentions))
        correction = Correction(
            at=at, uid=revision.uid, field=field, value=checked(field, value), was=told(revision.event, field),
            who=who, why=why, mentions=mentions,
        )  # fmt: skip
        correction = sealed(correction, (decision.id for decision in self.storage.decisions()))
        self.storage.decide(correction)
        self.storage.touch(mentions)
        return correction

    def judge(self, verdict: Verdict, left: str, right: str, *, who: str, why: str, as_of: Moment) -> Judgement:
        """Says that two events are the same one, or that they are not.

        A side is a uid, the beginning of one, an alias (then what it held when it was merged away), the id of a mention,
        or ``UID:3`` for the third of an event's mentions. Raises ``CorrectionError``.
        """
        at = moment(as_of)
        with self.storage.transaction():
            merge(self.storage, Cause(at))
            left_uid, left_mentions = self._side(left)
            right_uid, right_mentions = self._side(right)
            left_mentions, right_mentions = _apart(left_mentions, right_mentions)
            judgement = Judgement(
                at=at, verdict=verdict, left=left_uid, right=right_uid, who=who, why=why,
                left_mentions=left_mentions, right_mentions=right_mentions,
            )  # fmt: skip
            judgement = sealed(judgement, (decision.id for decision in self.storage.decisions()))
            self.storage.decide(judgement)
            self.storage.touch((*left_mentions, *right_mentions))
            merge(self.storage, Cause(at, judgement.id, "judgement"))
        return judgement

    def undo(self, decision: str | None = None, *, who: str, why: str, as_of: Moment) -> Undo:
        """Takes back a correction or judgement, by the beginning of its id, or else the last one that stands.

        Raises ``CorrectionError``.
        """
        at = moment(as_of)
        with self.storage.transaction():
            merge(self.storage, Cause(at))
            made = self.storage.decisions()
            found = [one for one in active(made) if one.id.startswith(decision or "")]
            if not found or (decision and len(found) > 1):
                raise CorrectionError(f"{decision or 'undo'}: no single decision that stands and could be taken back")
            undone = found[-1]
            undo = sealed(Undo(at=at, of=undone.id, who=who, why=why), (one.id for one in made))
            self.storage.decide(undo)
            self.storage.touch(_anchors(undone))
            merge(self.storage, Cause(at, undo.id, undone.type))
        return undo

    def backup(self) -> str:
        """Every decision as JSON Lines, in the order it was made: the part of a register that cannot be built again."""
        return jsonl.dumped(self.storage.decisions())

    def restore(self, text: str, *, as_of: Moment) -> int:
        """Takes in decisions that are not known yet; how many. Raises ``CorrectionError`` and then takes in none.

        A decision whose documents are not here waits for them, and keeps its event's uid for them.
        """
        at = moment(as_of)
        decisions = jsonl.loaded(text)
        with self.storage.transaction():
            merge(self.storage, Cause(at))
            known = {decision.id for decision in self.storage.decisions()}
            fresh = [decision for decision in decisions if decision.id not in known]
            for decision in fresh:
                self.storage.decide(decision)
                self.storage.touch(_anchors(decision))
                jsonl.remember(self.storage, decision, at)
            for decision in fresh:
                if isinstance(decision, Undo):
                    self.storage.touch(
                        m for one in self.storage.decisions() if one.id == decision.of for m in _anchors(one)
                    )
            if fresh:
                last = fresh[-1]
                by = last.type if isinstance(last, Correction | Judgement) else "correction"
                merge(self.storage, Cause(at, last.id, by, frozenset(one.id for one in fresh)))
        return len(fresh)

    def decisions(self) -> tuple[Correction | Judgement | Undo, ...]:
        """Every correction, judgement and undoing, in the order it was made."""
        return self.storage.decisions()

    def document(self, path: str) -> DocumentRecord | None:
        """What is kept of a document, retired or not."""
        filed = self.storage.document(path)
        return filed.record if filed else None

    def entry(self, uid: str) -> Entry | None:
        """The entry with the uid, or with the one uid or alias that begins so; ``None`` when there is none or several."""
        with self.storage.view():
            revision = self._revision(uid)
            if revision is None:
                return None
            aliases = tuple(alias for alias in self.storage.aliases() if alias.target == revision.uid)
            changes = tuple(self.storage.changes([revision.uid, *(alias.uid for alias in aliases)]))
            return _entry(revision, aliases, changes)

    def query(self, query: Query, *, evidence: bool = True) -> Iterator[Entry]:
        """The entries that pass the filters, by earliest day, kind and uid; their changes are left out.

        Without ``evidence`` the mentions of the events and their joins may be left out, too, which is quicker by far.
        """
        aliases = _by_target(self.storage.aliases())
        whole = evidence or query.known_on is not None
        exact = query if whole else query.model_copy(update={"text": None})
        for revision in self.storage.select(query, evidence=whole):
            if matches(revision.event, exact):
                yield _entry(revision, aliases.get(revision.uid, ()), ())

    def snapshot(self, known_on: date | None = None) -> Register:
        """Everything, as it is known now or as it was known at the end of a day."""
        with self.storage.view():
            return self._snapshot(known_on)

    def _snapshot(self, known_on: date | None) -> Register:
        until = datetime.combine(known_on, time.max, UTC) if known_on else datetime.max.replace(tzinfo=UTC)
        aliases = _by_target(alias for alias in self.storage.aliases() if alias.at <= until)
        changes = tuple(change for change in self.storage.changes() if change.at <= until)
        log: dict[str, list[int]] = {}
        for number, change in enumerate(changes):
            log.setdefault(change.uid, []).append(number)
        entries = [
            _entry(revision, merged, _history(changes, log, (revision.uid, *(alias.uid for alias in merged))))
            for revision in self.storage.select(Query(known_on=known_on))
            for merged in (aliases.get(revision.uid, ()),)
        ]
        entries.sort(key=_order)
        return Register(entries=tuple(entries), documents=tuple(self._documents(known_on)), changes=changes)

    def _documents(self, known_on: date | None) -> Iterator[DocumentRecord]:
        for filed in self.storage.documents():
            retired = filed.retired_on is not None and (known_on is None or filed.retired_on <= known_on)
            if known_on is None or filed.record.read <= known_on:
                yield filed.record.model_copy(update={"retired": retired})

    def changes(self, since: Moment | None = None) -> Iterator[Change]:
        """The log, oldest first, from a moment on."""
        return self.storage.changes(since=moment(since) if since else None)

    def diff(self, earlier: date, later: date) -> tuple[Change, ...]:
        """What differs between the register as known on two days, each standing told for its day.

        A standing that moved because time passed is ``by`` ``time``.
        """
        at = moment(later)
        before = {entry.event.uid: entry for entry in self.snapshot(earlier).entries}
        after = {entry.event.uid: entry for entry in self.snapshot(later).entries}
        found: list[Change] = []
        for uid, entry in after.items():
            if uid not in before:
                found.append(Change(uid=uid, at=at, field="event", old="", new=entry.event.titles.en, because=""))
                continue
            found += _differing(before[uid], entry, at, earlier, later)
        gone = [entry for uid, entry in before.items() if uid not in after]
        homes = {alias: uid for uid, entry in after.items() for alias in entry.aliases}
        for entry in gone:
            uid, title = entry.event.uid, entry.event.titles.en
            found.append(Change(uid=uid, at=at, field="event", old=title, new=homes.get(uid, ""), because=""))
        return tuple(found)

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        """All components kept for a profile and a language, by uid, revision and standing."""
        return self.storage.renderings(profile, language)

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[tuple[str, int, str], bytes]) -> None:
        """Keeps many components in place of what was there of the same events; nothing when open for reading."""
        if self.storage.writable:
            with self.storage.transaction():
                self.storage.keep_renderings(profile, language, bodies)

    def _revision(self, uid: str) -> Revision | None:
        found = self.storage.revision(uid)
        if found is None and uid:
            targets = {alias.uid: alias.target for alias in self.storage.aliases()}
            begun = {targets.get(one, one) for one in self.storage.standing_uids(targets.get(uid, uid))}
            found = self.storage.revision(begun.pop()) if len(begun) == 1 else None
        return found

    def _standing(self, uid: str) -> Revision:
        revision = self._revision(uid)
        if revision is None:
            raise CorrectionError(f"{uid}: no such event, or more than one begins so")
        return revision

    def _side(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The uid and the mentions that one side of a judgement stands for."""
        merged = self.storage.merged_mentions(name)
        if merged:
            return name, merged
        if name in self.storage.belongings([name]):
            return name, (name,)
        uid, _, number = name.partition(":")
        revision = self._standing(uid)
        if number:
            return revision.uid, (_numbered(revision, number),)
        return revision.uid, tuple(dict.fromkeys(mention.id for mention in revision.event.mentions))


def _numbered(revision: Revision, number: str) -> str:
    mentions = revision.event.mentions
    if not number.isdecimal() or not 1 <= int(number) <= len(mentions):
        raise CorrectionError(f"{revision.uid}:{number}: the event has mentions 1 to {len(mentions)}")
    return mentions[int(number) - 1].id


def _apart(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sides without what they share: a part against its whole is the part against the rest."""
    if set(left) == set(right):
        raise CorrectionError("both sides are the same event; name one of its mentions as UID:3, or an alias")
    if set(right) < set(left):
        return tuple(mention for mention in left if mention not in right), right
    return left, tuple(mention for mention in right if mention not in left)


def _anchors(decision: Correction | Judgement | Undo) -> tuple[str, ...]:
    if isinstance(decision, Correction):
        return decision.mentions
    return (*decision.left_mentions, *decision.right_mentions) if isinstance(decision, Judgement) else ()


def _entry(revision: Revision, aliases: Iterable[Alias], changes: tuple[Change, ...]) -> Entry:
    return Entry(
        event=revision.event, sequence=revision.sequence, created=revision.created, modified=revision.modified,
        aliases=tuple(alias.uid for alias in aliases), changes=changes, revision=revision.number,
    )  # fmt: skip


def _by_target(aliases: Iterable[Alias]) -> dict[str, list[Alias]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        found.setdefault(alias.target, []).append(alias)
    return found


def _history(changes: Sequence[Change], log: Mapping[str, list[int]], uids: Iterable[str]) -> tuple[Change, ...]:
    return tuple(changes[number] for number in sorted(number for uid in uids for number in log.get(uid, ())))


def _order(entry: Entry) -> tuple[bool, date, str, str]:
    earliest = entry.event.when.earliest if entry.event.when else None
    return earliest is None, earliest or date.min, entry.event.kind, entry.event.uid


def _differing(before: Entry, after: Entry, at: datetime, earlier: date, later: date) -> Iterator[Change]:
    changed = differences(before.event, after.event)
    uid = after.event.uid
    for field, old, new, document in changed:
        yield Change(uid=uid, at=at, field=field, old=old, new=new, because=document or "")
    was, now = standing(before.event, earlier), standing(after.event, later)
    if was != now:
        by = "document" if any(change.field in ("status", "when") for change in changed) else "time"
        yield Change(uid=uid, at=at, field="standing", old=was, new=now, because="", by=by)
