"""``emcal dates``: lines in, lines out; a broken line is named and the others are done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from emcal.cli.app import app

RUN = CliRunner()


def _lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_jsonl_reads_standard_input() -> None:
    line = json.dumps({"id": "a", "lang": "ru", "dct": "2024-11-25", "text": "Учения пройдут 5-7 декабря."})
    result = RUN.invoke(app, ["dates", "--jsonl"], input=line + "\n")
    assert result.exit_code == 0
    assert _lines(result.stdout) == [
        {
            "id": "a",
            "timexes": [
                {
                    "text": "5-7 декабря", "start": 15, "end": 26, "type": "DATE",
                    "value": "2024-12-05/2024-12-07", "mod": None,
                    "edtf": "2024-12-05/2024-12-07", "earliest": "2024-12-05", "latest": "2024-12-07",
                }
            ],
        }
    ]  # fmt: skip


def test_broken_lines_are_named_and_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    good = b'{"id": 1, "lang": "en", "text": "5 May 2024"}\n'
    file.write_bytes(good + b"{bad\n" + b'{"id": 2}\n' + b"\xff\n" + b'{"text": "x", "dct": "2024-13"}\n\n' + good)
    result = RUN.invoke(app, ["dates", "--jsonl", str(file)])
    assert result.exit_code == 1
    assert [line["id"] for line in _lines(result.stdout)] == [1, 1]
    for number in (2, 3, 4, 5):
        assert f"lines.jsonl, line {number}: " in result.stderr


def test_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 1, "lang": "en", "text": "5 May 2024"}\n', encoding="utf-8")
    result = RUN.invoke(app, ["dates", "--jsonl", str(tmp_path / "none.jsonl"), str(file)])
    assert (result.exit_code, len(_lines(result.stdout))) == (1, 1)


def test_style_sets_ranges_apart() -> None:
    line = json.dumps({"id": 1, "lang": "en", "dct": "1998-02-13", "text": "from March 3 to May 5, 1998"})
    result = RUN.invoke(app, ["dates", "--jsonl", "--style", "timeml"], input=line)
    assert [timex["value"] for timex in _lines(result.stdout)[0]["timexes"]] == ["1998-03-03", "1998-05-05"]  # type: ignore[attr-defined]


def test_people_see_the_expression_in_its_sentence() -> None:
    result = RUN.invoke(
        app,
        ["dates", "--lang", "en", "--dct", "2024-11-25", "--explain"],
        input="It rained. They met yesterday in Osh.",
    )
    assert result.exit_code == 0
    assert "They met [yesterday] in Osh." in result.stdout
    assert "day from today\tcreation" in result.stdout


@pytest.mark.parametrize("arguments", [["--dct", "yesterday"], ["--style", "iso"]])
def test_wrong_usage_is_exit_two(arguments: list[str]) -> None:
    assert RUN.invoke(app, ["dates", *arguments], input="x").exit_code == 2


def test_lone_surrogates_do_not_break_the_output() -> None:
    result = RUN.invoke(
        app, ["dates", "--jsonl"], input='{"id": 1, "lang": "en", "text": "\\ud800 5 May 2024 \\udfff"}\n'
    )
    assert result.exit_code == 0
    assert _lines(result.stdout)[0]["timexes"][0]["value"] == "2024-05-05"  # type: ignore[index]
