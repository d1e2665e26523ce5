"""Time expressions: emcal beside dateparser and recognizers-text over the same made-up news, on one core.

``pip install -e .[bench]`` brings the rivals; without one its row is left out. A date is right when its first and last day
are; rivals that give a moment and a precision are given the bounds of that precision.
"""

from __future__ import annotations

import json
import time
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from emcal.edtf import Edtf
from emcal.timex import tag

TODAY = date(2024, 5, 15)
NEWS = Path(__file__).parent / "news"
RELEASE = 800
"""From how many characters on a text is as long as a press release."""

Bounds = tuple[str | None, str | None]
Tagger = Callable[[str, str], list[Bounds]]


def emcal(text: str, language: str) -> list[Bounds]:
    whens = [timex.when for timex in tag(text, language, Edtf(TODAY.isoformat()))]
    return [(_iso(when.earliest), _iso(when.latest)) for when in whens if when and (when.earliest or when.latest)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def dateparser(text: str, language: str) -> list[Bounds]:
    search: Any = import_module("dateparser.search")
    settings = {"RELATIVE_BASE": datetime(TODAY.year, TODAY.month, TODAY.day), "RETURN_TIME_SPAN": False}
    found = search.search_dates(text, languages=[language], settings=settings) or []
    return [_precise(words, moment.date()) for words, moment in found]


def _precise(words: str, day: date) -> Bounds:
    """A day, or its month or year where the words hold no day."""
    if any(c.isdigit() for c in words) and words.strip().isdigit() and len(words.strip()) == 4:
        return f"{day.year}-01-01", f"{day.year}-12-31"
    if not any(c.isdigit() for c in words) and len(words) > 3 and day.day == TODAY.day:
        return f"{day:%Y-%m}-01", f"{day:%Y-%m}-{monthrange(day.year, day.month)[1]}"
    return day.isoformat(), day.isoformat()


def recognizers_text(text: str, language: str) -> list[Bounds]:
    if language != "en":
        raise ImportError(language)
    suite: Any = import_module("recognizers_date_time")
    found = suite.recognize_datetime(text, "en-us", reference=datetime(TODAY.year, TODAY.month, TODAY.day))
    bounds = [_resolved(result.resolution["values"][-1]) for result in found if result.resolution]
    return [pair for pair in bounds if any(pair)]


def _resolved(value: dict[str, str]) -> Bounds:
    if value["type"] == "date":
        return value.get("value"), value.get("value")
    if value["type"] != "daterange":
        return None, None
    start, end = value.get("start"), value.get("end")
    return start, date.fromordinal(date.fromisoformat(end).toordinal() - 1).isoformat() if end else None


def f1(tagger: Tagger, language: str, lines: list[dict[str, Any]]) -> float:
    right = given = wanted = 0
    for line in lines:
        gold = [(first, last) for first, last in line["dates"]]
        found = tagger(line["text"], language)
        right += sum(min(gold.count(pair), found.count(pair)) for pair in set(gold))
        given, wanted = given + len(found), wanted + len(gold)
    return 2 * right / (given + wanted)


def speed(tagger: Tagger, language: str, lines: list[dict[str, Any]], seconds: float = 2.0) -> float:
    """Megabytes of UTF-8 a second of processor time, warm, over the lines that are as long as a press release."""
    texts = [line["text"] for line in lines if len(line["text"]) >= RELEASE]
    for text in texts:
        tagger(text, language)
    size, done, start = sum(len(text.encode()) for text in texts), 0, time.process_time()
    while time.process_time() - start < seconds:
        for text in texts:
            tagger(text, language)
        done += size
    return done / (time.process_time() - start) / 1e6


def run() -> None:
    for language in ("en", "ru"):
        lines = [json.loads(line) for line in (NEWS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
        for tagger in (emcal, dateparser, recognizers_text):
            try:
                score = f1(tagger, language, lines)
            except ImportError:
                continue
            print(
                f"{language}  {tagger.__name__:17} bounds F1 {score:5.3f}  {speed(tagger, language, lines):8.3f} MB/s"
            )


if __name__ == "__main__":
    run()
