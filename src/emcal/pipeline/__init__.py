"""The story in one function: find, read, date, tag, extract, keep, merge."""

from emcal.pipeline.diagnostic import Diagnostic
from emcal.pipeline.examination import Outcome, dated, examine, mentions_of
from emcal.pipeline.build import run

__all__ = ["Diagnostic", "Outcome", "dated", "examine", "mentions_of", "run"]
