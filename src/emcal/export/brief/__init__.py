"""The brief: what a register knows on one day, and how that differs from what it knew on another.

``brief`` makes the facts, ``page`` puts them into words in one language, ``templating`` and ``docx`` write the page.
"""

from emcal.export.brief.brief import Brief
from emcal.export.brief.facts.assembly import brief
from emcal.export.brief.page.composition import page
from emcal.export.brief.page.page import Page

__all__ = ["Brief", "Page", "brief", "page"]
