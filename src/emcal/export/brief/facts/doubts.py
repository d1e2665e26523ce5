"""What is not known for sure about the events of a brief, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from emcal.documents.document import Creation
from emcal.export.brief.brief import Doubt, DoubtKey, Item
from emcal.mentions.mention import Mention
from emcal.when import When


def doubts(items: Iterable[Item], written: Mapping[str, Creation]) -> tuple[Doubt, ...]:
    """One row for the date of each event that has a doubt, one more for office holders whom no text names."""
    found = []
    for item in items:
        keys = tuple(_about_date(item, written))
        if keys:
            found.append(Doubt(item, keys))
        if any(participant.role and not participant.name for participant in item.event.participants):
            found.append(Doubt(item, ("unnamed",)))
    return tuple(found)


def dating(item: Item) -> Mention:
    """The mention whose date the event stands on; the first one when an analyst gave the date."""
    event = item.event
    same = (mention for mention in event.mentions if mention.when == event.when and mention.when is not None)
    return next(same, event.mentions[0])


def year_of_name(item: Item) -> bool:
    """Whether the date is the year in the event's own name and nothing else."""
    when, name = item.event.when, item.event.name
    return bool(when and name and when.edtf.precision == "year" and when.text.isdigit() and when.text in name)


def _about_date(item: Item, written: Mapping[str, Creation]) -> Iterator[DoubtKey]:
    when = item.event.when
    if when is None:
        if item.standing == "held":
            yield "no_date"
        return
    shape = _shape(item, when)
    if shape:
        yield shape
    if when.earliest and when.latest and not (when.earliest_hard and when.latest_hard) and shape != "report_day":
        yield "estimate"
    created = written.get(dating(item).document)
    if created and created.source == "inferred" and "XXXX" not in when.edtf:
        yield "written"
    if item.event.readings:
        yield "readings"


def _shape(item: Item, when: When) -> DoubtKey | None:
    """How the date itself is less than a day or a stretch of days."""
    if "XXXX" in when.edtf:
        return "no_year"
    if when.edtf.one_of:
        return "one_of"
    if when.mod in ("START", "MID", "END"):
        return "part"
    if when.edtf.precision == "day" and when.edtf.approximate:
        return "about_day" if when.text else "report_day"
    if year_of_name(item):
        return "year_of_name"
    return "year" if when.edtf.precision == "year" else None
