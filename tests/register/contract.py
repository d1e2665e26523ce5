"""What every storage does: a backend's tests inherit ``StorageContract`` and give it one that is empty."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from emcal.documents import Creation
from emcal.edtf import Edtf
from emcal.events import Event
from emcal.mentions.mention import Place, Titles
from emcal.register import Query
from emcal.register.decision import Correction, Undo
from emcal.register.query import matches
from emcal.register.reading import Fingerprint
from emcal.register.register import Change, DocumentRecord
from emcal.register.storage import Alias, Filed, Placed, Revision, Storage
from emcal.when import When
from tests.register.story import mention

MARCH, APRIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, 12, 30, 5, tzinfo=UTC)
A, B, C = (mention("d/a.txt", f"Sentence {letter}.") for letter in "ABC")


def filed(path: str = "d/a.txt", sha256: str = "00") -> Filed:
    created = Creation(edtf=Edtf("2026-02"), earliest=date(2026, 2, 1), latest=date(2026, 2, 28), source="dateline")
    record = DocumentRecord(
        path=path, sha256=sha256, language="ru", created=created, headline="Учения", read=date(2026, 3, 1)
    )
    return Filed(record, Fingerprint(10, 123456789, "emcal 1"))


def event(uid: str, **fields: object) -> Event:
    given = {
        "uid": uid,
        "titles": Titles(en="Drill", ru="Учения"),
        "kind": "exercise",
        "claim": "planned",
        "mentions": (A,),
    }
    return Event.model_validate(given | fields)


def state(uid: str, at: datetime = MARCH, sequence: int = 0, **fields: object) -> Revision:
    return Revision(uid, 0, at, at, sequence, MARCH, event(uid, **fields))


class StorageContract:
    @pytest.fixture
    def storage(self) -> Storage:
        raise NotImplementedError

    def test_a_document_comes_back_as_it_was_filed(self, storage: Storage) -> None:
        with storage.transaction():
            storage.file(filed("d/b.txt"), [])
            storage.file(filed(), [Placed(B, {1: True}), Placed(A, {})])
        assert storage.document("d/a.txt") == filed()
        assert storage.document("d/none.txt") is None
        assert [one.record.path for one in storage.documents()] == ["d/a.txt", "d/b.txt"]
        assert set(storage.mentions_of("d/a.txt")) == {A, B}
        assert [one.id for one in storage.mentions_of("d/a.txt")] == sorted([A.id, B.id])
        assert storage.creations(frozenset({"d/a.txt", "d/none.txt"})) == {"d/a.txt": filed().record.created}

    def test_a_new_reading_replaces_mentions_and_touches_old_and_new(self, storage: Storage) -> None:
        with storage.transaction():
            storage.file(filed(), [Placed(A, {1: True}), Placed(B, {})])
            storage.settle()
        assert storage.touched() == frozenset()
        with storage.transaction():
            storage.file(filed(sha256="11"), [Placed(C, {})])
        assert storage.touched() == {A.id, B.id, C.id}
        assert storage.mentions_of("d/a.txt") == (C,)

    def test_an_error_leaves_nothing(self, storage: Storage) -> None:
        with pytest.raises(KeyError), storage.transaction():
            storage.file(filed(), [Placed(A, {})])
            storage.decide(Undo(id="1", at=MARCH, of="0"))
            raise KeyError
        assert storage.document("d/a.txt") is None
        assert storage.touched() == frozenset()
        assert storage.decisions() == ()

    def test_a_transaction_inside_another_is_a_part_of_it(self, storage: Storage) -> None:
        with storage.transaction():
            with pytest.raises(KeyError), storage.transaction():
                storage.file(filed(), [])
                raise KeyError
            with storage.transaction():
                storage.file(filed("d/b.txt"), [])
            with storage.view():
                assert [one.record.path for one in storage.documents()] == ["d/b.txt"]
        with pytest.raises(KeyError), storage.transaction():
            with storage.transaction():
                storage.file(filed("d/c.txt"), [])
            raise KeyError
        assert [one.record.path for one in storage.documents()] == ["d/b.txt"]

    def test_retired_documents_keep_their_mentions_but_these_are_not_here(self, storage: Storage) -> None:
        copied = A.model_copy(update={"document": "d/c.txt"})
        with storage.transaction():
            storage.file(filed(), [Placed(A, {}), Placed(B, {})])
            storage.file(filed("d/c.txt"), [Placed(copied, {})])
            storage.settle()
            storage.retire("d/a.txt", date(2026, 4, 1))
        gone = storage.document("d/a.txt")
        assert gone is not None
        assert gone.record.retired
        assert gone.retired_on == date(2026, 4, 1)
        assert storage.touched() == {A.id, B.id}
        assert set(storage.mentions_of("d/a.txt")) == {A, B}
        assert storage.present() == (copied,)
        assert storage.count_present() == 1
        with storage.transaction():
            storage.retire("d/a.txt", None)
        assert storage.document("d/a.txt") == filed()
        assert len(storage.present()) == 3
        assert storage.present(frozenset({A.id})) == (A, copied)

    def test_neighbours_share_a_key_that_one_of_them_seeks(self, storage: Storage) -> None:
        with storage.transaction():
            storage.file(
                filed(), [Placed(A, {1: True, 2: False}), Placed(B, {1: False}), Placed(C, {2: False, -3: True})]
            )
        assert storage.neighbours(frozenset({A.id})) == {A.id, B.id}
        assert storage.neighbours(frozenset({C.id, "none"})) == {C.id, "none"}

    def test_surroundings_are_uid_mates_components_frames_and_parts(self, storage: Storage) -> None:
        framed = C.model_copy(update={"frame": A.id})
        with storage.transaction():
            storage.file(filed(), [Placed(A, {}), Placed(B, {}), Placed(framed, {})])
            storage.belong({A.id: "1", "gone": "1", B.id: "2", C.id: "3", "other": "4"})
            storage.group([frozenset({A.id, B.id}), frozenset({C.id, "other"})])
        for start in (A.id, B.id, C.id, "gone", "other"):
            around = storage.surroundings(frozenset({start}))
            assert {A.id, B.id, C.id, "other"} <= around | ({"other"} if start == "none" else set())
        assert storage.belongings([A.id, "gone", "none"]) == {A.id: "1", "gone": "1"}

    def test_states_are_appended_and_the_last_stands(self, storage: Storage) -> None:
        with storage.transaction():
            storage.revise(state("a"))
            storage.revise(state("a", APRIL, 1, claim="held"))
        found = storage.revision("a")
        assert found is not None
        assert (found.at, found.sequence, found.created, found.event.claim) == (APRIL, 1, MARCH, "held")
        assert storage.last("a") == (1, MARCH)
        assert storage.revision("b") is None
        assert storage.last("b") is None
        with storage.transaction():
            storage.end("a", APRIL)
        assert storage.revision("a") is None
        assert storage.last("a") == (1, MARCH)
        assert list(storage.select(Query())) == []
        assert [one.event.claim for one in storage.select(Query(known_on=date(2026, 3, 31)))] == ["planned"]
        assert list(storage.select(Query(known_on=date(2026, 2, 1)))) == []

    def test_minted_uids_stay_minted(self, storage: Storage) -> None:
        with storage.transaction():
            storage.revise(state("a"))
            storage.end("a", APRIL)
            storage.alias(Alias("b", "c", APRIL))
            storage.belong({"m": "d"})
        assert [uid for uid in "abcde" if storage.minted(uid)] == ["a", "b", "d"]

    def test_an_alias_of_an_alias_leads_to_the_last(self, storage: Storage) -> None:
        with storage.transaction():
            storage.revise(state("a"))
            storage.belong({"m": "a", "n": "b"})
            storage.alias(Alias("a", "b", MARCH))
            storage.alias(Alias("b", "c", APRIL))
        assert storage.aliases() == (Alias("a", "c", MARCH), Alias("b", "c", APRIL))
        assert storage.belongings(["m", "n"]) == {"m": "c", "n": "c"}
        assert storage.merged_mentions("a") == (A.id,)
        assert storage.merged_mentions("c") == ()

    def test_uids_by_their_beginning(self, storage: Storage) -> None:
        with storage.transaction():
            for uid in ("ab1", "ab2", "b"):
                storage.revise(state(uid))
            storage.end("b", APRIL)
            storage.alias(Alias("abc", "ab1", APRIL))
        assert storage.standing_uids("ab") == ("ab1", "ab2", "abc")
        assert storage.standing_uids("b") == ()
        assert storage.standing_uids("%") == ()

    def test_nothing_that_matches_is_left_out(self, storage: Storage) -> None:
        rich = {
            "when": When.of("2026-05"), "place": Place(name="Osh", country="KG"), "note": "Ёлка ЁЖ",
            "name": "Комплексная безопасность",
        }  # fmt: skip
        with storage.transaction():
            storage.revise(state("a", **rich))
            storage.revise(state("b", claim="held", kind="forum", when=When.of("2025-12-31/..")))
            storage.revise(state("c", claim="cancelled"))
        queries = [
            Query(), Query(kind="forum"), Query(country="kg"), Query(since=date(2026, 5, 31)),
            Query(until=date(2026, 4, 30)), Query(since=date(2026, 6, 1), until=date(2026, 7, 1)),
            Query(series="комплексная"), Query(text="ёж"), Query(text="КОМПЛ безоп"), Query(text="—"), Query(text='"*'),
            Query(text="Osh drill"), *(Query(as_of=date(2026, 7, 1), standing=name) for name in ("unconfirmed", "held")),
        ]  # fmt: skip
        for query in queries:
            found = [one for one in storage.select(query) if matches(one.event, query)]
            every = [one for one in storage.select(Query()) if matches(one.event, query)]
            assert found == every, query
            quick = [one.uid for one in storage.select(query, evidence=False)]
            assert {one.uid for one in found} <= set(quick), query
            assert query.text is None or [one.uid for one in found] == quick, query
        assert [one.uid for one in storage.select(Query())] == ["b", "a", "c"]
        assert [one.uid for one in storage.select(Query(text="безоп")) if matches(one.event, Query(text="безоп"))] == [
            "a"
        ]

    def test_the_log_is_read_by_event_and_by_day(self, storage: Storage) -> None:
        first = Change(uid="a", at=APRIL, field="when", old="2026", new="2026-05", because="d/a.txt")
        second = Change(uid="b", at=MARCH, field="event", old="", new="Drill", because="x", by="correction")
        third = Change(uid="a", at=APRIL, field="place", old="", new="Ош", because="d/a.txt")
        with storage.transaction():
            storage.log([first, second, third])
        assert list(storage.changes()) == [second, first, third]
        assert list(storage.changes(["a"])) == [first, third]
        assert list(storage.changes(["a", "b"], since=APRIL)) == [first, third]
        assert list(storage.changes(since=APRIL)) == [first, third]

    def test_a_decision_is_replaced_in_its_place(self, storage: Storage) -> None:
        made = Correction(id="1", at=MARCH, uid="a", field="note", value="ё", who="we", why="so", mentions=("m",))
        with storage.transaction():
            storage.decide(made)
            storage.decide(Undo(id="2", at=APRIL, of="1"))
            storage.decide(made.model_copy(update={"mentions": ("m", "n")}))
        assert [one.id for one in storage.decisions()] == ["1", "2"]
        assert storage.decisions()[0] == made.model_copy(update={"mentions": ("m", "n")})

    def test_renderings_are_kept_by_state(self, storage: Storage) -> None:
        with storage.transaction():
            storage.keep_renderings("default", "en", {("a", 1, "held"): b"1", ("b", 2, "held"): b"2"})
            storage.keep_renderings("default", "en", {("a", 3, "held"): b"3"})
            storage.keep_renderings("default", "ru", {("a", 3, "held"): b"4"})
        assert storage.renderings("default", "en") == {("a", 3, "held"): b"3", ("b", 2, "held"): b"2"}
        assert storage.renderings("rich", "en") == {}
