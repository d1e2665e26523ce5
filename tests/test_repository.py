"""What the repository promises its readers: the committed exports, the README's table and its commands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import typer.main

from emcal.cli.app import app
from emcal.cli.events_table import HEADERS, row
from emcal.cli.exports import MAIN, write_exports
from emcal.pipeline import run
from emcal.register import Register, open_register

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
AS_OF = date.fromisoformat(re.search(r"^AS_OF = (\S+)", (ROOT / "Makefile").read_text(), re.M)[1])  # type: ignore[index]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Register, Path]]:
    """The register of the seeds and the folder of its exports, made as `make exports` makes them."""
    out = tmp_path_factory.mktemp("exports")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with open_register(out / "emcal.db", write=True) as store:
            assert run(["seeds"], store, AS_OF) == ()
            known = store.snapshot()
            write_exports(known, out, AS_OF, "en", cache=store)
            yield known, out
    finally:
        os.chdir(before)


@pytest.mark.parametrize("name", MAIN)
def test_the_committed_exports_are_what_the_seeds_give(built: tuple[Register, Path], name: str) -> None:
    assert (built[1] / name).read_bytes() == (ROOT / "exports" / name).read_bytes(), "run `make exports`"


def test_the_readme_shows_the_real_table(built: tuple[Register, Path]) -> None:
    rows = [HEADERS["en"], ("---",) * len(HEADERS["en"])]
    rows += [row(entry, AS_OF, "en") for entry in built[0].entries]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    assert table in README, f"the README's table should be\n{table}"


def test_every_command_is_in_the_readme() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    missing = [name for name in commands if not re.search(rf"\bemcal {name}\b", README)]
    assert not missing


def test_every_emcal_command_of_the_readme_exists() -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    used = set(re.findall(r"(?:^|\| |bin/)emcal ([a-z]+)", README, re.M))
    assert used <= commands


def test_the_seeds_are_kept_as_received() -> None:
    assert len(list((ROOT / "seeds").iterdir())) == 5
    assert all(b"\r" not in path.read_bytes() for path in (ROOT / "seeds").iterdir())
