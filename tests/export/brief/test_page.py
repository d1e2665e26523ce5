"""The walk back: every sentence of a brief leads to an event, and every date in it is that event's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.brief.story import AS_OF, PARTIES, SINCE, before, entry, mention, now, when

from emcal.documents.document import Creation
from emcal.events.event import Event
from emcal.export.brief import Brief, Page, brief, page
from emcal.export.brief.page.clues import in_words
from emcal.export.brief.page.page import Row, Run, SectionKey
from emcal.export.wording import Language, date_phrase, relative_phrase, term, title
from emcal.mentions.mention import Claim, Kind
from emcal.register.register import Entry, Register
from emcal.when import When

# What a date in words cannot do without: a year, or the name of a month.
_MONTHS = {language: [term(f"month.{n}.{case}", language) for n in range(1, 13) for case in ("is", "of", "with")]
           for language in ("en", "ru")}  # fmt: skip

_AGO = {
    "en": r"in (?:about )?(?:a|\d+) (?:day|month|year)s?|(?:about )?(?:a|\d+) (?:day|month|year)s? ago|tomorrow|yesterday",
    "ru": r"(?:примерно )?через [\w ]*?(?:д[ен]\w+|месяц\w*|год\w*|лет)|(?:примерно )?[\d ]*\b\w+ назад|завтра|вчера",
}


def walk(made: Page, facts: Brief, *registers: Register) -> None:
    events: dict[str, list[Event]] = {}
    for known in registers:
        for one in known.entries:
            events.setdefault(one.event.uid, []).append(one.event)
    of_brief = {AS_OF, SINCE, facts.as_of, *(band.until for band in facts.ahead), facts.since, facts.following}
    frame = [phrase for day in of_brief if day for phrase in _phrases(_day(day), made.language)]
    if facts.since:
        frame += _phrases(When.of(f"{facts.since}/{facts.as_of}"), made.language)
    for uids, text in _sentences(made):
        assert set(uids) <= events.keys()
        allowed = [phrase for uid in uids for phrase in _told(events, uid, facts, made.language)]
        assert _rest(text, allowed if uids else frame, made.language) == "", text
        dates = {relative_phrase(one.when, facts.as_of, made.language) for uid in uids for one in events[uid]}
        assert {found.strip() for found in re.findall(_AGO[made.language], text)} <= dates, text
    for note in made.notes:
        told = [mention for event in events[note.uid] for mention in event.mentions]
        quotes = [" ".join(text.split()) for one in told for text in (one.evidence_text, *one.also_text)]
        assert all(any(quote.removesuffix(" […]") in known for known in quotes) for quote in note.quotes)


def _sentences(made: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    for line in made.lead:
        yield (), _text(line.runs)
    for section in made.sections:
        for line in section.lines:
            assert line.events or section.key == "highlights", line
        for line in (*section.lines, *section.remarks):
            yield line.events, _text(line.runs)
        for row in section.table.rows if section.table else ():
            assert row.events or row.band or section.key == "partners", row
            yield row.events, " | ".join(map(_text, row.cells))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _told(events: dict[str, list[Event]], uid: str, facts: Brief, language: Language) -> Iterator[str]:
    """Everything with a figure or a month that may be said of an event, here and as it was before."""
    for event in events[uid]:
        yield title(event, language)
        for known in (event.when, *event.was, *event.readings):
            yield from _phrases(known, language)
            yield known.text if known else ""
        for told in event.mentions:
            yield from (" ".join(text.split()) for text in told.also_text)
            created = facts.written.get(told.document, Creation())
            yield from _phrases(When(edtf=created.edtf) if created.edtf else None, language)
            yield from (in_words((clue,), language) for clue in created.clues)


def _phrases(known: When | None, language: Language) -> list[str]:
    if known is None:
        return []
    phrases = [date_phrase(known, language)]
    if known.earliest and known.latest:
        days = (When.of(f"{known.earliest}/{known.latest}"), _day(known.earliest), _day(known.latest))
        phrases += [date_phrase(one, language) for one in days]
    return phrases + [phrase[:1].upper() + phrase[1:] for phrase in phrases]


def _day(day: date) -> When:
    return When.of(day.isoformat())


def _rest(text: str, allowed: list[str], language: Language) -> str:
    """What still looks like a date when everything that may be said is taken out."""
    for phrase in sorted(filter(None, allowed), key=len, reverse=True):
        text = text.replace(phrase, "")
    months = "|".join(_MONTHS[language])
    return " ".join(re.findall(rf"\b(?:\d{{4}}|{months})\b", text))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("compared", [True, False])
def test_the_story_leads_back_to_its_events(language: Language, compared: bool) -> None:
    facts = brief(now(), AS_OF, SINCE, before()) if compared else brief(now(), AS_OF)
    walk(page(facts, language), facts, now(), before())


def test_the_walk_would_notice_an_invented_date() -> None:
    assert _rest("Forum, 12 March 2025", ["12 March 2025"], "en") == ""
    assert _rest("Forum, 13 March 2025", ["March 2025"], "en") == ""  # a bare day number is no date
    assert _rest("Forum, 12 March 2025", ["March 2024"], "en") == "March 2025"
    assert _rest("Форум, май", [], "ru") == "май"


KINDS: st.SearchStrategy[Kind] = st.sampled_from(["meeting", "exercise", "signing", "agreement", "forum", "other"])
CLAIMS: st.SearchStrategy[Claim] = st.sampled_from(["held", "planned", "ongoing", "postponed", "cancelled"])
SHAPES = st.sampled_from(
    ["{0}", "{0}~", "{1}", "{1}~", "{2}", "[{0}..{3}]", "{0}/{3}", "{0}/..", "[..{0}]", "XXXX-{4}"]
)


@st.composite
def whens(draw: st.DrawFn) -> When | None:
    first = date(2024, 6, 1) + timedelta(days=draw(st.integers(0, 700)))
    last = first + timedelta(days=draw(st.integers(1, 120)))
    shape = draw(st.one_of(st.none(), SHAPES))
    if shape is None:
        return None
    edtf = shape.format(first, f"{first:%Y-%m}", first.year, last, f"{first:%m-%d}")
    return when(edtf, draw(st.sampled_from(["", "as the text says"])), earliest_hard=draw(st.booleans()))


@st.composite
def entries(draw: st.DrawFn, uid: str) -> Entry:
    dated, kind, claim = draw(whens()), draw(KINDS), draw(CLAIMS)
    told = mention(
        draw(st.sampled_from(["old.txt", "new.txt"])), int(uid) * 100, dated, claim, kind, explicitness="anchored"
    )
    return entry(
        uid, (f"Event no. {uid}", f"Событие № {uid}"), kind, claim, dated, told, day=draw(st.sampled_from([SINCE, AS_OF])),
        participants=draw(st.sampled_from([(), PARTIES, PARTIES[:1]])),
    )  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> tuple[Register, Register]:
    first = [draw(entries(str(number))) for number in range(draw(st.integers(0, 4)))]
    second = [draw(st.one_of(st.just(known), entries(known.event.uid))) for known in first if draw(st.booleans())]
    second += [draw(entries(str(10 + number))) for number in range(draw(st.integers(0, 4)))]
    return Register(entries=tuple(first)), Register(entries=tuple(second))


@given(registers(), st.sampled_from(["en", "ru"]), st.booleans())
@settings(max_examples=60)
def test_any_brief_leads_back_to_its_events(known: tuple[Register, Register], language: Language, since: bool) -> None:
    previous, current = known
    facts = brief(current, AS_OF, SINCE if since else None, previous if since else None)
    made = page(facts, language)
    walk(made, facts, current, previous)
    assert sum(count.now for count in facts.counts) == len(current)
    assert page(facts, language) == made


def test_how_far_away_a_date_is_comes_from_the_date() -> None:
    made = page(brief(now(), AS_OF, SINCE, before()), "en")
    rows = [_text(row.cells[0]) for row in _rows(made, "ahead")]
    assert "20 April 2025 (in 19 days)" in rows
    assert "2026" in rows  # a year alone is no number of months away
    assert {"about 20 March 2025 (about 12 days ago), Osh, Kyrgyzstan"} <= {
        _text(row.cells[3]) for row in _rows(made, "partners")
    }


@pytest.mark.parametrize(("language", "quoted"), [("en", 1), ("ru", 0)])
def test_what_a_report_says_next_is_quoted_once_in_its_own_language(language: Language, quoted: int) -> None:
    made = page(brief(now(), AS_OF, SINCE, before()), language)
    lines = [_text(line.runs) for part in made.sections if part.key in ("highlights", "held") for line in part.lines]
    assert sum("They spoke of *Wave-2025*." in line for line in lines) == quoted


def test_who_may_be_the_parties_is_told_as_what_it_is() -> None:
    cells = [tuple(map(_text, row.cells)) for row in _rows(page(brief(now(), AS_OF), "en"), "agreements")]
    told = "not stated; took part in the larger event: Kazakhstan, Kyrgyzstan"
    assert ("Signing of a protocol (12 March 2025, Osh, Kyrgyzstan)", told, "not stated", "–") in cells


def _rows(made: Page, key: SectionKey) -> tuple[Row, ...]:
    table = made.section(key).table
    return table.rows if table else ()


def test_footnotes_are_numbered_as_the_page_needs_them() -> None:
    made = page(brief(now(), AS_OF, SINCE, before()), "en")
    cited = [note for run in _runs(made) for note in run.notes]
    assert [note.number for note in cited if note.first] == [note.number for note in made.notes]
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))


def _runs(made: Page) -> Iterator[Run]:
    for section in made.sections:
        for line in section.lines:
            yield from line.runs
        for row in section.table.rows if section.table else ():
            for cell in row.cells:
                yield from cell
        for line in section.remarks:
            yield from line.runs


def test_a_section_by_its_key() -> None:
    made = page(brief(now(), AS_OF), "en")
    assert made.section("open").title == "Open actions (agreed, no date)"
