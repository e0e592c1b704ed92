"""The command that opens the ledger in a browser."""

from __future__ import annotations

import errno
import gc
import secrets
import socket
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_LEDGER

LedgerArgument = Annotated[Path, typer.Argument(envvar="ONRECORD_LEDGER", help="The ledger.", metavar="LEDGER")]
Host = Annotated[str, typer.Option("--host", help="The address to listen at; others than this machine need it.")]
Port = Annotated[int, typer.Option("--port", help="The port to listen at; 0 takes any that is free.", min=0, max=65535)]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", help="A name that browsers call this host by; may be given more than once.", show_default=False),
]


def serve(ledger: LedgerArgument = DEFAULT_LEDGER, host: Host = "127.0.0.1", port: Port = 8000, name: Names = None) -> None:
    """Open the ledger in a browser: overview, charts, map, timeline, disputes, and each claim with its words.

    Everything is on this machine: no page asks anything of the network. Beyond loopback anybody may read who reaches the port, and
    writing needs the token that is printed.
    """
    import uvicorn

    from onrecord.web import create_app
    from onrecord.web.security import LOOPBACK, Rules, is_loopback

    own = is_loopback(host)
    token = None if own else secrets.token_urlsafe(24)
    app = create_app(ledger, rules=Rules(names=(*LOOPBACK, host, *(name or ())), token=token, numbers=not own))
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)
    server = uvicorn.Server(config)
    _make_ready()
    listening = _listen(host, port)
    address = f"http://{shown}:{listening.getsockname()[1]}"
    typer.echo(f"{ledger.name} is open at {address}/ (Ctrl-C ends it)", err=True)
    if token is not None:
        typer.echo(f"To change it from a browser, enter at {address}/enter?token={token}", err=True)
    server.run(sockets=[listening])


def _make_ready() -> None:
    """Read the list of places before the first page asks for it, and let the collector of cycles pass over all that stays for good."""
    from onrecord.lexicon.gazetteer import gazetteer

    gazetteer()
    gc.collect()
    gc.freeze()


def _listen(host: str, port: int) -> socket.socket:
    """A socket at this address, which tells what is in the way where there is none to be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = "another program listens there" if error.errno == errno.EADDRINUSE else error.strerror or str(error)
        raise typer.BadParameter(
            f"{host}, port {port}: {why}. Take another with --port, or 0 for any that is free.", param_hint="--port"
        ) from error
