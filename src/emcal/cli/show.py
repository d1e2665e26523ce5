"""``emcal show``: one event on one screen."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from emcal.cli.options import REGISTER, AsOf, RegisterFile, day

if TYPE_CHECKING:
    from emcal.register import DocumentRecord


def show(
    uid: Annotated[str, typer.Argument(help="The uid, its beginning, or one that it had before.", show_default=False)],
    register: RegisterFile = REGISTER,
    as_of: AsOf = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of dates and places.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="The whole entry as JSON.")] = False,
) -> None:
    """Show one event: the sentences it comes from, how its date was derived, other readings, and its history.

    Example: emcal show 3f2a
    """
    from emcal.cli.narrative import narrative
    from emcal.cli.table import clean
    from emcal.errors import CorrectionError
    from emcal.register import open_register

    with open_register(register) as store:
        entry = store.entry(uid)
        if entry is None:
            raise CorrectionError(f"{uid}: no such event, or more than one begins so")
        if as_json:
            typer.echo(entry.model_dump_json())
            return
        paths = dict.fromkeys(mention.document for mention in entry.event.mentions)
        documents = {path: record for path in paths if (record := store.document(path))}
        decisions = {decision.id: decision for decision in store.decisions()}
    texts = {path: text for path, record in documents.items() if (text := _text(record)) is not None}
    for line in narrative(entry, documents, decisions, texts, day(as_of), lang):
        typer.echo(clean(line))


def _text(record: "DocumentRecord") -> str | None:
    """The text of the document, if its file is still there and still the same."""
    from emcal.documents import read
    from emcal.errors import SourceError

    try:
        document = read(record.path)
    except SourceError:
        return None
    return document.text if document.source.sha256 == record.sha256 else None
