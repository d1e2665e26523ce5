"""``emcal check`` and ``emcal export`` from the outside: what they print, write and end with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from emcal.cli.app import app
from emcal.export.format import RenderOptions
from emcal.export.formats import ics
from emcal.register import Register, open_register

GOOD = ics.render(Register(), RenderOptions.model_validate({"as_of": "2026-11-23"}))


def run(*arguments: str, given: bytes | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(app, arguments, input=given)
    return done.exit_code, done.output


def test_check_says_ok(tmp_path: Path) -> None:
    file = tmp_path / "good.ics"
    file.write_bytes(GOOD)
    code, told = run("check", str(file))
    assert code == 0
    assert "empty" in told


def test_check_names_the_place(tmp_path: Path) -> None:
    file = tmp_path / "bad.ics"
    file.write_bytes(GOOD.replace(b";VALUE=DURATION", b""))
    code, told = run("check", str(file))
    assert code == 1
    assert f"{file}:11:1: error: refresh-interval" in told.replace("\n", "")


def test_check_speaks_json_and_reads_stdin() -> None:
    code, told = run("check", "--json", "-", given=GOOD.replace(b"\r\n", b"\n"))
    defects = [json.loads(line) for line in told.splitlines()]
    assert (code, [defect["code"] for defect in defects], defects[0]["file"]) == (1, ["empty", "line-end"], "-")


def test_check_goes_on_after_a_missing_file(tmp_path: Path) -> None:
    file = tmp_path / "good.ics"
    file.write_bytes(GOOD)
    assert run("check", str(tmp_path / "none.ics"))[0] == 3
    code, told = run("check", str(tmp_path / "none.ics"), str(file))
    assert code == 1
    assert "good.ics" in told


@pytest.fixture
def register(tmp_path: Path) -> str:
    """An empty register."""
    path = tmp_path / "emcal.db"
    with open_register(path, write=True):
        pass
    return str(path)


def test_export_writes_the_formats_asked_for(register: str, tmp_path: Path) -> None:
    out = tmp_path / "public" / "calendar"
    code, told = run("export", "jsonl", "ics", "html", "-o", str(out), "--register", register, "--as-of", "2026-11-23")
    assert (code, (out / "events.jsonl").read_bytes()) == (0, b""), told
    assert (out / "emcal.ics").read_bytes() == GOOD
    assert (out / "ru" / "index.html").exists()


@pytest.mark.parametrize("wrong", [("pdf",), ("ics", "--select", "contry=KG"), ("ics", "--imprecise", "maybe")])
def test_export_refuses_what_it_does_not_know(register: str, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    code, told = run("export", *wrong, "-o", str(tmp_path / "out"), "--register", register)
    assert code == 2, told
    assert not (tmp_path / "out").exists()
