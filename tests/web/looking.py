"""What a test does before a real browser: open a page, wait until it stands, hear what it complains of and whom it asks."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

HARMLESS = ("blob", "data", "about")
"""Schemes of addresses that ask nobody."""
PATIENCE = 30.0
WCAG = {"rules": {"target-size": {"enabled": True}}}
"""All of axe-core's rules that are on by themselves, and the size of targets, which WCAG 2.2 asks for at AA."""


@dataclass
class Look:
    """One tab before the served ledger, with everything that it complained of and every address that it asked."""

    page: Any
    base: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self._hear(said.type, said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")

    def at(self, address: str) -> Any:
        """The page at an address, once it stands, charts and all."""
        self.page.goto(f"{self.base}{address}")
        self.page.wait_for_load_state("load")
        for plot in self.page.query_selector_all("[data-chart]"):
            plot.scroll_into_view_if_needed()
        self.until("[...document.querySelectorAll('[data-chart]')].every(plot => plot.dataset.drawn)")
        return self.page

    def until(self, script: str, given: Any = None) -> None:
        """Wait until this is true in the page. Playwright's own waiting needs the eval that our policy forbids."""
        last = time.monotonic() + PATIENCE
        while not self.page.evaluate(script, given):
            assert time.monotonic() < last, f"it never came true: {script}"
            self.page.wait_for_timeout(50)

    def strangers(self) -> list[str]:
        """Addresses that it asked and that are not of the served ledger."""
        own = urlsplit(self.base).netloc
        return [url for url in self.asked if urlsplit(url).netloc != own and urlsplit(url).scheme not in HARMLESS]

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it stands, by all of its rules, a line each."""
        self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        asked = {"resultTypes": ["violations"]} | WCAG
        found = self.page.evaluate("asked => axe.run(document, asked)", asked)
        return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
