"""``emcal serve``: the feed over HTTP."""

from typing import Annotated

import typer

from emcal.cli.options import REGISTER, RegisterFile


def serve(
    register: RegisterFile = REGISTER,
    host: Annotated[str, typer.Option(help="The address to listen on; this machine alone unless told otherwise.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    site: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The public address of the feed, for links in it.", show_default=False),
    ] = None,
    prefix: Annotated[str, typer.Option(help="The path of the feed behind a proxy, for example /calendar.")] = "",
    proxies: Annotated[str, typer.Option(help="Proxies whose X-Forwarded headers count, or *.")] = "127.0.0.1",
) -> None:
    """Serve the calendar that people subscribe to, with a page on which they choose what it holds.

    /emcal.ics is the feed, / the page, /healthz the health. A changed register is served within seconds; while it is gone
    or busy, the last good one is.

    Example: emcal serve --register out/emcal.db --port 8000
    """
    from datetime import datetime

    import uvicorn

    from emcal.feed.app import create_app
    from emcal.feed.patience import PatientProtocol
    from emcal.feed.state import State
    from emcal.register import Register, open_register

    def load() -> Register:
        with open_register(register) as store:
            return store.snapshot()

    public = f"{site.rstrip('/')}/" if site else None
    state = State(register, load, lambda: datetime.now().astimezone(), public)
    typer.echo(f"serving {len(state.served.register)} events at {public or f'http://{host}:{port}{prefix}/'}", err=True)
    uvicorn.run(
        create_app(state, prefix=prefix),
        host=host,
        port=port,
        http=PatientProtocol,
        log_level="warning",
        access_log=False,
        proxy_headers=True,
        forwarded_allow_ips=proxies,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=10,
    )
