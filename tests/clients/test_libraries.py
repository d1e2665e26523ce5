"""The libraries that calendar programs stand on: icalendar, libical, ical.js, node-ical."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import subprocess
from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar

from .conftest import SHOWN, Served, missing, program

_VEVENT = 4  # ICAL_VEVENT_COMPONENT of libical's icalenums.h
MODULES = os.environ.get("EMCAL_NODE_MODULES", "")


def inclusive(start: date, end: date) -> tuple[str, str]:
    return start.isoformat(), (end - timedelta(days=1)).isoformat()


def test_icalendar_reads_every_event_without_an_error(feed: Served) -> None:
    events = Calendar.from_ical(feed.file.read_bytes()).walk("VEVENT")
    assert {str(event["SUMMARY"]): inclusive(event.start, event.end) for event in events} == SHOWN
    assert [event.errors for event in events] == [[]] * len(SHOWN)


def test_libical_finds_nothing_against_the_standard(feed: Served) -> None:
    assert libical_events(feed) == len(SHOWN)


def libical_events(feed: Served) -> int:
    """How many events libical reads; it must find no fault with any."""
    try:
        libical = ctypes.CDLL(ctypes.util.find_library("ical") or "libical.so.3")
    except OSError:
        missing("libical3")
    libical.icalparser_parse_string.restype = ctypes.c_void_p
    libical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    for name in ("icalrestriction_check", "icalcomponent_count_errors"):
        getattr(libical, name).argtypes = [ctypes.c_void_p]
    libical.icalcomponent_count_components.argtypes = [ctypes.c_void_p, ctypes.c_int]
    parsed = libical.icalparser_parse_string(_published(feed.file.read_bytes()))
    assert parsed
    assert (libical.icalrestriction_check(parsed), libical.icalcomponent_count_errors(parsed)) == (1, 0)
    count: int = libical.icalcomponent_count_components(parsed, _VEVENT)
    return count


def _published(data: bytes) -> bytes:
    """The feed as an iTIP publication, the form for which libical has its strictest rules."""
    data = data.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", 1)
    return data.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nORGANIZER:mailto:a@example.org\r\n")


def node(script: str, feed: Served) -> dict[str, tuple[str, str]]:
    program("node")
    if not (Path(MODULES) / "node-ical").is_dir():
        missing("EMCAL_NODE_MODULES with ical.js and node-ical")
    environment = {**os.environ, "TZ": "UTC", "NODE_PATH": MODULES}
    told = subprocess.run(
        ["node", "-e", script, str(feed.file)], capture_output=True, text=True, env=environment, timeout=60, check=True
    )
    return {title: (first, last) for title, first, last in json.loads(told.stdout)}


def test_ical_js_reads_every_event(feed: Served) -> None:
    script = """
    const ICAL = require("ical.js"), text = require("fs").readFileSync(process.argv[1], "utf8");
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map(e => new ICAL.Event(e));
    const last = e => { const day = e.endDate.clone(); day.addDuration(ICAL.Duration.fromString("-P1D")); return day; };
    console.log(JSON.stringify(events.map(e => [e.summary, e.startDate.toString(), last(e).toString()])));
    """
    assert node(script, feed) == SHOWN


def test_node_ical_reads_every_event(feed: Served) -> None:
    script = """
    const ical = require("node-ical");
    const events = Object.values(ical.sync.parseFile(process.argv[1])).filter(e => e.type === "VEVENT");
    const day = d => d.toISOString().slice(0, 10), before = d => new Date(d.getTime() - 864e5);
    console.log(JSON.stringify(events.map(e => [e.summary, day(e.start), day(before(e.end))])));
    """
    assert node(script, feed) == SHOWN
