"""khal, vdirsyncer and calcurse."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from emcal.feed.state import State
from emcal.register.register import Register
from tests.feed.conftest import entry

from .conftest import SHOWN, Served, clock, program, serving

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def run(*command: str, answer: str = "", home: Path | None = None) -> str:
    environment = {**ENVIRONMENT, "HOME": str(home)} if home else ENVIRONMENT
    done = subprocess.run(
        command, input=answer, capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def khal(tmp_path: Path) -> Path:
    """A configuration of khal with one calendar, in the folder ``synced``."""
    (tmp_path / "synced").mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[f]]\npath = {tmp_path / 'synced'}\ntype = calendar\n[locale]\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n[default]\ndefault_calendar = f\n"
    )
    return config


def listed(khal: Path) -> dict[str, tuple[str, str]]:
    shape = "{start-date}|{end-date}|{title}"
    told = run("khal", "-c", str(khal), "list", "--once", "--format", shape, "2027-01-01", "400d", home=khal.parent)
    rows = (line.split("|", 2) for line in told.splitlines() if line.count("|") >= 2)
    return {title: (first, last) for first, last, title in rows}


def test_khal_imports_every_event(feed: Served, khal: Path) -> None:
    program("khal")
    run("khal", "-c", str(khal), "import", "--batch", "-a", "f", str(feed.file), home=khal.parent)
    assert listed(khal) == SHOWN


def syncing(khal: Path, address: str) -> list[str]:
    """The command that fetches a feed into the folder ``synced``."""
    config = khal.parent / "vdirsyncer.conf"
    config.write_text(
        f'[general]\nstatus_path = "{khal.parent / "status"}"\n[pair p]\na = "w"\nb = "d"\ncollections = null\n'
        f'conflict_resolution = "a wins"\n[storage w]\ntype = "http"\nurl = "{address}"\n'
        f'[storage d]\ntype = "filesystem"\npath = "{khal.parent / "synced"}"\nfileext = ".ics"\n'
    )
    run("vdirsyncer", "-c", str(config), "discover", answer="y\n" * 9)
    return ["vdirsyncer", "-c", str(config), "sync"]


def test_vdirsyncer_fetches_every_event_and_khal_lists_them(feed: Served, khal: Path) -> None:
    program("vdirsyncer")
    program("khal")
    run(*syncing(khal, feed.address))
    assert len(list((khal.parent / "synced").glob("*.ics"))) == len(SHOWN)
    assert listed(khal) == SHOWN
    assert any("vdirsyncer" in agent for agent, _ in feed.requests)


def test_a_renamed_and_moved_event_stays_one_event(khal: Path) -> None:
    program("vdirsyncer")
    program("khal")
    (khal.parent / "register").write_text("1")
    events = [entry("moving", "2027-05", title="Учения")]
    state = State(khal.parent / "register", lambda: Register(entries=tuple(events)), clock)
    with serving(state, khal.parent / "feed.ics") as served:
        sync = syncing(khal, served.address)
        run(*sync)
        assert listed(khal) == {"Учения [May 2027, date open]": ("2027-05-01", "2027-05-31")}
        events[0] = entry("moving", "2027-05-29/2027-06-01", title="Учения «Щит»").model_copy(update={"sequence": 1})
        (khal.parent / "register").write_text("22")
        state.renew()
        run(*sync)
    assert listed(khal) == {"Учения «Щит»": ("2027-05-29", "2027-06-01")}


def test_calcurse_skips_nothing(feed: Served, tmp_path: Path) -> None:
    program("calcurse")
    folder = str(tmp_path)
    told = run("calcurse", "-D", folder, "-C", folder, "-i", str(feed.file))
    assert "0 skipped" in told
    kept = (tmp_path / "apts").read_text(encoding="utf-8")
    assert [title for title in SHOWN if title not in kept] == []
