"""The workbook: ``timeline.xlsx``, read by analysts and corrected by them."""

from __future__ import annotations

from emcal.export.format import RenderOptions
from emcal.export.workbook.book import workbook
from emcal.register.register import Register

extension = "xlsx"
media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render(register: Register, options: RenderOptions) -> bytes:
    """The whole workbook. Raises ``ExportError``."""
    return workbook(register, options)
