"""From text to mentions: documents a second, where the time goes, memory, and what a second process brings.

`python -m tests.benchmarks documents`. Releases of about 1 KB of UTF-8, English and Russian in turn, put together from the
invented sentences of `releases.toml`; no two are alike. Seconds are of the processor, apart from the comparison of jobs.
`python -m tests.benchmarks.documents profile` prints the top of cProfile, `memory N` the peak after N documents.
"""

from __future__ import annotations

import cProfile
import pstats
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from emcal.documents import read
from emcal.mentions import extract
from emcal.pipeline import examine
from emcal.pipeline.build import examine_all
from emcal.pipeline.runners import pool
from emcal.timex import creation, tag

DOCUMENTS, ROUNDS, FOR_JOBS = 1_000, 3, 6_000
MANY = (2_000, 20_000, 100_000)
SIZE, SHARD = 1_024, 64
TEMPLATES = Path(__file__).parent / "releases.toml"
SENTENCES = ("headline", "lead", "body")


@cache
def templates() -> dict[str, Any]:
    return tomllib.loads(TEMPLATES.read_text("utf-8"))


def release(number: int) -> str:
    """A release of about 1 KB with the date of its publication; even numbers are English, odd ones Russian."""
    draw = random.Random(number)  # noqa: S311
    known = templates()["en" if number % 2 == 0 else "ru"]
    blanks = fill(draw, known)
    opening = (draw.choice(known[part]).format(**blanks) for part in ("headline", "lead"))
    parts = [f" date {blanks['year']}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}", *opening]
    for sentence in draw.sample(known["body"], len(known["body"])):
        if len("\n\n".join(parts).encode()) >= SIZE:
            break
        said = sentence.format(**fill(draw, known))
        if draw.random() < 0.6:
            parts[-1] += f" {said}"
        else:
            parts.append(said)
    return "\n\n".join(parts) + "\n"


def fill(draw: random.Random, known: dict[str, Any]) -> dict[str, Any]:
    """Something for every blank of a sentence."""
    lists = {name: values for name, values in known.items() if name not in SENTENCES}
    blanks = {name: draw.choice(values) for name, values in lists.items()}
    blanks |= {f"{name}2": draw.choice(values) for name, values in lists.items()}
    year, day = draw.randint(2018, 2026), draw.randint(1, 24)
    return blanks | {
        "year": year, "year2": year + 1, "past": draw.randint(1993, 2016), "day": day, "day2": day + draw.randint(1, 4),
        "n": draw.randint(11, 47), "city_caps": blanks["city"].upper(),
        "name": "".join(draw.choice(known["syllable"]) for _ in range(3)).capitalize(),
    }  # fmt: skip


def files(folder: Path, count: int) -> list[str]:
    """Releases as files."""
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(release(number), "utf-8")
    return [str(path) for path in paths]


def run() -> None:
    """Print throughput, the share of every floor, memory, hard documents and the jobs ratio."""
    with tempfile.TemporaryDirectory() as folder:
        paths = files(Path(folder), FOR_JOBS)
        examine_all(paths[-100:])  # rules and tables are read once
        throughput(paths[:DOCUMENTS])
        shares(paths[:DOCUMENTS])
        jobs(paths)
    hard()
    for count in MANY:
        print(own_process("memory", str(count)), end="", flush=True)


def throughput(paths: list[str]) -> None:
    """Documents a second on one core, best of a few rounds: what else the machine does only slows it down."""
    taken = min(seconds(lambda: examine_all(paths)) for _ in range(ROUNDS))
    size = sum(Path(path).stat().st_size for path in paths) / len(paths)
    found = sum(len(out.reading.mentions) for out in examine_all(paths) if out.reading) / len(paths)
    print(
        f"{len(paths)} releases of {size:.0f} bytes, {found:.1f} mentions each: {len(paths) / taken:6.0f} documents/s"
    )


def shares(paths: list[str]) -> None:
    """What every floor takes, best of a few rounds."""
    best = [min(times) for times in zip(*(floors(paths) for _ in range(ROUNDS)), strict=True)]
    for name, taken in zip(
        ("documents.read", "timex.creation.infer", "timex.tag", "mentions.extract"), best, strict=True
    ):
        print(f"  {name:22} {taken / len(paths) * 1e6:7.0f} us a document  {taken / sum(best):4.0%}")


def floors(paths: list[str]) -> Iterator[float]:
    """Seconds of every floor over the same documents."""
    start = time.process_time()
    documents = [read(path) for path in paths]
    yield (read_at := time.process_time()) - start
    documents = [creation.infer(document) for document in documents]
    yield (dated_at := time.process_time()) - read_at
    tagged = [tag(document.text, document.language, creation.anchor(document)) for document in documents]
    yield (tagged_at := time.process_time()) - dated_at
    for document, timexes in zip(documents, tagged, strict=True):
        extract(document, timexes)
    yield time.process_time() - tagged_at


def jobs(paths: list[str]) -> None:
    """Seconds on the clock with one and with two processes, and whether the same comes out."""
    shards = [paths[i : i + SHARD] for i in range(0, len(paths), SHARD)]
    taken, told = {}, {}
    for count in (1, 2):
        start = time.perf_counter()
        told[count] = digest(pool.run(examine_all, shards, count))
        taken[count] = time.perf_counter() - start
    same = "the same" if told[1] == told[2] else "NOT THE SAME"
    clock = f"jobs 1: {taken[1]:.1f} s, jobs 2: {taken[2]:.1f} s, {taken[1] / taken[2]:.2f} x"
    print(f"{len(paths)} releases, {clock}, {same} bytes")


def digest(shards: Iterator[list[Any]]) -> str:
    """The hash of all readings in their order."""
    state = sha256()
    for outcomes in shards:
        for outcome in outcomes:
            state.update(outcome.reading.model_dump_json().encode())
    return state.hexdigest()


def hard() -> None:
    """Documents that no newsroom writes: five megabytes, and ten thousand sentences without a stop."""
    said = (" ".join(release(number).split("\n\n")[1:]).split(". ") for number in range(0, 4_000, 2))
    sentences = [sentence.rstrip(".\n") for release_said in said for sentence in release_said][:10_000]
    cases = {
        "5 MB in paragraphs": "\n\n".join(release(number) for number in range(0, 10_000, 2))[: 5 << 20],
        "10,000 sentences without a stop": " and ".join(sentences),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, text in cases.items():
            for part in (text[: len(text) // 2], text):
                path = Path(folder) / "hard.txt"
                path.write_text(part, "utf-8")
                taken = seconds(lambda: examine(str(path)))  # noqa: B023
                print(f"{name}: {len(part.encode()) / 1e6:5.2f} MB in {taken:6.1f} s", flush=True)


def memory(count: int) -> None:
    """The peak memory of this process after that many documents, none of them kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "release.txt"
        for number in range(count):
            path.write_text(release(number), "utf-8")
            examine(str(path))
    print(
        f"peak memory after {count:7,} documents: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:5.0f} MB"
    )


def profile(count: int = 1_000) -> None:
    """Where the time goes, by cProfile (which makes small functions look slower than they are)."""
    with tempfile.TemporaryDirectory() as folder:
        paths = files(Path(folder), count)
        examine_all(paths[-100:])
        profiler = cProfile.Profile()
        profiler.runcall(examine_all, paths)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def own_process(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.documents", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def seconds(act: Callable[[], object]) -> float:
    """CPU seconds, which a busy machine changes little."""
    start = time.process_time()
    act()
    return time.process_time() - start


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["memory", count]:
            memory(int(count))
        case ["profile"]:
            profile()
        case _:
            run()
