"""The feeds of whole registers in real clients: each must hold as many events as the feed does.

The seeds' register is built here; further ones are named in EMCAL_REGISTERS, with a colon between them.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from emcal.export.check import check

from .conftest import Served, free_port, program, slow
from .test_caldav import _ask, radicale
from .test_libraries import libical_events, node
from .test_terminal_clients import khal, run, syncing

__all__ = ["khal", "radicale"]
SEEDS = Path(__file__).parents[2] / "seeds"
FURTHER = [path for path in os.environ.get("EMCAL_REGISTERS", "").split(":") if path]


class Whole(NamedTuple):
    feed: Served
    events: int


def emcal(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from emcal.cli import main; main()", *arguments]


@pytest.fixture(scope="module", params=["seeds", *FURTHER])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """A register as ``emcal serve`` serves it."""
    folder = tmp_path_factory.mktemp("whole")
    register = request.param
    if register == "seeds":
        subprocess.run(emcal("build", str(SEEDS), "-o", str(folder)), check=True, capture_output=True)
        register = str(folder / "emcal.db")
    port = free_port()
    process = subprocess.Popen(emcal("serve", "--register", register, "--port", str(port)), stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        address = f"http://127.0.0.1:{port}/emcal.ics"
        data = urllib.request.urlopen(address).read()
        assert check(data) == ()
        (folder / "feed.ics").write_bytes(data)
        yield Whole(Served(address, folder / "feed.ics", []), data.count(b"\nBEGIN:VEVENT"))
    finally:
        process.terminate()
        process.wait(15)


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("emcal serve does not answer")


@slow
def test_khal(whole: Whole, khal: Path) -> None:
    program("khal")
    run("khal", "-c", str(khal), "import", "--batch", "-a", "f", str(whole.feed.file), home=khal.parent)
    assert len(list((khal.parent / "synced").glob("*.ics"))) == whole.events


@slow
def test_vdirsyncer(whole: Whole, tmp_path: Path) -> None:
    program("vdirsyncer")
    (tmp_path / "synced").mkdir()
    run(*syncing(tmp_path / "khal.conf", whole.feed.address))
    assert len(list((tmp_path / "synced").glob("*.ics"))) == whole.events


@slow
def test_calcurse(whole: Whole, tmp_path: Path) -> None:
    program("calcurse")
    told = run("calcurse", "-D", str(tmp_path), "-C", str(tmp_path), "-i", str(whole.feed.file))
    found = re.search(r"(\d+) apps? / (\d+) events? / .* (\d+) skipped", told)
    assert found, told
    assert (int(found[1]) + int(found[2]), found[3]) == (whole.events, "0")


@slow
def test_libical(whole: Whole) -> None:
    assert libical_events(whole.feed) == whole.events


@slow
def test_radicale(whole: Whole, radicale: int) -> None:
    status, told = _ask(radicale, "PUT", "/u/feed/", whole.feed.file.read_bytes())
    assert status == 201, told
    assert _ask(radicale, "GET", "/u/feed/")[1].count(b"BEGIN:VEVENT") == whole.events


@slow
def test_ical_js_and_node_ical(whole: Whole) -> None:
    ical_js = """
    const ICAL = require("ical.js"), text = require("fs").readFileSync(process.argv[1], "utf8");
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map(e => new ICAL.Event(e));
    console.log(JSON.stringify(events.map(e => [e.uid, e.startDate.toString(), e.endDate.toString()])));
    """
    node_ical = """
    const events = Object.values(require("node-ical").sync.parseFile(process.argv[1])).filter(e => e.type === "VEVENT");
    console.log(JSON.stringify(events.map(e => [e.uid, String(+e.start), String(+e.end)])));
    """
    assert len(node(ical_js, whole.feed)) == len(node(node_ical, whole.feed)) == whole.events
