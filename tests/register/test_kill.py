"""A build that is killed at any moment leaves every finished document and no half one, and the next build completes it."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from emcal.register import DocumentReading, open_register
from tests.register.story import EXTRACTOR, mention, reading

TIMES = 100 if os.environ.get("EMCAL_DEEP") else 10
DAY = date(2026, 3, 1)
GOLDEN = 0.618034
"""Multiples of the golden ratio, modulo one, spread evenly over the length of a build."""


def documents() -> list[DocumentReading]:
    """Sixty documents, some of which tell the same events."""
    readings = []
    for number in range(60):
        path = f"d/{number:02}.txt"
        told = [mention(path, f"Exercise {number % 20}-{part} on day {number}.", name=f"Shield {number % 20}-{part}",
                        when=f"2026-05-{number % 20 + 1:02}") for part in range(3)]  # fmt: skip
        readings.append(reading(path, *told))
    return readings


READINGS = documents()


def build(path: Path, finished: int | None = None) -> None:
    """What a build does: reads what is not known yet. A byte to ``finished`` says that one more document is kept."""
    with open_register(path, write=True) as store:
        known = {one.path for one in READINGS if store.known(one.path, one.sha256, EXTRACTOR)}

        def fresh() -> Iterator[DocumentReading]:
            for one in READINGS:
                if one.path not in known:
                    yield one
                    if finished is not None:
                        os.write(finished, b".")

        store.ingest(fresh(), seen=known, folders=["d"], as_of=DAY)


def killed(path: Path, after: float) -> int:
    """How many documents were finished when a build was killed ``after`` seconds."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiver)
            build(path, sender)
        finally:
            os._exit(0)
    os.close(sender)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(receiver, "rb") as pipe:
        return len(pipe.read())


def whole(path: Path, finished: int) -> None:
    """Every finished document is there, and none is half there."""
    with open_register(path) as store:
        kept = store.snapshot().documents
        assert len(kept) >= finished
        for record in kept:
            told = next(one for one in READINGS if one.path == record.path)
            assert set(store.storage.mentions_of(record.path)) == set(told.mentions)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, str]:
    """How long a build takes that nobody kills, and what it gives."""
    path = tmp_path_factory.mktemp("whole") / "emcal.db"
    start = time.perf_counter()
    build(path)
    lasting = time.perf_counter() - start
    return lasting, said(path)


def said(path: Path) -> str:
    with open_register(path) as store:
        return store.snapshot().model_dump_json()


@pytest.mark.parametrize("turn", range(TIMES))
def test_a_killed_build_is_whole_and_completed_by_the_next(
    turn: int, undisturbed: tuple[float, str], tmp_path: Path
) -> None:
    lasting, expected = undisturbed
    path = tmp_path / "emcal.db"
    finished = killed(path, lasting * 1.5 * (turn * GOLDEN % 1))
    if path.exists():
        whole(path, finished)
    build(path)
    assert said(path) == expected
