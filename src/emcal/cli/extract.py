"""``emcal extract``: what each document says, one JSON object a document."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from emcal.documents import Document, Span
    from emcal.mentions.mention import Mention, Participant, Place


def extract(
    sources: Annotated[list[str], typer.Argument(help="Press releases: files or folders.", show_default=False)],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a document, for programs.")] = False,
) -> None:
    """Show what each document says: its events with date, claim, place, people and the sentence they stand in.

    Example: emcal extract seeds --jsonl | head -1
    """
    from emcal.cli.failure import DONE, ERRORS, NOTHING, reported
    from emcal.errors import SourceError

    done = failed = 0
    with reported():
        for found in _files(sources):
            try:
                if isinstance(found, SourceError):
                    raise found
                document, mentions = _read(found)
            except SourceError as error:
                failed += 1
                print(f"emcal: {error}", file=sys.stderr)
                continue
            done += 1
            print(json.dumps(_record(document, mentions), ensure_ascii=False) if jsonl else _told(document, mentions))
    if not done:
        raise typer.Exit(NOTHING)
    raise typer.Exit(ERRORS if failed else DONE)


def _files(sources: list[str]) -> Any:
    from emcal.documents import find

    for source in sources:
        yield from find(source)


def _read(path: str) -> "tuple[Document, tuple[Mention, ...]]":
    """The document at ``path`` with its creation time, and its events. Raises ``SourceError``."""
    from emcal.pipeline import dated, mentions_of

    document = dated(path)
    return document, mentions_of(document)


def _record(document: "Document", mentions: "tuple[Mention, ...]") -> dict[str, Any]:
    return {
        "path": document.source.path,
        "language": document.language,
        "published": document.created.edtf,
        "published_source": document.created.source,
        "mentions": [_mention(m) for m in mentions],
    }


def _mention(mention: "Mention") -> dict[str, Any]:
    when = mention.when
    return {
        "id": mention.id,
        "title": mention.titles.en,
        "title_ru": mention.titles.ru,
        "kind": mention.kind,
        "name": mention.name,
        "when": when and when.edtf,
        "when_text": when and when.text,
        "earliest": when and when.earliest and when.earliest.isoformat(),
        "latest": when and when.latest and when.latest.isoformat(),
        "status": mention.claim,
        "place": _place(mention.place) if mention.place else None,
        "participants": [_participant(p) for p in mention.participants],
        "evidence": _passage(mention.evidence, mention.evidence_text),
        "also": [_passage(*pair) for pair in zip(mention.also, mention.also_text, strict=True)],
        "explicitness": mention.explicitness,
        "main": mention.main,
        "frame": mention.frame,
        "parser": mention.parser,
        "rules": list(mention.rules),
    }


def _place(place: "Place") -> dict[str, Any]:
    return place.model_dump(exclude={"span"})


def _participant(participant: "Participant") -> dict[str, Any]:
    return participant.model_dump(exclude={"span", "key"})


def _passage(span: "Span", text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.stop, "text": text}


def _told(document: "Document", mentions: "tuple[Mention, ...]") -> str:
    """One document for the eye: a line an event, under it the evidence and the rules that made it."""
    lines = [f"{document.source.path}  {document.language}  {document.created.edtf or 'undated'}"]
    for m in mentions:
        where = m.place and (m.place.name or m.place.country)
        date = m.when.edtf if m.when else "undated"
        lines.append(f"  {date}  {m.claim}  {m.kind}  {m.titles.en}" + (f"  [{where}]" if where else ""))
        lines.append(f"      “{' '.join(m.evidence_text.split())}”")
        lines += [f"      · {rule}" for rule in m.rules]
    return "\n".join(lines)
