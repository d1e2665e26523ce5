"""What every sheet reads: the register on one day, in one language, with what several sheets ask for worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import get_args

from emcal.events.event import Event, Standing, standing
from emcal.export.format import RenderOptions
from emcal.export.wording import Language, title
from emcal.mentions.mention import Mention
from emcal.register.register import Entry, Register


@dataclass(frozen=True)
class View:
    """A register seen with the options of a rendering."""

    register: Register
    options: RenderOptions

    @cached_property
    def as_of(self) -> date:
        """The day that every standing is told for."""
        return self.options.as_of

    @cached_property
    def language(self) -> Language:
        """The language of labels and phrases."""
        return self.options.language

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The events in the register's order."""
        return self.register.entries

    @cached_property
    def standings(self) -> Mapping[Standing, Sequence[Event]]:
        """The events of each standing, in the register's order."""
        found: dict[Standing, list[Event]] = {name: [] for name in get_args(Standing)}
        for entry in self.entries:
            found[standing(entry.event, self.as_of)].append(entry.event)
        return found

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each document, by path: its row in Sources."""
        return {document.path: number for number, document in enumerate(self.register.documents, start=1)}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles by uid, of events that others are part of."""
        wholes = {entry.event.part_of for entry in self.entries if entry.event.part_of}
        return {e.event.uid: title(e.event, self.language) for e in self.entries if e.event.uid in wholes}


def leading(event: Event) -> Mention | None:
    """The mention that says the event's date, else the first; ``None`` for an event without any."""
    edtf = event.when.edtf if event.when else None
    said = (mention for mention in event.mentions if (mention.when.edtf if mention.when else None) == edtf)
    return next(said, event.mentions[0] if event.mentions else None)


def confidence(event: Event) -> str:
    """``high``: the text gives the date itself, or two documents agree on it; ``low``: it was inferred or is not known."""
    mention = leading(event)
    if (
        event.when is None
        or mention is None
        or mention.explicitness == "inferred"
        or event.when.edtf.precision == "unknown"
    ):
        return "low"
    agreeing = {other.document for other in event.mentions if other.when and other.when.edtf == event.when.edtf}
    settled = event.when.earliest_hard and event.when.latest_hard
    return "high" if settled and (mention.explicitness == "explicit" or len(agreeing) > 1) else "medium"
