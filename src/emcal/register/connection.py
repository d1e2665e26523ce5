"""Opening a register's SQLite file: what may be wrong with it is said in one line, and nothing in it is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from emcal.errors import RegisterError

APPLICATION = 0x656D6361
"""``PRAGMA application_id``: "emca", so that another program's database is not taken for a register."""
WAIT = 10.0
"""Seconds that a writer waits for another one before it says that the register is busy."""

_SAID = {
    sqlite3.SQLITE_BUSY: "busy: another command is writing to it",
    sqlite3.SQLITE_LOCKED: "busy: another command is writing to it",
    sqlite3.SQLITE_NOTADB: "not a register",
    sqlite3.SQLITE_CORRUPT: "damaged or cut short; restore the file from a copy, or build anew and `emcal restore`",
    sqlite3.SQLITE_FULL: "the disk is full; nothing was changed",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "the file or its folder cannot be opened",
    sqlite3.SQLITE_PERM: "no permission",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing",
}


@contextmanager
def said_clearly(path: str) -> Iterator[None]:
    """Turns what SQLite raises inside into a ``RegisterError`` that names the file and the reason."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        reason = _SAID.get(code & 0xFF) if code is not None else None
        raise RegisterError(f"{path}: {reason or error}") from error


def connect(path: str, *, write: bool, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to the register at ``path``, made there if it is to be written and absent.

    A reader never makes a register, never waits for a writer and never keeps one waiting (WAL). Raises
    ``RegisterError``.
    """
    try:
        if not write and not Path(path).exists():
            raise RegisterError(f"{path}: no such register; `emcal build` makes one")
        if Path(path).is_dir():
            raise RegisterError(f"{path}: a folder, not a register")
    except OSError as error:
        raise RegisterError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    with said_clearly(path):
        return _writer(path, wait) if write else _reader(path, wait)


def _writer(path: str, wait: float) -> sqlite3.Connection:
    connection = _open(path, "mode=rwc", wait)
    try:
        version = _version(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < len(_migrations()):
            _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _reader(path: str, wait: float) -> sqlite3.Connection:
    """Read and write mode with writing forbidden, so that SQLite can clean up after a killed writer; else as we may."""
    failure: sqlite3.Error | None = None
    for mode in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
        if "immutable" in mode and Path(f"{path}-wal").exists():
            break
        try:
            connection = _open(path, mode, wait)
        except sqlite3.OperationalError as error:
            failure = error
            continue
        return _read_only(connection, path, wait)
    raise failure or RegisterError(f"{path}: cannot be opened")


def _read_only(connection: sqlite3.Connection, path: str, wait: float) -> sqlite3.Connection:
    """The connection with writing forbidden; a register of an earlier version is brought forward first."""
    try:
        connection.execute("PRAGMA query_only = ON")
        current = _version(connection, path) == len(_migrations())
    except BaseException:
        connection.close()
        raise
    if current:
        return connection
    connection.close()
    _writer(path, wait).close()
    return _reader(path, wait)


def _open(path: str, mode: str, wait: float) -> sqlite3.Connection:
    if not any(Path(path + suffix).exists() for suffix in ("-wal", "-journal")):
        _whole(path)  # else a killed writer's last changes lie beside the file, and SQLite puts them in
    uri = f"{Path(path).absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _whole(path: str) -> None:
    """Refuses a file that is shorter than its header says (SQLite file format, section 1.3); SQLite would read on."""
    try:
        with Path(path).open("rb") as file:
            header = file.read(100)
            size = file.seek(0, 2)
    except OSError:
        return
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        if size:
            raise RegisterError(f"{path}: not a register")
        return
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    if size < page * int.from_bytes(header[28:32], "big"):
        raise RegisterError(f"{path}: {_SAID[sqlite3.SQLITE_CORRUPT]}")


def _version(connection: sqlite3.Connection, path: str) -> int:
    """The schema's version, 0 for an empty file. Raises ``RegisterError`` for another program's or a newer one."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables and application != APPLICATION:
        raise RegisterError(f"{path}: a database, but not a register")
    if version > len(_migrations()):
        known = len(_migrations())
        raise RegisterError(f"{path}: written by a newer emcal (version {version}, this one reads up to {known})")
    return version


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    """Brings the schema forward in one transaction, step by step."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps = _migrations()
        for number in range(_version(connection, path), len(steps)):
            for statement in _statements(steps[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrations() -> list[str]:
    folder = files("emcal.register").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [folder.joinpath(name).read_text("utf-8") for name in names]


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
