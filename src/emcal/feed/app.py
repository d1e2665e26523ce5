"""The server: routes, what each answers, and the task that keeps the register fresh (Starlette)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Callable, Hashable
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from anyio import to_thread
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from emcal.export.calendar.assembly import calendar
from emcal.export.formats import ics
from emcal.feed import metrics as counting
from emcal.feed import pages, views
from emcal.feed.endpoint import Endpoint, NotFoundError, Prefix, headers_of, language_of
from emcal.feed.metrics import Metrics
from emcal.feed.representation import Answer, Representation, plain, whole
from emcal.feed.selection import Selection, read_query
from emcal.feed.state import Served, State
from emcal.register.register import Entry

_NOT_KEPT = (b"cache-control", b"no-store")
_HTML = "text/html; charset=utf-8"
_POLICY = b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " \
    b"form-action 'self'; base-uri 'none'; frame-ancestors "  # fmt: skip
_FRAMED_NOWHERE, _FRAMED_ANYWHERE = b"'none'", b"*"
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
_ASSETS = {
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_read = lru_cache(maxsize=2048)(read_query)


class Feed:
    """The answers of the server, one method a route; each takes the request's scope."""

    def __init__(self, state: State, metrics: Metrics) -> None:
        self.state = state
        self.metrics = metrics

    async def view(self, scope: Scope, view: str | None = None) -> Answer:
        """A feed: ``/emcal.ics?country=KG``."""
        wanted = view or scope["path_params"]["view"]
        if views.media_type(wanted) is None:
            raise NotFoundError
        served, selection = self.state.served, _read(scope["query_string"].decode("latin-1"))
        made = served.known((wanted, selection)) or await _apart(served.feed, wanted, selection)
        return made.answer(scope["headers"])

    async def page(self, scope: Scope) -> Answer:
        """The subscribe page."""
        served = self.state.served
        selection = read_query(scope["query_string"].decode("latin-1"), language_of(scope))
        return await _page(served, scope, _FRAMED_NOWHERE, partial(_subscribe, served, selection), "page", selection)

    async def embed(self, scope: Scope) -> Answer:
        """The list of the next events for a frame."""
        served, selection = self.state.served, _read(scope["query_string"].decode("latin-1"))
        return await _page(served, scope, _FRAMED_ANYWHERE, partial(_embedded, served, selection), "embed", selection)

    async def event(self, scope: Scope) -> Answer:
        """The page of one event."""
        served = self.state.served
        entry = self._entry(scope, served)
        if entry is None:
            return self._moved(scope, served)
        language = read_query(scope["query_string"].decode("latin-1"), language_of(scope)).lang
        larger = served.by_uid.get(entry.event.part_of or "")
        make = partial(pages.event_page, entry, served.as_of, language, larger=larger)
        return await _page(served, scope, _FRAMED_NOWHERE, make, entry.event.uid, language)

    async def event_ics(self, scope: Scope) -> Answer:
        """One event as a calendar."""
        served = self.state.served
        entry = self._entry(scope, served)
        if entry is None:
            return self._moved(scope, served, ".ics")
        selection = _read(scope["query_string"].decode("latin-1"))
        options = selection.options(served.as_of, site=served.site)
        body = calendar((entry,), options)
        made = Representation(body=body, media_type=ics.media_type, modified=served.now, fixed=views.FEED_HEADERS)
        return made.answer(scope["headers"])

    def _entry(self, scope: Scope, served: Served) -> Entry | None:
        return served.by_uid.get(scope["path_params"]["uid"])

    def _moved(self, scope: Scope, served: Served, suffix: str = "") -> Answer:
        """An event that was merged away lives on at another address."""
        target = served.aliases.get(scope["path_params"]["uid"])
        if target is None:
            raise NotFoundError
        place = f"{_site(scope, served).root}events/{quote(target, safe='@')}{suffix}"
        return plain(301, f"now {target}", (b"location", place.encode()))

    async def health(self, scope: Scope) -> Answer:
        """How the server is: 200, or 503 when it goes on serving the last good register because the present one fails."""
        served, trouble = self.state.served, self.state.trouble
        told = {
            "status": "stale" if trouble else "ok",
            "reason": trouble,
            "events": len(served.register),
            "as_of": served.as_of.isoformat(),
            "loaded": self.state.loaded.isoformat(),
        }
        body = json.dumps(told, ensure_ascii=False).encode() + b"\n"
        return whole(503 if trouble else 200, "application/json", body, _NOT_KEPT)

    async def figures(self, scope: Scope) -> Answer:
        """Counts for Prometheus."""
        state = self.state
        gauges = {
            "events": len(state.served.register),
            "register_loaded_timestamp_seconds": state.loaded.timestamp(),
            "register_stale": float(state.trouble is not None),
            "register_reloads_done": state.reloads["done"],
            "register_reloads_failed": state.reloads["failed"],
        }
        return whole(200, counting.media_type, self.metrics.text(gauges), _NOT_KEPT)

    async def asset(self, scope: Scope) -> Answer:
        """A style sheet, script or picture of the pages."""
        name = scope["path_params"]["name"]
        if name not in _ASSETS:
            raise NotFoundError
        fixed = ((b"cache-control", b"public, max-age=86400"), (b"vary", b"accept-encoding"))
        body = files("emcal.feed").joinpath("assets", name).read_bytes()
        made = Representation(body=body, media_type=_ASSETS[name], modified=self.state.served.now, fixed=fixed)
        return made.answer(scope["headers"])

    async def robots(self, scope: Scope) -> Answer:
        """Everybody may come: Google reads no calendar that robots.txt forbids."""
        return plain(200, "User-agent: *\nAllow: /")

    async def missing(self, scope: Scope) -> Answer:
        """Any other address."""
        raise NotFoundError


def _subscribe(served: Served, selection: Selection, site: pages.Site) -> bytes:
    kept = selection.entries(served.register.entries, served.as_of)
    suffix = f"?{selection.query}" if selection.query else ""
    body = served.feed(views.MAIN, selection).body
    windowed = views.is_windowed(body, kept, selection.options(served.as_of))
    told = pages.Calendar(kept, len(body), windowed, f"{views.MAIN}{suffix}")
    return pages.subscribe_page(told, selection, served.as_of, site, served.facets(selection.lang))


def _embedded(served: Served, selection: Selection, site: pages.Site) -> bytes:
    kept = selection.entries(served.register.entries, served.as_of)
    return pages.embed_page(kept, selection, served.as_of, site)


async def _page(served: Served, scope: Scope, ancestors: bytes, make: Callable[..., bytes], *key: Hashable) -> Answer:
    """A page as an answer: what ``make`` gives for this site, made once for each key."""
    site = _site(scope, served)
    fixed = (
        (b"cache-control", b"public, max-age=60"),
        (b"vary", b"accept-encoding, accept-language, host"),
        (b"content-security-policy", _POLICY + ancestors),
    )

    def represent() -> Representation:
        return Representation(body=make(site=site), media_type=_HTML, modified=served.now, fixed=fixed)

    made = served.known((*key, site)) or await _apart(served.made, (*key, site), represent)
    return made.answer(scope["headers"])


def create_app(state: State, *, prefix: str = "", interval: float = 2.0) -> ASGIApp:
    """The ASGI application; it looks for a changed register every ``interval`` seconds. ``prefix`` is its path on a host."""
    metrics = Metrics()
    feed = Feed(state, metrics)
    endpoint = partial(Endpoint, metrics=metrics)
    routes = [
        Route(f"/{views.MAIN}", endpoint(partial(feed.view, view=views.MAIN), "feed", shared=True)),
        Route("/", endpoint(feed.page, "page")),
        Route("/embed", endpoint(feed.embed, "embed")),
        Route("/healthz", endpoint(feed.health, "healthz")),
        Route("/metrics", endpoint(feed.figures, "metrics")),
        Route("/robots.txt", endpoint(feed.robots, "robots")),
        Route("/assets/{name}", endpoint(feed.asset, "asset")),
        Route("/events/{uid}.ics", endpoint(feed.event_ics, "event.ics", shared=True)),
        Route("/events/{uid}", endpoint(feed.event, "event")),
        Route("/{view}", endpoint(feed.view, "feed", shared=True)),
    ]
    app = Starlette(routes=routes, lifespan=partial(_renewing, state, interval))
    app.router.redirect_slashes = False
    app.router.default = endpoint(feed.missing, "missing")
    return Prefix(app, prefix) if prefix else app


@contextlib.asynccontextmanager
async def _renewing(state: State, interval: float, app: Any) -> AsyncIterator[None]:
    """While the server runs, look for a changed register again and again."""

    async def look() -> None:
        while True:
            await asyncio.sleep(interval)
            await to_thread.run_sync(state.renew)

    task = asyncio.create_task(look())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _apart(function: Callable[..., Any], *values: Any) -> Any:
    """Work of more than a few milliseconds, in a thread of its own."""
    return await to_thread.run_sync(partial(function, *values))


def _site(scope: Scope, served: Served) -> pages.Site:
    """Where this server's pages stand: the address it was told, or else the one that the client used."""
    root = f"{scope.get('root_path', '')}/"
    if served.site:
        return pages.Site(root, served.site)
    host = headers_of(scope).get(b"host", b"").decode("latin-1")
    if not _HOST.fullmatch(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else name
    return pages.Site(root, f"{scope.get('scheme', 'http')}://{host}{root}")
