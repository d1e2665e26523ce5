"""Whatever is asked, the server answers, and never with a failure of its own."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emcal.export.check import check
from emcal.feed.selection import QueryError, Selection, read_query

from .conftest import NOW, Client, Desk

PATHS = st.one_of(
    st.sampled_from(["/", "/emcal.ics", "/archive.ics", "/2027.ics", "/changes.atom", "/feed.json", "/embed", "/healthz",
                     "/metrics", "/events/drill@emcal", "/events/drill@emcal.ics", "/assets/page.css"]),
    st.text(max_size=30).map(lambda text: "/" + quote(text, safe="/%.")),
    st.text(max_size=20).map(lambda text: "/events/" + quote(text, safe="/%.")),
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(sorted(Selection.model_fields)), st.text(max_size=8))
VALUES = st.one_of(
    st.sampled_from(
        ["KG", "kg,az", "exercise", "held", "month", "0", "90", "ru", "en", "span", "hide", "keep", "rich", ""]
    ),
    st.text(max_size=20),
)
QUERIES = st.one_of(
    st.lists(st.tuples(NAMES, VALUES), max_size=4).map(
        lambda pairs: "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40),
)
HEADERS = st.dictionaries(
    st.sampled_from(["If-None-Match", "If-Modified-Since", "Accept-Encoding", "Accept-Language", "Host", "Range"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("law") / "emcal.db")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=PATHS, query=QUERIES, headers=HEADERS, method=st.sampled_from(["GET", "GET", "HEAD", "POST", "OPTIONS", "X"])
)
def test_no_request_makes_the_server_fail(
    desk: Desk, path: str, query: str, headers: dict[str, str], method: str
) -> None:
    reply = Client(desk.client.app).request(method, f"{path}?{query}" if query else path, headers)
    assert reply.status < 500
    assert reply.headers["x-content-type-options"] == "nosniff"
    if reply.status == 200 and method == "GET" and path.endswith(".ics") and "content-encoding" not in reply.headers:
        assert not [defect for defect in check(reply.body) if defect.severity == "error"]


@given(QUERIES)
def test_a_query_has_one_form(query: str) -> None:
    try:
        selection = read_query(query)
    except QueryError:
        return
    assert read_query(selection.query) == selection
    assert read_query(selection.query).query == selection.query


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("lang=en&imprecise=span", ""),
        ("kind=visit&country=kz&kind=exercise&country=AZ", "country=AZ,KZ&kind=exercise,visit"),
        ("past=030&lang=RU", "lang=ru&past=30"),
        ("organisation=Крест и мир", "organisation=%D0%9A%D1%80%D0%B5%D1%81%D1%82+%D0%B8+%D0%BC%D0%B8%D1%80"),
    ],
)  # fmt: skip
def test_the_one_form_is_sorted(query: str, canonical: str) -> None:
    assert read_query(query).query == canonical


def test_the_clock_is_given(tmp_path: Path) -> None:
    assert Desk(tmp_path / "emcal.db").state.served.now == NOW
