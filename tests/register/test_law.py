"""The law of the register: built step by step or from nothing, it says the same."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from emcal.errors import CorrectionError
from emcal.mentions import Mention
from emcal.mentions.mention import Place
from emcal.register import DocumentReading, Register, Store, merging, open_register
from tests.register.memory import MemoryStorage
from tests.register.story import mention, reading

NAMES = ("Steppe Shield 2026", "Safe Caspian 2026", None)
DATES = (None, "2026-05", "2026-05-12", "2026-05-12/2026-05-14", "2026-06", "2026", "XXXX-05-12")
PLACES = (None, Place(name="Osh", country="KG"), Place(name="Aktau", country="KZ"))
VALUES = {
    "title": ("Drill", "Exercise of May"),
    "when": ("2026-05-13", "2026-07", ""),
    "status": ("held", "cancelled"),
    "place": ("Osh, KG", "KZ", ""),
    "note": ("called the ministry", ""),
}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 4), st.lists(st.integers(0, 200), max_size=3), st.integers(0, 1)),
        st.tuples(st.just("write"), st.integers(0, 4), st.lists(st.integers(0, 200), max_size=3), st.integers(0, 1)),
        st.tuples(st.just("remove"), st.integers(0, 4)),
        st.tuples(st.just("copy"), st.integers(0, 4), st.integers(0, 4)),
        st.tuples(st.just("correct"), st.integers(0, 9), st.sampled_from(sorted(VALUES)), st.integers(0, 2)),
        st.tuples(st.just("judge"), st.booleans(), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("undo")),
    ),
    min_size=2,
    max_size=12,
)


@pytest.fixture(autouse=True, scope="module")
def always_merge_as_little_as_possible() -> Iterator[None]:
    """Small registers would be merged whole, and the short cut never be taken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "MANY", 1e9)
        yield


def said(path: str, seed: int, edited: int) -> Mention:
    """A mention drawn by a number; ``edited`` words it otherwise."""
    name = NAMES[seed % 3]
    when = DATES[seed % 7]
    sentence = f"{name or 'The exercise'} of rescuers, {when or 'some day'}, as {'planned' if seed % 2 else 'told'}"
    return mention(
        path, sentence + (", officials said." if edited else "."), when=when, name=name,
        claim=("planned", "held", "postponed", "cancelled")[seed % 4], kind=("exercise", "meeting")[seed % 5 == 0],
        place=PLACES[seed % 3 if seed % 4 else 0], sides=(("KZ", "KG"), ("KZ",), ())[seed % 11 % 3],
        start=seed, frame=None,
    )  # fmt: skip


def written(path: str, seeds: list[int], edited: int) -> DocumentReading:
    """A document; its second mention is part of its first."""
    mentions = [said(path, seed, edited) for seed in dict.fromkeys(seeds)]
    if len(mentions) > 1:
        mentions[1] = mentions[1].model_copy(update={"frame": mentions[0].id})
    return reading(path, *mentions, published=f"2026-02-0{1 + len(mentions)}")


@contextmanager
def remembered() -> Iterator[Store]:
    yield Store(MemoryStorage())


@contextmanager
def empty() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "emcal.db", write=True) as store:
        yield store


def live(store: Store, folder: dict[str, DocumentReading], steps: list[tuple[Any, ...]]) -> None:
    """One command a day, on a folder whose files come, change and go."""
    for number, step in enumerate(steps):
        day = date(2026, 3, 1) + timedelta(days=number)
        verb, *rest = step
        if verb in ("write", "remove", "copy"):
            build(store, folder, verb, rest, day)
        else:
            decide(store, verb, rest, day)


def build(store: Store, folder: dict[str, DocumentReading], verb: str, rest: list[Any], day: date) -> None:
    path = f"d/{rest[0]}.txt"
    if verb == "remove":
        folder.pop(path, None)
    elif verb == "write":
        folder[path] = written(path, rest[1], rest[2])
    elif f"d/{rest[1]}.txt" in folder:
        original = folder[f"d/{rest[1]}.txt"]
        copies = tuple(one.model_copy(update={"document": path}) for one in original.mentions)
        folder[path] = original.model_copy(update={"path": path, "mentions": copies})
    fresh = [folder[path]] if verb != "remove" and path in folder else []
    store.ingest(fresh, seen=folder, folders=["d"], as_of=day)


def decide(store: Store, verb: str, rest: list[Any], day: date) -> None:
    entries = store.snapshot().entries
    told = {"who": "analyst", "why": "knows", "as_of": day}
    if verb == "undo":
        if any(one.type != "undo" for one in store.decisions()):
            try_to(lambda: store.undo(**told))
    elif verb == "correct" and entries:
        values = VALUES[rest[1]]
        uid = entries[rest[0] % len(entries)].event.uid
        try_to(lambda: store.correct(uid, rest[1], values[rest[2] % len(values)], **told))
    elif verb == "judge" and len(entries) > 1:
        left, right = (entries[index % len(entries)].event.uid for index in rest[1:])
        try_to(lambda: store.judge("same" if rest[0] else "different", left, right, **told))


def try_to(act: Callable[[], object]) -> None:
    with suppress(CorrectionError):
        act()


def told(register: Register) -> list[dict[str, Any]]:
    """What a register says, with mentions in place of uids, which depend on the order of arrival."""
    mentions = {e.event.uid: sorted((m.id, m.document) for m in e.event.mentions) for e in register.entries}
    events = [
        entry.event.model_dump(exclude={"uid"}) | {"part_of": mentions.get(entry.event.part_of or "")}
        for entry in register.entries
    ]
    return sorted(events, key=lambda event: sorted((m["id"], m["document"]) for m in event["mentions"]))


@given(steps=STEPS)
@example([("write", 1, [150], 0), ("write", 2, [0], 0), ("write", 1, [200], 0), ("write", 0, [9], 0)])
def test_step_by_step_equals_from_nothing(steps: list[tuple[Any, ...]]) -> None:
    folder: dict[str, DocumentReading] = {}
    with empty() as store, remembered() as fresh:
        live(store, folder, steps)
        fresh.ingest(folder.values(), folders=["d"], as_of=date(2026, 5, 1))
        fresh.restore(store.backup(), as_of=date(2026, 5, 1))
        assert told(store.snapshot()) == told(fresh.snapshot())


@given(steps=STEPS)
def test_uids_never_return_and_every_state_stays_known(steps: list[tuple[Any, ...]]) -> None:
    folder: dict[str, DocumentReading] = {}
    with remembered() as store:
        days: list[tuple[date, Register]] = []
        for number, step in enumerate(steps):
            day = date(2026, 3, 1) + timedelta(days=number)
            if step[0] in ("write", "remove", "copy"):
                build(store, folder, step[0], list(step[1:]), day)
            else:
                decide(store, step[0], list(step[1:]), day)
            days.append((day, store.snapshot()))
            for entry in days[-1][1].entries:
                assert store.entry(entry.event.uid) == entry
                assert not set(entry.aliases) & {other.event.uid for other in days[-1][1].entries}
        for day, register in days:
            assert sequences(store.snapshot(day)) == sequences(register)
            assert told(store.snapshot(day)) == told(register)
        for (_, earlier), (_, later) in pairwise(days):
            revised_when_significant(earlier, later)


def sequences(register: Register) -> dict[str, tuple[int, Any, Any]]:
    return {entry.event.uid: (entry.sequence, entry.created, entry.modified) for entry in register.entries}


def revised_when_significant(earlier: Register, later: Register) -> None:
    """SEQUENCE goes up exactly with date, place or status; LAST-MODIFIED with any content."""
    before = {entry.event.uid: entry for entry in earlier.entries}
    for entry in later.entries:
        was = before.get(entry.event.uid)
        if was is None:
            continue
        fields = {c.field for c in entry.changes if c.at > was.modified and c.uid == entry.event.uid}
        assert (entry.sequence > was.sequence) == bool(fields & {"when", "place", "status"})
        assert (entry.modified > was.modified) == bool(fields - {"alias"})


@given(seeds=st.lists(st.lists(st.integers(0, 200), max_size=3), max_size=5), data=st.data())
def test_the_order_of_documents_changes_no_byte(seeds: list[list[int]], data: st.DataObject) -> None:
    readings = [written(f"d/{number}.txt", list(some), 0) for number, some in enumerate(seeds)]
    shuffled = data.draw(st.permutations(readings))
    with remembered() as store, remembered() as other:
        store.ingest(readings, as_of=date(2026, 3, 1))
        other.ingest(shuffled, as_of=date(2026, 3, 1))
        assert store.snapshot().model_dump_json() == other.snapshot().model_dump_json()
