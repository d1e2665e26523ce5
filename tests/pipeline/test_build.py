import json
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emcal.cli.exports import MAIN, write_exports
from emcal.pipeline import Diagnostic, run
from emcal.register import open_register

SEEDS = Path(__file__).parents[2] / "seeds"
AS_OF = date(2026, 11, 23)
RELEASE = (
    "BISHKEK, May 14, 2024. The ministers of Kyrgyzstan and Kazakhstan met in Bishkek on 14 May 2024 and signed a plan."
)


def build(sources: list[str], out: Path, jobs: int = 1) -> tuple[Diagnostic, ...]:
    out.mkdir(exist_ok=True)
    with open_register(out / "emcal.db", write=True) as store:
        diagnostics = run(sources, store, AS_OF, jobs=jobs)
        write_exports(store.snapshot(), out, AS_OF, "en")
    return diagnostics


def exports(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in MAIN}


def test_the_seeds_give_every_export(tmp_path: Path) -> None:
    assert build([str(SEEDS)], tmp_path) == ()
    events = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert all(content for content in exports(tmp_path).values())
    for event in events:
        for mention in event["mentions"]:
            text = Path(mention["document"]).read_bytes().decode("utf-8")
            evidence = mention["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@settings(max_examples=4)
@given(st.permutations(sorted(SEEDS.glob("*.txt"))))
def test_the_order_of_documents_changes_no_byte(tmp_path_factory: pytest.TempPathFactory, files: list[Path]) -> None:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    build([str(path) for path in sorted(files)], one)
    build([str(path) for path in files], other)
    assert exports(one) == exports(other)


def test_two_processes_give_the_bytes_of_one(tmp_path: Path) -> None:
    build([str(SEEDS)], tmp_path / "one")
    build([str(SEEDS)], tmp_path / "two", jobs=2)
    assert exports(tmp_path / "one") == exports(tmp_path / "two")


def test_a_second_build_reads_nothing_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([str(SEEDS)], tmp_path)
    before = exports(tmp_path)
    monkeypatch.setattr("emcal.pipeline.build.examine", lambda path: pytest.fail(f"{path} was read again"))
    build([str(SEEDS)], tmp_path)
    assert exports(tmp_path) == before


BAD = {
    "empty.txt": (b"", "error", "empty file"),
    "binary.txt": (bytes(range(256)) * 8, "error", "binary file"),
    "кириллица.txt": ("В Баку обсудили предупреждение пожаров и учёбу спасателей. ".encode("cp1251") * 4, "note", "cp1251"),
    "control.txt": (b"The ministers\x07\x1b[31m met in Baku.\x0c They signed nothing at all.", "note", "no date"),
    "dateless.txt": (b"Everybody is welcome to read this page about nothing much.", "note", "no dated event"),
    "german.txt": ("Die Weltmeisterschaften müssen verschoben werden.".encode(), "warning", "unknown language"),
}  # fmt: skip


def test_every_bad_document_is_named_and_the_good_one_is_done(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "good.txt").write_text(RELEASE)
    for name, (raw, _, _) in BAD.items():
        (folder / name).write_bytes(raw)
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    missing = str(tmp_path / "missing.txt")
    said = [(Path(d.path).name, d.severity, d.message) for d in build([str(folder), missing], out)]
    expected = {name: (severity, words) for name, (_, severity, words) in BAD.items()}
    expected |= {"link.txt": ("error", "broken symbolic link"), "missing.txt": ("error", "no such file")}
    for name, (severity, words) in expected.items():
        assert any(name == n and severity == s and words in m for n, s, m in said), (name, said)
    assert {name for name, severity, _ in said if severity == "error"} == {
        "empty.txt", "binary.txt", "link.txt", "missing.txt"
    }  # fmt: skip
    assert b"2024-05-14" in (out / "events.jsonl").read_bytes()
    assert sorted(path.name for path in out.iterdir() if path.suffix != ".db") == sorted(
        [*MAIN, *(p.name for p in out.glob("emcal.db-*"))]
    )


def test_a_line_of_megabytes_is_read_in_time(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(("word 12 May 2024 and more " * 200 + "x" * 5000) * 20)
    said = build([str(path)], tmp_path / "out")
    assert not any(d.severity == "error" for d in said)
    assert any(d.code == "long-line" and "204,000 characters" in d.message for d in said)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    said = build([str(folder)], tmp_path / "out")
    assert [(d.severity, d.code, d.path) for d in said] == [("error", "unreadable", str(folder))]


def command(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "emcal", *arguments], capture_output=True, text=True, cwd=cwd, check=False
    )


def test_exit_codes(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(RELEASE)
    (tmp_path / "bad.txt").write_bytes(b"")
    assert command("build", "good.txt", "-o", "out", cwd=tmp_path).returncode == 0
    assert command("build", "good.txt", "bad.txt", "-o", "out", cwd=tmp_path).returncode == 1
    assert command("build", cwd=tmp_path).returncode == 2
    nothing = command("build", "bad.txt", "-o", "other", cwd=tmp_path)
    assert nothing.returncode == 3
    assert "bad.txt: empty file" in nothing.stderr
    taken = command("build", "good.txt", "-o", "good.txt", cwd=tmp_path)
    assert taken.returncode == 3
    assert "Traceback" not in taken.stderr


def test_random_bytes_never_raise(tmp_path: Path) -> None:
    for i in range(30):
        (tmp_path / f"{i}.txt").write_bytes(random.Random(i).randbytes(10 * i + 1))  # noqa: S311
    build([str(tmp_path)], tmp_path / "out")
