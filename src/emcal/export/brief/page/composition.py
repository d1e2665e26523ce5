"""From the facts of a brief to its page, section by section in the order of the page."""

from __future__ import annotations

from emcal.export.brief.brief import Brief
from emcal.export.brief.page import ahead, doubts, opening, past, relations
from emcal.export.brief.page.page import Page
from emcal.export.brief.page.writer import Writer
from emcal.export.wording import Language


def page(brief: Brief, language: Language) -> Page:
    """The whole brief in one language; footnotes are numbered in the order in which the page needs them."""
    write = Writer(brief, language)
    sections = (
        opening.highlights(write),
        ahead.ahead(write),
        past.held(write),
        past.changed(write),
        past.late(write),
        relations.agreements(write),
        ahead.undated(write),
        relations.partners(write),
        doubts.doubts(write),
    )
    return Page(
        language=language,
        title=opening.title(write),
        lead=opening.lead(write),
        counts=opening.counts(write),
        sections=sections,
        sources=write.term("section.sources"),
        marks=(write.quoted("")[0], write.quoted("")[1]),
        notes=write.notes.all(),
    )
