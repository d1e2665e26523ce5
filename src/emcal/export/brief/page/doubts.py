"""The section of what is not known for sure: the reading used, and why it says no more."""

from __future__ import annotations

from emcal.export.brief.brief import SHOWN, Doubt, DoubtKey
from emcal.export.brief.facts.doubts import conflicting, dating
from emcal.export.brief.page.clues import in_words
from emcal.export.brief.page.page import Row, Section, Table
from emcal.export.brief.page.writer import Writer
from emcal.export.wording import date_phrase, day_phrase, office


def doubts(write: Writer) -> Section:
    """A row for each event of the brief whose date, or whose people, a source leaves open."""
    found = write.brief.doubts
    header = tuple(write.term(f"column.{name}") for name in ("point", "reading", "why_not"))
    rows = tuple(_row(write, doubt) for doubt in found[:SHOWN])
    return Section(
        key="doubts",
        title=write.term("section.doubts"),
        table=Table(header=header, rows=rows) if rows else None,
        remarks=write.more(len(found)) if found else (write.line(write.term("empty.doubts")),),
    )


def _row(write: Writer, doubt: Doubt) -> Row:
    item = doubt.item
    if doubt.keys == ("written",):
        return _paper(write, doubt)
    why = "; ".join(_why(write, doubt, key) for key in doubt.keys)
    reading = write.term("unnamed") if doubt.keys == ("unnamed",) else write.date(item.event.when)
    return write.row(write.title(item.event), reading, why, about=(item.event,))


def _why(write: Writer, doubt: Doubt, key: DoubtKey) -> str:
    item = doubt.item
    if key == "readings":
        others = ", ".join(date_phrase(when, write.language) for when in conflicting(item))
        return write.term("doubt.readings", others=others)
    if key == "unnamed":
        roles = [office(p.role, write.language) for p in item.event.participants if p.role and not p.name]
        return write.term("doubt.unnamed", roles="; ".join(dict.fromkeys(roles)))
    if key == "estimate":
        return _estimate(write, doubt)
    words = item.event.when.text if item.event.when else ""
    return write.term(f"doubt.{key}", words=write.quoted(words) if words else "")


def _paper(write: Writer, doubt: Doubt) -> Row:
    """The row of a document whose own date is inferred: what in its text says so."""
    event = doubt.item.event
    mention = dating(event)
    point = write.cited(write.term("doubt.paper"), event, mention)
    clues = in_words(write.brief.written[mention.document].clues, write.language)
    return write.row(point, write.notes.day(mention.document), write.term("doubt.written", clues=clues), about=(event,))


def _estimate(write: Writer, doubt: Doubt) -> str:
    """Which side of the window the text does not settle."""
    when = doubt.item.event.when
    if when is None or when.earliest is None or when.latest is None:
        return ""
    first, last = (day_phrase(day, write.language) for day in (when.earliest, when.latest))
    if when.earliest_hard:
        return write.term("doubt.estimate_last", first=first, last=last)
    if when.latest_hard:
        return write.term("doubt.estimate_first", first=first, last=last)
    return write.term("doubt.estimate", first=first, last=last)
