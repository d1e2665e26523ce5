"""Radicale takes the feed as a collection, and a CalDAV client reads it back."""

from __future__ import annotations

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import SHOWN, Served, free_port, missing, program


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[int]:
    """Radicale on a free port, open to everybody."""
    path, port = program("radicale"), free_port()
    config = tmp_path / "radicale.conf"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[rights]\ntype = authenticated\n"
        f"[storage]\nfilesystem_folder = {tmp_path / 'collections'}\n"
    )
    process = subprocess.Popen([path, "--config", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            _ask(port, "GET", "/")
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("radicale does not answer")


def _ask(port: int, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    credentials = {"Authorization": "Basic dTp1", "Content-Type": "text/calendar; charset=utf-8"}
    connection.request(method, path, body, credentials)
    answer = connection.getresponse()
    try:
        return answer.status, answer.read()
    finally:
        connection.close()


def test_radicale_accepts_the_feed_and_gives_it_back(feed: Served, radicale: int) -> None:
    status, told = _ask(radicale, "PUT", "/u/feed/", feed.file.read_bytes())
    assert status == 201, told
    status, body = _ask(radicale, "GET", "/u/feed/")
    assert (status, body.count(b"BEGIN:VEVENT")) == (200, len(SHOWN))


def test_caldav_reads_the_collection(feed: Served, radicale: int) -> None:
    _ask(radicale, "PUT", "/u/feed/", feed.file.read_bytes())
    script = (
        "import caldav, sys\n"
        "client = caldav.DAVClient(sys.argv[1], username='u', password='u')\n"
        "events = client.calendar(url=sys.argv[1] + 'u/feed/').events()\n"
        "print(*sorted(str(event.icalendar_component['SUMMARY']) for event in events), sep='\\n')\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", script, f"http://127.0.0.1:{radicale}/"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if "No module named 'caldav'" in done.stderr:
        missing("caldav")
    assert done.stdout.splitlines() == sorted(SHOWN), done.stderr
