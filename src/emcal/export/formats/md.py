"""``brief.md``: the brief as GitHub-flavoured Markdown."""

from __future__ import annotations

from emcal.export.brief import brief, page
from emcal.export.brief.templating import render as write
from emcal.export.format import RenderOptions
from emcal.register.register import Register

extension = "md"
filename = "brief.md"
media_type = "text/markdown; charset=utf-8"


def render(register: Register, options: RenderOptions) -> bytes:
    """The brief of all events, compared with ``options.previous`` as it was known on ``options.since``."""
    facts = brief(register, options.as_of, options.since, options.previous)
    return write(page(facts, options.language), facts, "md").encode()
