"""What a person waits for: `emcal --help` and the whole build of the seeds, beside an empty typer application.

`python -m tests.benchmarks.startup` prints CPU seconds (user + system, median of five, run in turn) and the ratios.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import typer
app = typer.Typer()
@app.command()
def one(): pass
@app.command()
def two(): pass
app()
"""
ROOT = Path(__file__).parents[2]
RUNS = 5


def cpu(command: list[str]) -> float:
    """The CPU seconds of one run of a command, its children included."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def run() -> None:
    """Print a table of medians and of ratios to the empty application."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        emcal = [sys.executable, "-m", "emcal"]
        commands = {
            "empty typer app --help": [sys.executable, str(empty), "--help"],
            "emcal --help": [*emcal, "--help"],
            "emcal build seeds": [*emcal, "build", "seeds", "-o", f"{folder}/out", "--as-of", "2026-11-23"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(RUNS + 1):
            for name, command in commands.items():
                subprocess.run(["rm", "-rf", f"{folder}/out"], check=True)
                seconds = cpu(command)
                if turn:  # the first turn warms the file cache and the byte code
                    times[name].append(seconds)
    base = statistics.median(times["empty typer app --help"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:26} {median:6.3f} s CPU  {median / base:5.2f} x")


if __name__ == "__main__":
    run()
