"""The commands that ask and revise the register, as a person at the terminal meets them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from emcal.cli import main
from emcal.register import open_register
from tests.register.story import mention, reading

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder with a register of two events; the exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    plan = mention("d/plan.txt", "The exercise Steppe Shield 2026 is planned for May.", words="May")
    forum = mention("d/forum.txt", "A forum opens in Baku in June.", kind="forum", name="Caspian Forum", when="2026-06",
                    sides=("AZ",))  # fmt: skip
    with open_register("emcal.db", write=True) as store:
        store.ingest([reading("d/plan.txt", plan), reading("d/forum.txt", forum)], as_of=date(2026, 3, 1))

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["emcal", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return int(ended.value.code or 0), said.out, said.err

    return command


def uid_of(run: Run, kind: str) -> str:
    return str(json.loads(run("list", "--kind", kind, "--json")[1])["uid"])


def test_list_in_a_pipe_is_a_line_an_event(run: Run) -> None:
    code, out, _ = run("list", "--as-of", "2026-06-01")
    header, *rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert header == ["when", "standing", "kind", "event", "place", "uid"]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("May 2026", "unconfirmed", "exercise"),
        ("June 2026", "planned", "forum"),
    ]
    assert all(row[-1].endswith("@emcal") for row in rows)


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (["--country", "az"], ["forum"]),
        (["--kind", "exercise"], ["exercise"]),
        (["--since", "2026-06-01"], ["forum"]),
        (["--until", "2026-05-31"], ["exercise"]),
        (["--text", "УЧЕН steppe"], ["exercise"]),
        (["--series", "caspian"], ["forum"]),
        (["--standing", "unconfirmed", "--as-of", "2026-06-01"], ["exercise"]),
        (["--known-on", "2026-02-28"], []),
        ([], ["exercise", "forum"]),
    ],
)
def test_list_filters(filters: list[str], kinds: list[str], run: Run) -> None:
    code, out, _ = run("list", "--json", *filters)
    assert code == 0
    assert [json.loads(line)["kind"] for line in out.splitlines()] == kinds


def test_list_in_russian(run: Run) -> None:
    assert "май 2026" in run("list", "--lang", "ru")[1]


def test_correct_show_log_undo(run: Run) -> None:
    uid = uid_of(run, "exercise")
    code, out, _ = run("correct", uid[:6], "place=Osh, KG", "when=2026-05-12", "--why", "by phone", "--who", "me",
                       "--as-of", "2026-04-01")  # fmt: skip
    assert code == 0
    assert out.count(uid) == 2
    shown = run("show", uid, "--as-of", "2026-06-01")[1]
    assert "Osh, Kyrgyzstan" in shown
    assert "“May” → 2026-05" in shown
    assert "by me: by phone" in shown
    assert json.loads(run("show", uid, "--json")[1])["sequence"] == 1
    log = run("log", "--since", "2026-04-01")[1].splitlines()
    assert [line.split("\t")[2] for line in log[1:]] == ["when", "place", "readings"]
    assert run("undo", "--as-of", "2026-04-02")[0] == 0
    assert run("undo", "--as-of", "2026-04-02")[0] == 0
    assert "place not known" in " ".join(run("show", uid)[1].split())
    assert run("undo")[0] == 2


def test_judge_and_diff(run: Run) -> None:
    exercise, forum = uid_of(run, "exercise"), uid_of(run, "forum")
    assert run("judge", "same", exercise, forum, "--why", "one", "--as-of", "2026-04-01")[0] == 0
    assert len(run("list", "--json")[1].splitlines()) == 1
    code, out, _ = run("diff", "2026-03-15", "2026-04-15", "--json")
    assert code == 0
    gone = [json.loads(line) for line in out.splitlines()][-1]
    assert (gone["field"], {gone["uid"], gone["new"]}) == ("event", {exercise, forum})


def test_backup_and_restore(run: Run) -> None:
    run("correct", uid_of(run, "forum"), "note=keep", "--as-of", "2026-04-01")
    assert run("backup", "decisions.jsonl")[0] == 0
    assert Path("decisions.jsonl").read_text("utf-8") == run("backup")[1]
    run("undo", "--as-of", "2026-04-02")
    assert run("restore", "decisions.jsonl")[1] == "0 decisions taken in\n"
    Path("emcal.db").rename("old.db")
    assert run("restore", "decisions.jsonl", "--register", "new.db")[1] == "1 decisions taken in\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["list", "--register", "none.db"], 3, "none.db: no such register"),
        (["show", "zzz"], 2, "zzz: no such event"),
        (["correct", "zzz", "note=x"], 2, "zzz: no such event"),
        (["correct", "zzz", "note"], 2, "FIELD=VALUE"),
        (["correct", "zzz"], 2, "FIELD=VALUE"),
        (["list", "--kind", "party"], 2, "--kind"),
        (["list", "--since", "yesterday"], 2, "--since"),
        (["judge", "maybe", "a", "b"], 2, "maybe"),
        (["diff", "2026-03-02", "2026-03-01"], 2, "lies before"),
        (["restore", "none.jsonl"], 3, "none.jsonl: no such file"),
        (["restore", "emcal.db"], 3, "emcal.db"),
        (["backup", "no/such/folder.jsonl"], 3, "no/such/folder.jsonl"),
    ],
)
def test_errors_are_said_in_a_line(words: list[str], code: int, said: str, run: Run) -> None:
    ended, out, err = run(*words)
    assert ended == code
    assert said in err
    assert out == ""


def test_control_characters_of_a_document_stay_out_of_the_terminal(run: Run) -> None:
    evil = mention("d/evil.txt", "A meeting \x1b[31min red\x07 in July.", name="Red", kind="meeting", when="2026-07")
    with open_register("emcal.db", write=True) as store:
        store.ingest([reading("d/evil.txt", evil)], as_of=date(2026, 3, 2))
    uid = uid_of(run, "meeting")
    assert not set("\x1b\x07") & set(run("show", uid)[1] + run("list")[1] + run("log")[1])
