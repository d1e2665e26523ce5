"""How fast a large register becomes a calendar, cold and warm: ``python tests/benchmarks/feed_export.py [EVENTS]``.

Cold renders every event and fills the cache of a register on disk; warm reads them all back; then one event in a hundred
changes. CPU seconds of this process.
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time

from emcal.documents.document import Span
from emcal.events.event import Event
from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.mentions.mention import Mention, Participant, Place, Titles
from emcal.register import open_register
from emcal.register.register import Entry, Register
from emcal.when import When

WORDS = (
    "министр",
    "встреча",
    "учения",
    "спасатели",
    "делегация",
    "совместные",
    "конференция",
    "ликвидация",
    "последствий",
    "области",
    "республика",
)
MADE = datetime(2026, 11, 1, tzinfo=UTC)


def entry(number: int, dice: random.Random) -> Entry:
    """An event with a quote of 300 characters, a place and two participants, mostly in Cyrillic."""
    day = date(2015, 1, 1) + timedelta(days=dice.randrange(4500))
    edtf = day.isoformat() if number % 3 else day.isoformat()[:7]
    quote = " ".join(dice.choices(WORDS, k=30))
    span = Span(start=0, stop=len(quote))
    titles = Titles(en=f"Joint exercise {number}", ru=f"Совместные учения {number}")
    mention = Mention.model_construct(
        id=str(number), document=f"{number}.txt", language="ru", kind="exercise", claim="held", titles=titles,
        trigger=span, evidence=span, evidence_text=quote, also=(), also_text=(), parser="prose",
    )  # fmt: skip
    people = tuple(Participant(name=f"А. Иванов{k}", rank="генерал-майор", country="KZ") for k in range(2))
    event = Event.model_construct(
        uid=f"{number:08x}@emcal", titles=titles, kind="exercise", claim="held", when=When.of(edtf), readings=(), was=(),
        place=Place(name="Almaty", name_ru="Алматы", country="KZ", lat=43.25, lon=76.91), participants=people,
        name=None, series=None, edition=None, part_of=None, mentions=(mention,), joins=(), note=None,
    )  # fmt: skip
    return Entry.model_construct(
        event=event, sequence=0, created=MADE, modified=MADE, aliases=(), changes=(), revision=0
    )


def measured(what: str, register: Register, options: RenderOptions) -> None:
    """Print the CPU seconds of one export."""
    started = process_time()
    data = render(register, "ics", options)
    spent = process_time() - started
    print(f"{what:24} {spent:7.2f} s {len(register) / spent:10,.0f} events/s {len(data) / 1e6:7.1f} MB")


def main() -> None:
    """Cold, warm, and one in a hundred changed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    dice = random.Random(1)  # noqa: S311
    entries = tuple(entry(number, dice) for number in range(count))
    register = Register.model_construct(entries=entries, documents=(), changes=())
    with tempfile.TemporaryDirectory() as folder, open_register(Path(folder) / "emcal.db", write=True) as store:
        options = RenderOptions(as_of=date(2026, 11, 23), language="ru", cache=store)
        measured("cold", register, options)
        measured("warm", register, options)
        more = {"modified": MADE + timedelta(days=1), "revision": 1}
        changed = tuple(each.model_copy(update=more) if n % 100 == 0 else each for n, each in enumerate(entries))
        measured("one in 100 changed", Register.model_construct(entries=changed, documents=(), changes=()), options)


if __name__ == "__main__":
    main()
