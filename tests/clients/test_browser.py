"""The subscribe page and FullCalendar, in Debian's Chromium driven by playwright-core."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

from icalendar import Calendar

from .conftest import SHOWN, Served, missing, program, slow

MODULES = os.environ.get("EMCAL_NODE_MODULES", "")
# Where the pictures go, to be looked at; a folder of the test unless one is named.
PICTURES = os.environ.get("EMCAL_PICTURES", "")


def driven(script: str, address: str, folder: Path) -> Any:
    chromium = program("chromium")
    program("node")
    if not (Path(MODULES) / "playwright-core").is_dir():
        missing("EMCAL_NODE_MODULES with playwright-core")
    environment = {**os.environ, "EMCAL_CHROMIUM": chromium, "TZ": "UTC"}
    command = ["node", str(Path(__file__).with_name(script)), address, PICTURES or str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@slow
def test_a_person_builds_a_subscription(feed: Served, tmp_path: Path) -> None:
    told = driven("page.mjs", feed.address.removesuffix("emcal.ics"), tmp_path)
    assert told["copied"] == told["address"] == f"{feed.address}?kind=exercise"
    assert told["url"].endswith("kind=exercise&imprecise=span&cancelled=label&profile=default")
    with urllib.request.urlopen(told["address"]) as answer:  # noqa: S310
        events = Calendar.from_ical(answer.read()).walk("VEVENT")
    assert len(events) == len(told["rows"]) == 2
    for row in told["rows"]:
        assert any(str(event["SUMMARY"]).startswith(row) for event in events)
    assert told["withoutScript"] == told["rows"]
    assert (told["errors"], told["serious"], told["overflow"]) == ([], [], False)


@slow
def test_fullcalendar_shows_every_event(feed: Served, tmp_path: Path) -> None:
    shown = driven("fullcalendar.mjs", feed.address, tmp_path)
    assert {title: (first, last) for title, first, last in shown} == SHOWN
