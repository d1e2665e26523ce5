"""The command: a dry run that writes nothing, ``--apply``, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk, put
from typer.testing import CliRunner

MEETING = "Meeting of ministers"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def command(desk: Desk, *options: str) -> tuple[int, list[str]]:
    from emcal.cli.app import app

    arguments = ["correct", str(desk.path), "--register", str(desk.database), "--who", "ana", "--as-of", "2026-11-24"]
    done = CliRunner().invoke(app, [*arguments, *options])
    return done.exit_code, done.output.splitlines()


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    desk.work(put(MEETING, "Note", "seen"))
    before = desk.database.read_bytes()
    code, lines = command(desk)
    assert code == 0
    assert (
        lines[0]
        == "timeline.xlsx: 1 changed, 0 new, 0 in conflict, 0 refused; 8 rows unchanged, 0 events without a row"
    )
    assert lines[2].split("\t")[:5] == ["change", "I2", "note", "", "seen"]
    assert lines[-1].startswith("nothing is written")
    assert desk.database.read_bytes() == before


def test_apply_keeps_who_and_the_file(desk: Desk) -> None:
    desk.work(put(MEETING, "Note", "seen"))
    code, lines = command(desk, "--apply")
    assert (code, lines[-1]) == (0, "kept 1 of 1")
    from emcal.register import open_register

    with open_register(desk.database) as store:
        (decision,) = store.decisions()
    assert (decision.who, decision.field, decision.value) == ("ana", "note", "seen")
    assert decision.why.startswith("timeline.xlsx sha256:")


def test_what_was_not_taken_gives_exit_code_1(desk: Desk) -> None:
    desk.work(put(MEETING, "Status", "done"), put(MEETING, "Note", "kept all the same"))
    code, lines = command(desk, "--apply")
    assert (code, lines[-1]) == (1, "kept 1 of 1")
    assert any("'done' is none of" in line for line in lines)
