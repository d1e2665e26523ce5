"""One event, planned, postponed and held in three documents of two languages, corrected in between: told on one screen."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from emcal.cli.app import app
from emcal.documents import Span, read
from emcal.mentions import Mention
from emcal.mentions.mention import Claim, Participant, Place, Titles
from emcal.register import DocumentReading, Store, open_register
from emcal.when import When

GOLDEN = Path(__file__).parent / "golden" / "show.txt"
DOCUMENTS = {
    "releases/plan.txt": " date 2026-02-10\n\nRescuers of two countries to train together\n\n"
    "The emergency services of Kazakhstan and Kyrgyzstan have agreed on their work for the year. "
    "The exercise Alatau Rescue 2026 will take place on 12-14 May. Some 300 rescuers are expected.\n",
    "releases/перенос.txt": " date 2026-04-28\n\nСроки учений изменены\n\n"
    "Учения «Алатау Рескью – 2026», намеченные на 12–14 мая, перенесены. Они пройдут в июне 2026 года.\n",
    "releases/report.txt": " date 2026-06-19\n\nJoint exercise closes\n\n"
    "The exercise Alatau Rescue 2026 ended in Osh on Thursday after three days. "
    "Teams practised mudslide rescue on 16-18 June, the Ministry said.\n",
}
TITLES = Titles(en='Exercise "Alatau Rescue 2026"', ru="Учения «Alatau Rescue 2026»")


def told(
    path: str, sentence: str, words: str, edtf: str, claim: Claim, *,
    place: Place | None = None, rules: tuple[str, ...] = (),
) -> Mention:  # fmt: skip
    """The mention in ``sentence`` of the document, its date in ``words``."""
    text = DOCUMENTS[path]
    start = text.index(sentence)
    span = Span(start=start, stop=start + len(sentence))
    language = "ru" if "й" in text else "en"
    return Mention(
        id=hashlib.sha256(sentence.encode()).hexdigest()[:16], document=path, language=language, kind="exercise",
        claim=claim, titles=TITLES, name="Alatau Rescue 2026", when=When.of(edtf, words), place=place,
        participants=(Participant(country="KZ"), Participant(country="KG")), trigger=Span(start=start, stop=start + 8),
        evidence=span, evidence_text=sentence, explicitness="anchored", parser="prose", rules=rules,
    )  # fmt: skip


def filed(path: str, *mentions: Mention, extractor: str = "1") -> DocumentReading:
    document = read(path)
    return DocumentReading(
        path=path, sha256=document.source.sha256, language=mentions[0].language, created=document.created,
        mentions=mentions, extractor=extractor,
    )  # fmt: skip


def history(store: Store) -> str:
    """What happened between February and June; returns the uid."""
    plan = told(
        "releases/plan.txt",
        "The exercise Alatau Rescue 2026 will take place on 12-14 May.",
        "May",
        "2026-05",
        "planned",
        rules=("month", "year of the name"),
    )
    store.ingest([filed("releases/plan.txt", plan)], folders=["releases"], as_of=date(2026, 2, 11))
    uid = store.snapshot().entries[0].event.uid
    moved = told("releases/перенос.txt", "Учения «Алатау Рескью – 2026», намеченные на 12–14 мая, перенесены.", "12–14 мая",
                 "2026-05-12/2026-05-14", "postponed", rules=("day-range",))  # fmt: skip
    june = told("releases/перенос.txt", "Они пройдут в июне 2026 года.", "в июне 2026 года", "2026-06", "planned",
                rules=("month-year",))  # fmt: skip
    store.ingest([filed("releases/перенос.txt", moved, june)], seen=["releases/plan.txt"], as_of=date(2026, 4, 29))
    store.correct(uid, "place", "Osh, KG", who="a.karimova", why="the host ministry's letter", as_of=date(2026, 5, 5))
    better = told("releases/plan.txt", "The exercise Alatau Rescue 2026 will take place on 12-14 May. Some 300 rescuers are "
                  "expected.", "on 12-14 May", "2026-05-12/2026-05-14", "planned", place=Place(name="Bishkek", country="KG"),
                  rules=("day-range", "year of publication"))  # fmt: skip
    store.ingest([filed("releases/plan.txt", better, extractor="2")], as_of=date(2026, 5, 20))
    held = told("releases/report.txt", "Teams practised mudslide rescue on 16-18 June, the Ministry said.", "16-18 June",
                "2026-06-16/2026-06-18", "held", place=Place(name="Osh", country="KG"),
                rules=("day-range", "year of publication"))  # fmt: skip
    store.ingest([filed("releases/report.txt", held)], as_of=date(2026, 6, 20))
    return uid


@pytest.fixture
def uid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for path, text in DOCUMENTS.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, "utf-8")
    with open_register("emcal.db", write=True) as store:
        return history(store)


def test_show_tells_the_whole_story_on_one_screen(uid: str) -> None:
    shown = CliRunner().invoke(app, ["show", uid[:4], "--as-of", "2026-11-23"])
    assert shown.exit_code == 0, shown.exception
    assert shown.output == GOLDEN.read_text("utf-8")
    assert len(shown.output.splitlines()) <= 45


def test_the_story_as_it_was_known_on_the_way(uid: str) -> None:
    with open_register("emcal.db") as store:
        known = [
            store.snapshot(day).entries
            for day in (date(2026, 2, 10), date(2026, 2, 11), date(2026, 5, 1), date(2026, 5, 19))
        ]
        assert known[0] == ()
        states = [(entry.event.claim, str(entry.event.when and entry.event.when.edtf)) for (entry,) in known[1:]]
        assert states == [("planned", "2026-05"), ("planned", "2026-06"), ("planned", "2026-06")]
        places = [entry.event.place and entry.event.place.name for (entry,) in known[1:]]
        assert places == [None, None, "Osh"]
        last = store.entry(uid)
        assert last is not None
        assert (last.event.claim, last.event.place) == ("held", Place(name="Osh", country="KG"))
        assert last.sequence == 3
