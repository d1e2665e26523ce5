"""The check: a good feed passes, and each of the broken ones is told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.export.check import check

GOOD = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
    "X-PUBLISHED-TTL:PT12H\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Встреча министров\\, Баку\r\nDTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240604\r\n"
    "DTSTAMP:20240102T030405Z\r\nUID:a1@example.org\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
    "GEO:40.4;49.8\r\nURL:https://example.org/a1\r\nCATEGORIES:meeting,b\\;c\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Учение по ликвидации посл\r\n едствий землетрясения\r\nDTSTART:20240610T090000Z\r\n"
    "DTEND:20240610T170000Z\r\nDTSTAMP:20240102T030405Z\r\nUID:a2@example.org\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20240801T090000Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
).encode()

VARIANTS: dict[str, tuple[bytes, bytes, str]] = {
    "bare LF": (b"SEQUENCE:0\r\n", b"SEQUENCE:0\n", "line-end"),
    "bare CR": (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r", "line-end"),
    "no final line end": (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "final-line-end"),
    "unfolded line": (b"SUMMARY:\xd0\x92", b"SUMMARY:" + b"x" * 70 + b"\xd0\x92", "long-line"),
    "cut character": (b"\xd0\xbb\xd0\xb8\xd0\xba", b"\xd0\r\n \xbb\xd0\xb8\xd0\xba", "cut-character"),
    "cp1251": (b"\xd0\x92\xd1\x81\xd1\x82\xd1\x80\xd0\xb5\xd1\x87\xd0\xb0", "Встреча".encode("cp1251"), "utf-8"),
    "control character": (b"SUMMARY:", b"SUMMARY:\x07", "control-character"),
    "byte order mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "bom"),
    "blank line": (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r\n\r\n", "blank-line"),
    "line without a colon": (b"SEQUENCE:0", b"SEQUENCE 0", "content-line"),
    "no DTSTAMP": (b"DTSTAMP:20240102T030405Z\r\nUID:a1", b"UID:a1", "missing-property"),
    "no UID": (b"UID:a1@example.org\r\n", b"", "missing-property"),
    "empty UID": (b"UID:a1@example.org", b"UID:", "missing-property"),
    "no DTSTART": (b"DTSTART:20240610T090000Z\r\nDTEND:20240610T170000Z\r\n", b"", "missing-property"),
    "no PRODID": (b"PRODID:-//a//b//EN\r\n", b"", "missing-property"),
    "two DTSTART": (b"SEQUENCE:0", b"DTSTART;VALUE=DATE:20240601", "repeated-property"),
    "duplicate UID": (b"UID:a2", b"UID:a1", "duplicate-uid"),
    "end before start": (b"DATE:20240604", b"DATE:20240525", "end-before-start"),
    "end on the start": (b"DATE:20240604", b"DATE:20240601", "end-before-start"),
    "30 February": (b"DATE:20240604", b"DATE:20250230", "impossible-date"),
    "25 o'clock": (b"T170000Z", b"T250000Z", "impossible-date"),
    "ISO date": (b"DATE:20240604", b"DATE:2024-06-04", "date-form"),
    "date and date-time": (b"DTEND;VALUE=DATE:20240604", b"DTEND:20240604T000000Z", "value-type"),
    "date without VALUE": (b"DTSTART;VALUE=DATE:", b"DTSTART:", "value-type"),
    "DTSTAMP without Z": (b"DTSTAMP:20240102T030405Z\r\nUID:a1", b"DTSTAMP:20240102T030405\r\nUID:a1", "not-utc"),
    "zone without VTIMEZONE": (b"DTSTART:20240610T090000Z", b"DTSTART;TZID=Asia/Baku:20240610T090000", "time-zone"),
    "end and duration": (b"SEQUENCE:0", b"DURATION:P3D", "end-and-duration"),
    "REFRESH-INTERVAL without VALUE": (b";VALUE=DURATION", b"", "refresh-interval"),
    "REFRESH-INTERVAL no duration": (b"DURATION:PT12H", b"DURATION:12 hours", "refresh-interval"),
    "rule without FREQ": (b"FREQ=WEEKLY;", b"", "rrule"),
    "rule with month 13": (b"BYDAY=MO,WE", b"BYMONTH=13", "rrule"),
    "rule that ends before it starts": (b"UNTIL=20240801T", b"UNTIL=20240501T", "rrule"),
    "rule with both ends": (b"BYDAY=MO,WE", b"COUNT=3", "rrule"),
    "bare comma": (b"\\, \xd0\x91", b", \xd0\x91", "text-escape"),
    "unknown escape": (b"\\, \xd0\x91", b"\\x \xd0\x91", "text-escape"),
    "unknown status": (b"STATUS:CONFIRMED", b"STATUS:HELD", "value"),
    "latitude 91": (b"GEO:40.4", b"GEO:91.4", "value"),
    "address without scheme": (b"URL:https://example.org/a1", b"URL:example.org/a1", "value"),
    "event not ended": (b"CATEGORIES:meeting,b\\;c\r\nEND:VEVENT\r\n", b"CATEGORIES:meeting,b\\;c\r\n", "structure"),
    "ended twice": (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nEND:VCALENDAR\r\n", "structure"),
}


def test_a_good_feed_has_no_defect() -> None:
    assert check(GOOD) == ()


@pytest.mark.parametrize("variant", VARIANTS)
def test_each_broken_variant_has_its_defect_and_no_other(variant: str) -> None:
    old, new, code = VARIANTS[variant]
    broken = GOOD.replace(old, new, 1)
    assert broken != GOOD
    assert {defect.code for defect in check(broken)} == {code}


def test_places_are_those_of_the_file() -> None:
    (defect,) = check(GOOD.replace(b"DATE:20240604", b"DATE:20250230"))
    assert (defect.line, defect.column) == (9, 18)
    (defect,) = check(GOOD.replace("земл".encode(), "земл\x01".encode()))
    assert (defect.line, defect.column) == (21, 14)
    (defect,) = check(GOOD.replace("летря".encode(), "ле,тря".encode()))
    assert (defect.line, defect.column) == (21, 15)


def test_line_ends_are_reported_once() -> None:
    (defect,) = check(GOOD.replace(b"\r\n", b"\n"))
    assert "27 more lines" in defect.message


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"VERSION:2.0", b"UID:u\r\nVERSION:2.0", "calendar-uid"),
        (b"VERSION:2.0", b"METHOD:PUBLISH\r\nVERSION:2.0", "method"),
        (b"SUMMARY:", b"SUMMARY:\xe2\x80\xa8", "line-separator"),
    ],
)
def test_what_only_hurts_is_a_warning(old: bytes, new: bytes, code: str) -> None:
    assert [(defect.code, defect.severity) for defect in check(GOOD.replace(old, new, 1))] == [(code, "warning")]


def test_another_instance_of_a_series_may_share_its_uid() -> None:
    event = b"BEGIN:VEVENT\r\nUID:a2@example.org\r\nDTSTAMP:20240102T030405Z\r\nRECURRENCE-ID:20240612T090000Z\r\n"
    event += b"DTSTART:20240613T090000Z\r\nDURATION:PT2H\r\nEND:VEVENT\r\n"
    assert check(GOOD.replace(b"END:VCALENDAR", event + b"END:VCALENDAR")) == ()


@given(st.binary(max_size=200))
def test_never_raises(data: bytes) -> None:
    check(data)
    check(GOOD + data)


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3))
def test_never_raises_on_damage(place: int, damage: bytes) -> None:
    check(GOOD[:place] + damage + GOOD[place + 1 :])
