"""The story in one function: find, read, date, tag, extract, keep, merge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from emcal.documents import find
from emcal.errors import SourceError
from emcal.pipeline.diagnostic import Diagnostic
from emcal.pipeline.examination import Outcome, examine, extractor
from emcal.pipeline.runners import pool
from emcal.register import DocumentReading, Store

# Shards small enough that every process gets several, large enough that handing them over costs nothing.
_SHARD, _ROUNDS = 64, 4

Tick = Callable[[int, int], None]


class Work(NamedTuple):
    """What a build has before it: paths to read, paths that are as the register knows them, and what is amiss."""

    paths: tuple[str, ...]
    seen: tuple[str, ...]
    folders: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def run(
    sources: Sequence[str],
    store: Store,
    as_of: date | datetime,
    *,
    jobs: int = 1,
    tick: Tick = lambda done, total: None,
) -> tuple[Diagnostic, ...]:
    """Bring a register up to date with files and folders; what there is to say comes back, sorted by path.

    Unchanged documents are not read again; a document that has gone from a folder given again is retired. ``tick`` is
    told how many documents are done, out of how many. Raises ``RegisterError``; a bad document never stops the others.
    """
    work = plan(sources, store)
    said: list[Diagnostic] = [*work.problems]
    # A file that cannot be read now has not gone: what it said before stays.
    seen = [*work.seen]
    report = store.ingest(_readings(work.paths, jobs, tick, said, seen), as_of=as_of, seen=seen, folders=work.folders)
    if report.retired:
        message = f"{report.retired} documents have gone from here and no longer count"
        said.append(Diagnostic(severity="note", code="retired", path=", ".join(work.folders), message=message))
    return tuple(sorted(said, key=lambda diagnostic: (diagnostic.path, diagnostic.code)))


def plan(sources: Sequence[str], store: Store) -> Work:
    """Look at every source and tell what has to be read."""
    paths: dict[str, None] = {}
    seen: list[str] = []
    problems: list[Diagnostic] = []
    for source in sources:
        for found in find(source):
            if isinstance(found, SourceError):
                problems.append(_unreadable(found))
            elif _is_known(found, store):
                seen.append(found)
            else:
                paths[found] = None
    return Work(tuple(paths), tuple(seen), _folders(sources, (*paths, *seen)), tuple(problems))


def _folders(sources: Sequence[str], found: Sequence[str]) -> tuple[str, ...]:
    """The folders whose documents are retired when they are not found again.

    Every relative path lies below ``.``, those too that another working folder gave: of it only the folders count that
    hold documents now.
    """
    folders = [source for source in sources if Path(source).is_dir()]
    below = {str(Path(path).parent) for path in found if not Path(path).is_absolute()} - {"."}
    return tuple(folder for folder in folders if Path(folder).parts) + tuple(
        sorted(below) if any(not Path(folder).parts for folder in folders) else ()
    )


def _is_known(path: str, store: Store) -> bool:
    """Whether the register has the document in these bytes: by size and time of change, else by the bytes' hash."""
    try:
        state = Path(path).stat()
        if store.unchanged(path, state.st_size, state.st_mtime_ns, extractor()):
            return True
        return store.document(path) is not None and store.known(path, _hash(path), extractor())
    except OSError:
        return False  # the reader says what is wrong with it


def _hash(path: str) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()


def _readings(
    paths: Sequence[str], jobs: int, tick: Tick, said: list[Diagnostic], seen: list[str]
) -> Iterator[DocumentReading]:
    """Read the documents one by one; what is said of them and the paths that cannot be read are added to the lists."""
    size = 1 if jobs == 1 else min(_SHARD, len(paths) // (_ROUNDS * jobs) + 1)
    shards = [paths[i : i + size] for i in range(0, len(paths), size)]
    done = 0
    for outcomes in pool.run(examine_all, shards, jobs):
        for outcome in outcomes:
            done += 1
            said += outcome.diagnostics
            if outcome.reading is None:
                seen += {diagnostic.path for diagnostic in outcome.diagnostics}
            else:
                yield outcome.reading
            tick(done, len(paths))


def examine_all(paths: Sequence[str]) -> list[Outcome]:
    """One shard of documents; a pure function of the files, so any process or machine may run it."""
    return [examine(path) for path in paths]


def _unreadable(error: SourceError) -> Diagnostic:
    return Diagnostic(severity="error", code="unreadable", path=error.path, message=error.reason)
