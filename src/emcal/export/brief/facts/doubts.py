"""What is not known for sure about the events of a brief, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from emcal.documents.document import Creation
from emcal.events.event import Event
from emcal.export.brief.brief import Doubt, DoubtKey, Item
from emcal.mentions.mention import Mention
from emcal.when import When


def doubts(items: Iterable[Item], written: Mapping[str, Creation]) -> tuple[Doubt, ...]:
    """A row for each document whose own date is inferred, for each event's date, for each unnamed office holder.

    A document counts when an event of the brief is dated by it; ``written`` stands on the first such event.
    """
    papers: dict[str, Doubt] = {}
    found = []
    for item in items:
        if dated_by_inference(item, written):
            papers.setdefault(dating(item.event).document, Doubt(item, ("written",)))
        keys = tuple(_about_date(item))
        if keys:
            found.append(Doubt(item, keys))
        if any(participant.role and not participant.name for participant in item.event.participants):
            found.append(Doubt(item, ("unnamed",)))
    return (*papers.values(), *found)


def dated_by_inference(item: Item, written: Mapping[str, Creation]) -> bool:
    """Whether the event's date hangs on the date of a document that had to be inferred."""
    mention = dating(item.event)
    created = written.get(mention.document)
    known = item.event.when is not None and "XXXX" not in item.event.when.edtf
    return known and mention.explicitness != "explicit" and created is not None and year_inferred(created)


def dating(event: Event) -> Mention:
    """The mention whose date the event stands on, best one that also says how it stands.

    The first mention when no document but an analyst gave the date.
    """
    same = [mention for mention in event.mentions if mention.when == event.when]
    return next((mention for mention in same if mention.claim == event.claim), (same or event.mentions)[0])


def claiming(event: Event) -> Mention | None:
    """The last mention that says how the event stands, where the one that dates it says otherwise."""
    if dating(event).claim == event.claim:
        return None
    return next((mention for mention in reversed(event.mentions) if mention.claim == event.claim), None)


def year_of_name(item: Item) -> bool:
    """Whether the date is the year in the event's own name and nothing else."""
    when, name = item.event.when, item.event.name
    return bool(when and name and when.edtf.precision == "year" and when.text and when.text in name)


def year_inferred(created: Creation) -> bool:
    """Whether a document's own date was worked out from what its text speaks of, wholly or in its year."""
    return created.source == "inferred" or any(clue.kind != "stated" for clue in created.clues)


def conflicting(item: Item) -> tuple[When, ...]:
    """The other readings that documents gave, without those that say the same less precisely."""
    when = item.event.when
    return tuple(other for other in item.event.readings if when is None or not _contains(other, when))


def _contains(wide: When, narrow: When) -> bool:
    first = wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    last = wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest)
    return first and last


def _about_date(item: Item) -> Iterator[DoubtKey]:
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
    if conflicting(item):
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
