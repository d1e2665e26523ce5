"""The feed as files that any web host serves: calendars, pages and their gzip neighbours."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from importlib.resources import files
from urllib.parse import quote

from emcal.export.calendar.assembly import ARCHIVE, calendar
from emcal.export.format import RenderOptions
from emcal.export.wording import Language
from emcal.feed import pages, views
from emcal.feed.facets import Choice, facets
from emcal.feed.selection import Selection
from emcal.feed.words import word
from emcal.register.register import Entry, Register

ASSETS = ("page.css", "page.js", "icon.svg")
_FILTERED = ("country", "kind", "standing")
_SMALLEST = 500
File = tuple[str, bytes]


def site_files(register: Register, options: RenderOptions) -> Iterator[File]:
    """Every file of the static feed: its path under the output folder, and its bytes; same input, same bytes.

    The language of the options stands at the top, the other one in a folder of its name. Each file of 500 octets and more
    has a ``.gz`` beside it, for hosts that serve such (nginx ``gzip_static``, Apache ``MultiViews``). ``options.site`` is
    the address that the files will have; without it there are no webcal links and no QR code.
    """
    other: Language = "ru" if options.language == "en" else "en"
    base = options.site
    main = pages.Site("", base, ".html", "index.html", other=f"{other}/")
    second = pages.Site("", f"{base}{other}/" if base else None, ".html", "index.html", other="../")
    for path, body in (
        *_assets(),
        *_language(register, options, main),
        *((f"{other}/{path}", body) for path, body in _assets()),
        *((f"{other}/{path}", body) for path, body in _language(register, _in(options, other, second.base), second)),
    ):
        yield path, body
        if len(body) >= _SMALLEST:
            yield f"{path}.gz", gzip.compress(body, compresslevel=9, mtime=0)


def _in(options: RenderOptions, language: Language, base: str | None) -> RenderOptions:
    return options.model_copy(update={"language": language, "site": base})


def _assets() -> Iterator[File]:
    for name in ASSETS:
        yield f"assets/{name}", files("emcal.feed").joinpath("assets", name).read_bytes()


def _language(register: Register, options: RenderOptions, site: pages.Site) -> Iterator[File]:
    """All files of one language."""
    entries = register.entries
    everything = _selection(options)
    feeds = {
        name: views.render(name, entries, everything, options)
        for name in (views.MAIN, ARCHIVE, views.CHANGES, views.JSON, *(f"{year}.ics" for year in views.years(entries)))
    }
    yield from feeds.items()
    groups = _groups(entries, options)
    for _, choices in groups:
        yield from ((choice.value, _filtered(choice.value, entries, options)) for choice in choices)
    windowed = views.is_windowed(feeds[views.MAIN], entries, options)
    told = pages.Calendar(entries, len(feeds[views.MAIN]), windowed, views.MAIN)
    yield "index.html", pages.subscribe_page(told, everything, options.as_of, site, files=groups)
    yield from _events(entries, options, site)


def _selection(options: RenderOptions, **filters: tuple[str, ...]) -> Selection:
    told = options.model_dump(include={"imprecise", "cancelled", "profile"})
    return Selection.model_validate({"lang": options.language, **told, **filters})


def _groups(entries: Sequence[Entry], options: RenderOptions) -> list[tuple[str, tuple[Choice, ...]]]:
    """The ready-made feeds: one for each country, kind and standing; the value of a choice is its path."""
    found = facets(entries, options.as_of, options.language)
    return [
        (
            word(field, options.language),
            tuple(
                choice.model_copy(update={"value": f"{field}/{choice.value}.ics"}) for choice in getattr(found, field)
            ),
        )
        for field in _FILTERED
    ]


def _filtered(path: str, entries: Sequence[Entry], options: RenderOptions) -> bytes:
    field, _, name = path.removesuffix(".ics").partition("/")
    return views.render(views.MAIN, entries, _selection(options, **{field: (name,)}), options)


def _events(entries: Sequence[Entry], options: RenderOptions, site: pages.Site) -> Iterator[File]:
    """A page and a calendar for each event, and a page that leads on for each uid it had before."""
    by_uid = {entry.event.uid: entry for entry in entries}
    inside = site._replace(root="../", home="../index.html")
    for entry in entries:
        larger = by_uid.get(entry.event.part_of or "")
        body = pages.event_page(entry, options.as_of, options.language, inside, larger)
        for uid in (entry.event.uid, *entry.aliases):
            name = quote(uid, safe="@")
            yield f"events/{name}.html", body
            yield f"events/{name}.ics", calendar((entry,), options)
