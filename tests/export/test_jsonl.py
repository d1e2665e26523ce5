"""events.jsonl: one line an event, the contract's fields in the contract's order."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from emcal.documents.document import Span
from emcal.events.event import Event
from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.register.register import Entry, Register
from emcal.when import When

TITLES = Titles(en="Drill", ru="Учения")


def drill(when: When | None) -> Entry:
    span = Span(start=4, stop=9)
    mention = Mention(
        id="m", document="doc.txt", language="ru", kind="exercise", claim="planned", titles=TITLES, when=when,
        trigger=span, evidence=Span(start=0, stop=15), evidence_text="Пройдут учения.", also=(Span(start=20, stop=24),),
        also_text=("Они.",), parser="prose",
    )  # fmt: skip
    event = Event(
        uid="e@emcal", titles=TITLES, kind="exercise", claim="planned", when=when, series="drills",
        place=Place(name="Osh", country="KG", name_ru="Ош", venue="polygon"),
        participants=(Participant(name="A. B.", part="host", key="ab"),), mentions=(mention,),
    )  # fmt: skip
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return Entry(event=event, sequence=3, created=made, modified=made)


def lines(*entries: Entry) -> bytes:
    return render(Register(entries=entries), "jsonl", RenderOptions(as_of=date(2026, 11, 23)))


def test_a_line_holds_the_fields_of_the_contract_in_order() -> None:
    data = lines(drill(When.of("2025-01", "в конце января", mod="END")))
    assert data.endswith(b"}\n")
    assert data.count(b"\n") == 1
    assert "Учения".encode() in data
    told = json.loads(data)
    assert list(told) == [
        "uid", "sequence", "titles", "kind", "when", "status", "standing", "place", "participants", "series", "mentions",
    ]  # fmt: skip
    assert told["when"] == {
        "edtf": "2025-01", "mod": "END", "earliest": "2025-01-01", "latest": "2025-01-31", "text": "в конце января",
    }  # fmt: skip
    assert (told["sequence"], told["status"], told["standing"]) == (3, "planned", "unconfirmed")
    assert told["place"] == {"name": "Osh", "country": "KG", "lat": None, "lon": None, "timezone": None}
    assert list(told["participants"][0]) == ["name", "role", "rank", "organisation", "country", "part"]
    assert told["mentions"] == [
        {
            "document": "doc.txt",
            "status": "planned",
            "when": "2025-01",
            "evidence": {"start": 0, "end": 15, "text": "Пройдут учения."},
            "also": [{"start": 20, "end": 24, "text": "Они."}],
        }
    ]


def test_an_event_without_a_date_says_null() -> None:
    told = json.loads(lines(drill(None)))
    assert told["when"] is None
    assert told["mentions"][0]["when"] is None
    assert told["standing"] == "planned"


def test_an_empty_register_is_an_empty_file() -> None:
    assert lines() == b""
