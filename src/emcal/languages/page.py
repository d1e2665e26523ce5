"""The section ``[page]`` of a language file: words that belong to a web page and not to the news on it."""

from __future__ import annotations

from emcal.noun import Noun


class Page(Noun):
    """``opens`` begin a line of page furniture (buttons, credits, counters), ``holds`` stand anywhere in one.

    Both in lower case. ``published`` are words beside the date of publication.
    """

    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
