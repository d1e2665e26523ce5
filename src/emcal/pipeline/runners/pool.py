"""Shards over a pool of processes on this machine; in this process when one job is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Shard = TypeVar("Shard")
Result = TypeVar("Result")


def run(function: Callable[[Shard], Result], shards: Sequence[Shard], jobs: int = 1) -> Iterator[Result]:
    """The results in the order of the shards, each as soon as it and those before it are there."""
    if jobs <= 1 or len(shards) <= 1:
        yield from map(function, shards)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a single process does without
    from multiprocessing import get_context  # noqa: PLC0415

    # Spawned, not forked: the same on every system, and no lock of the parent is copied half-held.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(function, shards)
