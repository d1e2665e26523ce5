"""The sections of what has been: held, changed, reported late."""

from __future__ import annotations

from collections.abc import Iterable

from emcal.export.brief.brief import Alteration, DoubtKey, Item
from emcal.export.brief.facts.highlights import shift
from emcal.export.brief.page.page import Line, Row, Run, Section, Table
from emcal.export.brief.page.writer import ROWS, Writer, capital
from emcal.export.wording import date_phrase
from emcal.mentions.mention import Mention


def held(write: Writer) -> Section:
    """What was held since the last brief, last first."""
    items = write.brief.held
    name = "held" if write.brief.since else "held_ever"
    return Section(
        key="held",
        title=write.term(f"section.{name}"),
        lines=tuple(_held(write, item) for item in items[:ROWS]),
        remarks=write.more(len(items)) if items else (write.line(write.term(f"empty.{name}")),),
    )


def _held(write: Writer, item: Item) -> Line:
    event = item.event
    head = Run(text=f"{capital(date_phrase(event.when, write.language))}{write.where(event)}.", strong=True)
    who = f" {write.term('who', who=write.who(event))}" if event.participants else ""
    return write.line(head, " ", write.title(item), ".", who, _care(write, item), about=(item,))


def _care(write: Writer, item: Item) -> str:
    """The doubts about its date, said where the event is told."""
    keys: Iterable[DoubtKey] = next((doubt.keys for doubt in write.brief.doubts if doubt.item is item), ())
    told = [write.term(f"care.{key}") for key in keys if key in ("report_day", "written", "one_of", "no_year")]
    return "".join(f" {sentence}" for sentence in told)


def late(write: Writer) -> Section:
    """What happened before the period, or may have, and is known only now."""
    items = write.brief.late
    header = tuple(write.term(f"column.{name}") for name in ("when", "what", "where", "who"))
    rows = tuple(
        write.row(
            write.date(one.event.when), write.title(one), write.place(one.event), write.parties(one.event), about=(one,)
        )
        for one in items[:ROWS]
    )
    return Section(
        key="late",
        title=write.term("section.late"),
        table=Table(header=header, rows=rows) if rows else None,
        remarks=write.more(len(items)) if items else (write.line(write.term("empty.late")),),
    )


def changed(write: Writer) -> Section:
    """What is told differently now, and what slipped, was cancelled or is overdue."""
    alterations = write.brief.changed
    header = tuple(write.term(f"column.{name}") for name in ("event", "was", "is", "why"))
    rows = tuple(_change(write, alteration) for alteration in alterations[:ROWS])
    empty = () if rows else (write.line(write.term("empty.changed" if write.brief.since else "empty.compared")),)
    return Section(
        key="changed",
        title=write.term("section.changed"),
        table=Table(header=header, rows=rows) if rows else None,
        remarks=(*empty, *write.more(len(alterations)), *_summary(write)),
    )


def _change(write: Writer, alteration: Alteration) -> Row:
    item = alteration.item
    fresh = _fresh(item)
    was = item.was.event if item.was else item.event
    stood = write.standing(item.stood, was) if item.stood else ""
    now = write.standing(item.standing, item.event)
    why = write.cited(_why(write, alteration, fresh), item, *fresh[:2])
    kept = tuple(mention for mention in was.mentions[:1] if mention.id not in {m.id for m in fresh})
    return Row(
        cells=(
            (write.cited(write.title(item).text, item, *kept),),
            (Run(text=f"{stood}, {write.date(was.when)}{write.where(was)}"),),
            (Run(text=now, strong=True), Run(text=f", {write.date(item.event.when)}{write.where(item.event)}")),
            (why,),
        ),
        events=(item.event.uid,),
    )


def _fresh(item: Item) -> list[Mention]:
    known = {mention.id for mention in item.was.event.mentions} if item.was else set()
    return [mention for mention in item.event.mentions if mention.id not in known]


def _why(write: Writer, alteration: Alteration, fresh: list[Mention]) -> str:
    """Who changed it: an analyst, a report, or the passing of time."""
    item = alteration.item
    by = {change.by for change in alteration.because}
    if "correction" in by:
        return write.term("why.correction")
    if fresh:
        report = write.notes.written(fresh[-1].document)
        return write.term("why.report", claim=write.term(f"claim.{fresh[-1].claim}"), date=report)
    if "judgement" in by:
        return write.term("why.judgement")
    if item.was and item.was.event.claim == item.event.claim:
        return write.term(f"why.time_{item.standing}" if item.standing in ("unconfirmed", "expired") else "why.time")
    return write.term("why.reading")


def _summary(write: Writer) -> tuple[Line, ...]:
    """Slipped, cancelled and overdue events by name; each line says "none" when there are none."""
    items = [alteration.item for alteration in write.brief.changed]
    slipped = [item for item in items if shift(item) > 0]
    cancelled = [item for item in items if item.standing == "cancelled" and item.stood != "cancelled"]
    lines = [_named(write, "overdue", write.brief.overdue)]
    if write.brief.since:
        lines = [_named(write, "slipped", slipped), _named(write, "cancelled", cancelled), *lines]
    return tuple(lines)


def _named(write: Writer, key: str, items: Iterable[Item]) -> Line:
    found = list(items)
    if not found:
        return write.line(write.term(f"{key}_none"))
    runs: list[Run | str] = [write.term(key), " "]
    for item in found[:ROWS]:
        runs += [write.title(item), f" ({write.date(item.event.when)}); "]
    runs[-1] = str(runs[-1]).removesuffix("; ")
    left_out = len(found) - ROWS
    runs.append(write.term("and_more", names="", n=left_out) if left_out > 0 else "")
    return write.line(*runs, ".", about=tuple(found[:ROWS]))
