"""``emcal extract``: one JSON object a document, with what the contract names."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from emcal.cli.app import app

TEXT = (
    " date 2024-02-10 A workshop on avalanches will be held in Riga on 5 March 2024. Experts from Norway will attend."
)
FIELDS = {
    "title",
    "kind",
    "when",
    "when_text",
    "earliest",
    "latest",
    "status",
    "place",
    "participants",
    "evidence",
    "also",
}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_lines_hold_to_the_contract(release: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(release), "--jsonl"])
    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    record = json.loads(line)
    assert (record["path"], record["language"], record["published"]) == (str(release), "en", "2024-02-10")
    (workshop,) = record["mentions"]
    assert set(workshop) >= FIELDS
    assert (workshop["kind"], workshop["status"], workshop["when"]) == ("seminar", "planned", "2024-03-05")
    assert (workshop["earliest"], workshop["latest"]) == ("2024-03-05", "2024-03-05")
    evidence = workshop["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["text"]


def test_the_eye_sees_evidence_and_rules(release: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(release)])
    assert "2024-03-05  planned  seminar" in done.stdout
    assert "kind seminar: workshop" in done.stdout


def test_a_missing_file_is_named_and_the_others_are_done(release: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(release.with_name("none.txt")), str(release), "--jsonl"])
    assert done.exit_code == 1
    assert "none.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_nothing_readable_is_an_error_of_its_own(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["extract", str(tmp_path / "none.txt")]).exit_code == 3
