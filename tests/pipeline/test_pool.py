"""Shards over processes: the same results in the same order, few of them ahead of their reader."""

from __future__ import annotations

import os
from pathlib import Path

from emcal.pipeline.runners import pool

SHARDS = [tuple(range(i, i + 3)) for i in range(0, 60, 3)]


def doubled(shard: tuple[int, ...]) -> list[int]:
    return [2 * number for number in shard]


def leave_a_mark(path: str) -> int:
    Path(path).touch()
    return os.getpid()


def test_two_processes_give_what_one_gives() -> None:
    assert list(pool.run(doubled, SHARDS, 2)) == list(pool.run(doubled, SHARDS, 1))


def test_results_do_not_pile_up_before_a_slow_reader(tmp_path: Path) -> None:
    results = pool.run(leave_a_mark, [str(tmp_path / str(number)) for number in range(100)], 2)
    assert next(results) != os.getpid()
    results.close()  # type: ignore[attr-defined]
    assert len(list(tmp_path.iterdir())) < 20
