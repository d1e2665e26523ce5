"""Real calendar clients against a running server: a day, a range, a month, a year, a cancelled and a renamed event.

A client that is not installed is skipped, unless EMCAL_CLIENTS is set: then it is missed. Slow clients run only then.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn

from emcal.feed.app import create_app
from emcal.feed.selection import Selection
from emcal.feed.state import State
from emcal.register.register import Register
from tests.feed.conftest import BAKU, OSH, entry

WANTED = bool(os.environ.get("EMCAL_CLIENTS"))
ENTRIES = (
    entry("day", "2027-02-03", title="День спасателя", place=OSH),
    entry("range", "2027-03-10/2027-03-12", "exercise", title="Совместные учения", place=BAKU),
    entry("month", "2027-05", "forum", title="Региональный форум"),
    entry("year", "2027", "exercise", title="Каспий"),
    entry("off", "2027-07-01/2027-07-02", "visit", "cancelled", title="Визит"),
    entry("renamed", "2027-09-01", title="Новое имя, с запятой; и прочим").model_copy(update={"sequence": 3}),
)
# What each event is called, and its first and last day, both inclusive.
SHOWN = {
    "День спасателя": ("2027-02-03", "2027-02-03"),
    "Совместные учения": ("2027-03-10", "2027-03-12"),
    "Региональный форум [May 2027, date open]": ("2027-05-01", "2027-05-31"),
    "Каспий [2027, date open]": ("2027-01-01", "2027-01-01"),
    "[CANCELLED] Визит": ("2027-07-01", "2027-07-02"),
    "Новое имя, с запятой; и прочим": ("2027-09-01", "2027-09-01"),
}


class Served(NamedTuple):
    """A running feed: its address, its bytes in a file, and the requests that came (User-Agent, status)."""

    address: str
    file: Path
    requests: list[tuple[str, int]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(state: State, file: Path) -> Iterator[Served]:
    """A server on a free port of this machine, and its feed in a file."""
    requests: list[tuple[str, int]] = []
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(_logged(create_app(state), requests), port=port, log_level="error", access_log=False)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    file.write_bytes(state.served.feed("emcal.ics", Selection()).body)
    try:
        yield Served(f"http://127.0.0.1:{port}/emcal.ics", file, requests)
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The feed of the six events."""
    folder = tmp_path_factory.mktemp("feed")
    state = State(folder, lambda: Register(entries=ENTRIES), clock)
    with serving(state, folder / "emcal.ics") as served:
        yield served


def clock() -> datetime:
    """A day before all of the events."""
    return datetime(2026, 11, 23, 10, tzinfo=UTC)


def _logged(app: Callable, requests: list[tuple[str, int]]) -> Callable:  # type: ignore[type-arg]
    async def logged(scope, receive, send):  # type: ignore[no-untyped-def]
        async def note(message):  # type: ignore[no-untyped-def]
            if message["type"] == "http.response.start":
                agent = dict(scope["headers"]).get(b"user-agent", b"").decode("latin-1")
                requests.append((agent, message["status"]))
            await send(message)

        await app(scope, receive, note)

    return logged


def program(name: str) -> str:
    """The path of a client. Skips the test when there is none and nobody asked for it."""
    found = shutil.which(name)
    if found is None:
        missing(name)
    return str(found)


def missing(name: str) -> None:
    """A client that is not here."""
    if WANTED:
        pytest.fail(f"{name} is not installed and EMCAL_CLIENTS is set")
    pytest.skip(f"{name} is not installed")


slow = pytest.mark.skipif(not WANTED, reason="slow: runs with EMCAL_CLIENTS=1")
