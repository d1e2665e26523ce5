"""The section of what lies ahead, and of what has no date."""

from __future__ import annotations

from emcal.export.brief.brief import SHOWN, Band, Item
from emcal.export.brief.facts.doubts import year_of_name
from emcal.export.brief.page.page import Line, Row, Run, Section, Table
from emcal.export.brief.page.writer import Writer
from emcal.export.wording import date_phrase, day_phrase, precision_phrase


def ahead(write: Writer) -> Section:
    """The table of coming events in bands; a band without any says so."""
    bands = [band for band in write.brief.ahead if band.items or band.key != "now"]
    rows = [row for band in bands for row in _band(write, band)]
    header = tuple(write.term(f"column.{name}") for name in ("when", "what", "where", "who", "sure"))
    left_out = sum(max(0, len(band.items) - SHOWN) for band in bands)
    return Section(
        key="ahead",
        title=write.term("section.ahead"),
        table=Table(header=header, rows=tuple(rows)),
        remarks=write.more(left_out, 0),
    )


def _band(write: Writer, band: Band) -> list[Row]:
    until = day_phrase(band.until, write.language) if band.until else ""
    name = Run(text=write.term(f"band.{band.key}", until=until), strong=True)
    what = "" if band.items else write.term("nothing")
    head = Row(cells=((name,), (Run(text=what),), *(((Run(text=""),),) * 3)), band=True)
    return [head, *(_row(write, item) for item in band.items[:SHOWN])]


def _row(write: Writer, item: Item) -> Row:
    event = item.event
    return write.row(
        write.date(event.when, relative=True), write.title(event), write.place(event), write.parties(event),
        _sure(write, item), about=(event,),
    )  # fmt: skip


def _sure(write: Writer, item: Item) -> str:
    """How much of the date is known, from how many documents, and whether the event is new to the reader."""
    known = write.term("year_of_name") if year_of_name(item) else precision_phrase(item.event.when, write.language)
    documents = len({mention.document for mention in item.event.mentions})
    parts = [known, write.counted(documents, "document")]
    if write.brief.since and item.was is None:
        parts.insert(0, write.term("new"))
    return "; ".join(parts)


def undated(write: Writer) -> Section:
    """What is agreed or put off without a date."""
    items = write.brief.undated
    return Section(
        key="open",
        title=write.term("section.open"),
        lines=tuple(_action(write, item) for item in items[:SHOWN]),
        remarks=write.more(len(items)) if items else (write.line(write.term("empty.open")),),
    )


def _action(write: Writer, item: Item) -> Line:
    end = write.term("action", who=write.parties(item.event), standing=write.standing(item.standing, item.event))
    old = item.event.when or (item.event.was[-1] if item.event.was else None)
    was = write.term("action_was", was=date_phrase(old, write.language)) if old else ""
    return write.line(write.title(item.event), end, was, about=(item.event,))
