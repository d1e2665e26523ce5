"""``emcal brief``: what the register knows on one day, and how that differs from what it knew on another."""

import gc
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from emcal.cli.options import REGISTER, AsOf, RegisterFile, country_code, day

if TYPE_CHECKING:
    from emcal.export.brief import Brief, Page
    from emcal.register import Query, Register

Form = Literal["md", "html", "docx"]


def brief(
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the last brief, to tell what changed.")
    ] = None,
    as_of: AsOf = None,
    lang: Annotated[Literal["en", "ru"], typer.Option(help="The language of the brief.")] = "en",
    country: Annotated[str, typer.Option(help="Only events there or with its people: KG, or a name.")] = "",
    kind: Annotated[str, typer.Option(help="Only meetings, exercises and so on.")] = "",
    series: Annotated[str, typer.Option(help="Only a recurring event: a part of its name.")] = "",
    form: Annotated[Form, typer.Option("--format", help="Markdown, a web page that prints well, or Word.")] = "md",
    template: Annotated[
        Path | None, typer.Option(help="A Jinja2 template of your own, for md or html.", metavar="FILE")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write it, instead of the terminal.", metavar="FILE")
    ] = None,
    register: RegisterFile = REGISTER,
) -> None:
    """Write the brief that a duty officer reads: what is ahead, what was held, what changed, what is not known.

    Example: emcal brief --since 2024-11-01 --as-of 2024-12-01 --lang ru
    """
    from emcal.cli.exports import write_whole
    from emcal.cli.failure import reported
    from emcal.export.brief import brief as facts_of
    from emcal.export.brief import page

    told_for, before = day(as_of), since.date() if since else None
    _check(form, template, out, told_for, before)
    scope = _scope(country, kind, series)
    with reported():
        known, previous = _registers(register, told_for, before)
        facts = facts_of(known, told_for, before, previous, scope)
        _remark(known, previous, facts)
        content = _written(page(facts, lang), facts, form, template)
        if out:
            write_whole(out, content)
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()


def _check(form: Form, template: Path | None, out: Path | None, as_of: date, since: date | None) -> None:
    if since and since >= as_of:
        raise typer.BadParameter(f"{since} is not before the day of the brief, {as_of}", param_hint="--since")
    if template and form == "docx":
        raise typer.BadParameter("a template writes md or html, not docx", param_hint="--template")
    if form == "docx" and out is None and sys.stdout.isatty():
        raise typer.BadParameter("a Word file needs --out or a pipe", param_hint="--format")


def _scope(country: str, kind: str, series: str) -> "Query":
    from pydantic import ValidationError

    from emcal.register import Query

    asked = {"country": country_code(country), "kind": kind.lower(), "series": series}
    try:
        return Query.model_validate({name: value for name, value in asked.items() if value})
    except ValidationError as error:
        raise typer.BadParameter(str(error.errors()[0]["msg"]).lower(), param_hint="--kind") from error


def _registers(path: Path, as_of: date, since: date | None) -> "tuple[Register, Register | None]":
    """The register as it was known on both days. Raises ``RegisterError``."""
    from emcal.register import open_register

    with open_register(path) as store:
        known, previous = store.snapshot(as_of), store.snapshot(since) if since else None
    # Both live as long as the process: to have the collector go through them again and again doubles the time.
    gc.freeze()
    return known, previous


def _remark(known: "Register", previous: "Register | None", facts: "Brief") -> None:
    """What a reader should know before wondering at an empty page."""
    if not known.documents:
        _note(f"no document was known on {facts.as_of}: the brief is empty")
    elif previous is not None and not previous.documents:
        _note(f"no document was known on {facts.since}: everything is new")
    if facts.total and not facts.shown:
        _note("no event passes the filters")


def _note(message: str) -> None:
    print(f"emcal: {message}", file=sys.stderr)


def _written(made: "Page", facts: "Brief", form: Form, template: Path | None) -> bytes:
    if form == "docx":
        from emcal.export.brief.docx import render as as_docx

        return as_docx(made, facts.as_of)
    from emcal.export.brief.templating import render

    return render(made, facts, form, _read(template), str(template)).encode()


def _read(template: Path | None) -> str | None:
    """The text of a template. Raises ``ExportError``."""
    from emcal.errors import ExportError

    if template is None:
        return None
    try:
        return template.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else "not UTF-8"
        raise ExportError(f"{template}: {reason.lower()}") from error
