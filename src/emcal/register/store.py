"""The register as its users see it: what came in, what people decided, and what was known when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Self

from emcal.register import backup as jsonl
from emcal.register import deciding, filing, history, lookup
from emcal.register.decision import Correction, Judgement, Undo, Verdict
from emcal.register.merging import Cause, merge
from emcal.register.query import Query, matches
from emcal.register.reading import DocumentReading, Report
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.register.storage import Storage

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

    def together(self) -> AbstractContextManager[None]:
        """All that is revised inside, in however many steps, is kept; on any error none of it."""
        return self.storage.transaction()

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
        self, edits: Iterable[deciding.Edit], *, who: str, why: str, as_of: Moment
    ) -> tuple[Correction, ...]:
        """Corrections (uid, field, value) in one revision: all of them or, with a ``CorrectionError``, none."""
        with self.storage.transaction():
            return deciding.correct(self.storage, edits, deciding.Said(who, why, moment(as_of)))

    def judge(self, verdict: Verdict, left: str, right: str, *, who: str, why: str, as_of: Moment) -> Judgement:
        """Says that two events are the same one, or that they are not.

        A side is a uid, the beginning of one, an alias (then what it held when it was merged away), the id of a mention,
        or ``UID:3`` for the third of an event's mentions. Raises ``CorrectionError``.
        """
        with self.storage.transaction():
            return deciding.judge(self.storage, verdict, left, right, deciding.Said(who, why, moment(as_of)))

    def undo(self, decision: str | None = None, *, who: str, why: str, as_of: Moment) -> Undo:
        """Takes back a correction or judgement, by the beginning of its id, or else the last one that stands.

        Raises ``CorrectionError``.
        """
        with self.storage.transaction():
            return deciding.undo(self.storage, decision or "", deciding.Said(who, why, moment(as_of)))

    def backup(self) -> str:
        """What people told the register, as JSON Lines: the part of it that cannot be built again.

        Documents that they added (rows of a workbook) by path, then every decision in the order it was made.
        """
        with self.storage.view():
            return jsonl.dumped(jsonl.Backup(tuple(filing.added(self.storage)), self.storage.decisions()))

    def restore(self, text: str, *, as_of: Moment) -> int:
        """Takes in what a backup tells and is not known yet; how many. Raises ``CorrectionError`` and then takes in none.

        A decision whose documents are not here waits for them, and keeps its event's uid for them.
        """
        told = jsonl.loaded(text)
        with self.storage.transaction():
            return deciding.restore(self.storage, told, moment(as_of))

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
            revision = lookup.find(self.storage, uid)
            if revision is None:
                return None
            aliases = tuple(alias for alias in self.storage.aliases() if alias.target == revision.uid)
            changes = self.storage.changes([revision.uid, *(alias.uid for alias in aliases)])
            return history.entry_of(revision, aliases, tuple(changes))

    def query(self, query: Query, *, evidence: bool = True) -> Iterator[Entry]:
        """The entries that pass the filters, by earliest day, kind and uid; their changes are left out.

        Without ``evidence`` the mentions of the events and their joins may be left out, too, which is quicker by far.
        """
        aliases = history.by_target(self.storage.aliases())
        whole = evidence or query.known_on is not None
        exact = query if whole else query.model_copy(update={"text": None})
        for revision in self.storage.select(query, evidence=whole):
            if matches(revision.event, exact):
                yield history.entry_of(revision, aliases.get(revision.uid, ()))

    def snapshot(self, known_on: date | None = None) -> Register:
        """Everything, as it is known now or as it was known at the end of a day."""
        with self.storage.view():
            return history.snapshot(self.storage, known_on)

    def changes(self, since: Moment | None = None) -> Iterator[Change]:
        """The log, oldest first, from a moment on."""
        return self.storage.changes(since=moment(since) if since else None)

    def diff(self, earlier: date, later: date) -> tuple[Change, ...]:
        """What differs between the register as known on two days, each standing told for its day.

        A standing that moved because time passed is ``by`` ``time``.
        """
        before, after = self.snapshot(earlier), self.snapshot(later)
        return tuple(history.differing(before, after, (earlier, later), moment(later)))

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        """All components kept for a profile and a language, by uid, revision and standing."""
        return self.storage.renderings(profile, language)

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[tuple[str, int, str], bytes]) -> None:
        """Keeps many components in place of what was there of the same events; nothing when open for reading."""
        if self.storage.writable:
            with self.storage.transaction():
                self.storage.keep_renderings(profile, language, bodies)
