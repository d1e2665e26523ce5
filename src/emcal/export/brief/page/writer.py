"""The pieces of sentences that all sections share: an event's title, date, place and people, with footnotes."""

from __future__ import annotations

from emcal.events.event import Event, Standing
from emcal.export.brief.brief import SHOWN, Brief
from emcal.export.brief.facts.doubts import claiming, dating
from emcal.export.brief.page.notes import Notes
from emcal.export.brief.page.page import Line, Reference, Row, Run
from emcal.export.wording import (
    Language,
    counted,
    country_name,
    date_phrase,
    organisation,
    participant_phrase,
    person,
    place_phrase,
    relative_phrase,
    standing_label,
    term,
    title,
)
from emcal.mentions.mention import Mention
from emcal.when import When

PEOPLE = 6
# The longest sentence that a line quotes, and how much white space may stand before it, in characters.
_SHORT, _GAP = 240, 3

Cell = tuple[Run, ...]


class Writer:
    """Writes in one language and keeps the footnotes."""

    def __init__(self, brief: Brief, language: Language) -> None:
        self.brief = brief
        self.language = language
        self.notes = Notes(language, brief.written)

    def term(self, key: str, **values: object) -> str:
        """A term of the table ``brief`` with its placeholders filled."""
        return term(f"brief.{key}", self.language).format(**values)

    def counted(self, number: int, key: str) -> str:
        """The number with its noun."""
        return counted(number, key, self.language)

    def title(self, event: Event) -> Run:
        """The event's title with the footnotes of its date and its claim."""
        claim = claiming(event)
        return self.cited(title(event, self.language), event, dating(event), *((claim,) if claim else ()))

    def cited(self, text: str, event: Event, *mentions: Mention) -> Run:
        """A text with the footnotes of mentions of an event."""
        references: dict[int, Reference] = {}
        for mention in mentions:
            reference = self.notes.cite(mention, event.uid)
            references.setdefault(reference.number, reference)
        return Run(text=text, notes=tuple(references.values()))

    def date(self, when: When | None, *, relative: bool = False) -> str:
        """The date in its precision, with the days it was read as where they say more, and how far away that is."""
        more = (self._days(when), relative_phrase(when, self.brief.as_of, self.language) if relative else "")
        known = "; ".join(filter(None, more))
        phrase = date_phrase(when, self.language)
        return f"{phrase} ({known})" if known else phrase

    def _days(self, when: When | None) -> str:
        """The bounds in days where they are narrower than the EDTF, else nothing."""
        if not (when and when.earliest and when.latest):
            return ""
        if (when.earliest, when.latest) == (when.edtf.earliest, when.edtf.latest):
            return ""
        return date_phrase(When.of(f"{when.earliest}/{when.latest}"), self.language)

    def place(self, event: Event) -> str:
        """The place, or that none is stated."""
        return place_phrase(event.place, self.language) or self.term("place_unknown")

    def locality(self, event: Event) -> str:
        """The city or country as a title would name it; a text that no title has when the place is not known."""
        return place_phrase(event.place, self.language).split(",")[0] or "\0"

    def where(self, event: Event) -> str:
        """The place for a sentence: with a comma before it, or nothing."""
        known = place_phrase(event.place, self.language)
        return f", {known}" if known else ""

    def standing(self, standing: Standing, event: Event) -> str:
        """The standing in words."""
        return standing_label(standing, self.language, event.kind)

    def who(self, event: Event) -> str:
        """Participants in full, the first few of them."""
        phrases = [participant_phrase(participant, self.language) for participant in event.participants]
        return self.some([phrase for phrase in dict.fromkeys(phrases) if phrase], PEOPLE)

    def parties(self, event: Event) -> str:
        """Who takes part, short: organisations, or else countries, with the part they play."""
        named = []
        for one in event.participants:
            body = organisation(one, self.language)
            name = (not one.name and body) or country_name(one.country, self.language)
            name = name or body or person(one, self.language)
            part = "" if one.part in ("participant", "signatory") else term(f"part.{one.part}", self.language)
            named.append(f"{name} ({part})" if name and part else name)
        return self.some([name for name in dict.fromkeys(named) if name], PEOPLE)

    def report(self, event: Event) -> str:
        """What the report says next of the event, verbatim, where a short sentence in the page's language does.

        Only the sentence right behind the evidence: of that one it is certain that it goes on about the same event.
        """
        mention = dating(event)
        follows = mention.also and 0 <= mention.also[0].start - mention.evidence.stop <= _GAP
        quote = " ".join(mention.also_text[0].split()) if follows else ""
        if not quote or len(quote) > _SHORT or mention.language.split("-")[0] != self.language:
            return ""
        return self.term("report", quote=self.quoted(quote))

    def quoted(self, words: str) -> str:
        """The words in the quotation marks of the language."""
        return f"«{words}»" if self.language == "ru" else f"“{words}”"

    def some(self, names: list[str], limit: int) -> str:
        """The first names, and how many more there are; what is not stated says so."""
        if not names:
            return self.term("not_stated")
        kept = "; ".join(names[:limit])
        return self.term("and_more", names=kept, n=len(names) - limit) if len(names) > limit else kept

    def countries(self, codes: tuple[str, ...]) -> str:
        """A pair or a group of countries in the language's own order; of a single one that the others are not named."""
        if len(codes) == 1:
            return self.term("alone", name=country_name(codes[0], self.language))
        return (" – " if len(codes) == 2 else ", ").join(self.names(codes))

    def names(self, codes: tuple[str, ...]) -> list[str]:
        """Names of countries, sorted."""
        return sorted(country_name(code, self.language) for code in codes)

    def line(self, *parts: Run | str, about: tuple[Event, ...] = ()) -> Line:
        """A line of runs, with the first letter a capital."""
        runs = [Run(text=part) if isinstance(part, str) else part for part in parts]
        runs = [run for run in runs if run.text]
        if runs:
            runs[0] = runs[0].model_copy(update={"text": capital(runs[0].text)})
        return Line(runs=tuple(runs), events=tuple(event.uid for event in about))

    def row(self, *cells: Run | str, about: tuple[Event, ...] = ()) -> Row:
        """A row of cells of one run each."""
        made = tuple(((Run(text=cell) if isinstance(cell, str) else cell),) for cell in cells)
        return Row(cells=made, events=tuple(event.uid for event in about))

    def more(self, total: int, limit: int = SHOWN) -> tuple[Line, ...]:
        """The line that says how many events a list leaves out."""
        return (self.line(self.term("more", n=total - limit)),) if total > limit else ()


def capital(text: str) -> str:
    """The text with its first letter upper case."""
    return text[:1].upper() + text[1:]
