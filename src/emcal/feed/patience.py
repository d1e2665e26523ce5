"""HTTP with a limit on how long and how much a client may take over its request headers: uvicorn sets none."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS = 20.0
MOST_OCTETS = 64_000


class PatientProtocol(HttpToolsProtocol):
    """One connection; closed when a request's headers are not there after a while, or have no end.

    Without it a handful of idle clients hold every file descriptor of the server (the attack called Slowloris).
    """

    _timer: asyncio.TimerHandle | None = None
    _octets = 0

    def connection_made(self, transport: Any) -> None:
        """A client has come; the time of its first request runs."""
        super().connection_made(transport)
        self._wait()

    def on_message_begin(self) -> None:
        """The next request of a connection has begun."""
        super().on_message_begin()
        self._wait()

    def data_received(self, data: bytes) -> None:
        """More octets; those of unfinished headers are counted."""
        if self._timer is not None:
            self._octets += len(data)
            if self._octets > MOST_OCTETS:
                self._give_up()
                return
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """The headers are whole and make sense; from here on the answer takes the time it takes."""
        super().on_headers_complete()
        self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._stop()
        self._timer = self.loop.call_later(SECONDS, self._give_up)

    def _stop(self) -> None:
        self._octets = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self._stop()
        if not self.transport.is_closing():
            self.transport.close()
