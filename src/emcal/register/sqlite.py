"""The default backend: one SQLite file in WAL mode, nothing but the standard library."""

# ruff: noqa: D102 -- `Storage` says what each method does

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from emcal.documents.document import Creation
from emcal.events.event import Event
from emcal.mentions.mention import Mention
from emcal.register.connection import WAIT, connect, said_clearly
from emcal.register.decision import Correction, Judgement, Undo, decision_adapter
from emcal.register.narrowing import narrowed
from emcal.register.query import Query, countries, series_of, text_of, words
from emcal.register.reading import Fingerprint
from emcal.register.register import Change, DocumentRecord
from emcal.register.storage import Alias, Filed, Placed, Revision

Row = tuple[Any, ...]
_DOCUMENT = "SELECT path, sha256, language, created, headline, read, retired, size, mtime_ns, extractor FROM document"
_REVISION = "SELECT r.uid, r.number, r.at, r.modified, r.sequence, r.created, r.body, r.evidence FROM revision r"
_SOME = 4000
"""How many values stand in one statement; SQLite allows 32,766."""


class SqliteStorage:
    """A ``Storage`` in the SQLite file at ``path``; see there for what each method does."""

    def __init__(self, path: str, *, write: bool, wait: float = WAIT) -> None:
        self.path = path
        self.writable = write
        self._connection = connect(path, write=write, wait=wait)

    def close(self) -> None:
        with said_clearly(self.path):
            self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        return self._within("BEGIN IMMEDIATE")

    def view(self) -> AbstractContextManager[None]:
        return self._within("BEGIN")

    @contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        rollback: tuple[str, ...]
        if self._connection.in_transaction:
            begin, commit, rollback = "SAVEPOINT inner", "RELEASE inner", ("ROLLBACK TO inner", "RELEASE inner")
        else:
            commit, rollback = "COMMIT", ("ROLLBACK",)
        with said_clearly(self.path):
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute(commit)
            except BaseException:
                for step in rollback if self._connection.in_transaction else ():
                    self._connection.execute(step)
                raise

    def document(self, path: str) -> Filed | None:
        rows = self._rows(f"{_DOCUMENT} WHERE path = ?", (path,))
        return _filed(rows[0]) if rows else None

    def documents(self) -> Iterator[Filed]:
        return map(_filed, self._rows(f"{_DOCUMENT} ORDER BY path"))

    def file(self, filed: Filed, mentions: Sequence[Placed]) -> None:
        record, print_ = filed.record, filed.fingerprint
        self.touch(mention.id for mention in self.mentions_of(record.path))
        retired = filed.retired_on.isoformat() if filed.retired_on else None
        created = record.created.model_dump_json(exclude_defaults=True)
        head = (record.path, record.sha256, record.language, created, record.headline, record.read.isoformat())
        self._run("INSERT OR REPLACE INTO document VALUES (?,?,?,?,?,?,?,?,?,?)", (*head, retired, *print_))
        self._run("DELETE FROM mention WHERE document = ?", (record.path,))
        told = [(record.path, m.id, m.frame, m.model_dump_json(exclude_defaults=True)) for m, _ in mentions]
        self._many("INSERT OR REPLACE INTO mention VALUES (?,?,?,?)", told)
        keys = [(key, m.id, int(seeks)) for m, meets in mentions for key, seeks in meets.items()]
        self._many("INSERT OR REPLACE INTO block VALUES (?,?,?)", keys)
        self.touch(mention.id for mention, _ in mentions)

    def retire(self, path: str, on: date | None) -> None:
        self._run("UPDATE document SET retired = ? WHERE path = ?", (on.isoformat() if on else None, path))
        self.touch(mention.id for mention in self.mentions_of(path))

    def mentions_of(self, path: str) -> tuple[Mention, ...]:
        rows = self._rows("SELECT body FROM mention WHERE document = ? ORDER BY id", (path,))
        return tuple(Mention.model_validate_json(body) for (body,) in rows)

    def touch(self, mentions: Iterable[str]) -> None:
        self._many("INSERT OR IGNORE INTO touched VALUES (?)", [(mention,) for mention in mentions])

    def touched(self) -> frozenset[str]:
        return frozenset(mention for (mention,) in self._rows("SELECT mention FROM touched"))

    def settle(self) -> None:
        self._run("DELETE FROM block WHERE mention IN (SELECT t.mention FROM touched t WHERE NOT EXISTS "
                  "(SELECT 1 FROM mention m WHERE m.id = t.mention))")  # fmt: skip
        self._run("DELETE FROM touched")

    def present(self, mentions: frozenset[str] | None = None) -> tuple[Mention, ...]:
        live = "SELECT m.body FROM mention m JOIN document d ON d.path = m.document WHERE d.retired IS NULL"
        order = "ORDER BY m.document, m.id"
        if mentions is None:
            rows = self._rows(f"{live} {order}")
        else:
            rows = self._among("SELECT m.document, m.id, m.body FROM mention m JOIN document d ON d.path = m.document "
                               "WHERE d.retired IS NULL AND m.id IN", mentions)  # fmt: skip
            rows = [(body,) for _, _, body in sorted(rows)]
        return tuple(Mention.model_validate_json(body) for (body,) in rows)

    def count_present(self) -> int:
        live = "SELECT count(*) FROM mention m JOIN document d ON d.path = m.document WHERE d.retired IS NULL"
        return int(self._rows(live)[0][0])

    def neighbours(self, mentions: frozenset[str]) -> frozenset[str]:
        met = self._among(
            "SELECT DISTINCT b.mention FROM block a JOIN block b ON a.key = b.key AND (a.seeks OR b.seeks) "
            "WHERE a.mention IN", mentions)  # fmt: skip
        return mentions.union(mention for (mention,) in met)

    def surroundings(self, mentions: frozenset[str]) -> frozenset[str]:
        mates = self._among("SELECT DISTINCT b.mention FROM belonging a JOIN belonging b ON a.uid = b.uid "
                            "WHERE a.mention IN", mentions)  # fmt: skip
        whole = self._components(mentions.union(mention for (mention,) in mates))
        frames = self._among("SELECT frame FROM mention WHERE frame IS NOT NULL AND id IN", whole)
        parts = self._among("SELECT id FROM mention WHERE frame IN", whole)
        return self._components(whole.union(mention for (mention,) in (*frames, *parts)))

    def _components(self, mentions: frozenset[str]) -> frozenset[str]:
        found = self._among(
            "SELECT DISTINCT b.mention FROM belonging a JOIN belonging b ON a.component = b.component "
            "WHERE a.mention IN", mentions)  # fmt: skip
        return mentions.union(mention for (mention,) in found)

    def creations(self, paths: frozenset[str]) -> dict[str, Creation]:
        rows = self._among("SELECT path, created FROM document WHERE path IN", paths)
        return {path: Creation.model_validate_json(created) for path, created in rows}

    def belongings(self, mentions: Iterable[str]) -> dict[str, str]:
        return dict(self._among("SELECT mention, uid FROM belonging WHERE mention IN", mentions))

    def belong(self, uids: Mapping[str, str]) -> None:
        self._many("INSERT INTO belonging (mention, uid) VALUES (?, ?) ON CONFLICT DO UPDATE SET uid = excluded.uid",
                   list(uids.items()))  # fmt: skip

    def group(self, components: Iterable[frozenset[str]]) -> None:
        grouped = [(min(component), mention) for component in components for mention in component]
        self._many("UPDATE belonging SET component = ? WHERE mention = ?", grouped)

    def minted(self, uid: str) -> bool:
        tables = ("revision", "alias", "belonging")
        seen = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE uid = :uid" for table in tables)  # noqa: S608
        return bool(self._rows(f"{seen} LIMIT 1", {"uid": uid}))

    def revision(self, uid: str) -> Revision | None:
        rows = self._rows(f"{_REVISION} JOIN event e ON e.number = r.number WHERE e.uid = ?", (uid,))
        return _revision(rows[0]) if rows else None

    def last(self, uid: str) -> tuple[int, datetime] | None:
        rows = self._rows("SELECT sequence, created FROM revision WHERE uid = ? ORDER BY number DESC LIMIT 1", (uid,))
        return (rows[0][0], _moment(rows[0][1])) if rows else None

    def revise(self, revision: Revision) -> None:
        uid, _, at, modified, sequence, created, event = revision
        body = event.model_dump_json(exclude_defaults=True, exclude={"mentions", "joins"})
        evidence = event.model_dump_json(exclude_defaults=True, include={"mentions", "joins"})
        written = self._run(
            "INSERT INTO revision (uid, at, modified, sequence, created, body, evidence) VALUES (?,?,?,?,?,?,?)",
            (uid, _text(at), _text(modified), sequence, _text(created), body, evidence),
        )
        self._forget(uid)
        self._show(uid, written.lastrowid or 0, event)

    def end(self, uid: str, at: datetime) -> None:
        self._run("INSERT INTO revision (uid, at, modified, sequence, created, body) "
            "SELECT uid, ?, modified, sequence, created, NULL FROM revision WHERE uid = ? ORDER BY number DESC LIMIT 1",
                  (_text(at), uid))  # fmt: skip
        self._forget(uid)

    def _forget(self, uid: str) -> None:
        self._run("DELETE FROM words WHERE rowid = (SELECT number FROM event WHERE uid = ?)", (uid,))
        self._run("DELETE FROM event WHERE uid = ?", (uid,))

    def _show(self, uid: str, number: int, event: Event) -> None:
        first, last = (event.when.earliest, event.when.latest) if event.when else (None, None)
        days = (first.isoformat() if first else None, last.isoformat() if last else None)
        named = f" {' '.join(sorted(countries(event)))} "
        self._run(
            "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)",
            (uid, number, event.kind, event.claim, *days, named, series_of(event)),
        )
        self._run("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, " ".join(words(text_of(event)))))

    def select(self, query: Query, *, evidence: bool = True) -> Iterator[Revision]:
        condition, values = narrowed(query)
        columns = _REVISION if evidence else _REVISION.replace("r.evidence", """'{"mentions":[]}'""")
        with said_clearly(self.path):
            yield from map(_revision, self._connection.execute(f"{columns} {condition}", values))

    def standing_uids(self, prefix: str) -> tuple[str, ...]:
        begins = {"low": prefix, "high": prefix + "\U0010ffff"}
        found = self._rows("SELECT uid FROM event WHERE uid >= :low AND uid < :high UNION "
                           "SELECT uid FROM alias WHERE uid >= :low AND uid < :high ORDER BY uid LIMIT 5",
                           begins)  # fmt: skip
        return tuple(uid for (uid,) in found)

    def alias(self, alias: Alias) -> None:
        self._run("UPDATE alias SET target = ? WHERE target = ?", (alias.target, alias.uid))
        self._run("UPDATE belonging SET uid = ? WHERE uid = ?", (alias.target, alias.uid))
        self._run("INSERT OR REPLACE INTO alias VALUES (?,?,?)", (alias.uid, alias.target, _text(alias.at)))

    def aliases(self) -> tuple[Alias, ...]:
        rows = self._rows("SELECT uid, target, at FROM alias ORDER BY uid")
        return tuple(Alias(uid, target, _moment(at)) for uid, target, at in rows)

    def merged_mentions(self, uid: str) -> tuple[str, ...]:
        rows = self._rows(f"{_REVISION} JOIN alias a ON a.uid = r.uid WHERE r.uid = ? AND r.body IS NOT NULL "
                          "ORDER BY r.number DESC LIMIT 1", (uid,))  # fmt: skip
        return tuple(mention.id for row in rows for mention in _revision(row).event.mentions)

    def log(self, changes: Iterable[Change]) -> None:
        told = [(c.uid, _text(c.at), c.field, c.old, c.new, c.because, c.by) for c in changes]
        self._many("INSERT INTO change (uid, at, field, old, new, because, by) VALUES (?,?,?,?,?,?,?)", told)

    def changes(self, uids: Sequence[str] | None = None, since: datetime | None = None) -> Iterator[Change]:
        columns = "SELECT uid, at, field, old, new, because, by, number FROM change"
        rows = self._rows(f"{columns} WHERE at >= ? ORDER BY at, number", (_text(since) if since else "",)) \
            if uids is None else self._among(f"{columns} WHERE uid IN", uids)  # fmt: skip
        for uid, at, field, old, new, because, by, _ in sorted(rows, key=lambda row: (row[1], row[7])):
            if since is None or at >= _text(since):
                yield Change(uid=uid, at=_moment(at), field=field, old=old, new=new, because=because, by=by)

    def decide(self, decision: Correction | Judgement | Undo) -> None:
        self._run("INSERT INTO decision (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                  (decision.id, decision.model_dump_json()))  # fmt: skip

    def decisions(self) -> tuple[Correction | Judgement | Undo, ...]:
        rows = self._rows("SELECT body FROM decision ORDER BY number")
        return tuple(decision_adapter.validate_json(body) for (body,) in rows)

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        rows = self._rows("SELECT uid, revision, standing, body FROM rendering WHERE (profile, language) = (?,?)",
                          (profile, language))  # fmt: skip
        return {(uid, revision, standing): body for uid, revision, standing, body in rows}

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[tuple[str, int, str], bytes]) -> None:
        self._many("DELETE FROM rendering WHERE (uid, profile, language) = (?,?,?)",
                   [(uid, profile, language) for uid, *_ in bodies])  # fmt: skip
        self._many("INSERT OR REPLACE INTO rendering VALUES (?,?,?,?,?,?)",
                   [(*key, profile, language, body) for key, body in bodies.items()])  # fmt: skip

    def _run(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        with said_clearly(self.path):
            return self._connection.execute(statement, values)

    def _rows(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        with said_clearly(self.path):
            return self._connection.execute(statement, values).fetchall()

    def _many(self, statement: str, rows: list[Row]) -> None:
        with said_clearly(self.path):
            self._connection.executemany(statement, rows)

    def _among(self, statement: str, values: Iterable[str]) -> list[Row]:
        """The rows of a statement that ends in ``IN``, for any number of values."""
        listed = sorted(values)
        found: list[Row] = []
        for start in range(0, len(listed), _SOME):
            some = listed[start : start + _SOME]
            found += self._rows(f"{statement} ({','.join('?' * len(some))})", some)
        return found


def _filed(row: Row) -> Filed:
    path, sha256, language, created, headline, read, retired, *print_ = row
    record = DocumentRecord(
        path=path, sha256=sha256, language=language, created=Creation.model_validate_json(created),
        headline=headline, read=date.fromisoformat(read), retired=retired is not None,
    )  # fmt: skip
    return Filed(record, Fingerprint(*print_), date.fromisoformat(retired) if retired else None)


def _revision(row: Row) -> Revision:
    uid, number, at, modified, sequence, created, body, evidence = row
    event = Event.model_validate_json(f"{body[:-1]},{evidence[1:]}")
    return Revision(uid, number, _moment(at), _moment(modified), sequence, _moment(created), event)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=1024)
def _moment(text: str) -> datetime:
    """A moment; all that one build revised share theirs."""
    return datetime.fromisoformat(text)
