"""Briefs that a human can read and a test compares: ``python -m tests.export.brief.golden`` writes them anew.

The seeds are read on two days: 000, 002 and 004 on 1 November 2024, then 003 on 1 December 2024.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.export.brief.story import AS_OF, SINCE, before, now

from emcal.export import render
from emcal.export.brief import brief, page
from emcal.export.brief.templating import render as through
from emcal.export.format import RenderOptions
from emcal.export.wording.terms import LANGUAGES, Language
from emcal.pipeline import examine
from emcal.register import Register, open_register

FOLDER = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[3] / "seeds"
FIRST, SECOND = date(2024, 11, 1), date(2024, 12, 1)
FIRST_SEEDS, SECOND_SEEDS = ("000", "002", "004"), ("003",)


def seeds() -> tuple[Register, Register]:
    """The register of the seeds on the second day and on the first."""
    with TemporaryDirectory() as folder, open_register(Path(folder) / "emcal.db", write=True) as store:
        for day, wanted in ((FIRST, FIRST_SEEDS), (SECOND, SECOND_SEEDS)):
            paths = [path for path in sorted(SEEDS.iterdir()) if path.name.startswith(wanted)]
            readings = [outcome.reading for outcome in map(examine, map(str, paths)) if outcome.reading]
            named = [one.model_copy(update={"path": f"seeds/{Path(one.path).name}"}) for one in readings]
            moved = [
                one.model_copy(
                    update={"mentions": tuple(m.model_copy(update={"document": one.path}) for m in one.mentions)}
                )
                for one in named
            ]
            store.ingest(moved, as_of=day)
        return store.snapshot(SECOND), store.snapshot(FIRST)


def goldens() -> Iterator[tuple[str, str]]:
    """Every golden file's name and what should stand in it."""
    current, previous = seeds()
    told = {"story": (now(), before(), AS_OF, SINCE), "seeds": (current, previous, SECOND, FIRST)}
    for name, (register, old, as_of, since) in told.items():
        for language in LANGUAGES:
            options = RenderOptions(as_of=as_of, language=language, since=since, previous=old)
            yield f"{name}.{language}.md", render(register, "md", options).decode()
    yield "story.en.html", _html("en")


def _html(language: Language) -> str:
    facts = brief(now(), AS_OF, SINCE, before())
    return through(page(facts, language), facts, "html")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens():
        (FOLDER / name).write_text(content, "utf-8", newline="")
