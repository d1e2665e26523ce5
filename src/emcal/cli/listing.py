"""``emcal list``: the register in the terminal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from emcal.cli.options import REGISTER, AsOf, RegisterFile, country_code, day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from emcal.register import Entry, Query


def list_(
    register: RegisterFile = REGISTER,
    as_of: AsOf = None,
    standing: Annotated[
        str, typer.Option(help="planned, ongoing, held, unconfirmed, expired, postponed, cancelled.")
    ] = "",
    country: Annotated[str, typer.Option(help="Where it is or who takes part: a code such as KG, or a name.")] = "",
    kind: Annotated[str, typer.Option(help="meeting, exercise, forum and so on.")] = "",
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Events that end on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Events that begin on this day or earlier.")
    ] = None,
    series: Annotated[str, typer.Option(help="Part of the name of a recurring event.")] = "",
    text: Annotated[str, typer.Option(help="Beginnings of words in titles, names and evidence, in any case.")] = "",
    known_on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The register as it was known on this day.")
    ] = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of the table.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an event, as in events.jsonl.")] = False,
) -> None:
    """List the events of the register, all or those that pass every filter.

    Example: emcal list --country KG --kind exercise --standing unconfirmed
    """
    from emcal.register import open_register

    with open_register(register) as store:
        told_for = day(as_of)
        wanted = country_code(country)
        asked = {"standing": standing.lower(), "country": wanted, "kind": kind.lower(), "series": series, "text": text}
        days = {"since": since, "until": until, "known_on": known_on}
        query = _query({"as_of": told_for, **asked, **{name: given and given.date() for name, given in days.items()}})
        entries = store.query(query, evidence=as_json)
        if as_json:
            _print_json(entries, told_for)
        else:
            _print_table(entries, told_for, lang)


def _query(asked: dict[str, object]) -> "Query":
    from pydantic import ValidationError

    from emcal.register import Query

    try:
        return Query.model_validate({name: value for name, value in asked.items() if value})
    except ValidationError as error:
        first = error.errors()[0]
        raise typer.BadParameter(str(first["msg"]).lower(), param_hint=f"--{first['loc'][0]}") from error


def _print_json(entries: "Iterable[Entry]", as_of: date) -> None:
    from emcal.export import render
    from emcal.export.format import RenderOptions
    from emcal.register import Register

    for entry in entries:
        line = render(Register(entries=(entry,)), "jsonl", RenderOptions(as_of=as_of))
        typer.echo(line.decode().rstrip("\n"))


def _print_table(entries: "Iterable[Entry]", as_of: date, lang: str) -> None:
    from emcal.cli.events_table import HEADERS, row
    from emcal.cli.table import print_table
    from emcal.export.wording import Language

    language = cast("Language", lang)
    print_table((*HEADERS[lang], "uid"), ((*row(entry, as_of, language), entry.event.uid) for entry in entries))
