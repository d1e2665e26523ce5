"""Between HTTP and the answers: methods, limits, errors in words, headers that every answer has (ASGI)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from time import perf_counter

from starlette.types import ASGIApp, Receive, Scope, Send

from emcal.export.wording import Language
from emcal.feed.metrics import Metrics
from emcal.feed.representation import Answer, plain
from emcal.feed.selection import QueryError

Handler = Callable[[Scope], Awaitable[Answer]]

_LONGEST = 8_000
_METHODS = b"GET, HEAD, OPTIONS"
_ALWAYS = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")]
_CROSS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", _METHODS),
    (b"access-control-allow-headers", b"If-None-Match, If-Modified-Since"),
    (b"access-control-max-age", b"86400"),
)
_log = logging.getLogger("emcal.feed")


class NotFoundError(Exception):
    """There is nothing at this address."""


class Endpoint:
    """A handler as an ASGI application; ``shared`` answers may be read by scripts of other sites."""

    def __init__(self, handler: Handler, route: str, *, metrics: Metrics, shared: bool = False) -> None:
        self.handler, self.route, self.metrics, self.shared = handler, route, metrics, shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. What goes wrong is said in words and never ends the connection without an answer."""
        started = perf_counter()
        answer = await self._answer(scope)
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.start", "status": answer.status, "headers": [*answer.headers, *_ALWAYS]})
        await send({"type": "http.response.body", "body": body})
        self.metrics.count(self.route, answer.status, perf_counter() - started, len(body))

    async def _answer(self, scope: Scope) -> Answer:
        method = scope["method"]
        if method == "OPTIONS":
            return Answer(status=204, headers=[(b"allow", _METHODS), *(_CROSS if self.shared else ())])
        if method not in ("GET", "HEAD"):
            return plain(405, f"{method[:20]} is not allowed: this server is read with GET", (b"allow", _METHODS))
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > _LONGEST:
            return plain(414, f"the address is longer than {_LONGEST} octets")
        try:
            return await self.handler(scope)
        except QueryError as error:
            return plain(400, str(error), *(_CROSS[:1] if self.shared else ()))
        except NotFoundError:
            return plain(404, "nothing here")
        except Exception:
            _log.exception("%s failed", self.route)
            return plain(500, "the server failed; its log says why")


class Prefix:
    """An application under a path of its host, whether or not the proxy in front of it strips that path."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app, self.prefix = app, "/" + prefix.strip("/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on the request with the prefix in ``root_path`` and in ``path``, as ASGI wants it."""
        if scope["type"] == "http":
            path: str = scope["path"]
            inside = path == self.prefix or path.startswith(f"{self.prefix}/")
            whole = path if inside else self.prefix + path
            scope = {**scope, "root_path": self.prefix, "path": whole if whole != self.prefix else f"{whole}/"}
        await self.app(scope, receive, send)


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """The request's headers by name in lower case."""
    return dict(scope["headers"])


def language_of(scope: Scope) -> Language:
    """Russian for a reader whose browser asks for Russian before English, else English."""
    asked = headers_of(scope).get(b"accept-language", b"").lower().decode("latin-1")
    tags = [part.strip().partition(";")[0].partition("-")[0] for part in asked.split(",")]
    known: tuple[Language, ...] = ("ru", "en")
    ranked = sorted((tags.index(language), language) for language in known if language in tags)
    return ranked[0][1] if ranked else "en"
