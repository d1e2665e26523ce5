"""``emcal export``: the formats one asks for, from the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from emcal.cli.options import REGISTER, AsOf, RegisterFile, day

if TYPE_CHECKING:
    from emcal.export.format import RenderOptions
    from emcal.register.register import Register

SITE = "html"


def export(
    formats: Annotated[
        list[str], typer.Argument(metavar="FORMAT…", help="ics, jsonl, md, xlsx, or html for a whole site.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the files.", show_default=False)],
    register: RegisterFile = REGISTER,
    as_of: AsOf = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of the exports.")] = "en",
    select: Annotated[
        str,
        typer.Option(metavar="QUERY", help="The events to keep, as in a feed's address: 'country=KG&kind=exercise'."),
    ] = "",
    imprecise: Annotated[Literal["span", "start", "hide"], typer.Option(help="Calendar: dates that are not exact.")] = (
        "span"
    ),
    cancelled: Annotated[Literal["label", "keep", "hide"], typer.Option(help="Calendar: cancelled events.")] = "label",
    profile: Annotated[
        Literal["default", "rich"], typer.Option(help="Calendar: how much each event holds.")
    ] = "default",
    site: Annotated[
        str | None, typer.Option(metavar="URL", help="The public address that the files will have.", show_default=False)
    ] = None,
) -> None:
    """Write exports of the register: single formats, or with html a site of feeds and pages that any web host serves.

    Example: emcal export ics html -o public --site https://example.org/calendar
    """
    from emcal.export import format_names
    from emcal.export.format import RenderOptions
    from emcal.register import open_register

    known_formats = (*format_names(), SITE)
    for name in formats:
        if name not in known_formats:
            raise typer.BadParameter(f"no format {name!r}: choose from {', '.join(known_formats)}")
    with open_register(register) as store:
        known = store.snapshot()
        options = RenderOptions(
            as_of=day(as_of),
            language=lang,
            imprecise=imprecise,
            cancelled=cancelled,
            profile=profile,
            site=f"{site.rstrip('/')}/" if site else None,
            cache=store,
        )
        chosen = _selected(known, select, options)
        count = sum(_write(chosen, name, out, options) for name in dict.fromkeys(formats))
    typer.echo(f"wrote {count} files to {out}")


def _selected(known: "Register", query: str, options: "RenderOptions") -> "Register":
    """The register with the events that a feed's query keeps. Raises ``BadParameter``."""
    if not query:
        return known
    from emcal.feed.selection import QueryError, read_query

    try:
        kept = read_query(query).entries(known.entries, options.as_of)
    except QueryError as error:
        raise typer.BadParameter(str(error)) from error
    return known.model_copy(update={"entries": kept})


def _write(known: "Register", name: str, out: Path, options: "RenderOptions") -> int:
    """Write one format and return how many files it took. Raises ``ExportError``."""
    from emcal.cli.exports import MAIN, make_folder, options_for, write_whole
    from emcal.export import load

    if name == SITE:
        return _write_site(known, out, options)
    usual = {format_name: file for file, format_name in MAIN.items()}
    path = out / usual.get(name, f"emcal.{load(name).extension}")
    rendered = load(name).render(known, options_for(name, path, options))
    make_folder(out)
    write_whole(path, rendered)
    return 1


def _write_site(known: "Register", out: Path, options: "RenderOptions") -> int:
    from emcal.cli.exports import make_folder, write_whole
    from emcal.feed.static import site_files

    count = 0
    for path, body in site_files(known, options):
        make_folder((out / path).parent)
        write_whole(out / path, body)
        count += 1
    return count
