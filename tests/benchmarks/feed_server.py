"""How fast the server answers, beside a bare Starlette response in the same run: ``python tests/benchmarks/feed_server.py``.

Needs ``wrk`` and ``taskset``: the server runs on CPU 0, wrk on CPU 1. The feed holds 300 KB. Requests are counted for each
second of CPU time that the server took, so that other work on the machine does not count.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from feed_export import entry

from emcal.register.register import Register

PORT = 8765
SECONDS = 3
GZIP = ("-H", "Accept-Encoding: gzip")


def serve_feed() -> None:
    """Our server over a register of about 300 KB."""
    import uvicorn

    from emcal.feed.app import create_app
    from emcal.feed.patience import PatientProtocol
    from emcal.feed.state import State

    dice = random.Random(1)  # noqa: S311
    register = Register.model_construct(entries=tuple(entry(n, dice) for n in range(250)), documents=(), changes=())
    state = State(Path(__file__), lambda: register, lambda: datetime(2026, 11, 23, tzinfo=UTC))
    uvicorn.run(create_app(state), port=PORT, http=PatientProtocol, log_level="error", access_log=False)


def serve_bare() -> None:
    """A Starlette route that gives back as many octets, compressed once."""
    import gzip

    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    body = Path(sys.argv[2]).read_bytes()
    zipped = gzip.compress(body, 6)

    async def answer(request: Request) -> Response:
        if "if-none-match" in request.headers:
            return Response(status_code=304)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(zipped, headers={"content-encoding": "gzip"}, media_type="text/calendar")
        return Response(body, media_type="text/calendar")

    uvicorn.run(Starlette(routes=[Route("/emcal.ics", answer)]), port=PORT, log_level="error", access_log=False)


@contextmanager
def server(*arguments: str) -> Iterator[int]:
    """A server on CPU 0, and its process."""
    process = subprocess.Popen(["taskset", "-c", "0", sys.executable, __file__, *arguments])
    try:
        for _ in range(100):
            time.sleep(0.1)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/emcal.ics").read()
                break
            except OSError:
                continue
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def rate(process: int, *options: str) -> float:
    """Requests for each second of the server's CPU time."""
    command = [
        "taskset",
        "-c",
        "1",
        "wrk",
        "-t1",
        "-c8",
        f"-d{SECONDS}s",
        *options,
        f"http://127.0.0.1:{PORT}/emcal.ics",
    ]
    before = cpu_seconds(process)
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+) requests in", told)
    return int(found[1]) / (cpu_seconds(process) - before) if found else 0.0


def cpu_seconds(process: int) -> float:
    """User and system time of a process (proc(5), fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(process: int, name: str, etag: str) -> None:
    """Print one line for a server that runs."""
    rates = rate(process), rate(process, *GZIP), rate(process, "-H", f"If-None-Match: {etag}")
    print(f"{name:22} {rates[0]:8,.0f} {rates[1]:10,.0f} {rates[2]:8,.0f}")


def main() -> None:
    """Ours, then the bare one."""
    print(f"{'requests a CPU second':22} {'200':>8} {'200 gzip':>10} {'304':>8}")
    with server("feed") as process:
        answer = urllib.request.urlopen(f"http://127.0.0.1:{PORT}/emcal.ics")
        body, etag = answer.read(), answer.headers["ETag"]
        measure(process, f"emcal ({len(body):,} B)", etag)
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        with server("bare", file.name) as process:
            measure(process, "bare Starlette", etag)


if __name__ == "__main__":
    if sys.argv[1:2] == ["feed"]:
        serve_feed()
    elif sys.argv[1:2] == ["bare"]:
        serve_bare()
    else:
        main()
