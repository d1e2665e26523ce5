"""Thunderbird without a window: every event arrives, and the second look costs a 304."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .conftest import SHOWN, Served, program, slow

_PATIENCE = 150
_PREFERENCES = """
user_pref("calendar.registry.feed.type", "ics");
user_pref("calendar.registry.feed.uri", "{address}");
user_pref("calendar.registry.feed.name", "feed");
user_pref("calendar.registry.feed.cache.enabled", true);
user_pref("calendar.registry.feed.refreshInterval", "1");
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
"""


@slow
def test_thunderbird_shows_every_event_and_looks_again_for_nothing(feed: Served, tmp_path: Path) -> None:
    path = program("thunderbird")
    (tmp_path / "user.js").write_text(_PREFERENCES.format(address=feed.address))
    command = [path, "--headless", "--no-remote", "--profile", str(tmp_path)]
    environment = {**os.environ, "HOME": str(tmp_path), "TZ": "UTC"}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(feed)
    finally:
        process.terminate()
        process.wait(30)
    assert _events(tmp_path) == SHOWN


def _statuses(feed: Served) -> list[int]:
    return [status for agent, status in feed.requests if "Thunderbird" in agent]


def _wait(feed: Served) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and 304 not in _statuses(feed):
        time.sleep(1)
    assert _statuses(feed)[:2] == [200, 304]


def _events(profile: Path) -> dict[str, tuple[str, str]]:
    """What is in Thunderbird's own store, from a copy, since it holds a lock."""
    for file in (profile / "calendar-data").glob("cache.sqlite*"):
        shutil.copy(file, profile / file.name)
    with sqlite3.connect(profile / "cache.sqlite") as connection:
        rows = connection.execute("SELECT title, event_start, event_end FROM cal_events").fetchall()
    day = timedelta(days=1)
    return {title: (_date(start), _date(end, -day)) for title, start, end in rows}


def _date(microseconds: int, shift: timedelta = timedelta()) -> str:
    return (datetime.fromtimestamp(microseconds / 1e6, UTC) + shift).date().isoformat()
