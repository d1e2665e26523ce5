"""The top of the page: title, period, counts, and the three lines."""

from __future__ import annotations

from emcal.export.brief.brief import Count, Highlight
from emcal.export.brief.page.page import Line, Row, Section, Table
from emcal.export.brief.page.writer import Writer
from emcal.export.wording import country_name, date_phrase, day_phrase, kind_label, left_phrase
from emcal.when import When


def title(write: Writer) -> str:
    """The title with the day of the brief."""
    return write.term("title", day=day_phrase(write.brief.as_of, write.language))


def lead(write: Writer) -> tuple[Line, ...]:
    """What the brief covers: the period, the filter, the register."""
    brief = write.brief
    lines = []
    if brief.since and brief.following:
        period = date_phrase(When.of(f"{brief.since}/{brief.as_of}"), write.language)
        following = day_phrase(brief.following, write.language)
        lines.append(write.line(write.term("period", period=period, following=following)))
    scope = [words for words in (_country(write), _kind(write), brief.scope.series) if words]
    if scope:
        shown = write.counted(brief.shown, "event")
        lines.append(write.line(write.term("scope", filter=", ".join(scope), shown=shown, total=brief.total)))
    register = write.term(
        "register", events=write.counted(brief.total, "event"), documents=write.counted(brief.documents, "of_document")
    )
    new = write.term("new_documents", n=write.counted(brief.new_documents, "document")) if brief.since else ""
    lines.append(write.line(f"{register}{new}. {write.term('precision')}"))
    return tuple(lines)


def _country(write: Writer) -> str:
    return country_name(write.brief.scope.country, write.language)


def _kind(write: Writer) -> str:
    kind = write.brief.scope.kind
    return kind_label(kind, write.language) if kind else ""


def counts(write: Writer) -> Table:
    """How many events stand how; the change only when there is something to compare with."""
    since = write.brief.since
    header = ["", write.term("now")]
    if since:
        header.append(write.term("change", day=day_phrase(since, write.language)))
    rows = tuple(_count(write, count) for count in write.brief.counts)
    return Table(header=tuple(header), rows=rows, numeric=tuple(range(1, len(header))))


def _count(write: Writer, count: Count) -> Row:
    cells = [write.term(f"count.{count.key}"), str(count.now)]
    if write.brief.since:
        change = count.now - count.before
        sign = "+" if change > 0 else "−" if change < 0 else ""
        late = f" ({write.term('count_late', n=count.late)})" if count.late else ""
        cells.append(f"{sign}{abs(change)}{late}")
    return write.row(*cells)


def highlights(write: Writer) -> Section:
    """The three lines."""
    lines = tuple(_highlight(write, highlight) for highlight in write.brief.highlights)
    return Section(key="highlights", title=write.term("section.highlights"), ordered=True, lines=lines)


def _highlight(write: Writer, told: Highlight) -> Line:
    item = told.item
    if item is None:
        return write.line(write.term(f"highlight.{told.key}_none", days=90 if told.key == "no_next" else 30))
    event = item.event
    before = item.was.when if item.was else None
    named = write.title(event)
    values = {
        "events": write.counted(told.total, "event"),
        "when": date_phrase(event.when, write.language),
        "was": date_phrase(before, write.language),
        "where": "" if write.locality(event) in named.text else write.where(event),
        "left": left_phrase(event.when, write.brief.as_of, write.language),
    }
    opening, closing = (write.term(f"highlight.{told.key}{part}", **values) for part in ("", "_end"))
    report = write.report(event) if told.key == "held" else ""
    return write.line(opening, named, closing, report, _rest(write, told), about=(event,))


def _rest(write: Writer, told: Highlight) -> str:
    """How many more there are of the same, where the opening does not say it."""
    if told.total < 2 or told.key in ("next", "only", "no_next", "gap"):
        return ""
    return " " + write.term(f"highlight_more.{told.key}", n=told.total - 1)
