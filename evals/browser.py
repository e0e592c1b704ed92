"""A ledger served on loopback, and a real browser before it: for the tests of the pages, for their times, and for their pictures."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from onrecord.cli.browsers import QUIET, find_browser, sandboxed
from onrecord.web import create_app


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a ledger that is served by a thread of this program, on this machine alone."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(path), log_level="warning", access_log=False, server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listening.close()


def why_none() -> str:
    """Why there is no browser to be had; empty where there is one."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright is not installed: pip install -e '.[dev]'"
    return "" if find_browser() else "no Chromium is installed: apt-get install chromium"


@contextmanager
def browsing() -> Iterator[Any]:
    """A headless browser, as playwright has it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=[*sandboxed(), *QUIET], headless=True)
        try:
            yield browser
        finally:
            browser.close()
