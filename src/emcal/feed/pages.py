"""The pages that people see, as HTML: subscribe, one event, a small list to embed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from emcal.events.event import Event, standing
from emcal.export.calendar.assembly import is_dated
from emcal.export.calendar.text import is_web, location
from emcal.export.wording import (
    Language,
    date_phrase,
    participant_phrase,
    precision_phrase,
    standing_label,
    title,
)
from emcal.feed.changes import News, news
from emcal.feed.facets import Choice, Facets
from emcal.feed.jsonld import json_ld
from emcal.feed.selection import Selection
from emcal.feed.views import name, years
from emcal.feed.words import word, words
from emcal.register.register import Entry

NEXT = 10
_EMBEDDED = 20
_RECENT = 10
_HISTORY = 100
_STEPS = ("google", "outlook_web", "outlook", "apple", "thunderbird", "nextcloud", "android", "other")


class Site(NamedTuple):
    """Where pages stand: ``root`` before their relative links, ``base`` the absolute address of the root if known.

    ``suffix`` ends the addresses of event pages (``.html`` where files are served), ``home`` is the start page. ``other``
    leads from the root to the same in the other language, where that is not a matter of the query.
    """

    root: str
    base: str | None = None
    suffix: str = ""
    home: str = ""
    other: str = ""

    def page(self, uid: str) -> str:
        """The page of an event, under the root."""
        return f"events/{quote(uid, safe='@')}{self.suffix}"


class Calendar(NamedTuple):
    """A selected calendar as its page tells of it: its entries, its size in octets, whether a window had to be cut."""

    entries: Sequence[Entry]
    octets: int
    windowed: bool
    path: str


def subscribe_page(
    calendar: Calendar,
    selection: Selection,
    as_of: date,
    site: Site,
    facets: Facets | None = None,
    files: Iterable[tuple[str, Sequence[Choice]]] = (),
) -> bytes:
    """The page on which a person makes a subscription; ``facets`` fill its form, without them it has none."""
    language = selection.lang
    address = f"{site.base}{calendar.path}" if site.base else f"{site.root}{calendar.path}"
    upcoming, shown = _next(calendar.entries, as_of, NEXT)
    return _render(
        "subscribe.html",
        language,
        site,
        selection=selection,
        name=name(selection),
        builder=facets is not None,
        facets=facets,
        files=[{"label": label, "choices": choices} for label, choices in files],
        address=address,
        webcal=_webcal(site.base, calendar.path),
        qr=_qr(address) if site.base else None,
        count=sum(map(is_dated, calendar.entries)),
        undated=sum(not is_dated(entry) for entry in calendar.entries),
        octets=calendar.octets,
        size=_size(calendar.octets, language),
        windowed=calendar.windowed,
        upcoming=upcoming,
        rows=_rows(shown, as_of, language, site),
        embed=_snippet(site, selection) if site.base and facets is not None else None,
        steps=_STEPS,
        changes=_news(news(calendar.entries, as_of, language, _RECENT), site),
        years=years(calendar.entries),
        suffix=_suffix(selection) if facets is not None else "",
        other_page=_other_page(site, selection),
        **_choices(language, facets),
    )


def event_page(entry: Entry, as_of: date, language: Language, site: Site, larger: Entry | None = None) -> bytes:
    """The page of one event: all that is known of it, with the sentences it is known from."""
    event = entry.event
    stands = standing(event, as_of)
    page = site.page(event.uid)
    other: Language = "ru" if language == "en" else "en"
    return _render(
        "event.html",
        language,
        site,
        title=title(event, language),
        page=page,
        ics=f"events/{quote(event.uid, safe='@')}.ics",
        home=site.home or f"{site.root}?lang={language}",
        other_page=f"{site.root}{site.other}{page}" if site.other else f"{site.root}{page}?lang={other}",
        json_ld=Markup(json_ld(event, as_of, language, f"{site.base}{page}" if site.base else None)),  # noqa: S704
        standing=stands,
        standing_label=standing_label(stands, language, event.kind),
        when=date_phrase(event.when, language),
        precision=precision_phrase(event.when, language),
        was=[date_phrase(moved, language) for moved in event.was],
        readings=[date_phrase(reading, language) for reading in event.readings],
        place=location(event.place, language) if event.place else "",
        participants=[participant_phrase(one, language) for one in event.participants],
        whole=_reference(larger.event, language, site) if larger else None,
        note=event.note,
        quotes=list(_quotes(event)),
        changes=_news(news([entry], as_of, language, _HISTORY), site),
    )


def embed_page(entries: Sequence[Entry], selection: Selection, as_of: date, site: Site) -> bytes:
    """A short list of the next events for a frame inside another page."""
    _, shown = _next(entries, as_of, _EMBEDDED)
    rows = _rows(shown, as_of, selection.lang, site)
    return _render("embed.html", selection.lang, site, name=name(selection), rows=rows)


def _render(template: str, language: Language, site: Site, **values: Any) -> bytes:
    text = _environment().get_template(template).render(
        language=language, other_language="ru" if language == "en" else "en", w=words(language), root=site.root, **values
    )  # fmt: skip
    return text.encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("emcal.feed"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _next(entries: Sequence[Entry], as_of: date, most: int) -> tuple[bool, list[Entry]]:
    """The events that are not over, soonest first; where there are none, the latest ones.

    What was held some day of this year is over, though its year is not.
    """
    dated = [entry for entry in entries if is_dated(entry)]
    coming = [e for e in dated if _last(e.event) >= as_of and standing(e.event, as_of) not in ("held", "expired")]
    if coming:
        return True, sorted(coming, key=lambda entry: (_first(entry.event), entry.event.uid))[:most]
    return False, sorted(dated, key=lambda entry: (_last(entry.event), entry.event.uid), reverse=True)[:most]


def _first(event: Event) -> date:
    return (event.when and (event.when.earliest or event.when.latest)) or date.min


def _last(event: Event) -> date:
    """The last day on which the event may be; one with an open end is never over."""
    return (event.when and event.when.latest) or date.max


def _rows(entries: Iterable[Entry], as_of: date, language: Language, site: Site) -> list[dict[str, str]]:
    return [_row(entry.event, as_of, language, site) for entry in entries]


def _row(event: Event, as_of: date, language: Language, site: Site) -> dict[str, str]:
    stands = standing(event, as_of)
    return {
        **_reference(event, language, site),
        "when": date_phrase(event.when, language),
        "place": location(event.place, language) if event.place else "",
        "standing": stands,
        "standing_label": standing_label(stands, language, event.kind),
    }


def _reference(event: Event, language: Language, site: Site) -> dict[str, str]:
    return {"title": title(event, language), "page": site.page(event.uid)}


def _news(items: Iterable[News], site: Site) -> list[dict[str, Any]]:
    return [{"at": item.at, "title": item.title, "lines": item.lines, "page": site.page(item.uid)} for item in items]


def _quotes(event: Event) -> Iterable[dict[str, str | None]]:
    for mention in reversed(event.mentions):
        document = mention.document
        link = document if is_web(document) else None
        for text in (mention.evidence_text, *mention.also_text):
            yield {"text": text, "document": document, "link": link, "language": mention.language}


def _suffix(selection: Selection) -> str:
    return f"?{selection.query}" if selection.query else ""


def _webcal(base: str | None, path: str) -> str | None:
    return f"webcal://{base.partition('://')[2]}{path}" if base else None


def _qr(address: str) -> Markup:
    """The address as a QR code, an SVG that stands in the page (ISO/IEC 18004, error correction M)."""
    import segno  # noqa: PLC0415

    drawing = segno.make(address, error="m", micro=False).svg_inline(scale=4, border=3, omitsize=True)
    return Markup(drawing)  # noqa: S704


def _snippet(site: Site, selection: Selection) -> str:
    address = f"{site.base}embed{_suffix(selection)}"
    return f'<iframe src="{address}" title="{name(selection)}" width="100%" height="400"></iframe>'


def _other_page(site: Site, selection: Selection) -> str:
    other = selection.model_copy(update={"lang": "ru" if selection.lang == "en" else "en"})
    return f"{site.root}{site.other}index.html" if site.other else f"{site.root}?{other.query or 'lang=en'}"


def _size(octets: int, language: Language) -> str:
    return word("kilobytes", language).format(count=round(octets / 1000, 1 if octets < 10_000 else None))


def _choices(language: Language, facets: Facets | None) -> dict[str, list[tuple[str, str]]]:
    """The lists of the form that do not come from the register."""
    series = [(one.value, one.label) for one in facets.series] if facets else []
    days = ((str(number), word("past_days", language).format(days=number)) for number in (30, 90, 365))
    return {
        "series_choices": [("", word("any", language)), *series],
        "past_choices": [("", word("past_all", language)), *days, ("0", word("past_none", language))],
        **{
            f"{field}_choices": [(value, word(f"{field}_{value}", language)) for value in values]
            for field, values in _RENDERING.items()
        },
    }


_RENDERING = {
    "imprecise": ("span", "start", "hide"),
    "cancelled": ("label", "keep", "hide"),
    "profile": ("default", "rich"),
}
