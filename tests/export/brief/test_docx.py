"""The Word document, read back with python-docx."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Paper
from tests.export.brief.story import AS_OF, SINCE, before, entry, now, when

from emcal.export.brief import brief, page
from emcal.export.brief.docx import render


def written() -> bytes:
    return render(page(brief(now(), AS_OF, SINCE, before()), "ru"), AS_OF)


def read(data: bytes) -> Paper:
    return Document(io.BytesIO(data))


def test_it_has_the_sections_and_tables_of_the_page() -> None:
    paper = read(written())
    made = page(brief(now(), AS_OF, SINCE, before()), "ru")
    headings = [one.text for one in paper.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [*(section.title for section in made.sections), made.sources]
    assert len(paper.tables) == 1 + sum(section.table is not None for section in made.sections)
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == [
        "Состоялось (по сообщениям)",
        "6",
        "+5 (из них 3 – с опозданием)",
    ]


def test_sources_are_numbered_and_quoted() -> None:
    texts = [one.text for one in read(written()).paragraphs]
    assert any(
        text.startswith("1. news/new|_report.txt, 20 марта 2025 года") and "«The chiefs met <b>today" in text
        for text in texts
    )


def test_same_page_same_bytes_and_no_clock() -> None:
    assert written() == written()
    assert read(written()).core_properties.modified == datetime(2025, 4, 1, tzinfo=UTC)


def test_control_characters_break_nothing() -> None:
    bad = entry("bad", ("A\x0bB\ud800\x00C", "А\x01Б"), "forum", "planned", when("2025-05-01"))
    facts = brief(now().model_copy(update={"entries": (bad,)}), AS_OF)
    assert any(
        "ABC" in cell.text for row in read(render(page(facts, "en"), AS_OF)).tables[1].rows for cell in row.cells
    )
