from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from emcal.errors import CorrectionError
from emcal.mentions import Mention
from emcal.mentions.mention import Place
from emcal.register import Entry, Query, Store, open_register
from emcal.register.store import moment
from tests.register.story import EXTRACTOR, mention, reading

PLAN = mention("d/plan.txt", "The exercise Steppe Shield 2026 is planned for May.")
HELD = mention("d/held.txt", "The exercise Steppe Shield 2026 was held on 12 May.", when="2026-05-12", claim="held")
FORUM = mention(
    "d/forum.txt", "A forum in Baku in June.", kind="forum", name="Caspian Forum", when="2026-06", sides=("AZ",)
)
PERSON = {"who": "analyst", "why": "knows"}


def day(number: int) -> date:
    return date(2026, 3, number)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_register(tmp_path / "emcal.db", write=True) as store:
        yield store


def read(store: Store, number: int, *mentions: Mention, **given: object) -> None:
    published = {"planned": f"2026-02-{number:02}", "held": f"2026-05-{number + 12}"}
    readings = [reading(one.document, one, published=published[one.claim]) for one in mentions]
    store.ingest(readings, as_of=day(number), **given)  # type: ignore[arg-type]


def only(store: Store) -> Entry:
    (entry,) = store.snapshot().entries
    return store.entry(entry.event.uid) or entry


def test_a_document_read_in_these_bytes_is_known(store: Store) -> None:
    given = reading("d/plan.txt", PLAN).model_copy(update={"size": 10, "mtime_ns": 5})
    store.ingest([given], as_of=day(1))
    assert store.known("d/plan.txt", given.sha256, EXTRACTOR)
    assert store.unchanged("d/plan.txt", 10, 5, EXTRACTOR)
    assert not store.known("d/plan.txt", "other", EXTRACTOR)
    assert not store.known("d/plan.txt", given.sha256, "a better one")
    assert not store.known("d/other.txt", given.sha256, EXTRACTOR)
    assert not store.unchanged("d/plan.txt", 10, 6, EXTRACTOR)
    assert not store.unchanged("d/plan.txt", -1, -1, EXTRACTOR)


def test_a_document_gone_from_its_folder_is_retired_not_forgotten(store: Store) -> None:
    read(store, 1, PLAN, FORUM, folders=["d"])
    report = store.ingest([], seen=["d/plan.txt"], folders=["d"], as_of=day(2))
    assert (report.retired, report.gone) == (1, 1)
    assert [document.retired for document in store.snapshot().documents] == [True, False]
    assert [entry.event.kind for entry in store.snapshot().entries] == ["exercise"]
    assert len(store.snapshot(day(1)).entries) == 2
    assert [document.retired for document in store.snapshot(day(1)).documents] == [False, False]


def test_documents_of_other_folders_stay(store: Store) -> None:
    read(store, 1, PLAN, folders=["d"])
    store.ingest([], folders=["d2", "elsewhere"], as_of=day(2))
    assert len(store.snapshot()) == 1


def test_a_document_that_returns_brings_its_uid_back(store: Store) -> None:
    read(store, 1, FORUM, folders=["d"])
    first = only(store)
    store.ingest([], folders=["d"], as_of=day(2))
    assert store.entry(first.event.uid) is None
    store.ingest([], seen=["d/forum.txt"], folders=["d"], as_of=day(3))
    again = only(store)
    assert (again.event, again.created, again.sequence) == (first.event, first.created, first.sequence + 1)


def test_seen_may_grow_while_documents_are_read(store: Store) -> None:
    read(store, 1, PLAN, FORUM, folders=["d"])
    seen: list[str] = []

    def found() -> Iterator[object]:
        seen.append("d/plan.txt")
        yield reading("d/held.txt", HELD)
        seen.append("d/forum.txt")

    assert store.ingest(found(), seen=seen, folders=["d"], as_of=day(2)).retired == 0  # type: ignore[arg-type]


def test_sequence_counts_date_place_and_status_alone(store: Store) -> None:
    read(store, 1, PLAN)
    other = mention(
        "d/other.txt", "Steppe Shield 2026, an exercise in May, gathers rescuers.", sides=("KZ", "KG", "UZ")
    )
    read(store, 2, other)
    entry = only(store)
    assert (entry.sequence, entry.modified) == (0, datetime(2026, 3, 2, tzinfo=UTC))
    read(store, 3, HELD)
    entry = only(store)
    assert (entry.sequence, entry.modified) == (1, datetime(2026, 3, 3, tzinfo=UTC))
    assert {change.because for change in entry.changes if change.field in ("status", "when")} == {"d/held.txt"}
    read(store, 4)
    assert only(store) == entry


def test_a_better_explanation_modifies_nothing(store: Store) -> None:
    read(store, 1, PLAN)
    read(store, 2, PLAN.model_copy(update={"rules": ("month",)}))
    entry = only(store)
    assert entry.event.mentions[0].rules == ("month",)
    assert entry.modified == datetime(2026, 3, 1, tzinfo=UTC)
    assert [change.field for change in entry.changes] == ["event"]
    assert store.snapshot(day(1)).entries[0].event.mentions[0].rules == ()


def test_a_document_read_again_keeps_its_uid_and_corrections(store: Store) -> None:
    read(store, 1, PLAN)
    uid = only(store).event.uid
    store.correct(uid, "place", "Osh, KG", as_of=day(2), **PERSON)
    better = mention("d/plan.txt", "The exercise Steppe Shield 2026 is planned for 12 May.", when="2026-05-12",
                     place=Place(name="Bishkek", country="KG"))  # fmt: skip
    read(store, 3, better)
    entry = only(store)
    assert entry.event.uid == uid
    assert entry.event.place == Place(name="Osh", country="KG")
    assert str(entry.event.when and entry.event.when.edtf) == "2026-05-12"
    store.undo(as_of=day(4), **PERSON)
    assert only(store).event.place == Place(name="Bishkek", country="KG")


def test_a_correction_stands_while_any_of_its_event_stands(store: Store) -> None:
    read(store, 1, PLAN, folders=["d"])
    uid = only(store).event.uid
    store.correct(uid, "note", "precious", as_of=day(1), **PERSON)
    read(store, 2, HELD, seen=["d/plan.txt"], folders=["d"])
    store.ingest([], seen=["d/held.txt"], folders=["d"], as_of=day(3))
    assert (only(store).event.uid, only(store).event.note) == (uid, "precious")
    store.ingest([], folders=["d"], as_of=day(4))
    store.ingest([], seen=["d/held.txt"], folders=["d"], as_of=day(5))
    assert only(store).event.note == "precious"


def test_corrections_are_all_or_none(store: Store) -> None:
    read(store, 1, PLAN)
    uid = only(store).event.uid
    edits = [(uid, "note", "fine"), (uid, "when", "31 May")]
    with pytest.raises(CorrectionError, match="31 May"):
        store.correct_all(edits, as_of=day(2), **PERSON)
    assert only(store).event.note is None
    assert store.decisions() == ()


def test_one_command_of_several_corrections_is_one_revision(store: Store) -> None:
    read(store, 1, PLAN)
    uid = only(store).event.uid
    made = store.correct_all([(uid, "status", "held"), (uid, "when", "2026-05-12")], as_of=day(2), **PERSON)
    entry = only(store)
    assert entry.sequence == 1
    changes = {change.field: change for change in entry.changes}
    assert changes["status"].by == "correction"
    assert [changes["status"].because, changes["when"].because] == [one.id for one in made]
    assert [one.was for one in made] == ["planned", "2026-05"]


def test_same_merges_and_leaves_an_alias_and_undo_parts_them_again(store: Store) -> None:
    read(store, 1, PLAN, FORUM)
    exercise, forum = (store.snapshot().entries[index].event.uid for index in (0, 1))
    judgement = store.judge("same", exercise[:8], forum, as_of=day(2), **PERSON)
    merged = only(store)
    assert {merged.event.uid, *merged.aliases} == {exercise, forum}
    assert store.entry(merged.aliases[0]) == merged
    assert store.entry(merged.aliases[0][:9]) == merged
    assert {change.by for change in merged.changes if change.because == judgement.id} == {"judgement"}
    store.undo(judgement.id[:6], as_of=day(3), **PERSON)
    uids = {entry.event.uid for entry in store.snapshot().entries}
    assert len(uids) == 2
    assert merged.event.uid in uids
    assert merged.aliases[0] not in uids
    assert store.snapshot(day(2)).entries[0].event == merged.event


def test_different_parts_an_event_at_a_mention_or_at_what_was_merged_into_it(store: Store) -> None:
    read(store, 1, PLAN)
    read(store, 2, HELD)
    uid = only(store).event.uid
    store.judge("different", uid, HELD.id, as_of=day(3), **PERSON)
    kept = {entry.event.uid: {m.id for m in entry.event.mentions} for entry in store.snapshot().entries}
    assert kept.pop(uid) == {PLAN.id}
    assert list(kept.values()) == [{HELD.id}]
    store.judge("same", uid, next(iter(kept)), as_of=day(4), **PERSON)
    assert only(store).aliases == (next(iter(kept)),)
    store.judge("different", uid, next(iter(kept)), as_of=day(5), **PERSON)
    assert len(store.snapshot()) == 2


def test_a_mention_is_named_by_its_number(store: Store) -> None:
    read(store, 1, PLAN)
    read(store, 2, HELD)
    entry = only(store)
    store.judge("different", entry.event.uid, f"{entry.event.uid[:6]}:2", as_of=day(3), **PERSON)
    assert {tuple(m.id for m in e.event.mentions) for e in store.snapshot().entries} == {(PLAN.id,), (HELD.id,)}
    for number in ("0", "3", "x"):
        with pytest.raises(CorrectionError, match="has mentions 1 to 1"):
            store.judge("different", entry.event.uid, f"{entry.event.uid}:{number}", as_of=day(4), **PERSON)


def test_judging_an_event_against_itself_is_refused(store: Store) -> None:
    read(store, 1, PLAN)
    uid = only(store).event.uid
    with pytest.raises(CorrectionError, match="the same event"):
        store.judge("different", uid, uid, as_of=day(2), **PERSON)


def test_unknown_uids_are_refused(store: Store) -> None:
    read(store, 1, PLAN, FORUM)
    for uid in ("", "zz", "none@emcal"):
        with pytest.raises(CorrectionError, match="no such event"):
            store.correct(uid, "note", "x", as_of=day(2), **PERSON)
        assert store.entry(uid) is None
    with pytest.raises(CorrectionError, match="no single decision"):
        store.undo(as_of=day(2), **PERSON)


def test_a_backup_restores_into_a_register_built_anew(store: Store, tmp_path: Path) -> None:
    read(store, 1, HELD)
    read(store, 2, PLAN)
    uid = only(store).event.uid
    store.correct(uid, "title", "Учения «Щит»", as_of=day(3), **PERSON)
    text = store.backup()
    assert "Учения «Щит»" in text
    with open_register(tmp_path / "new.db", write=True) as new:
        read(new, 4, PLAN, HELD)
        assert new.restore(text, as_of=day(4)) == 1
        assert new.restore(text, as_of=day(5)) == 0
        assert only(new).event.titles.en == "Учения «Щит»"
        assert new.entry(uid) == only(new)
        assert new.backup() == text


def test_a_restored_decision_waits_for_its_documents_and_keeps_their_uid(store: Store, tmp_path: Path) -> None:
    read(store, 1, HELD)
    read(store, 2, PLAN)
    uid = only(store).event.uid
    store.correct(uid, "note", "wait", as_of=day(3), **PERSON)
    with open_register(tmp_path / "new.db", write=True) as new:
        new.restore(store.backup(), as_of=day(4))
        assert len(new.snapshot()) == 0
        read(new, 5, PLAN)
        assert (only(new).event.uid, only(new).event.note) == (uid, "wait")


@pytest.mark.parametrize(
    "text", ["no json", '{"type": "gossip"}', '{"type":"correction","at":"2026-03-01","uid":"u","field":"x"}']
)
def test_a_broken_backup_restores_nothing(text: str, store: Store) -> None:
    read(store, 1, PLAN)
    uid = only(store).event.uid
    store.correct(uid, "note", "x", as_of=day(2), **PERSON)
    sound = store.backup()
    store.undo(as_of=day(2), **PERSON)
    before = store.backup()
    with pytest.raises(CorrectionError):
        store.restore(sound.replace('"value": "x"', '"value": "y"').replace('"id": "', '"id": "0') + text, as_of=day(3))
    assert store.backup() == before


def test_lines_of_two_people_merge(store: Store, tmp_path: Path) -> None:
    read(store, 1, PLAN, FORUM)
    exercise, forum = (store.snapshot().entries[index].event.uid for index in (0, 1))
    with open_register(tmp_path / "other.db", write=True) as other:
        read(other, 1, PLAN, FORUM)
        other.correct(forum, "note", "theirs", as_of=day(2), **PERSON)
        store.correct(exercise, "note", "ours", as_of=day(2), **PERSON)
        assert store.restore(other.backup(), as_of=day(3)) == 1
    assert [entry.event.note for entry in store.snapshot().entries] == ["ours", "theirs"]


def test_diff_tells_what_was_learned_and_what_time_has_changed(store: Store) -> None:
    read(store, 1, PLAN)
    read(store, 5, FORUM)
    changes = store.diff(day(2), date(2026, 6, 10))
    told = [(change.field, change.old, change.new, change.by) for change in changes]
    assert told == [
        ("standing", "planned", "unconfirmed", "time"),
        ("event", "", FORUM.titles.en, "document"),
    ]
    assert store.diff(day(5), day(6)) == ()


def test_queries_are_answered_with_the_day_that_standing_is_told_for(store: Store) -> None:
    read(store, 1, PLAN, FORUM)
    after = Query(standing="unconfirmed", as_of=date(2026, 6, 1))
    assert [entry.event.kind for entry in store.query(after)] == ["exercise"]
    assert list(store.query(Query(standing="unconfirmed", as_of=day(1)))) == []
    assert [entry.event.kind for entry in store.query(Query(text="БАКУ"))] == []
    assert [entry.event.kind for entry in store.query(Query(text="учен STEPPE"))] == ["exercise"]
    read(store, 5, HELD)
    assert [e.event.claim for e in store.query(Query(kind="exercise"))] == ["held"]
    assert [e.event.claim for e in store.query(Query(kind="exercise", known_on=day(4)))] == ["planned"]


def test_a_standing_without_a_day_is_no_question() -> None:
    with pytest.raises(ValueError, match="needs the day"):
        Query(standing="held")


def test_parts_are_linked_to_their_frame(store: Store) -> None:
    part = mention("d/plan.txt", "On its sidelines ministers meet.", kind="meeting", name=None, frame=PLAN.id)
    store.ingest([reading("d/plan.txt", PLAN, part)], as_of=day(1))
    frame, meeting = store.snapshot().entries
    assert meeting.event.part_of == frame.event.uid


def test_copies_of_a_document_are_sources_of_one_event(store: Store) -> None:
    store.ingest([reading("d/plan.txt", PLAN), reading("e/copy.txt", PLAN.model_copy(update={"document": "e/copy.txt"}))],
                 as_of=day(1))  # fmt: skip
    assert [one.document for one in only(store).event.mentions] == ["d/plan.txt", "e/copy.txt"]


def test_moments() -> None:
    assert moment(date(2026, 3, 1)) == datetime(2026, 3, 1, tzinfo=UTC)
    assert moment(datetime(2026, 3, 1, 5, 6, 7, 89)) == datetime(2026, 3, 1, 5, 6, 7, tzinfo=UTC)
    almaty = timezone(timedelta(hours=5))
    assert moment(datetime(2026, 3, 1, 5, tzinfo=almaty)).isoformat() == "2026-03-01T00:00:00+00:00"
