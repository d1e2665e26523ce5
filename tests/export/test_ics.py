"""The calendar of a small register, read back with icalendar."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from emcal.documents.document import Span
from emcal.edtf import Edtf
from emcal.events.event import Event
from emcal.export import render
from emcal.export.calendar.vevent import vevent, vevent_bytes
from emcal.export.check import check
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Claim, Kind, Mention, Participant, Place, Titles
from emcal.register.register import Entry, Register
from emcal.when import Mod, When

AS_OF = date(2026, 11, 23)
MADE = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)
MOSCOW = Place(name="Moscow", name_ru="Москва", country="RU", lat=55.76, lon=37.62, timezone="Europe/Moscow")


def mention(text: str = "The forum was held.", claim: Claim = "held", document: str = "a.txt") -> Mention:
    span = Span(start=0, stop=len(text))
    titles = Titles(en="Forum", ru="Форум")
    return Mention(
        id=f"{document}:{text[:9]}", document=document, language="en", kind="forum", claim=claim, titles=titles,
        trigger=span, evidence=span, evidence_text=text, parser="prose",
    )  # fmt: skip


def entry(
    uid: str = "e1@emcal",
    when: str | None = "2024-05-29/2024-06-01",
    claim: Claim = "held",
    kind: Kind = "forum",
    title: str = "Integrated Security",
    mod: Mod | None = None,
    **fields: object,
) -> Entry:
    event = Event.model_validate(
        {
            "uid": uid,
            "titles": Titles(en=title, ru=f"{title} (ру)"),
            "kind": kind,
            "claim": claim,
            "when": When.of(when, mod=mod) if when else None,
            "mentions": (mention(claim=claim),),
            **fields,
        }
    )
    return Entry(event=event, sequence=2, created=MADE, modified=MADE)


def ics(*entries: Entry, **options: object) -> bytes:
    return render(Register(entries=entries), "ics", RenderOptions.model_validate({"as_of": AS_OF, **options}))


def only(*entries: Entry, **options: object):  # type: ignore[no-untyped-def]
    (event,) = Calendar.from_ical(ics(*entries, **options)).walk("VEVENT")
    return event


def test_a_range_is_all_day_with_an_exclusive_end() -> None:
    event = only(entry())
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 5, 29), date(2024, 6, 2))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "Integrated Security"
    assert event["X-EMCAL-EDTF"] == "2024-05-29/2024-06-01"


@pytest.mark.parametrize(
    ("edtf", "claim", "language", "start", "end", "label"),
    [
        ("2026-12-05", "planned", "en", "2026-12-05", "2026-12-06", ""),
        ("2024-05", "held", "en", "2024-05-01", "2024-06-01", " [May 2024]"),
        ("2027-05", "planned", "en", "2027-05-01", "2027-06-01", " [May 2027, date open]"),
        ("2027-05", "planned", "ru", "2027-05-01", "2027-06-01", " (ру) [май 2027 года, дата уточняется]"),
        ("2024-05", "planned", "en", "2024-05-01", "2024-06-01", " [May 2024, unconfirmed]"),
        ("2027", "planned", "en", "2027-01-01", "2027-01-02", " [2027, date open]"),
        ("2027-33", "planned", "en", "2027-01-01", "2027-04-01", " [first quarter of 2027, date open]"),
        ("2027-41", "planned", "en", "2027-07-01", "2028-01-01", " [second half of 2027, date open]"),
        (
            "[2024-01-01..2024-11-25]",
            "held",
            "en",
            "2024-01-01",
            "2024-01-02",
            " [between 1 January and 25 November 2024]",
        ),
        ("2024-05-10/..", "held", "en", "2024-05-10", "2024-05-11", " [from 10 May 2024]"),
        ("2024-05-10~", "held", "en", "2024-05-10", "2024-05-11", " [about 10 May 2024]"),
        ("2024-05-10", "cancelled", "ru", "2024-05-10", "2024-05-11", None),
    ],
)
def test_the_summary_says_the_doubt(
    edtf: str, claim: Claim, language: str, start: str, end: str, label: str | None
) -> None:
    event = only(entry(when=edtf, claim=claim), language=language)
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == (start, end)
    assert event["SUMMARY"] == (
        "[ОТМЕНЕНО] Integrated Security (ру)" if label is None else f"Integrated Security{label}"
    )


@pytest.mark.parametrize(
    ("claim", "when", "status"),
    [
        ("held", "2024-05-10", "CONFIRMED"),
        ("planned", "2027-05-10", "TENTATIVE"),
        ("planned", "2024-05-10", "TENTATIVE"),
        ("ongoing", "2026-11-20/2026-11-30", "CONFIRMED"),
        ("postponed", "2027-05-10", "TENTATIVE"),
        ("cancelled", "2027-05-10", "CANCELLED"),
    ],
)
def test_status_follows_the_standing(claim: Claim, when: str, status: str) -> None:
    assert only(entry(when=when, claim=claim))["STATUS"] == status


def test_an_agreement_of_two_years_is_a_marker() -> None:
    event = only(entry(when="2026/2027", claim="held", kind="agreement"))
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == ("2026-01-01", "2026-01-02")
    assert event["SUMMARY"] == "Integrated Security [2026–2027]"


def test_imprecise_events_start_or_hide() -> None:
    month, day = entry("a@emcal", "2024-05"), entry("b@emcal", "2024-05-10")
    start = only(month, imprecise="start")
    assert (str(start["DTSTART"].dt), str(start["DTEND"].dt)) == ("2024-05-01", "2024-05-02")
    assert only(month, day, imprecise="hide")["UID"] == "b@emcal"


def test_cancelled_events_keep_or_hide() -> None:
    gone = entry(claim="cancelled", when="2027-05-10")
    assert only(gone, cancelled="keep")["STATUS"] == "CONFIRMED"
    assert only(gone, cancelled="keep")["SUMMARY"].startswith("[CANCELLED]")
    assert b"VEVENT" not in ics(gone, cancelled="hide")


def test_undated_events_are_counted_not_shown() -> None:
    data = ics(entry(), entry("u@emcal", None), entry("x@emcal", "XXXX-09-14"))
    calendar = Calendar.from_ical(data)
    assert len(calendar.walk("VEVENT")) == 1
    assert calendar["DESCRIPTION"].endswith("Events without a date that a calendar can show: 2.")


def test_the_header_has_what_clients_need_and_nothing_that_breaks_them() -> None:
    calendar = Calendar.from_ical(ics(entry()))
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar["X-PUBLISHED-TTL"] == "PT12H"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"]
    assert not {"UID", "METHOD", "LAST-MODIFIED"} & set(calendar)


def test_an_event_blocks_nobody_and_says_when_it_changed() -> None:
    event = only(entry(participants=(Participant(name="A. Serko", rank="Lieutenant General"),), place=MOSCOW))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == MADE
    assert event["SEQUENCE"] == 2
    assert (event["GEO"].latitude, event["GEO"].longitude) == (55.76, 37.62)
    assert event["LOCATION"].startswith("Moscow")
    assert "Lieutenant General A. Serko" in event["DESCRIPTION"]
    assert "“The forum was held.” — a.txt" in event["DESCRIPTION"]


def test_standing_changes_on_its_day() -> None:
    plan = entry(when="2026-11-10", claim="planned")
    before = ics(plan, as_of=date(2026, 11, 10))
    after = only(plan, as_of=date(2026, 11, 20))
    assert after["DTSTAMP"].dt == datetime(2026, 11, 11, tzinfo=UTC)
    assert before == ics(plan, as_of=date(2026, 11, 2))


@pytest.mark.parametrize("document", ["javascript:alert(1)", "a.txt", "file:///etc/passwd", "https://a b"])
def test_only_web_addresses_become_links(document: str) -> None:
    assert "URL" not in only(entry(mentions=(mention(document=document),)))
    assert only(entry(mentions=(mention(document="https://example.org/a"),)))["URL"] == "https://example.org/a"


def test_texts_cannot_break_the_file() -> None:
    wild = "a\r\nBEGIN:VEVENT\u2028b\x00\x0bc;,\\n \ud83d " + "漢" * 60
    data = ics(entry(title=wild, mentions=(mention(wild),), note=wild))
    assert check(data) == ()
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1


def test_a_change_of_one_event_changes_one_event() -> None:
    entries = [entry(f"e{number}@emcal") for number in range(5)]
    changed = [*entries[:2], entry("e2@emcal", title="Renamed"), *entries[3:]]
    before, after = ics(*entries).split(b"BEGIN:VEVENT"), ics(*changed).split(b"BEGIN:VEVENT")
    assert [index for index in range(6) if before[index] != after[index]] == [3]


class Memory:
    """A cache that counts what it was asked to keep."""

    def __init__(self) -> None:
        self.pieces: dict[tuple[str, str], dict[tuple[str, int, str], bytes]] = {}
        self.kept = 0

    def renderings(self, profile: str, language: str) -> dict[tuple[str, int, str], bytes]:
        return self.pieces.setdefault((profile, language), {})

    def keep_renderings(self, profile: str, language: str, bodies: dict[tuple[str, int, str], bytes]) -> None:
        self.kept += len(bodies)
        self.renderings(profile, language).update(bodies)


def test_the_cache_gives_the_same_bytes_and_renders_once() -> None:
    entries = [entry(f"e{number}@emcal", "2027-05", "planned") for number in range(4)]
    memory = Memory()
    plain = ics(*entries)
    assert ics(*entries, cache=memory) == plain == ics(*entries, cache=memory)
    assert memory.kept == 4
    later = date(2027, 8, 1)
    assert ics(*entries, cache=memory, as_of=later) == ics(*entries, as_of=later) != plain
    assert memory.kept == 8


def test_a_window_keeps_the_newest() -> None:
    days = [f"20{year:02d}-{month:02d}-01" for year in range(20, 99) for month in range(1, 13)]
    entries = [entry(f"{day}@emcal", day) for day in days]
    data = ics(*entries, window=True)
    assert days[-900:] == re.findall(r"X-EMCAL-EDTF;X-PRECISION=day:(\S+)", data.decode())
    assert len(data) <= 900_000
    assert "archive.ics" in Calendar.from_ical(data)["DESCRIPTION"]
    assert ics(*entries[:900], window=True) == ics(*entries[:900])


def test_a_window_keeps_below_the_size() -> None:
    long = "долгое предложение " * 40
    entries = [entry(f"e{number:03d}@emcal", "2024-05-10", note=long) for number in range(800)]
    data = ics(*entries, window=True)
    assert 880_000 < len(data) <= 900_000
    assert b"e799@emcal" in data
    assert b"e000@emcal" not in data


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("profile", ["default", "rich"])
def test_events_are_the_bytes_that_icalendar_writes(language: str, profile: str) -> None:
    told = entry(when="2027-05", claim="planned", place=MOSCOW, part_of="whole@emcal", note="долгая " * 60)
    options = RenderOptions.model_validate({"as_of": AS_OF, "language": language, "profile": profile})
    component = vevent(told, options)
    assert component is not None
    assert vevent_bytes(told, options) == component.to_ical()


def test_the_rich_profile_has_places_and_people_of_their_own() -> None:
    people = (Participant(name="A. Serko", role="Minister"), Participant(organisation="MES", part="host"))
    data = ics(entry(place=MOSCOW, participants=people, series="salon", mentions=(mention(document="https://a.example/b"),)),
               profile="rich")  # fmt: skip
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert [inner.name for inner in event.subcomponents] == ["VLOCATION", "PARTICIPANT", "PARTICIPANT"]
    assert event.subcomponents[2]["PARTICIPANT-TYPE"] == "PLANNER-CONTACT"
    assert b'LINK;LINKREL="SOURCE";VALUE=URI:https://a.example/b\r\n' in data
    assert check(data) == ()
    assert b"PARTICIPANT" not in ics(entry(place=MOSCOW, participants=people))


def test_soft_bounds_do_not_widen_a_day() -> None:
    day = When(edtf=Edtf("2025-12-03"), earliest=date(2025, 12, 2), latest=date(2025, 12, 3), earliest_hard=False)
    event = only(replaced(entry(), day))
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == ("2025-12-03", "2025-12-04")


def test_an_end_of_a_month_covers_its_end() -> None:
    end = When(edtf=Edtf("2025-01~"), mod="END", earliest=date(2025, 1, 21), latest=date(2025, 1, 31))
    event = only(replaced(entry(), end))
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == ("2025-01-21", "2025-02-01")
    assert event["SUMMARY"] == "Integrated Security [end of January 2025]"


def replaced(told: Entry, when: When) -> Entry:
    """The entry with another date."""
    return told.model_copy(update={"event": told.event.model_copy(update={"when": when})})


EDTFS = ("2027-05-01", "2027-05-01/2027-05-03", "2027-05", "2027", "202X", "2027-33", "2027-24", "2027-05-01~", "2027~",
         "[2027-05-01..2027-06-30]", "[..2027-05-01]", "2027-05-01/..", "../2027-05", "2026/2027", "XXXX-09-14",
         "2027-05-XX", "2027-05-31~/2027-06", "0001-01-01", "2028-02-29")  # fmt: skip
NAMES = st.text(st.one_of(st.sampled_from('аЖ漢\\\r\n\t,;:"^'), st.characters()), min_size=1, max_size=200)


@given(
    edtf=st.sampled_from(EDTFS),
    claim=st.sampled_from(["held", "planned", "ongoing", "postponed", "cancelled"]),
    kind=st.sampled_from(["forum", "agreement"]),
    title=NAMES,
    series=NAMES,
    options=st.fixed_dictionaries(
        {
            "language": st.sampled_from(["en", "ru"]),
            "imprecise": st.sampled_from(["span", "start", "hide"]),
            "cancelled": st.sampled_from(["label", "keep", "hide"]),
            "profile": st.sampled_from(["default", "rich"]),
            "as_of": st.dates(date(2026, 1, 1), date(2029, 1, 1)),
        }
    ),
)
def test_every_feed_passes_the_check(
    edtf: str, claim: Claim, kind: Kind, title: str, series: str, options: dict[str, object]
) -> None:
    told = entry(when=edtf, claim=claim, kind=kind, title=title, series=series, place=Place(name=title, country="KG"),
                 participants=(Participant(name=title),), mentions=(mention(title),))  # fmt: skip
    data = ics(told, **options)
    assert {defect.code for defect in check(data)} <= {"empty"}
    for event in Calendar.from_ical(data).walk("VEVENT"):
        assert event.errors == []
        assert event["DTSTART"].dt < event["DTEND"].dt
