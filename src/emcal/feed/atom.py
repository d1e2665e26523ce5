"""An Atom feed (RFC 4287) of changes: not what happens, but what became known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from emcal.export.calendar.text import clean, one_line
from emcal.export.wording import Language
from emcal.feed.changes import News
from emcal.feed.words import word

MOST = 100
media_type = "application/atom+xml; charset=utf-8"
_SPACE = "http://www.w3.org/2005/Atom"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def atom(items: Iterable[News], language: Language, site: str, query: str = "") -> bytes:
    """The newest hundred changes; ``site`` is the address that links hang from, empty for relative links.

    ``query`` is what the feed was narrowed by.
    """
    newest = tuple(items)[:MOST]
    feed = Element("feed", {"xmlns": _SPACE, "xml:lang": language})
    _text(feed, "title", word("changes_title", language))
    _text(feed, "id", f"tag:emcal,2026:changes:{query or language}")
    _text(feed, "updated", _moment(newest[0].at if newest else _BEGINNING))
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site or "./"})
    SubElement(
        feed,
        "link",
        {"rel": "self", "type": "application/atom+xml", "href": f"{site}changes.atom{query and '?'}{query}"},
    )
    _text(SubElement(feed, "author"), "name", "emcal")
    for item in newest:
        _entry(feed, item, site)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode").encode() + b"\n"


def _entry(feed: Element, item: News, site: str) -> None:
    entry = SubElement(feed, "entry")
    _text(entry, "title", f"{item.title}: {item.lines[0]}")
    _text(entry, "id", f"tag:emcal,2026:{quote(item.uid, safe='@')}:{int(item.at.timestamp())}")
    _text(entry, "updated", _moment(item.at))
    SubElement(
        entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{site}events/{quote(item.uid, safe='@')}"}
    )
    _text(entry, "content", "\n".join(item.lines)).set("type", "text")


def _text(parent: Element, tag: str, text: str) -> Element:
    child = SubElement(parent, tag)
    child.text = one_line(clean(text)) if tag != "content" else clean(text)
    return child


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
