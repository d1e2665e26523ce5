"""What changed, told as news: "date refined: May 2024 → 29 May to 1 June 2024"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import nlargest
from itertools import groupby

from emcal.edtf import Edtf
from emcal.errors import EdtfError
from emcal.events.event import standing
from emcal.export.calendar.days import turned
from emcal.export.calendar.vevent import content_changed
from emcal.export.wording import Language, date_phrase, kind_label, standing_label, title
from emcal.feed.words import word
from emcal.noun import Noun
from emcal.register.register import Change, Entry
from emcal.when import When

# The fields of the register's log that a reader of the feed is told of, and the words for each.
_TOLD = ("event", "when", "status", "place", "title", "kind", "participants", "note", "document")


class News(Noun):
    """All that one revision changed of one event: ``at`` in UTC, ``lines`` in words, the event's ``title``."""

    uid: str
    at: datetime
    title: str
    lines: tuple[str, ...]


def news(entries: Iterable[Entry], as_of: date, language: Language, most: int) -> tuple[News, ...]:
    """The newest changes of the entries up to ``as_of``, at most so many, newest first, in words."""
    dated = ((_newest(entry, as_of), entry.event.uid, entry) for entry in entries)
    latest = nlargest(most, dated, key=lambda one: one[:2])
    told = [item for *_, entry in latest for item in _joined(_of(entry, as_of, language))]
    return tuple(sorted(told, key=lambda item: (item.at, item.uid), reverse=True)[:most])


def _newest(entry: Entry, as_of: date) -> datetime:
    """The moment of the last news of an entry, or a later one."""
    return max((content_changed(entry, as_of), *(change.at for change in entry.changes[-1:])))


def _joined(items: Iterable[News]) -> Iterator[News]:
    """What happened to one event in one moment as one piece of news."""
    by_moment: dict[datetime, News] = {}
    for item in items:
        first = by_moment.get(item.at)
        by_moment[item.at] = item.model_copy(update={"lines": (*first.lines, *item.lines)}) if first else item
    yield from by_moment.values()


def _of(entry: Entry, as_of: date, language: Language) -> Iterator[News]:
    name = title(entry.event, language)
    for at, changes in groupby(entry.changes, key=lambda change: change.at):
        lines = tuple(filter(None, (_line(change, entry, language) for change in _first_only(changes))))
        if lines:
            yield News(uid=entry.event.uid, at=at.astimezone(UTC), title=name, lines=lines)
    yield from _by_time(entry, as_of, name, language)


def _first_only(changes: Iterable[Change]) -> list[Change]:
    """The first appearance of an event says all by itself."""
    listed = list(changes)
    return [change for change in listed if change.field == "event" and not change.old] or listed


def _by_time(entry: Entry, as_of: date, name: str, language: Language) -> Iterator[News]:
    """The standing that time alone changed, which no document tells of and so no log holds."""
    event = entry.event
    day = turned(event, as_of)
    if day is None or datetime.combine(day, time(), UTC) <= entry.created.astimezone(UTC):
        return
    before, after = (standing_label(standing(event, on), language, event.kind) for on in (day - timedelta(days=1), day))
    line = _arrow(word("standing_changed", language), before, after)
    yield News(uid=event.uid, at=datetime.combine(day, time(), UTC), title=name, lines=(line,))


def _line(change: Change, entry: Entry, language: Language) -> str | None:
    if change.field not in _TOLD:
        return None
    if change.field == "event":
        return word("event_gone" if change.old else "event_new", language)
    if change.field == "document":
        return f"{word('document_gone' if change.old else 'document_new', language)}: {change.old or change.new}"
    label = word(_date_change(change) if change.field == "when" else f"{change.field}_changed", language)
    before, after = (_value(change.field, value, entry, language) for value in (change.old, change.new))
    return _arrow(label, before or word("nothing", language), after or word("nothing", language))


def _arrow(label: str, before: str, after: str) -> str:
    return f"{label}: {before} → {after}"


def _date_change(change: Change) -> str:
    """Refined when the new date lies inside the old one, else moved."""
    old, new = _edtf(change.old), _edtf(change.new)
    if not (old and new and old.earliest and old.latest and new.earliest and new.latest):
        return "date_changed"
    inside = old.earliest <= new.earliest and new.latest <= old.latest
    return "date_refined" if inside else "date_moved"


def _edtf(text: str) -> Edtf | None:
    """The EDTF that a date in the log starts with."""
    try:
        return Edtf(text.partition(" ")[0])
    except EdtfError:
        return None


def _value(field: str, text: str, entry: Entry, language: Language) -> str:
    """One side of a change in the reader's language; what is no known word stays as the log has it."""
    if field == "when":
        edtf = _edtf(text)
        return date_phrase(When.of(str(edtf)), language) if edtf else text
    if field == "status":
        return standing_label(text, language, entry.event.kind) if text in _CLAIMS else text  # type: ignore[arg-type]
    if field == "kind":
        return kind_label(text, language) if text else text  # type: ignore[arg-type]
    return text


_CLAIMS = ("held", "planned", "ongoing", "postponed", "cancelled")
