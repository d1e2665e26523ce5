"""What the register costs: builds of 10,000 documents, and one event among 100,000.

`python -m tests.benchmarks register` prints CPU seconds; the share after a build is of the first build's.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from emcal.pipeline import run as build
from emcal.register import DocumentReading, Entry, Query, Store, open_register
from tests.benchmarks.startup import cpu
from tests.register.story import mention, reading

DOCUMENTS = 10_000
EVENTS = 100_000
DAY = date(2026, 11, 23)
CITIES = ("Almaty", "Tashkent", "Bishkek", "Dushanbe", "Baku", "Ankara", "Moscow", "Astana", "Kazan", "Osh")
COUNTRIES = ("KZ", "UZ", "KG", "TJ", "AZ", "TR", "RU", "AM", "BY", "GE")
MONTHS = ("March", "April", "May", "June", "September", "October")


def run() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        builds(Path(folder))
        reads(Path(folder))


def builds(folder: Path) -> None:
    """The first build of a folder, one without a change, and one after one document has changed."""
    release = (folder / "releases").resolve()
    release.mkdir()
    for number in range(DOCUMENTS):
        (release / f"{number:05}.txt").write_text(text(number), "utf-8")

    def again() -> None:
        with open_register(folder / "emcal.db", write=True) as store:
            build([str(release)], store, DAY)

    first = seconds(again)
    print(f"first build of {DOCUMENTS} documents  {first:8.2f} s")
    print(f"second, nothing changed          {share(seconds(again), first)}")
    (release / "00007.txt").write_text(text(70_007), "utf-8")
    print(f"third, one document changed      {share(seconds(again), first)}")


def share(taken: float, first: float) -> str:
    return f"{taken:8.2f} s  {taken / first:6.1%}"


def text(number: int) -> str:
    """A release of about 1 KB; no two are alike."""
    draw = random.Random(number)  # noqa: S311
    city, month, day = draw.choice(CITIES), draw.choice(MONTHS), draw.randint(1, 28)
    year, name = draw.randint(2019, 2026), f"{word(draw)} {word(draw)}"
    filler = " ".join(f"Unit {draw.randint(100, 999)} reported on equipment and staff in full." for _ in range(14))
    return (
        f" date {year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}\n\nRescuers meet in {city}\n\n"
        f'The exercise "{name}" was held in {city} on {day} {month} {year}. {filler}\n'
        f"Deputy Minister A. {word(draw)}ov said that the next meeting is planned for {draw.choice(MONTHS)}.\n"
    )


def word(draw: random.Random) -> str:
    """A name that nobody else has."""
    return "".join(draw.choice("bdgklmnprstvz") + draw.choice("aeiou") for _ in range(4)).capitalize()


def reads(folder: Path) -> None:
    """A register of many events: filling it, then what a person waits for after the start of a command."""
    path = folder / "many.db"
    with open_register(path, write=True) as store:
        print(f"filling with {EVENTS} events     {seconds(lambda: store.ingest(many(), as_of=DAY)):8.2f} s")
        print(f"                               {path.stat().st_size / 1e6:8.0f} MB")
    with open_register(path) as store:
        uid = next(store.query(Query(country="KG", kind="exercise"))).event.uid
        for name, query in QUERIES.items():
            found = listed(store, query)
            taken = median(lambda query=query: listed(store, query)) * 1e3
            print(f"list {name:42} {taken:8.1f} ms  {found} events")
        print(f"first row of --country KG               {median(lambda: first(store)) * 1e3:8.1f} ms")
        print(f"show                                    {median(lambda: store.entry(uid)) * 1e3:8.1f} ms")
        print(f"show, uid cut short                     {median(lambda: store.entry(uid[:9])) * 1e3:8.1f} ms")
    for command in (["list", "--country", "KG", "--since", "2026-05-01", "--until", "2026-05-07"], ["show", uid]):
        taken = cpu([sys.executable, "-m", "emcal", *command, "--register", str(path)])
        print(f"emcal {command[0]}, start and all              {taken * 1e3:8.1f} ms")


def listed(store: Store, query: Query) -> int:
    """How many events `emcal list` reads; like it, keeps none of them."""
    return sum(1 for _ in store.query(query, evidence=False))


def first(store: Store) -> Entry:
    """What stands on the screen before the rest is read."""
    return next(store.query(Query(country="KG"), evidence=False))


QUERIES = {
    "--country KG": Query(country="KG"),
    "--country KG --since --until (a week)": Query(country="KG", since=date(2026, 5, 1), until=date(2026, 5, 7)),
    "--kind forum --country KG --since": Query(kind="forum", country="KG", since=date(2026, 9, 1)),
    "--text (a rare word)": Query(text="щит 4711"),
    "--standing unconfirmed --kind --country": Query(as_of=DAY, standing="unconfirmed", kind="forum", country="KG"),
    "--series": Query(series="abc"),
    "--standing cancelled": Query(as_of=DAY, standing="cancelled"),
}


def many() -> Iterator[DocumentReading]:
    """Events of their own, in documents of their own."""
    for number in range(EVENTS):
        draw = random.Random(number)  # noqa: S311
        day = date(2016, 1, 1) + timedelta(days=draw.randint(0, 4000))
        path = f"d/{number:06}.txt"
        name = "".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=12)).capitalize()
        words = " ".join("".join(draw.choices("абвгдежзиклмнопрстуф", k=6)) for _ in range(12))
        told = mention(
            path, f"«Щит {number}»: {words}.", when=day.isoformat(), name=name, sides=(draw.choice(COUNTRIES),),
            kind=draw.choice(("exercise", "forum", "meeting", "visit")),
            claim=draw.choices(("held", "planned", "cancelled"), (80, 19, 1))[0],
        )  # fmt: skip
        yield reading(path, told, published=day.isoformat())


def seconds(act: Callable[[], object]) -> float:
    """CPU seconds, which a busy machine does not change; waiting for the disk is not in them."""
    start = time.process_time()
    act()
    return time.process_time() - start


def median(act: Callable[[], object]) -> float:
    return sorted(seconds(act) for _ in range(5))[2]


if __name__ == "__main__":
    run()
