"""Takes the pictures of the pages that README.md and docs/web.md show, into docs/images.

python scripts/make_pictures.py          all of them, from the bundled reports (needs a Chromium and playwright)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from evals.browser import browsing, serving, why_none  # noqa: E402

from onrecord.cli.report_page import page_of  # noqa: E402
from onrecord.ledger import Ledger  # noqa: E402
from onrecord.pipeline.demo import add_samples, demo_run  # noqa: E402
from onrecord.views.page import render_page  # noqa: E402

IMAGES = ROOT / "docs" / "images"
WINDOW = {"width": 1180, "height": 860}
PICTURES = (
    ("levels", "/levels?actor=United+States&place=Iraq", "figure.chart", "light"),
    ("footprint", "/footprint?actor=United+States&place=Iraq&on=2020-12-13&known=2020-12-13", "", "light"),
    ("timeline", "/timeline?place=Iraq&since=2020", "", "light"),
    ("due", "/due?place=Iraq", "", "dark"),
    ("claims", "/report?id=2020-12-24-embassy-rockets", "", "light"),
)
"""Each picture: its name, the address of the page, what of it stands at the top, and whether by day or by night."""


def take_pictures(base: str, report: Path) -> None:
    """Open each page, and the report of one file, and keep what the window shows."""
    with browsing() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(report.as_uri())
        page.screenshot(path=str(IMAGES / "report.png"))
        page.close()
        for name, address, top, scheme in PICTURES:
            page = browser.new_page(viewport=WINDOW, color_scheme=scheme)
            page.goto(f"{base}{address}", timeout=120_000)
            for plot in page.query_selector_all("[data-chart]"):
                plot.wait_for_selector("svg, canvas")
            if top:
                page.eval_on_selector(top, "one => window.scrollTo({top: one.offsetTop - 16, behavior: 'instant'})")
            page.wait_for_timeout(300)
            page.screenshot(path=str(IMAGES / f"{name}.png"))
            page.close()


def main() -> None:
    """Make the demo's ledger, serve it, and take the pictures."""
    if why := why_none():
        sys.exit(f"No pictures were taken: {why}.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "iraq.db"
        with Ledger.create(path) as book:
            for _ in add_samples(book, demo_run()):
                pass
            report = Path(folder) / "report.html"
            title = "The Coalition in Iraq: sample reports"
            report.write_text(render_page(page_of(book, actor=None, place=None, known=None, title=title)), encoding="utf-8")
        with serving(path) as base:
            take_pictures(base, report)


if __name__ == "__main__":
    main()
