"""Counts for Prometheus, in its text format (version 0.0.4)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

media_type = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """What the server has answered since it started."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, int]] = Counter()
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.octets = 0

    def count(self, route: str, status: int, seconds: float, octets: int) -> None:
        """One answer: its route, status, how long it took and the length of its body."""
        self.requests[route, status] += 1
        self.seconds[route] += seconds
        self.octets += octets

    def text(self, gauges: dict[str, float]) -> bytes:
        """All counts, and further values as gauges."""
        return ("\n".join((*self._lines(), *_gauges(gauges))) + "\n").encode()

    def _lines(self) -> Iterator[str]:
        yield "# HELP emcal_requests_total Answers by route and status."
        yield "# TYPE emcal_requests_total counter"
        for (route, status), number in sorted(self.requests.items()):
            yield f'emcal_requests_total{{route="{route}",status="{status}"}} {number}'
        yield "# HELP emcal_request_seconds_total Time spent on answers by route."
        yield "# TYPE emcal_request_seconds_total counter"
        for route, seconds in sorted(self.seconds.items()):
            yield f'emcal_request_seconds_total{{route="{route}"}} {seconds:.6f}'
        yield "# HELP emcal_response_octets_total Octets of bodies sent."
        yield "# TYPE emcal_response_octets_total counter"
        yield f"emcal_response_octets_total {self.octets}"


def _gauges(values: dict[str, float]) -> Iterator[str]:
    for name, value in sorted(values.items()):
        yield f"# TYPE emcal_{name} gauge"
        yield f"emcal_{name} {value:.17g}"
