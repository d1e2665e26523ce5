"""The sections of agreements and of partners."""

from __future__ import annotations

from emcal.events.event import Event
from emcal.export.brief.brief import SHOWN, Pact, Partnership
from emcal.export.brief.facts.comparison import countries
from emcal.export.brief.facts.doubts import dating
from emcal.export.brief.page.page import Row, Run, Section, Table
from emcal.export.brief.page.writer import Writer
from emcal.export.wording import date_phrase, left_phrase, relative_phrase


def agreements(write: Writer) -> Section:
    """Agreements with their periods and the time left; papers without a period after them."""
    pacts = write.brief.pacts
    header = tuple(write.term(f"column.{name}") for name in ("agreement", "parties", "period", "left"))
    rows = tuple(_pact(write, pact) for pact in pacts[:SHOWN])
    return Section(
        key="agreements",
        title=write.term("section.agreements"),
        table=Table(header=header, rows=rows) if rows else None,
        remarks=write.more(len(pacts)) if pacts else (write.line(write.term("empty.agreements")),),
    )


def _pact(write: Writer, pact: Pact) -> Row:
    event, signing = pact.item.event, pact.signing.event if pact.signing else None
    dated = event.kind == "agreement"
    name = _named(write, event, signing)
    parties, around = _parties(write, pact)
    period = (write.date(event.when), _left(write, pact)) if dated else (write.term("not_stated"), "–")
    about = (event, signing, *around) if signing else (event, *around)
    return write.row(name, parties, *period, about=about)


def _named(write: Writer, event: Event, signing: Event | None) -> Run:
    """The paper's name with the day and place of its signing, for a signing without a paper its own."""
    run = write.title(event)
    if signing:
        said = write.term("signed", when=date_phrase(signing.when, write.language), where=write.where(signing))
    elif event.kind != "agreement":
        where = "" if write.locality(event) in run.text else write.where(event)
        said = f"{date_phrase(event.when, write.language)}{where}"
    else:
        return run
    return run.model_copy(update={"text": f"{run.text} ({said})"})


def _parties(write: Writer, pact: Pact) -> tuple[Run | str, tuple[Event, ...]]:
    """Who made it: as it says, as its signing says, or else who was around, with the events that say that."""
    for item in (pact.item, pact.signing):
        if item and item.event.participants:
            return write.parties(item.event), ()
    around = (pact.frame.event,) if pact.frame else tuple(item.event for item in pact.parts)
    found = tuple(sorted({code for event in around for code in countries(event)}))
    if not found:
        return write.term("not_stated"), ()
    told = write.term("parties_frame" if pact.frame else "parties_parts", names=", ".join(write.names(found)))
    return write.cited(told, around[0], dating(around[0])), around


def _left(write: Writer, pact: Pact) -> str:
    item = pact.item
    left = left_phrase(item.event.when, write.brief.as_of, write.language) if item.standing == "ongoing" else ""
    return left or write.standing(item.standing, item.event)


def partners(write: Writer) -> Section:
    """Countries that stand together in events, with the last contact."""
    rows = write.brief.partnerships
    header = tuple(write.term(f"column.{name}") for name in ("partners", "held", "ahead", "last"))
    table = Table(header=header, rows=tuple(_partnership(write, row) for row in rows[:SHOWN]), numeric=(1, 2))
    more = (write.line(write.term("more_partners", n=len(rows) - SHOWN)),) if len(rows) > SHOWN else ()
    return Section(
        key="partners",
        title=write.term("section.partners"),
        table=table if rows else None,
        remarks=more if rows else (write.line(write.term("empty.partners")),),
    )


def _partnership(write: Writer, one: Partnership) -> Row:
    last = one.last
    if last is None:
        return write.row(write.countries(one.countries), str(one.held), str(one.ahead), write.term("no_contact"))
    event = last.event
    ago = relative_phrase(event.when, write.brief.as_of, write.language)
    when = date_phrase(event.when, write.language) + (f" ({ago})" if ago else "")
    run = write.title(event).model_copy(update={"text": f"{when}{write.where(event)}"})
    return write.row(write.countries(one.countries), str(one.held), str(one.ahead), run, about=(event,))
