"""A workbook that comes back is not trusted: entities, bombs and damage are refused, with the file and the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from registers import AS_OF, sample

from emcal.errors import SourceError
from emcal.export import render
from emcal.export.format import RenderOptions
from emcal.export.workbook import archive
from emcal.export.workbook.reading import read

SHEET = "xl/worksheets/sheet3.xml"
ELSEWHERE = "the content of another file"


def workbook() -> bytes:
    return render(sample(), "xlsx", RenderOptions(as_of=AS_OF))


def altered(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The workbook with every part changed, or left out where the change gives ``None``."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                out.writestr(name, part)
    return target.getvalue()


def with_doctype(doctype: str, inside: str, encoding: str = "utf-8") -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name != SHEET:
            return part
        text = part.decode().replace("Meeting of ministers", inside, 1)
        _, _, rest = text.partition("<worksheet")
        return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<worksheet{rest}'.encode(encoding)

    return altered(change)


def refusal(content: bytes, folder: Path) -> str:
    path = folder / "t.xlsx"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert str(path) in str(caught.value)
    return caught.value.reason


def test_the_workbook_itself_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook())
    assert len(read(path).rows) == 9


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_external_entity_is_refused(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "secret.txt").write_text(ELSEWHERE)
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'
    assert "document type or entities" in refusal(with_doctype(doctype, "&e;", encoding), tmp_path)


def test_a_billion_laughs_are_refused(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    assert "entities" in refusal(with_doctype(f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]>', "&l9;"), tmp_path)


def test_a_bare_document_type_is_refused_behind_a_comment(tmp_path: Path) -> None:
    assert "document type" in refusal(with_doctype("<!-- " + "x" * 9000 + " --><!DOCTYPE x>", "plain"), tmp_path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = altered(lambda name, part: part + b" " * 40_000_000 if name == SHEET else part)
    assert "zip bomb" in refusal(bomb, tmp_path)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    target = io.BytesIO(workbook())
    with zipfile.ZipFile(target, "a") as out:
        for number in range(5000):
            out.writestr(f"xl/media/{number}.bin", b"")
    assert "unpacks to too much" in refusal(target.getvalue(), tmp_path)


def test_a_file_too_large_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_BYTES", 1000)
    assert "larger than" in refusal(workbook(), tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"Date;Title\n2024;x\n", workbook()[:20_000], bytes(range(256)) * 40],
    ids=["empty", "two bytes", "csv", "cut off", "noise"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "not a workbook" in refusal(content, tmp_path)


@pytest.mark.parametrize("gone", ["xl/workbook.xml", "xl/styles.xml", SHEET, "[Content_Types].xml"])
def test_a_workbook_without_a_part_is_refused_or_read(tmp_path: Path, gone: str) -> None:
    """Never a traceback: openpyxl can do without some parts and not without others."""
    path = tmp_path / "t.xlsx"
    path.write_bytes(altered(lambda name, part: None if name == gone else part))
    try:
        assert len(read(path).rows) in (0, 9)
    except SourceError as error:
        assert error.reason


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    broken = altered(lambda name, part: part[:2000] if name == SHEET else part)
    assert refusal(broken, tmp_path)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.xlsx"):
        with pytest.raises(SourceError, match="not a workbook"):
            read(path)


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["Title", "Date"])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(SourceError, match="no sheet with the headers of Events"):
        read(tmp_path / "t.xlsx")
