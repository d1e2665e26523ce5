"""Pictures of a workbook for people to look at: ``python tests/export/workbook/pictures.py timeline.xlsx FOLDER``.

LibreOffice turns the workbook into pages, pdftoppm the first two, Summary and Timeline, into small PNGs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

# Sheet, resolution, and the upper part of the page that is kept, in thousandths of its height.
PAGES = (("summary", 80, 620), ("timeline", 80, 600))
A4, A3 = (8.27, 11.69), (16.54, 11.69)


def main() -> None:
    """One PNG for each of the two sheets."""
    workbook, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", work, str(workbook)], check=True, capture_output=True)
        pages = f"{work}/{workbook.stem}.pdf"
        for number, ((name, dots, part), (width, height)) in enumerate(zip(PAGES, (A4, A3), strict=True), start=1):
            size = ["-W", str(round(width * dots)), "-H", str(round(height * dots * part / 1000))]
            command = [
                "pdftoppm",
                "-r",
                str(dots),
                "-f",
                str(number),
                "-l",
                str(number),
                "-singlefile",
                *size,
                "-x",
                "0",
            ]
            subprocess.run([*command, "-y", "0", "-png", pages, str(folder / name)], check=True)


if __name__ == "__main__":
    main()
