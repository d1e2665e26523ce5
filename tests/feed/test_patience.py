"""Clients that never finish their headers are let go; all others are served meanwhile."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn

from emcal.feed import patience
from emcal.feed.app import create_app

from .conftest import Desk


@pytest.fixture
def port(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(patience, "SECONDS", 0.3)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    config = uvicorn.Config(create_app(desk.state), port=number, http=patience.PatientProtocol, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield number
    server.should_exit = True
    thread.join(10)


def talk(port: int, *sent: bytes) -> bytes:
    """What comes back until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        told = b""
        try:
            for piece in sent:
                connection.sendall(piece)
            while piece := connection.recv(65536):
                told += piece
        except (ConnectionResetError, BrokenPipeError):
            pass
        return told


@pytest.mark.parametrize("start", [b"", b"GET /emcal.ics HTTP/1.1\r\nHost: a\r\nX-Slow: "])
def test_unfinished_headers_end_the_connection(port: int, start: bytes) -> None:
    assert talk(port, start) == b""


def test_endless_headers_end_the_connection(port: int) -> None:
    assert talk(port, b"GET /emcal.ics HTTP/1.1\r\nHost: a\r\n", *[b"X: " + b"a" * 8000 + b"\r\n"] * 20) == b""


def test_a_second_unfinished_request_ends_it_too(port: int) -> None:
    told = talk(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /healthz HTTP/1.1\r\nHost: ")
    assert told.count(b"HTTP/1.1 200") == 1


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /" + "события".encode() + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET http://b.example/emcal.ics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET /%ff%fe?%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET /emcal.ics?organisation=" + b"a" * 60_000 + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /emcal.ics HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_odd_requests_are_never_the_servers_fault(port: int, request_: bytes) -> None:
    assert b"HTTP/1.1 5" not in talk(port, request_)
    assert talk(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 200")
