"""The table of events that ``build`` and ``list`` print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from emcal.cli.table import print_table
from emcal.events import standing
from emcal.export import wording

if TYPE_CHECKING:
    from datetime import date

    from emcal.export.wording import Language
    from emcal.register.register import Entry

HEADERS = {
    "en": ("when", "standing", "kind", "event", "place"),
    "ru": ("когда", "состояние", "вид", "событие", "место"),
}


def print_events(entries: Iterable[Entry], as_of: date, language: Language) -> None:
    """One row an event: its date in words, what it stands for on ``as_of``, its kind, title and place."""
    print_table(HEADERS[language], (row(entry, as_of, language) for entry in entries))


def row(entry: Entry, as_of: date, language: Language) -> tuple[str, ...]:
    """The cells of one event."""
    event = entry.event
    return (
        wording.date_phrase(event.when, language),
        wording.standing_label(standing(event, as_of), language),
        wording.kind_label(event.kind, language),
        event.titles.ru if language == "ru" else event.titles.en,
        wording.place_phrase(event.place, language) if event.place else "",
    )
