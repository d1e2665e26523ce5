"""A small register, a server's application on it, and requests without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from emcal.documents.document import Span
from emcal.errors import RegisterError
from emcal.events.event import Event
from emcal.feed.app import create_app
from emcal.feed.state import State
from emcal.mentions.mention import Claim, Kind, Mention, Participant, Place, Titles
from emcal.register.register import Change, Entry, Register
from emcal.when import When

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)
OSH = Place(name="Osh", name_ru="Ош", country="KG", lat=40.5, lon=72.8)
BAKU = Place(name="Baku", name_ru="Баку", country="AZ")


def entry(
    uid: str, when: str | None, kind: Kind = "meeting", claim: Claim = "planned", title: str = "", **fields: Any
) -> Entry:
    titles = Titles(en=title or f"Event {uid}", ru=title or f"Событие {uid}")
    text = f"{titles.ru} состоится."
    span = Span(start=0, stop=len(text))
    mention = Mention(
        id=uid, document=fields.pop("document", f"{uid}.txt"), language="ru", kind=kind, claim=claim, titles=titles,
        trigger=span, evidence=span, evidence_text=text, parser="prose",
    )  # fmt: skip
    event = Event(
        uid=f"{uid}@emcal", titles=titles, kind=kind, claim=claim, when=When.of(when) if when else None,
        mentions=(mention,), **fields,
    )  # fmt: skip
    return Entry(event=event, created=MADE, modified=MADE, revision=sum(map(ord, uid + titles.en)))


def change(uid: str, field: str, old: str, new: str, at: datetime = MADE) -> Change:
    return Change(uid=f"{uid}@emcal", at=at, field=field, old=old, new=new, because="a.txt")


def register() -> Register:
    refined = entry("refined", "2027-05-29/2027-06-01", "forum", place=BAKU).model_copy(
        update={
            "changes": (
                change("refined", "event", "", "Event refined", MADE - timedelta(days=3)),
                change("refined", "when", "2027-05/2027-06", "2027-05-29/2027-06-01"),
            ),
            "aliases": ("former@emcal",),
        }
    )
    drill = entry(
        "drill", "2027-03", "exercise", title="Drill <script>alert(1)</script> & more", place=OSH,
        participants=(Participant(organisation="Red Cross", country="CH"),), series="drills",
        document="https://example.org/drill?a=1&b=2",
    )  # fmt: skip
    return Register(
        entries=(
            entry("past", "2024-08-15", claim="held", place=OSH),
            entry("unsure", "2025-06-01", "visit"),
            drill,
            refined,
            entry("off", "2027-07-01", "exercise", "cancelled", place=BAKU),
            entry("undated", None, "seminar"),
        )
    )


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Requests to an ASGI application in this process."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def request(self, method: str, address: str, headers: dict[str, str] | None = None, **scope: Any) -> Reply:
        return asyncio.run(self._request(method, address, headers or {}, scope))

    def get(self, address: str, **headers: str) -> Reply:
        return self.request("GET", address, {name.replace("_", "-"): value for name, value in headers.items()})

    async def _request(self, method: str, address: str, headers: dict[str, str], more: dict[str, Any]) -> Reply:
        parts = urlsplit(address)
        sent: list[dict[str, Any]] = []
        raw = [(b"host", b"calendar.example")]
        raw += [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "https",
            "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
            "headers": raw, "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 1), **more,
        }  # fmt: skip

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        told = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return Reply(sent[0]["status"], told, b"".join(part.get("body", b"") for part in sent[1:]))


class Desk:
    """A register on disk that can change, fail and vanish, and a clock that can be set."""

    def __init__(self, path: Path) -> None:
        self.path, self.register, self.now = path, register(), NOW
        self.broken = False
        path.write_bytes(b"1")
        self.state = State(path, self.load, lambda: self.now)
        self.client = Client(create_app(self.state))

    def load(self) -> Register:
        if self.broken:
            raise RegisterError(f"{self.path}: the register is busy")
        return self.register

    def change(self, register: Register) -> None:
        self.register = register
        self.touch()

    def touch(self) -> None:
        self.path.write_bytes(self.path.read_bytes() + b"1" if self.path.exists() else b"1")
        self.state.renew()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(tmp_path / "emcal.db")


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk.client


@pytest.fixture
def get(client: Client) -> Callable[..., Reply]:
    return client.get
