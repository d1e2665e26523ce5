"""Templates: the two that come with emcal, a reader's own, and the mistakes in one."""

from __future__ import annotations

import re

import pytest
from tests.export.brief.story import AS_OF, NASTY, SINCE, before, now

from emcal.errors import ExportError
from emcal.export.brief import Brief, Page, brief, page
from emcal.export.brief.templating import render


def story() -> tuple[Page, Brief]:
    facts = brief(now(), AS_OF, SINCE, before())
    return page(facts, "en"), facts


def through(template: str) -> str:
    return render(*story(), "md", template, "mine.j2")


def test_the_page_of_the_story_is_one_file_that_fetches_nothing() -> None:
    html = render(*story(), "html")
    assert html.startswith("<!DOCTYPE html>")
    assert "<script" not in html
    assert re.findall(r"(?:src|href)=\"(?!#)", html) == []
    assert "@page" in html


def test_html_shows_what_a_title_holds_and_runs_none_of_it() -> None:
    html = render(*story(), "html")
    assert "<b>" not in html
    assert "&lt;b&gt;[x](http://example.org/a_b)&lt;/b&gt;" in html
    assert "# not a heading" in NASTY


def test_every_footnote_of_the_html_is_there() -> None:
    html = render(*story(), "html")
    cited = set(re.findall(r'href="#note-(\d+)"', html))
    assert cited == set(re.findall(r'id="note-(\d+)"', html)) == {str(note.number) for note in story()[0].notes}


def test_markdown_cites_every_footnote_once_and_in_order() -> None:
    body, _, sources = render(*story(), "md").partition("\n## Sources\n")
    assert re.findall(r"\[\^(\d+)\]", body) == re.findall(r"^\[\^(\d+)\]:", sources, re.MULTILINE)
    assert re.findall(r"\[\^(\d+)\]", body) == [str(note.number) for note in story()[0].notes]


def test_markdown_ends_with_one_line_feed_and_has_no_double_blank_line() -> None:
    markdown = render(*story(), "md")
    assert markdown.endswith("”\n")
    assert "\n\n\n" not in markdown
    assert not re.search(r"[ \t]$", markdown, re.MULTILINE)


def test_a_template_of_ones_own() -> None:
    assert through("{{ page.section('held').title }}: {{ brief.held|length }}, {{ brief.as_of }}") == (
        "Held since the last brief: 3, 2025-04-01"
    )
    assert through("{{ (brief.held|first).event.when|date }}") == "about 20 March 2025"
    assert through("{% extends 'brief.md.j2' %}{% block sections %}nothing\n{% endblock %}").count("##") == 1


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("one\n{% for %}", "mine.j2: line 2: "),
        ("one\n\n{{ page.nothing }}", "mine.j2: line 3: .*no attribute 'nothing'"),
        ("{{ nothing }}", "mine.j2: line 1: 'nothing' is undefined"),
        ("one\n{{ 1 / 0 }}", "mine.j2: line 2: division by zero"),
        ("{{ page.title + 1 }}", "mine.j2: line 1: "),
        ("{{ page|nofilter }}", "mine.j2: line 1: .*nofilter"),
        ("{{ page.section('none') }}", "mine.j2: line 1: "),
        ("\n{% include 'other.j2' %}", "mine.j2: line 2: other.j2"),
        ("{{ page.__class__ }}", "mine.j2: line 1: .*unsafe"),
        ("{{ ''.__class__.__mro__ }}", "mine.j2: line 1: .*unsafe"),
        ("{% for n in range(999999999) %}{% endfor %}", "mine.j2: line 1: .*[Rr]ange"),
    ],
)
def test_a_mistake_in_a_template_names_its_line(template: str, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        through(template)
