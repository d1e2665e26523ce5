"""The feed as files: the same feeds and pages, with links that work on any web host."""

from __future__ import annotations

import gzip
import re
from datetime import date
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from emcal.export.check import check
from emcal.export.format import RenderOptions
from emcal.feed.static import site_files

from .conftest import register

SITE = "https://example.org/calendar/"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(site_files(register(), RenderOptions(as_of=date(2026, 11, 23), site=SITE)))


def test_there_are_feeds_pages_and_an_index_in_both_languages(files: dict[str, bytes]) -> None:
    for path in ("index.html", "emcal.ics", "archive.ics", "2027.ics", "changes.atom", "feed.json", "country/KG.ics",
                 "kind/exercise.ics", "standing/planned.ics", "events/drill@emcal.html", "events/drill@emcal.ics",
                 "events/former@emcal.html", "assets/page.css"):  # fmt: skip
        assert path in files
        assert f"ru/{path}" in files
    assert '<html lang="ru">' in files["ru/index.html"].decode()


def test_every_feed_passes_the_check(files: dict[str, bytes]) -> None:
    for path, body in files.items():
        if path.endswith(".ics"):
            assert {defect.code for defect in check(body)} <= {"empty"}, path


def test_feeds_hold_what_their_names_say(files: dict[str, bytes]) -> None:
    events = Calendar.from_ical(files["country/KG.ics"]).walk("VEVENT")
    assert {str(event["UID"]) for event in events} == {"past@emcal", "drill@emcal"}
    assert str(events[0]["URL"]).startswith(f"{SITE}events/")


def test_gzip_neighbours_hold_the_same(files: dict[str, bytes]) -> None:
    zipped = [path for path in files if path.endswith(".gz")]
    assert "emcal.ics.gz" in zipped
    for path in zipped:
        assert gzip.decompress(files[path]) == files[path.removesuffix(".gz")]


def test_every_link_leads_to_a_file(files: dict[str, bytes]) -> None:
    for path, body in files.items():
        if not path.endswith(".html"):
            continue
        for link in re.findall(r'(?:href|src)="([^"#]+)"', body.decode()):
            local = link.removeprefix(SITE)
            if "://" in local:
                continue
            start = "" if link.startswith(SITE) else dirname(path)
            assert normpath(join(start, unquote(local))) in files, f"{path}: {link}"


def test_the_same_register_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert files == dict(site_files(register(), RenderOptions(as_of=date(2026, 11, 23), site=SITE)))


def test_without_an_address_there_is_nothing_absolute() -> None:
    files = dict(site_files(register(), RenderOptions(as_of=date(2026, 11, 23), language="ru")))
    page = files["index.html"].decode()
    assert '<html lang="ru">' in page
    assert "webcal://" not in page
    assert 'value="emcal.ics"' in page
    assert b"URL:https://example.org/drill" in files["emcal.ics"]
