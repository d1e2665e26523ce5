"""``emcal brief`` at the terminal: two days of a register, filters, formats, and what goes wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from emcal.cli.app import app
from emcal.register import DocumentReading, open_register
from tests.export.brief.story import OSH, PARTIES, mention, when, written

FORUM = when("2025-03-12", "12 March")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A forum planned in a document read in February and held in one read in April."""
    path = tmp_path / "emcal.db"
    with open_register(path, write=True) as store:
        for name, day, claim, at in (
            ("a.txt", date(2025, 2, 1), "planned", 10),
            ("b.txt", date(2025, 4, 1), "held", 20),
        ):
            fields = {"place": OSH, "participants": PARTIES, "name": "Highland-2025"}
            told = mention(name, at, FORUM, claim, "forum").model_copy(update=fields)  # type: ignore[arg-type]
            reading = DocumentReading(
                path=name, sha256=name, language="en", created=written(day.isoformat()), mentions=(told,)
            )
            store.ingest([reading], as_of=day, seen=["a.txt"])
    return path


def run(register: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["brief", "--register", str(register), *arguments])


def test_a_month(register: Path) -> None:
    done = run(register, "--since", "2025-03-01", "--as-of", "2025-04-01")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert done.stdout.startswith("# Emergency cooperation brief: 1 April 2025\n")
    assert "**held**, 12 March 2025, Osh, Kyrgyzstan" in done.stdout


def test_in_russian_to_a_file(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "сводка.html"
    done = run(register, "--as-of", "2025-04-01", "--lang", "ru", "--format", "html", "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert '<html lang="ru">' in out.read_text("utf-8")


def test_word(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.docx"
    assert run(register, "--as-of", "2025-04-01", "--format", "docx", "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--since", "2025-04-01", "--as-of", "2025-03-01"], "2025-04-01 is not before"),
        (["--since", "2025-04-01", "--as-of", "2025-04-01"], "2025-04-01 is not before"),
        (["--country", "ZZ"], "'ZZ' is no country"),
        (["--country", "Atlantis"], "'Atlantis' is no country"),
        (["--kind", "party"], "input should be 'meeting'"),
        (["--format", "pdf"], "'pdf' is not one of"),
        (["--format", "docx", "--template", "x"], "a template writes md or html"),
        (["--as-of", "yesterday"], "does not match"),
    ],
)
def test_what_cannot_be_asked(register: Path, arguments: list[str], message: str) -> None:
    done = run(register, *arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (["--as-of", "2020-01-01"], "emcal: no document was known on 2020-01-01: the brief is empty\n"),
        (
            ["--since", "2020-01-01", "--as-of", "2025-04-01"],
            "emcal: no document was known on 2020-01-01: everything is new\n",
        ),
        (["--as-of", "2025-04-01", "--country", "DE"], "emcal: no event passes the filters\n"),
        (["--as-of", "2025-04-01", "--country", "Кыргызстан"], ""),
        (["--as-of", "2025-04-01", "--country", "kz", "--kind", "FORUM", "--series", "highland"], ""),
    ],
)
def test_what_a_reader_should_know(register: Path, arguments: list[str], note: str) -> None:
    done = run(register, *arguments)
    assert (done.exit_code, done.stderr) == (0, note)
    assert done.stdout.startswith("# Emergency")


def test_a_register_that_is_not_there(tmp_path: Path) -> None:
    done = run(tmp_path / "none.db")
    assert done.exit_code == 3
    assert "none.db" in done.stderr


def test_an_empty_register(tmp_path: Path) -> None:
    with open_register(tmp_path / "empty.db", write=True):
        pass
    done = run(tmp_path / "empty.db", "--as-of", "2025-04-01")
    assert (done.exit_code, "Register: 0 events from 0 documents." in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("template", "message"),
    [("x\n{{ page.nothing }}", "line 2: "), ("{% if %}", "line 1: "), (b"\xff", "not UTF-8"), (None, "no such file")],
)
def test_a_template_with_a_mistake(register: Path, tmp_path: Path, template: str | bytes | None, message: str) -> None:
    path = tmp_path / "mine.j2"
    if template is not None:
        path.write_bytes(template if isinstance(template, bytes) else template.encode())
    done = run(register, "--template", str(path))
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(f"emcal: {path}: ")
    assert message.lower() in done.stderr.lower()
