"""The sections of agreements and of partners."""

from __future__ import annotations

from emcal.export.brief.brief import SHOWN, Pact, Partnership
from emcal.export.brief.page.page import Row, Section, Table
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
    item, signing = pact
    if item.event.kind != "agreement":
        signed = write.term("signed", when=date_phrase(item.event.when, write.language), where=write.where(item.event))
        run = write.title(item.event)
        name = run.model_copy(update={"text": f"{run.text} ({signed})"})
        return write.row(name, write.parties(item.event), write.term("not_stated"), "–", about=(item.event,))
    run = write.title(item.event)
    if signing:
        event = signing.event
        signed = write.term("signed", when=date_phrase(event.when, write.language), where=write.where(event))
        run = run.model_copy(update={"text": f"{run.text} ({signed})"})
    about = (item.event, signing.event) if signing else (item.event,)
    return write.row(run, write.parties(item.event), write.date(item.event.when), _left(write, pact), about=about)


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
