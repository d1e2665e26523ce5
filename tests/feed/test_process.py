"""The command as a process: many connections, slow ones, a changed register, and SIGTERM in the middle."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = "from emcal.cli import main; main()"
TEXT = "Baku, 3 December 2026.\n\nOn 12 March 2027 a joint exercise of rescuers will be held in Baku.\n"


def emcal(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a document and the register made of it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT)
    emcal("build", str(folder / "in"), "-o", str(folder / "out"), "--as-of", "2026-12-05")
    return folder


@pytest.fixture
def register(built: Path, tmp_path: Path) -> Path:
    """A copy of the register, to be changed and lost."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out" / "emcal.db"


@pytest.fixture
def server(register: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", PROGRAM, "serve", "--register", str(register), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            get(port, "/healthz")
            break
        except OSError:
            time.sleep(0.05)
    yield process, port
    if process.poll() is None:
        process.kill()
    process.wait()


def get(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_many_connections_slow_ones_and_a_graceful_end(server: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = server
    open_ = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(500)]
    for connection in open_[:250]:
        connection.sendall(b"GET /emcal.ics HTTP/1.1\r\nHost: a\r\nX-Slow: ")
    for connection in open_[250:]:
        connection.sendall(b"GET /emcal.ics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    for connection in open_[250:]:
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
    assert get(port, "/healthz")[0] == 200
    for connection in open_[:250]:
        connection.sendall(b"1\r\nConnection: close\r\n\r\n")
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
    for connection in open_:
        connection.close()
    os.kill(process.pid, signal.SIGTERM)
    assert process.wait(15) in (0, -signal.SIGTERM)


def test_a_request_in_the_middle_of_sigterm_ends(server: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = server
    body = 0
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(b"GET /?lang=ru HTTP/1.1\r\nHost: a\r\n\r\n")
        os.kill(process.pid, signal.SIGTERM)
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(4096)
        assert head.startswith(b"HTTP/1.1 200")
        length = re.search(rb"content-length: (\d+)", head)
        assert length
        body = len(head.partition(b"\r\n\r\n")[2])
        while body < int(length[1]) and (piece := connection.recv(65536)):
            body += len(piece)
        assert body == int(length[1])
    process.wait(15)


def test_a_second_build_is_served_and_a_lost_register_does_no_harm(
    server: tuple[subprocess.Popen[bytes], int], register: Path
) -> None:
    _, port = server
    before = get(port, "/emcal.ics")[1]
    assert before.count(b"BEGIN:VEVENT") >= 1
    source = register.parent.parent / "in" / "b.txt"
    source.write_text("Osh, 4 December 2026.\n\nOn 20 April 2027 a seminar for rescuers will be held in Osh.\n")
    emcal("build", str(source.parent), "-o", str(register.parent), "--as-of", "2026-12-05")
    until = time.monotonic() + 15
    while get(port, "/emcal.ics")[1] == before and time.monotonic() < until:
        time.sleep(0.1)
    after = get(port, "/emcal.ics")[1]
    assert after.count(b"BEGIN:VEVENT") > before.count(b"BEGIN:VEVENT")
    checked = emcal("check", f"http://127.0.0.1:{port}/emcal.ics?lang=ru")
    assert (checked.returncode, checked.stdout.endswith(": ok\n")) == (0, True)
    register.unlink()
    until = time.monotonic() + 15
    while get(port, "/healthz")[0] == 200 and time.monotonic() < until:
        time.sleep(0.1)
    assert json.loads(get(port, "/healthz")[1])["status"] == "stale"
    assert get(port, "/emcal.ics")[1] == after


def test_there_is_nothing_to_serve(tmp_path: Path) -> None:
    done = emcal("serve", "--register", str(tmp_path / "none.db"))
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
