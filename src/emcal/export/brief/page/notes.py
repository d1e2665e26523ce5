"""Footnotes, numbered in the order in which the page first needs them."""

from __future__ import annotations

from collections.abc import Mapping

from emcal.documents.document import Creation
from emcal.export.brief.facts.doubts import year_inferred
from emcal.export.brief.page.page import Note, Reference
from emcal.export.wording import Language, date_phrase, term
from emcal.mentions.mention import Mention
from emcal.when import When

_LENGTH = 700
_SENTENCES = 3


class Notes:
    """Collects the quotes that a page cites: one footnote for one sentence of one document."""

    def __init__(self, language: Language, written: Mapping[str, Creation]) -> None:
        self._language = language
        self._written = written
        self._notes: dict[tuple[str, int, int], Note] = {}

    def cite(self, mention: Mention, uid: str) -> Reference:
        """A reference to the footnote that quotes the mention's evidence; to be asked for in the order of the page."""
        key = (mention.document, mention.evidence.start, mention.evidence.stop)
        first = key not in self._notes
        if first:
            self._notes[key] = self._note(len(self._notes) + 1, mention, uid)
        return Reference(number=self._notes[key].number, first=first)

    def all(self) -> tuple[Note, ...]:
        """Every footnote, by number."""
        return tuple(self._notes.values())

    def written(self, path: str) -> str:
        """When a document was written, as far as that is known: "25 November 2024, year inferred"."""
        created = self._written.get(path)
        inferred = created is not None and year_inferred(created)
        key = "brief.note.inferred" if inferred else "brief.note.written"
        return term(key, self._language).format(date=self.day(path))

    def day(self, path: str) -> str:
        """The date alone, or that it is not known."""
        created = self._written.get(path)
        if created is None or (created.edtf is None and created.earliest is None and created.latest is None):
            return term("brief.note.undated", self._language)
        return date_phrase(_as_when(created), self._language)

    def _note(self, number: int, mention: Mention, uid: str) -> Note:
        place = term("brief.note.place", self._language)
        quotes = (mention.evidence_text, *mention.also_text[: _SENTENCES - 1])
        return Note(
            number=number,
            document=mention.document,
            written=self.written(mention.document),
            place=place.format(start=mention.evidence.start, stop=mention.evidence.stop),
            quotes=tuple(_cut(" ".join(quote.split())) for quote in quotes),
            language=mention.language,
            uid=uid,
        )


def _as_when(created: Creation) -> When:
    if created.edtf is not None:
        return When(edtf=created.edtf)
    return When.of(f"[{created.earliest or ''}..{created.latest or ''}]")


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LENGTH else quote[:_LENGTH].rsplit(" ", 1)[0] + " […]"
