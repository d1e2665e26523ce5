"""A JSON Feed (version 1.1, jsonfeed.org) of events, last changed first; dates stand in its ``_emcal`` extension."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date
from heapq import nlargest
from typing import Any
from urllib.parse import quote

from emcal.events.event import standing
from emcal.export.calendar.text import description
from emcal.export.calendar.vevent import content_changed
from emcal.export.formats.jsonl import when_fields
from emcal.export.wording import Language, title
from emcal.feed.words import word
from emcal.register.register import Entry

MOST = 500
media_type = "application/feed+json; charset=utf-8"


def json_feed(entries: Iterable[Entry], language: Language, site: str, as_of: date, query: str = "") -> bytes:
    """The five hundred events that changed last, as a JSON Feed; ``site`` is as in ``atom``."""
    newest = nlargest(MOST, entries, key=lambda entry: (content_changed(entry, as_of), entry.event.uid))
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": word("title", language),
        "home_page_url": site or "./",
        "feed_url": f"{site}feed.json{query and '?'}{query}",
        "language": language,
        "items": [_item(entry, language, site, as_of) for entry in newest],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(entry: Entry, language: Language, site: str, as_of: date) -> dict[str, Any]:
    event = entry.event
    stands = standing(event, as_of)
    return {
        "id": event.uid,
        "url": f"{site}events/{quote(event.uid, safe='@')}",
        "title": title(event, language),
        "content_text": description(event, stands, language),
        "date_published": _moment(entry.created.astimezone(UTC)),
        "date_modified": _moment(content_changed(entry, as_of)),
        "tags": [event.kind, stands],
        "_emcal": {"when": when_fields(event.when), "standing": stands, "sequence": entry.sequence},
    }


def _moment(at: Any) -> str:
    return str(at.strftime("%Y-%m-%dT%H:%M:%SZ"))
