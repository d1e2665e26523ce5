"""Time expressions: found in running text and read as TIMEX3, EDTF and inclusive day bounds."""

from emcal.timex.tagging import tag
from emcal.timex.timex import Timex

__all__ = ["Timex", "tag"]
