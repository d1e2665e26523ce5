"""The server's answers: what each address holds, and how HTTP is kept."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from emcal.export.check import check
from emcal.feed.app import create_app

from .conftest import MADE, Client, Desk, Reply, change, entry, register

Get = Callable[..., Reply]


def uids(reply: Reply) -> list[str]:
    return [str(event["UID"]).removesuffix("@emcal") for event in Calendar.from_ical(reply.body).walk("VEVENT")]


def test_the_default_feed_holds_every_dated_event(get: Get) -> None:
    reply = get("/emcal.ics")
    assert reply.status == 200
    assert reply.headers["content-type"] == "text/calendar; charset=utf-8"
    assert uids(reply) == ["past", "unsure", "drill", "refined", "off"]
    assert check(reply.body) == ()


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("country=KG", ["past", "drill"]),
        ("country=kg,az", ["past", "drill", "refined", "off"]),
        ("country=KG&country=AZ", ["past", "drill", "refined", "off"]),
        ("country=CH", ["drill"]),
        ("country=KG&kind=exercise&lang=ru", ["drill"]),
        ("organisation=red%20cross", ["drill"]),
        ("series=drills", ["drill"]),
        ("standing=unconfirmed", ["unsure"]),
        ("standing=held,cancelled", ["past", "off"]),
        ("precision=month", ["drill"]),
        ("past=600", ["unsure", "drill", "refined", "off"]),
        ("past=0", ["drill", "refined", "off"]),
        ("imprecise=hide", ["past", "unsure", "refined", "off"]),
        ("cancelled=hide", ["past", "unsure", "drill", "refined"]),
        ("country=TM", []),
        ("country=", ["past", "unsure", "drill", "refined", "off"]),
    ],
)
def test_filters(get: Get, query: str, kept: list[str]) -> None:
    reply = get(f"/emcal.ics?{query}")
    assert (reply.status, uids(reply)) == (200, kept)
    assert not [defect for defect in check(reply.body) if defect.severity == "error"]


@pytest.mark.parametrize(
    "query",
    ["contry=KG", "country=KGZ", "kind=party", "lang=de", "past=-1", "past=soon", "past=99999999", "past=1&past=2",
     "imprecise=maybe", "country=%FF", "standing=%00", "organisation=%00", "a=" + "&a=" * 200, "precision=week"],
)  # fmt: skip
def test_a_bad_query_is_refused_with_a_reason(get: Get, query: str) -> None:
    reply = get(f"/emcal.ics?{query}")
    assert reply.status == 400
    assert len(reply.text) > 20


def test_russian(get: Get) -> None:
    calendar = Calendar.from_ical(get("/emcal.ics?lang=ru&kind=forum").body)
    assert calendar["X-WR-CALNAME"].endswith(": форум")
    assert calendar.walk("VEVENT")[0]["SUMMARY"] == "Событие refined"


def test_validators(get: Get) -> None:
    plain, zipped = get("/emcal.ics"), get("/emcal.ics", accept_encoding="br, gzip;q=0.8")
    assert gzip.decompress(zipped.body) == plain.body
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["etag"] != plain.headers["etag"]
    for reply in (plain, zipped):
        assert reply.headers["vary"] == "accept-encoding"
        assert reply.headers["content-length"] == str(len(reply.body))
        assert "max-age" in reply.headers["cache-control"]
        assert reply.headers["access-control-allow-origin"] == "*"
        again = get("/emcal.ics", if_none_match=reply.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        for name in ("etag", "last-modified", "vary", "cache-control"):
            assert name in again.headers


@pytest.mark.parametrize("coding", ["", "identity", "gzip;q=0", "gzip; q=0.0", "br", "*;q=0"])
def test_no_gzip_where_it_is_not_wanted(get: Get, coding: str) -> None:
    assert "content-encoding" not in get("/emcal.ics", accept_encoding=coding).headers


def test_conditions(get: Get) -> None:
    first = get("/emcal.ics")
    modified = first.headers["last-modified"]
    assert get("/emcal.ics", if_modified_since=modified).status == 304
    assert get("/emcal.ics", if_modified_since="Mon, 01 Jan 2024 00:00:00 GMT").status == 200
    assert get("/emcal.ics", if_modified_since="yesterday").status == 200
    assert get("/emcal.ics", if_none_match='"other"', if_modified_since=modified).status == 200
    assert get("/emcal.ics", if_none_match=f'"x", W/{first.headers["etag"]}').status == 304
    assert get("/emcal.ics", if_none_match=first.headers["etag"][:-1] + '-gzip"').status == 304


def test_head_is_get_without_a_body(client: Client) -> None:
    head, whole = client.request("HEAD", "/emcal.ics"), client.get("/emcal.ics")
    assert (head.status, head.body, head.headers) == (200, b"", whole.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND", "REPORT"])
def test_other_methods_are_not_allowed(client: Client, method: str) -> None:
    for address in ("/emcal.ics", "/", "/healthz", "/nothing"):
        reply = client.request(method, address)
        assert reply.status == 405
        assert "GET" in reply.headers["allow"]
        assert reply.body


def test_options_for_scripts_of_other_sites(client: Client) -> None:
    reply = client.request("OPTIONS", "/emcal.ics")
    assert reply.status == 204
    assert reply.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "address",
    ["/nothing", "/emcal.icsx", "/../etc/passwd", "/assets/../app.py", "/assets/nothing", "/events/none@emcal",
     "/events/none@emcal.ics", "/20260.ics", "//", "/events/"],
)  # fmt: skip
def test_what_is_not_there_is_404(get: Get, address: str) -> None:
    assert get(address).status == 404


def test_an_endless_address_is_refused(get: Get) -> None:
    assert get("/emcal.ics?organisation=" + "a" * 100_000).status == 414


def test_year_feeds_and_archive(get: Get) -> None:
    assert uids(get("/2027.ics")) == ["drill", "refined", "off"]
    assert uids(get("/2024.ics")) == ["past"]
    assert uids(get("/archive.ics")) == uids(get("/emcal.ics"))


def test_one_event(get: Get) -> None:
    page = get("/events/drill@emcal")
    assert page.status == 200
    assert "<script>alert" not in page.text
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    told = json.loads(data)
    assert told["@type"] == "Event"
    assert told["startDate"] == "2027-03"
    assert told["name"] == "Drill <script>alert(1)</script> & more"
    assert 'href="https://example.org/drill?a=1&amp;b=2"' in page.text
    assert uids(get("/events/drill@emcal.ics")) == ["drill"]


def test_a_merged_event_moves_on(get: Get) -> None:
    assert get("/events/former@emcal").headers["location"] == "/events/refined@emcal"
    assert get("/events/former@emcal.ics").headers["location"] == "/events/refined@emcal.ics"


def test_pages_are_safe(get: Get) -> None:
    for address in ("/", "/?lang=ru", "/events/drill@emcal", "/embed"):
        reply = get(address)
        assert reply.status == 200
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert "set-cookie" not in reply.headers
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "alert(1)</script>" not in reply.text
    assert "frame-ancestors *" in get("/embed").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in get("/").headers["content-security-policy"]


def test_the_page_names_the_feed_of_its_filters(get: Get) -> None:
    page = get("/?kind=exercise&country=KG&country=AZ")
    assert 'value="https://calendar.example/emcal.ics?country=AZ,KG&amp;kind=exercise"' in page.text
    assert 'href="webcal://calendar.example/emcal.ics?country=AZ,KG&amp;kind=exercise"' in page.text
    assert "<svg" in page.text
    assert "Event refined" not in page.text
    assert 'value="exercise" checked' in page.text


def test_the_page_speaks_the_readers_language(get: Get) -> None:
    assert '<html lang="ru">' in get("/", accept_language="ru-RU,ru;q=0.9,en;q=0.8").text
    assert '<html lang="en">' in get("/", accept_language="de,en;q=0.8,ru;q=0.5").text
    assert '<html lang="ru">' in get("/?lang=ru", accept_language="en").text


def test_a_forged_host_does_not_reach_the_page(client: Client) -> None:
    page = client.request("GET", "/", {"Host": 'x"><script>alert(2)</script>'})
    assert "alert(2)" not in page.text


def test_changes_as_atom(get: Get) -> None:
    reply = get("/changes.atom")
    feed = ElementTree.fromstring(reply.body)  # noqa: S314
    space = "{http://www.w3.org/2005/Atom}"
    titles = [entry.findtext(f"{space}title") for entry in feed.iter(f"{space}entry")]
    assert titles == [
        "Event refined: Date refined: May to June 2027 → 29 May to 1 June 2027",
        "Event refined: New event",
    ]
    assert feed.findtext(f"{space}updated") == "2026-11-01T12:00:00Z"


def test_json_feed(get: Get) -> None:
    feed = json.loads(get("/feed.json?kind=exercise").body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {item["id"] for item in feed["items"]} == {"drill@emcal", "off@emcal"}


def test_a_prefix_works_with_and_without_a_proxy_that_strips_it(desk: Desk) -> None:
    client = Client(create_app(desk.state, prefix="/calendar"))
    for address in ("/calendar/emcal.ics", "/emcal.ics"):
        assert client.get(address).status == 200
    for address in ("/calendar/", "/calendar", "/"):
        page = client.get(address)
        assert 'href="/calendar/assets/page.css"' in page.text
        assert "https://calendar.example/calendar/emcal.ics" in page.text


def test_a_changed_register_is_served(desk: Desk) -> None:
    before = desk.client.get("/emcal.ics")
    desk.change(register().model_copy(update={"entries": (*register().entries, entry("new", "2027-09-01"))}))
    after = desk.client.get("/emcal.ics", if_none_match=before.headers["etag"])
    assert after.status == 200
    assert "new" in uids(after)
    assert desk.client.get("/emcal.ics", if_modified_since=before.headers["last-modified"]).status == 200


def test_a_touched_register_with_the_same_events_changes_nothing(desk: Desk) -> None:
    before = desk.client.get("/emcal.ics")
    desk.now += timedelta(minutes=5)
    desk.touch()
    assert desk.client.get("/emcal.ics", if_none_match=before.headers["etag"]).status == 304
    assert desk.client.get("/emcal.ics").headers == before.headers


def test_a_busy_register_leaves_the_last_good_feed(desk: Desk) -> None:
    before = desk.client.get("/emcal.ics")
    desk.broken = True
    desk.touch()
    assert desk.client.get("/emcal.ics").body == before.body
    health = desk.client.get("/healthz")
    assert (health.status, json.loads(health.body)["status"]) == (503, "stale")
    assert "busy" in json.loads(health.body)["reason"]
    desk.broken = False
    desk.state.renew()
    assert json.loads(desk.client.get("/healthz").body)["status"] == "ok"


def test_a_register_that_is_gone_leaves_the_last_good_feed(desk: Desk) -> None:
    desk.path.unlink()
    desk.state.renew()
    assert desk.client.get("/emcal.ics").status == 200
    assert "gone" in json.loads(desk.client.get("/healthz").body)["reason"]
    desk.touch()
    assert desk.client.get("/healthz").status == 200


def test_a_new_day_changes_standings_and_their_dates(desk: Desk) -> None:
    desk.change(register().model_copy(update={"entries": (entry("today", "2026-11-23"),)}))
    assert b"X-EMCAL-STANDING:planned" in desk.client.get("/emcal.ics").body
    first = desk.client.get("/emcal.ics").headers["last-modified"]
    desk.now += timedelta(days=1)
    desk.state.renew()
    reply = desk.client.get("/emcal.ics")
    assert b"X-EMCAL-STANDING:unconfirmed" in reply.body
    assert b"DTSTAMP:20261124T000000Z" in reply.body
    assert parsedate_to_datetime(reply.headers["last-modified"]) > parsedate_to_datetime(first)
    assert "Standing: planned → unconfirmed" in desk.client.get("/changes.atom").text


def test_metrics_count(get: Get) -> None:
    get("/emcal.ics")
    get("/emcal.ics?lang=xx")
    text = get("/metrics").text
    assert 'emcal_requests_total{route="feed",status="200"} 1' in text
    assert 'emcal_requests_total{route="feed",status="400"} 1' in text
    assert "emcal_events 6" in text


def test_a_removed_document_is_told(desk: Desk) -> None:
    told = entry("told", "2027-01-01").model_copy(
        update={"changes": (change("told", "document", "", "b.txt", MADE), change("told", "readings", "", "x", MADE))}
    )
    desk.change(register().model_copy(update={"entries": (told,)}))
    assert "Event told: New source: b.txt" in desk.client.get("/changes.atom").text
