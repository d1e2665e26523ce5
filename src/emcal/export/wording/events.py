"""An event's own words: its kind, its standing and its title."""

from __future__ import annotations

from emcal.events.event import Event, Standing
from emcal.export.wording.terms import Language, term
from emcal.mentions.mention import Kind


def title(event: Event, language: Language) -> str:
    """The event's title; quoted names in it stay as the text has them."""
    return event.titles.ru if language == "ru" else event.titles.en


def kind_label(kind: Kind, language: Language) -> str:
    """The kind in words: "meeting", «встреча»."""
    return term(f"kind.{kind}", language)


def standing_label(standing: Standing, language: Language, kind: Kind | None = None) -> str:
    """The standing in words: "held", «состоялось»; an agreement is "in force", «действует»."""
    return term(f"{'agreement_standing' if kind == 'agreement' else 'standing'}.{standing}", language)
