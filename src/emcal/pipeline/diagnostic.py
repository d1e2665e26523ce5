"""What the pipeline says about a document that it could not use as it should have been used."""

from __future__ import annotations

from typing import Literal

from emcal.documents import Span
from emcal.noun import Noun

Severity = Literal["note", "warning", "error"]


class Diagnostic(Noun):
    """``code`` is stable, ``message`` is for people; ``span`` is in code points of the document's text.

    A note is about the text (no date in it), a warning about the reading (unknown language), an error about the file.
    """

    severity: Severity
    code: str
    path: str
    message: str
    span: Span | None = None

    def __str__(self) -> str:
        place = f" [{self.span.start}:{self.span.stop}]" if self.span else ""
        return f"{self.severity}: {self.path}{place}: {self.message}"
