"""The story in one function: find, read, date, tag, extract, keep, merge."""

from emcal.pipeline.build import run
from emcal.pipeline.diagnostic import Diagnostic
from emcal.pipeline.examination import Outcome, dated, examine, mentions_of

__all__ = ["Diagnostic", "Outcome", "dated", "examine", "mentions_of", "run"]
