"""What can be wrong with a register's file: said in one line, and nothing in it changes."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from emcal.errors import RegisterError
from emcal.register import Store, connection, open_register
from emcal.register.sqlite import SqliteStorage
from tests.register.story import mention, reading

DAY = date(2026, 3, 1)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with one event, closed."""
    path = tmp_path / "emcal.db"
    add(path, "d/a.txt")
    return path


def add(path: Path, document: str) -> None:
    with open_register(path, write=True) as store:
        fill(store, document)


def fill(store: Store, *documents: str) -> None:
    store.ingest([reading(one, mention(one, f"Exercise in {one}.", name=one)) for one in documents], as_of=DAY)


def refused(path: Path, *, write: bool) -> str:
    with pytest.raises(RegisterError) as caught, open_register(path, write=write) as store:
        store.snapshot()
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message.removeprefix(f"{path}: ")


def newer(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 999")
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()


def somebody_elses(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE browser_history (address TEXT)")
    other.close()


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path: path.write_text("Dear register,\n" * 40), "not a register"),
        (lambda path: path.write_text("Short."), "not a register"),
        (lambda path: os.truncate(path, path.stat().st_size - 5000), "damaged or cut short"),
        (lambda path: os.truncate(path, 60), "not a register"),
        (newer, "written by a newer emcal"),
        (somebody_elses, "a database, but not a register"),
    ],
)
def test_a_file_that_is_no_sound_register_is_left_alone(
    spoil: Callable[[Path], object], reason: str, write: bool, register: Path
) -> None:
    spoil(register)
    before = register.read_bytes()
    assert refused(register, write=write).startswith(reason)
    assert register.read_bytes() == before
    assert [path.name for path in register.parent.iterdir()] == ["emcal.db"]


def test_damage_inside_is_said_when_it_is_met(register: Path) -> None:
    content = bytearray(register.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    register.write_bytes(content)
    assert refused(register, write=False).startswith("damaged")


def test_a_reader_makes_nothing(tmp_path: Path) -> None:
    assert "no such register" in refused(tmp_path / "none.db", write=False)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_leaves_no_files_beside(register: Path) -> None:
    with open_register(register) as store:
        store.snapshot()
    assert [path.name for path in register.parent.iterdir()] == ["emcal.db"]


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    assert refused(tmp_path, write=True) == "a folder, not a register"
    missing = tmp_path / "no" / "emcal.db"
    assert refused(missing, write=True) == "the file or its folder cannot be opened"


def test_a_reader_writes_nothing(register: Path) -> None:
    with open_register(register) as store, pytest.raises(RegisterError, match="read-only"):
        fill(store, "d/b.txt")


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that every user can look into, which pytest's are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def test_a_read_only_folder_is_read_but_not_written(open_to_all: Path) -> None:
    """In a child process that is nobody, because root may write everywhere."""
    register = open_to_all / "emcal.db"
    add(register, "d/a.txt")
    register.chmod(0o444)
    open_to_all.chmod(0o555)
    assert in_a_child(lambda: events_of(register)) == "1"
    assert "read-only" in in_a_child(lambda: add(register, "d/b.txt"))
    assert "cannot be opened" in in_a_child(lambda: add(open_to_all / "new.db", "d/b.txt"))
    open_to_all.chmod(0o700)
    if os.geteuid() == 0:
        assert "permission denied" in in_a_child(lambda: events_of(register))
    assert events_of(register) == 1


def events_of(path: Path) -> int:
    with open_register(path) as store:
        return len(store.snapshot())


def in_a_child(act: Callable[[], object]) -> str:
    """What ``act`` returns, or the error it raises, for a user without rights."""

    def child(sender: multiprocessing.connection.Connection) -> None:
        if os.geteuid() == 0:
            os.setegid(65534)
            os.seteuid(65534)
        try:
            sender.send(str(act()))
        except RegisterError as error:
            sender.send(str(error))

    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=child, args=(sender,))
    process.start()
    sender.close()
    process.join(20)
    return str(receiver.recv())


def test_a_full_disk_changes_nothing(register: Path) -> None:
    storage = SqliteStorage(str(register), write=True)
    with Store(storage) as store:
        pages = storage._connection.execute("PRAGMA page_count").fetchone()[0]
        storage._connection.execute(f"PRAGMA max_page_count = {pages + 12}")
        before = store.snapshot()
        with pytest.raises(RegisterError, match="the disk is full"):
            fill(store, *(f"d/{number}.txt" for number in range(500)))
        assert store.snapshot().entries == before.entries
        storage._connection.execute("PRAGMA max_page_count = 1000000")
        fill(store, "d/z.txt")
        assert len(store.snapshot()) > 1


def test_a_second_writer_says_that_the_register_is_busy(register: Path) -> None:
    hasty = SqliteStorage(str(register), write=True, wait=0.05)
    with open_register(register, write=True) as first, Store(hasty) as second:
        with first.storage.transaction(), pytest.raises(RegisterError, match="busy: another command is writing"):
            fill(second, "d/b.txt")
        fill(second, "d/b.txt")
        assert len(first.snapshot()) == 2


def test_a_second_writer_waits_its_turn(register: Path) -> None:
    with open_register(register, write=True) as first:
        second = threading.Thread(target=add, args=(register, "d/b.txt"))
        with first.storage.transaction():
            second.start()
            second.join(0.3)
            assert second.is_alive()
        second.join()
        assert len(first.snapshot()) == 2


def test_a_reader_never_waits_for_a_writer(register: Path) -> None:
    with open_register(register, write=True) as writer, writer.storage.transaction():
        writer.storage.touch(["m"])
        assert events_of(register) == 1


def test_two_builds_at_once_keep_both(tmp_path: Path) -> None:
    path = tmp_path / "emcal.db"
    builds = [threading.Thread(target=add_all, args=(path, prefix)) for prefix in "ab"]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    with open_register(path) as store:
        known = store.snapshot()
    assert len(known.documents) == 40
    assert sum(len(entry.event.mentions) for entry in known.entries) == 40


def add_all(path: Path, prefix: str) -> None:
    with open_register(path, write=True) as store:
        fill(store, *(f"d/{prefix}{number}.txt" for number in range(20)))


def test_an_earlier_schema_is_brought_forward(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = connection._migrations()
    later = [*steps, "ALTER TABLE document ADD COLUMN mood TEXT;\n-- and a comment\nCREATE TABLE extra (a TEXT);\n"]
    monkeypatch.setattr(connection, "_migrations", lambda: later)
    assert events_of(register) == 1
    other = sqlite3.connect(register)
    assert other.execute("PRAGMA user_version").fetchone() == (len(later),)
    assert other.execute("SELECT mood FROM document").fetchall() == [(None,)]
    other.close()


def test_a_migration_that_fails_changes_nothing(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = register.with_name("copy.db")
    shutil.copy(register, copied)
    steps = connection._migrations()
    monkeypatch.setattr(connection, "_migrations", lambda: [*steps, "CREATE TABLE extra (a TEXT);\nDROP TABLE none;\n"])
    with pytest.raises(RegisterError, match="no such table"):
        open_register(register, write=True)
    monkeypatch.undo()
    assert events_of(register) == 1
    assert sorted(schema(register)) == sorted(schema(copied))


def schema(path: Path) -> list[str]:
    other = sqlite3.connect(path)
    rows = other.execute("SELECT name FROM sqlite_master").fetchall()
    other.close()
    return [name for (name,) in rows]
