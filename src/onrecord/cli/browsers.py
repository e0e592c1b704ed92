"""The browser of this machine, where there is one: it prints pages, and the tests look through it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from onrecord.errors import BrowserMissing, PrintingFailed

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
"""Programs that print a page from the command line, the first one that is there being taken."""
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)
"""What keeps a browser from asking anything of the network by itself."""
PATIENCE = 120.0
"""Seconds after which a browser that prints is taken to hang."""


def find_browser() -> str | None:
    """The path of a browser of the Chromium family; none where none is installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def print_page(html: str, to: Path) -> None:
    """Have a browser print a page as PDF. The page is read from a file, and the browser asks nothing of the network."""
    browser = find_browser()
    if browser is None:
        raise BrowserMissing("Printing a PDF")
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        given = [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
        why = _run([browser, "--headless", *sandboxed(), *QUIET, *given])
        if not printed.exists() or not printed.stat().st_size:
            raise PrintingFailed(browser, why)
        shutil.copyfile(printed, to)


def sandboxed() -> tuple[str, ...]:
    """The flag that root needs, as in a container: a browser has no sandbox there, and what it opens is our own page without script."""
    import os

    return ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()


def _run(command: list[str]) -> str:
    """Run a browser to its end; what it complained of last."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"it did not end within {PATIENCE:.0f} seconds"
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return lines[-1] if lines else f"it ended with {done.returncode} and said nothing"
