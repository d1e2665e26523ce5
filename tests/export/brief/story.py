"""A small invented register, known on two days: everything that a brief can tell happens in it once."""

from __future__ import annotations

from datetime import UTC, date, datetime

from emcal.documents.document import Clue, ClueKind, Creation, Span
from emcal.edtf import Edtf
from emcal.events.event import Event, Join
from emcal.mentions.mention import Claim, Explicitness, Kind, Mention, Participant, Place, Titles
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.when import Mod, When

SINCE, AS_OF = date(2025, 3, 1), date(2025, 4, 1)
OSH = Place(name="Osh", name_ru="Ош", country="KG")
BAKU = Place(name="Baku", name_ru="Баку", country="AZ")
KAZAKHSTAN, KYRGYZSTAN, TAJIKISTAN = (Participant(country=code) for code in ("KZ", "KG", "TJ"))
NASTY = 'Drill "A|B*C" <b>[x](http://example.org/a_b)</b> `q` $5 & ~y~\n# not a heading'


def when(edtf: str, text: str = "", mod: Mod | None = None, **fields: object) -> When:
    return When.of(edtf, text, mod).model_copy(update=fields)


def mention(
    document: str,
    at: int,
    dated: When | None = None,
    claim: Claim = "held",
    kind: Kind = "meeting",
    text: str | None = None,
    explicitness: Explicitness = "explicit",
    follows: str = "",
) -> Mention:
    text = text or f"Sentence {at} of {document} says so."
    span = Span(start=at, stop=at + len(text))
    also = (Span(start=span.stop + 1, stop=span.stop + 1 + len(follows)),) if follows else ()
    return Mention(
        id=f"{document}:{at}", document=document, language="en", kind=kind, claim=claim, titles=Titles(en="T", ru="Т"),
        when=dated, trigger=span, evidence=span, evidence_text=text, explicitness=explicitness, parser="prose",
        also=also, also_text=(follows,) if follows else (),
    )  # fmt: skip


def entry(
    uid: str,
    title: tuple[str, str],
    kind: Kind,
    claim: Claim,
    dated: When | None,
    *mentions: Mention,
    day: date = date(2025, 2, 1),
    changes: tuple[Change, ...] = (),
    aliases: tuple[str, ...] = (),
    **fields: object,
) -> Entry:
    told = mentions or (mention("old.txt", int.from_bytes(uid.encode()[:2]) % 9000, dated, claim, kind),)
    event = Event.model_validate(
        {
            "uid": uid, "titles": Titles(en=title[0], ru=title[1]), "kind": kind, "claim": claim, "when": dated,
            "mentions": told, **fields,
        }
    )  # fmt: skip
    at = datetime.combine(day, datetime.min.time(), UTC)
    return Entry(event=event, created=at, modified=at, changes=changes, aliases=aliases)


def document(path: str, read: date, created: Creation) -> DocumentRecord:
    return DocumentRecord(path=path, sha256=path, language="en", created=created, read=read)


def clue(kind: ClueKind, words: str) -> Clue:
    return Clue(span=Span(start=0, stop=1), says=f"{kind}: {words}", kind=kind, words=words)


def written(edtf: str, source: str = "header", *clues: Clue) -> Creation:
    parsed = Edtf(edtf)
    return Creation.model_validate(
        {
            "edtf": parsed, "earliest": parsed.earliest, "latest": parsed.latest, "source": source,
            "clues": clues,
        }
    )  # fmt: skip


OLD = document("old.txt", date(2025, 2, 1), written("2025-02-01"))
CLUES = (clue("stated", "March 20"), clue("names", "2025"))
NEW = document("news/new|_report.txt", AS_OF, written("2025-03-20", "dateline", *CLUES))
FORUM = ("Forum on floods", "Форум по паводкам")
DRILL = ('Joint drill "Wave-2025"', "Совместные учения «Wave-2025»")
TALKS = ("Talks on landslides", "Переговоры об оползнях")
PLAN = ("Action plan", "План действий")
SALON = ("Rescue salon", "Салон спасателей")


def known(*entries: Entry) -> tuple[Entry, ...]:
    """The entries in the order of a register: by earliest day, kind and uid, undated ones last."""

    def order(one: Entry) -> tuple[date, str, str]:
        event = one.event
        return (event.when and event.when.earliest) or date.max, event.kind, event.uid

    return tuple(sorted(entries, key=order))


def changed(uid: str, field: str, old: str, new: str, because: str = NEW.path) -> Change:
    return Change(uid=uid, at=datetime(2025, 3, 20, tzinfo=UTC), field=field, old=old, new=new, because=because)


TWELFTH = when("2025-03-12", "12 March")
TENTH = when("2025-04-10/2025-04-12", "10-12 April")
MAY = when("2025-05", "May")
PARTIES = (KAZAKHSTAN, KYRGYZSTAN)
FORUM_PLAN = mention("old.txt", 1, TWELFTH, "planned", "forum")
SALON_PLAN = mention("old.txt", 2, MAY, "planned", "exhibition")
DRILL_PLAN = mention("old.txt", 3, TENTH, "planned", "exercise")


def before() -> Register:
    """As it was known on ``SINCE``."""
    return Register(
        entries=known(
            entry("forum", FORUM, "forum", "planned", TWELFTH, FORUM_PLAN, place=OSH, participants=PARTIES),
            entry("drill", DRILL, "exercise", "planned", TENTH, DRILL_PLAN, place=OSH),
            entry("talks", TALKS, "meeting", "planned", when("2025-03-05", "5 March"), participants=PARTIES),
            entry("plan", PLAN, "agreement", "planned", when("2024/2025", "2024-2025"), participants=PARTIES),
            entry("salon", SALON, "exhibition", "planned", MAY, SALON_PLAN, place=BAKU),
            entry("twin", ("Forum in Osh", "Форум в Оше"), "forum", "planned", when("2025-03", "March"), place=OSH),
            entry("lost", ("Seminar", "Семинар"), "seminar", "held", when("2025-01-15", "15 January"), place=BAKU),
        ),
        documents=(OLD,),
    )


def now() -> Register:
    """As it is known on ``AS_OF``: a forum confirmed, a drill moved, a salon cancelled, late news, new plans."""
    fresh = NEW.path
    moved = when("2025-06-10/2025-06-12", "10-12 June")
    near = when("2025-03-20~")
    autumn = when("2025-01~", "end of January", "END", earliest=date(2025, 1, 21))
    window = when("[2025-01-05..2025-02-25]", "this winter", latest_hard=False)
    join = Join(left="old.txt:1", right=f"{fresh}:100", reasons=("same name", "dates same", "country KG"))
    day = date(2025, 3, 20)
    held = mention(fresh, 100, TWELFTH, "held", "forum", follows="Rivers were discussed until 2030.")
    return Register(
        entries=known(
            entry("plan", PLAN, "agreement", "planned", when("2024/2025", "2024-2025"), participants=PARTIES),
            entry("late", ("Course for divers", "Курсы водолазов"), "training", "held", autumn,
                  mention(fresh, 200, autumn, "held", "training", explicitness="anchored"), day=day, place=BAKU,
                  participants=(KYRGYZSTAN, TAJIKISTAN)),
            entry("window", ("Visit to a centre", "Посещение центра"), "visit", "held", window,
                  mention(fresh, 300, window, "held", "visit", explicitness="anchored"), day=day, participants=PARTIES),
            entry("talks", TALKS, "meeting", "planned", when("2025-03-05", "5 March"), participants=PARTIES),
            entry("forum", FORUM, "forum", "held", TWELFTH, FORUM_PLAN, held,
                  day=day, place=OSH, participants=PARTIES, joins=(join,), aliases=("twin",),
                  changes=(changed("forum", "status", "planned", "held"),)),
            entry("chiefs", ("Meeting of chiefs", "Встреча руководителей"), "meeting", "held", near,
                  mention(fresh, 400, near, "held", "meeting", "The chiefs met <b>today</b> | *again*.", "anchored",
                          "They spoke of *Wave-2025*."),
                  day=day, place=OSH, participants=(
                      Participant(name="A. Example", rank="Colonel", role="Minister", country="KZ"),
                      Participant(role="Deputy Minister", country="KG", part="host"))),
            entry("nasty", (NASTY, f"Учения {NASTY}"), "exercise", "planned", when("2025-04-20", "20 April"),
                  mention(fresh, 500, when("2025-04-20"), "planned", "exercise"), day=day, place=OSH),
            entry("salon", SALON, "exhibition", "cancelled", when("2025-05", "May"),
                  SALON_PLAN,
                  mention(fresh, 600, when("2025-05", "May"), "cancelled", "exhibition"), day=day, place=BAKU),
            entry("drill", DRILL, "exercise", "planned", moved,
                  DRILL_PLAN,
                  mention(fresh, 700, moved, "planned", "exercise"), day=day, place=OSH,
                  was=(TENTH,), name="Wave-2025"),
            entry("cup", ("Rescue cup \"Peak-2026\"", "Кубок спасателей «Peak-2026»"), "competition", "planned",
                  when("2026", "2026"), mention(fresh, 800, when("2026", "2026"), "planned", "competition"), day=day,
                  name="Peak-2026", participants=(KAZAKHSTAN, Participant(organisation="Rescue Union", part="organiser"))),
            entry("signed", ("Signing of a protocol", "Подписание протокола"), "signing", "held",
                  when("2025-03-12", "12 March"), mention(fresh, 900, TWELFTH, "held", "signing"), day=day, place=OSH,
                  part_of="forum"),
            entry("yearless", ("Anniversary", "Годовщина"), "commemoration", "held", when("XXXX-09-14", "14 September"),
                  mention(fresh, 1000, when("XXXX-09-14"), "held", "commemoration"), day=day, place=BAKU),
            entry("action", ("Joint hotline", "Общая горячая линия"), "other", "planned", None,
                  mention(fresh, 1100, None, "planned", "other"), day=day, participants=PARTIES),
        ),
        documents=(OLD, NEW),
    )  # fmt: skip
