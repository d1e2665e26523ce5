"""The sections of what has been: held, changed, reported late."""

from __future__ import annotations

from collections.abc import Iterable

from emcal.events.event import Event
from emcal.export.brief.brief import SHOWN, Alteration, Departure, Item
from emcal.export.brief.facts.doubts import dated_by_inference, dating
from emcal.export.brief.facts.highlights import shift
from emcal.export.brief.page.page import Line, Row, Run, Section, Table
from emcal.export.brief.page.writer import Writer, capital
from emcal.export.wording import date_phrase, has_term, term, title
from emcal.mentions.mention import Mention

# How many events one line names; the counts above have them all.
_NAMED = 8


def held(write: Writer) -> Section:
    """What was held since the last brief, last first."""
    items = write.brief.held
    name = "held" if write.brief.since else "held_ever"
    return Section(
        key="held",
        title=write.term(f"section.{name}"),
        lines=tuple(_held(write, item) for item in items[:SHOWN]),
        remarks=write.more(len(items)) if items else (write.line(write.term(f"empty.{name}")),),
    )


def _held(write: Writer, item: Item) -> Line:
    event = item.event
    head = Run(text=f"{capital(date_phrase(event.when, write.language))}{write.where(event)}.", strong=True)
    who = f" {write.term('who', who=write.who(event))}" if event.participants else ""
    named = write.title(event)
    report = "" if _leads(write, event) else write.report(event)
    return write.line(head, " ", named, ".", who, report, _care(write, item), about=(event,))


def _leads(write: Writer, event: Event) -> bool:
    """Whether the three lines tell it already."""
    return any(told.item and told.item.event.uid == event.uid for told in write.brief.highlights)


def _care(write: Writer, item: Item) -> str:
    """The doubts about its date, said where the event is told."""
    keys = {key for doubt in write.brief.doubts if doubt.item.event.uid == item.event.uid for key in doubt.keys} - {
        "written"
    }
    told = [write.term(f"care.{key}") for key in ("report_day", "one_of", "no_year") if key in keys]
    if dated_by_inference(item, write.brief.written):
        told.append(write.term("care.written"))
    return "".join(f" {sentence}" for sentence in told)


def late(write: Writer) -> Section:
    """What happened before the period, or may have, and is known only now."""
    items = write.brief.late
    header = tuple(write.term(f"column.{name}") for name in ("when", "what", "where", "who"))
    rows = tuple(
        write.row(
            write.date(one.event.when),
            write.title(one.event),
            write.place(one.event),
            write.parties(one.event),
            about=(one.event,),
        )
        for one in items[:SHOWN]
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
    rows = tuple(_change(write, alteration) for alteration in alterations[:SHOWN])
    empty = () if rows else (write.line(write.term("empty.changed" if write.brief.since else "empty.compared")),)
    return Section(
        key="changed",
        title=write.term("section.changed"),
        table=Table(header=header, rows=rows) if rows else None,
        remarks=(*empty, *write.more(len(alterations)), *_summary(write)),
    )


def _change(write: Writer, alteration: Alteration) -> Row:
    item = alteration.item
    was, now = item.was if item.was else item.event, item.event
    stood = write.standing(item.stood or item.standing, was)
    before = (stood, write.date(was.when), write.place(was))
    after = (write.standing(item.standing, now), write.date(now.when), write.place(now))
    known = write.cited(title(now, write.language), was, dating(was))
    fresh = _fresh(item)
    why = write.cited(_why(write, alteration, fresh), now, *fresh[:2])
    cells = ((known,), (Run(text=", ".join(before)),), _bold_where_new(*zip(before, after, strict=True)), (why,))
    return Row(cells=cells, events=(now.uid,))


def _bold_where_new(*pairs: tuple[str, str]) -> tuple[Run, ...]:
    """What stands now (of each pair the second), separated by commas, in bold where it stood otherwise before."""
    runs = [Run(text=now, strong=now != before) for before, now in pairs]
    return tuple(part for run in runs for part in (Run(text=", "), run))[1:]


def _fresh(item: Item) -> list[Mention]:
    known = {mention.id for mention in item.was.mentions} if item.was else set()
    return [mention for mention in item.event.mentions if mention.id not in known]


def _why(write: Writer, alteration: Alteration, fresh: list[Mention]) -> str:
    """Who changed it: an analyst, a report, or the passing of time."""
    item = alteration.item
    by = {change.by for change in alteration.because}
    if "correction" in by:
        return write.term("why.correction")
    if fresh:
        grounds = _grounds(write, item, fresh)
        telling = next((one for one in reversed(fresh) if one.claim == item.event.claim), fresh[-1])
        claim = write.term(f"claim.{telling.claim}")
        report = write.term("why.report", claim=claim, date=write.notes.day(telling.document))
        return f"{report} ({write.term('why.grounds', grounds=grounds)})" if grounds else report
    if "judgement" in by:
        return write.term("why.judgement")
    if item.was and item.was.claim == item.event.claim:
        return write.term(f"why.time_{item.standing}" if item.standing in ("unconfirmed", "expired") else "why.time")
    return write.term("why.reading")


def _grounds(write: Writer, item: Item, fresh: list[Mention]) -> str:
    """What made a new mention one of this event, in the words that there are for the register's reasons."""
    ids = {mention.id for mention in fresh}
    reasons = [reason for join in item.event.joins if ids & {join.left, join.right} for reason in join.reasons]
    known = (f"brief.reason.{reason.replace(' ', '_')}" for reason in dict.fromkeys(reasons))
    return ", ".join(term(key, write.language) for key in known if has_term(key))


def _summary(write: Writer) -> tuple[Line, ...]:
    """Slipped, cancelled and overdue events by name; each line says "none" when there are none."""
    items = [alteration.item for alteration in write.brief.changed]
    slipped = [item for item in items if shift(item) > 0]
    cancelled = [item for item in items if item.standing == "cancelled" and item.stood != "cancelled"]
    lines = [_named(write, "overdue", write.brief.overdue)]
    if write.brief.since:
        lines = [_named(write, "slipped", slipped), _named(write, "cancelled", cancelled), *lines]
    return (*lines, *(_departure(write, one) for one in write.brief.departed))


def _departure(write: Writer, left: Departure) -> Line:
    """An entry that is one no longer: what became of it."""
    event = left.event
    run = write.title(event)
    if left.into is None:
        return write.line(write.term("gone"), " ", run, f" ({write.date(event.when)}).", about=(event,))
    home = title(left.into, write.language)
    return write.line(write.term("merged"), " ", run, write.term("merged_into", title=home), about=(event, left.into))


def _named(write: Writer, key: str, items: Iterable[Item]) -> Line:
    found = list(items)
    if not found:
        return write.line(write.term(f"{key}_none"))
    runs: list[Run | str] = [write.term(key), " "]
    for item in found[:_NAMED]:
        old = write.term("action_was", was=write.date(item.was.when)) if key == "slipped" and item.was else ""
        runs += [write.title(item.event), f" ({write.date(item.event.when)}{old}); "]
    runs[-1] = str(runs[-1]).removesuffix("; ")
    left_out = len(found) - _NAMED
    runs.append(write.term("and_more", names="", n=left_out) if left_out > 0 else "")
    return write.line(*runs, ".", about=tuple(item.event for item in found[:_NAMED]))
