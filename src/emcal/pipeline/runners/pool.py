"""Shards over a pool of processes on this machine; in this process when one job is asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Shard = TypeVar("Shard")
Result = TypeVar("Result")

# Shards that may be worked on before they are asked for: results that wait for a slow reader cost memory.
_AHEAD = 4


def run(function: Callable[[Shard], Result], shards: Sequence[Shard], jobs: int = 1) -> Iterator[Result]:
    """The results in the order of the shards, each as soon as it and those before it are there."""
    if jobs <= 1 or len(shards) <= 1:
        yield from map(function, shards)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a single process does without
    from multiprocessing import get_context  # noqa: PLC0415

    # Spawned, not forked: the same on every system, and no lock of the parent is copied half-held.
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))
    ahead: deque[Future[Result]] = deque()
    try:
        for shard in shards:
            ahead.append(pool.submit(function, shard))
            if len(ahead) > _AHEAD * jobs:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
