"""The pages: how long each takes to answer, and how long a browser takes to draw a chart of ten thousand levels.

On the ledger of the demo, and on a ledger of as many generated claims as ``ONRECORD_EVAL_CLAIMS`` says (``10000``, or several numbers);
with ``ONRECORD_EVAL_LEDGERS`` the files stay in that folder and are used again.
The drawing is timed by the page itself, from the specification to the picture; it needs a Chromium and is left out where there is none.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from evals.browser import browsing, serving, why_none
from evals.ledger import great_ledgers
from evals.pages import measure_pages
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Status, Time, TimeType
from onrecord.pipeline.demo import add_samples, demo_run

DRAWN, DRAWINGS, PER_REPORT = 10_000, 3, 100
STATUSES = (*[Status.ACTUAL] * 6, Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED)
"""How the levels of the great chart stand: six of ten hold, the others are a mark of their own."""


def measure_web(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Times of the pages and of a great chart; ``show`` is given a table of the pages of each ledger."""
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo.db"
        with Ledger.create(demo) as book:
            for _ in add_samples(book, demo_run()):
                pass
        yield from measure_pages("demo", demo, show)
        for size, great in great_ledgers(Path(folder)):
            yield from measure_pages(f"{size:,} claims", great, show)
        if why_none():
            show(f"The drawing was not timed: {why_none()}.")
            return
        many = Path(folder) / "many.db"
        write_many(many, DRAWN)
        found = sorted(drawn_in(many))
        times = [took for took, _ in found]
        yield f"chart of {DRAWN:,} levels: drawn in ms, the middle of {DRAWINGS}", times[len(times) // 2]
        yield f"chart of {DRAWN:,} levels: drawn in ms, the longest", times[-1]
        yield f"chart of {DRAWN:,} levels: ms of the processor for the whole page, the most", max(cpu for _, cpu in found)


def write_many(path: Path, count: int) -> None:
    """A ledger of so many levels of one actor in one place, each with a number and a day of its own, of every standing."""
    with Ledger.create(path) as book:
        for first in range(0, count, PER_REPORT):
            book.add(*_levels(first))


def _levels(first: int) -> tuple[Report, list[Claim]]:
    """A report that states a hundred levels, a sentence each."""
    words, claims, at = [], [], 0
    for number in range(first, first + PER_REPORT):
        day = (date(1990, 1, 1) + timedelta(days=number)).isoformat()
        sentence = f"On {day} Northland had {10_000 + 7 * number % 9_000:,} soldiers in Green Valley."
        when = Time(f"On {day}", day, day, TimeType.DURATION)
        args = Frozen({"actor": "Northland", "place": "Green Valley"})
        span = Span(at, at + len(sentence))
        claims.append(
            Claim(
                f"r{first}",
                Kind.FORCE_LEVEL,
                span,
                args=args,
                quantity=_quantity(number),
                time=when,
                status=STATUSES[number % len(STATUSES)],
            )
        )
        words.append(sentence)
        at += len(sentence) + 1
    return Report(f"r{first}", " ".join(words), published="2020-01-01", outlet="Valley Wire"), claims


def _quantity(number: int) -> Quantity:
    """A number of its own for each, one of ten with bounds alone."""
    size = 10_000 + 7 * number % 9_000
    if number % 10:
        return Quantity(value=size, unit="personnel")
    return Quantity(low=size, high=size + 400 if number % 20 else None, unit="personnel")


def drawn_in(path: Path) -> list[tuple[float, float]]:
    """How many milliseconds a browser took to draw the chart, each time in a tab of its own, and what the page took of the processor."""
    times = []
    asked = urlencode({"actor": "Northland", "place": "Green Valley"})
    with serving(path) as base, browsing() as browser:
        for _ in range(DRAWINGS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            inner = page.context.new_cdp_session(page)
            inner.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(f"{base}/levels?{asked}", timeout=120_000)
            page.wait_for_selector(".plot[data-drawn]", timeout=120_000)
            assert page.get_attribute(".plot", "data-marks") == str(DRAWN)
            told = {one["name"]: one["value"] for one in inner.send("Performance.getMetrics")["metrics"]}
            times.append((float(page.get_attribute(".plot", "data-took")), 1000 * told["TaskDuration"]))
            page.close()
    return times
