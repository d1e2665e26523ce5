"""What the check reports: one defect with its place in the file."""

from __future__ import annotations

from typing import Literal

from emcal.noun import Noun

Severity = Literal["error", "warning"]


class Defect(Noun):
    """One defect: ``line`` and ``column`` count from 1, columns in code points of the physical line.

    An *error* breaks RFC 5545 or its kin; a *warning* is allowed and still hurts in clients.
    """

    code: str
    line: int
    column: int
    message: str
    severity: Severity = "error"
