"""What makes Excel offer to repair a file: checked in the XML itself, since no Excel is at hand.

Order of elements: ECMA-376 part 1, CT_Worksheet (section 18.3.1.99). Limits: "Excel specifications and limits".
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from datetime import date, timedelta
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from openpyxl.utils import column_index_from_string, range_boundaries
from registers import AS_OF, entry, register, sample

from emcal.export import render
from emcal.export.format import RenderOptions

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
    "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "drawing", "legacyDrawing", "tableParts", "extLst",
)  # fmt: skip
LONG = "Long title " * 4000


def many() -> object:
    first = date(2020, 1, 1)
    return register(
        *(entry(f"n{n:03d}", f"Event {n}", (first + timedelta(days=9 * n)).isoformat()) for n in range(300))
    )


def awkward() -> object:
    texts = ("=1+1", "_x0041_", "\x00\x01\x1f\ufffe\ud800", LONG, "line\n" * 400, "<&>", "1" * 300)
    old = entry("old", "An old treaty", "1850-01-01/1899-12-31", kind="agreement")
    return register(old, *(entry(f"x{n}", text, "1900-02-01", note=text, text=text) for n, text in enumerate(texts)))


CASES = {"sample": sample, "awkward": awkward, "empty": register, "many": many}


@pytest.fixture(scope="module", params=[(name, language) for name in CASES for language in ("en", "ru")], ids="-".join)
def parts(request: pytest.FixtureRequest) -> dict[str, bytes]:
    name, language = request.param
    content = render(CASES[name](), "xlsx", RenderOptions(as_of=AS_OF, language=language))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert len(set(packed.namelist())) == len(packed.namelist())
        return {part: packed.read(part) for part in packed.namelist()}


def sheets(parts: dict[str, bytes]) -> list:
    return [fromstring(content) for name, content in sorted(parts.items()) if name.startswith("xl/worksheets/sheet")]


def tables(parts: dict[str, bytes]) -> list:
    return [fromstring(content) for name, content in sorted(parts.items()) if name.startswith("xl/tables/")]


def test_every_part_is_well_formed_and_has_a_content_type(parts) -> None:
    types = fromstring(parts["[Content_Types].xml"])
    named = {child.get("PartName").lstrip("/") for child in types if child.get("PartName")}
    extensions = {child.get("Extension") for child in types if child.get("Extension")}
    for name, content in parts.items():
        fromstring(content)
        assert name in named or name.rsplit(".", 1)[-1] in extensions
    assert named <= set(parts)


def test_every_relation_leads_to_a_part(parts) -> None:
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in fromstring(content):
                target = relation.get("Target")
                inside = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                assert relation.get("TargetMode") == "External" or inside in parts


def test_elements_stand_in_the_order_of_the_schema(parts) -> None:
    for sheet in sheets(parts):
        places = [ORDER.index(child.tag.removeprefix(MAIN)) for child in sheet]
        assert places == sorted(places)


def test_rows_and_cells_ascend_inside_the_dimension(parts) -> None:
    for sheet in sheets(parts):
        _, _, last_column, last_row = range_boundaries(sheet.find(f"{MAIN}dimension").get("ref"))
        rows = sheet.findall(f"{MAIN}sheetData/{MAIN}row")
        assert all(int(one.get("r")) < int(two.get("r")) for one, two in pairwise(rows))
        for row in rows:
            assert float(row.get("ht", 15)) <= 409
            columns = [re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups() for cell in row]
            numbers = [column_index_from_string(letters) for letters, _ in columns]
            assert all(number == row.get("r") for _, number in columns)
            assert numbers == sorted(set(numbers))
            assert (max(numbers, default=1), int(row.get("r"))) <= (last_column, last_row) or not numbers
            assert int(row.get("r")) <= last_row


def test_cells_hold_what_their_type_says(parts) -> None:
    formats = len(fromstring(parts["xl/styles.xml"]).find(f"{MAIN}cellXfs"))
    for sheet in sheets(parts):
        for cell in sheet.iter(f"{MAIN}c"):
            assert int(cell.get("s", 0)) < formats
            assert cell.find(f"{MAIN}f") is None
            if cell.get("t") == "inlineStr":
                text = "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
                assert len(text.encode("utf-16-le")) // 2 <= 32_767 + 7 * text.count("_x005F_")
                assert text.count("\n") <= 253
                assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text)
            elif len(cell):
                assert cell.get("t") in (None, "n")
                assert float(cell.find(f"{MAIN}v").text) >= 0


def test_styles_refer_to_what_is_there(parts) -> None:
    styles = fromstring(parts["xl/styles.xml"])
    counts = {kind: len(styles.find(f"{MAIN}{kind}s")) for kind in ("font", "fill", "border")}
    formats = styles.findall(f"{MAIN}numFmts/{MAIN}numFmt")
    known = {int(one.get("numFmtId")) for one in formats}
    assert len(formats) <= 200
    assert all(len(one.get("formatCode")) <= 255 for one in formats)
    for xf in styles.find(f"{MAIN}cellXfs"):
        assert all(int(xf.get(f"{kind}Id", 0)) < count for kind, count in counts.items())
        assert int(xf.get("numFmtId", 0)) < 164 or int(xf.get("numFmtId")) in known
    differential = styles.find(f"{MAIN}dxfs")
    for sheet in sheets(parts):
        rules = list(sheet.iter(f"{MAIN}cfRule"))
        assert all(int(rule.get("dxfId", 0)) < max(len(differential), 1) for rule in rules)
        assert len({rule.get("priority") for rule in rules}) == len(rules)


def test_tables_are_sound(parts) -> None:
    found = tables(parts)
    assert (
        len({table.get("id") for table in found})
        == len({table.get("displayName") for table in found})
        == len(found)
        == 3
    )
    for table, sheet in zip(found, sheets(parts)[2:5], strict=True):
        left, top, right, bottom = range_boundaries(table.get("ref"))
        names = [column.get("name") for column in table.iter(f"{MAIN}tableColumn")]
        assert len({name.casefold() for name in names}) == len(names) == right - left + 1
        assert bottom > top
        assert table.find(f"{MAIN}autoFilter").get("ref") == table.get("ref")
        header = sheet.find(f"{MAIN}sheetData/{MAIN}row")
        assert ["".join(t.text for t in cell.iter(f"{MAIN}t")) for cell in header] == names
        assert sheet.find(f"{MAIN}autoFilter") is None
        assert sheet.find(f"{MAIN}mergeCells") is None


def test_merged_cells_do_not_overlap(parts) -> None:
    for sheet in sheets(parts):
        seen: set[tuple[int, int]] = set()
        for merged in sheet.iter(f"{MAIN}mergeCell"):
            left, top, right, bottom = range_boundaries(merged.get("ref"))
            cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            assert not cells & seen
            seen |= cells


def test_validations_and_links_keep_their_limits(parts) -> None:
    for sheet in sheets(parts):
        for rule in sheet.iter(f"{MAIN}dataValidation"):
            assert len(rule.get("promptTitle", "")) <= 32
            assert len(rule.get("prompt", "")) <= 255
            assert len(rule.get("error", "")) <= 255
            assert all(len(formula.text or "") <= 255 for formula in rule)
        links = list(sheet.iter(f"{MAIN}hyperlink"))
        assert len(links) <= 65_530
        assert all(link.get("location") or link.get(RELATION) for link in links)


def test_names_of_sheets_and_ranges(parts) -> None:
    book = fromstring(parts["xl/workbook.xml"])
    names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(
        len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) and name.casefold() != "history" for name in names
    )
    for defined in book.iter(f"{MAIN}definedName"):
        sheet = defined.text.rpartition("!")[0].strip("'").split("!")[0].strip("'")
        assert sheet in names
        assert "#REF!" not in defined.text


def test_widths_are_possible(parts) -> None:
    for sheet in sheets(parts):
        columns = [(int(c.get("min")), int(c.get("max")), float(c.get("width", 9))) for c in sheet.iter(f"{MAIN}col")]
        assert all(width <= 255 for _, _, width in columns)
        assert all(one[1] < two[0] for one, two in pairwise(columns))
