"""A month's brief of a large register, given both snapshots: ``python -m tests.benchmarks brief``; CPU seconds."""

from __future__ import annotations

import gc
import random
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import process_time

from emcal.documents.document import Creation, Span
from emcal.edtf import Edtf
from emcal.events.event import Event
from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.register.register import DocumentRecord, Entry, Register
from emcal.when import When

EVENTS = 100_000
SINCE, AS_OF = date(2026, 11, 1), date(2026, 12, 1)
COUNTRIES = ("KZ", "KG", "TJ", "UZ", "AZ", "RU", "AM", "GE", "TR", "BY")
KINDS = ("meeting", "exercise", "forum", "signing", "agreement", "training")
CLAIMS = ("held", "held", "held", "planned", "planned", "cancelled")


def entry(number: int, day: date, made: date, claim: str, dice: random.Random) -> Entry:
    """An event with one mention, two countries and a place."""
    when = When.of(day.isoformat() if number % 3 else f"{day:%Y-%m}", "the words")
    quote = f"The event no. {number} was told in these words, which are as long as a sentence in the news."
    span = Span(start=0, stop=len(quote))
    titles = Titles(en=f"Joint event {number}", ru=f"Совместное мероприятие {number}")
    kind = KINDS[number % len(KINDS)]
    mention = Mention.model_construct(
        id=f"{number}:{claim}", document=f"{number // 4}.txt", language="en", kind=kind, claim=claim, titles=titles,
        when=when, trigger=span, evidence=span, evidence_text=quote, also=(), also_text=(), explicitness="anchored",
        main=True, parser="prose",
    )  # fmt: skip
    event = Event.model_construct(
        uid=f"{number:08x}@emcal", titles=titles, kind=kind, claim=claim, when=when, readings=(), was=(),
        place=Place(name="Almaty", name_ru="Алматы", country="KZ"), name=None, series=None, edition=None, part_of=None,
        participants=tuple(Participant(country=code) for code in dice.sample(COUNTRIES, 2)), mentions=(mention,),
        joins=(), note=None,
    )  # fmt: skip
    at = datetime.combine(made, datetime.min.time(), UTC)
    return Entry.model_construct(event=event, sequence=0, created=at, modified=at, aliases=(), changes=(), revision=0)


def registers() -> tuple[Register, Register]:
    """The register on both days: in the month one event in a hundred is new, one in a hundred changes."""
    dice = random.Random(1)  # noqa: S311
    now, before = [], []
    for number in range(EVENTS):
        day = date(2016, 1, 1) + timedelta(days=dice.randrange(4200))
        claim = CLAIMS[number % len(CLAIMS)] if day > SINCE else dice.choice(("held", "held", "planned"))
        claim = "planned" if KINDS[number % len(KINDS)] == "agreement" else claim
        known = entry(number, day, date(2026, 10, 1), claim, dice)
        fate = dice.randrange(100)
        if fate:
            before.append(known)
        now.append(known if fate > 1 else entry(number, day + timedelta(days=40), date(2026, 11, 20), claim, dice))
    written = Creation.model_construct(edtf=Edtf("2026-10-01"), earliest=None, latest=None, source="header", clues=())
    documents = tuple(
        DocumentRecord.model_construct(
            path=f"{n}.txt", sha256="", language="en", created=written, headline="", read=date(2026, 10, 1), retired=False
        )
        for n in range(EVENTS // 4)
    )  # fmt: skip
    made = (Register.model_construct(entries=tuple(known), documents=documents, changes=()) for known in (now, before))
    first, second = made
    return first, second


def run() -> None:
    """The median of three briefs in each language, and of one without comparison."""
    now, before = registers()
    gc.freeze()  # as the command does once it has both snapshots
    for language in ("en", "ru"):
        for name, since, previous in (("a month", SINCE, before), ("everything", None, None)):
            options = RenderOptions.model_construct(as_of=AS_OF, language=language, since=since, previous=previous)
            spent = []
            for _ in range(3):
                started = process_time()
                brief = render(now, "md", options)
                spent.append(process_time() - started)
            size = len(brief) / 1000
            print(f"{EVENTS} events, {language}, {name}: {median(spent):.2f} s, {size:.0f} kB")


if __name__ == "__main__":
    run()
