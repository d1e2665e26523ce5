"""Any text survives Markdown: a CommonMark reader gives it back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.export.brief.story import NASTY

from emcal.export.brief.markdown import escape, opening

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = st.text(st.sampled_from("ab1 .|*_<>[]()\\`~#-+=!&;:$^'\"/\n\t{}йЪ"), max_size=30)


def shown(markdown: str) -> list[str]:
    return ["".join(map(text, token.children or [])) for token in READER.parse(markdown) if token.type == "inline"]


def text(token: Token) -> str:
    return token.content if token.type in ("text", "text_special") else ""


def plain(words: str) -> str:
    return " ".join(words.split())


@given(MARKS)
@example(NASTY)
@example("see https://example.org/a_b*c?x=1&y=2, then (http://example.org/).")
@example("&amp; &#60; R&D www.example.org")
def test_a_cell_shows_its_text(words: str) -> None:
    cells = shown(f"| h |\n| --- |\n| {escape(words).strip()} |\n")
    assert cells == ["h", plain(words)] or (not plain(words) and cells == ["h", ""])


@given(MARKS)
@example("1. one")
@example("2) two")
@example("# heading")
@example("- item")
@example("+ item")
@example("===")
@example("---")
def test_a_line_shows_its_text(words: str) -> None:
    tokens = [token.type for token in READER.parse(opening(escape(words).strip())) if token.nesting >= 0]
    assert tokens in (["paragraph_open", "inline"], [])
    assert shown(opening(escape(words).strip())) == ([plain(words)] if plain(words) else [])


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("a|b", "a\\|b"),
        ("snake_case", "snake\\_case"),
        ("https://example.org/a_b.", "<https://example.org/a_b>."),
        ("two\nlines\r\nthree", "two lines three"),
        ("bell\x07 and \u202eback", "bell and back"),
        ("R&D", "R&D"),
        ("&lt;", "\\&lt;"),
        ("$45bn", "\\$45bn"),
    ],
)
def test_what_it_looks_like_in_a_plain_viewer(words: str, markdown: str) -> None:
    assert escape(words) == markdown
