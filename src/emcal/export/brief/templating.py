"""Pages through templates: the two that come with emcal, or one of the reader's, in a sandbox (Jinja2)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from emcal.errors import ExportError
from emcal.export.brief.brief import Brief
from emcal.export.brief.markdown import escape, opening
from emcal.export.brief.page.page import Page
from emcal.export.wording import date_phrase

DEFAULTS = {"md": "brief.md.j2", "html": "brief.html.j2"}


def render(page: Page, brief: Brief, form: str, template: str | None = None, name: str = "template") -> str:
    """The page as ``md`` or ``html``, through ``template`` (its text) or the one that comes with emcal.

    A template sees ``page`` and ``brief``, the filters ``md`` (escapes for Markdown), ``opening`` (for the begin of a line)
    and ``date`` (a date in words), and may extend ``brief.md.j2`` or ``brief.html.j2``. Raises ``ExportError`` with the
    line of a mistake in it.
    """
    environment = _environment(page, escaping=form == "html")
    try:
        made = environment.from_string(template) if template is not None else environment.get_template(DEFAULTS[form])
        return made.render(page=page, brief=brief)
    except TemplateSyntaxError as error:
        raise ExportError(f"{error.name or name}: line {error.lineno}: {error.message}") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise ExportError(f"{name}: line {_line(error)}: {error}") from error


def _environment(page: Page, *, escaping: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=escaping,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(_built_in),
    )
    filters: dict[str, Any] = {"md": escape, "opening": opening, "date": lambda when: date_phrase(when, page.language)}
    environment.filters.update(filters)
    return environment


def _built_in(name: str) -> str | None:
    return _source(name) if name in DEFAULTS.values() else None


def _source(name: str) -> str:
    return files("emcal.export.brief").joinpath("templates", name).read_text("utf-8")


def _line(error: BaseException) -> int:
    """The line of the template that was being run: Jinja2 rewrites tracebacks to template lines."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in ("<template>", "<unknown>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
