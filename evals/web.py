"""The pages: how long each takes to answer, and how long a browser takes to draw a chart of ten thousand levels.

On the ledger of the demo, and on each great ledger that ``ONRECORD_EVAL_LEDGERS`` holds (``--only ledger`` makes them). A page is timed
from the request to the last byte of the answer, over loopback. The drawing is timed by the page itself, from the specification to
the picture; it needs a Chromium and is left out where there is none.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from evals.asked import OFTEN, Subject, subjects
from evals.browser import browsing, serving, why_none
from evals.ledger import cuts
from onrecord.ledger import Ledger
from onrecord.model import Claim, Frozen, Kind, Quantity, Report, Span, Status, Time, TimeType
from onrecord.pipeline.demo import add_samples, demo_run

DRAWN, DRAWINGS, TURNS, ASKED, PER_REPORT = 10_000, 3, 3, 40, 100
STATUSES = (*[Status.ACTUAL] * 6, Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED)
"""How the levels of the great chart stand: six of ten hold, the others are a mark of their own."""
DEMO = {"actor": "United States", "place": "Iraq"}
PAGES: dict[str, tuple[str, ...]] = {
    "/": (),
    "/footprint": ("actor", "place", "on"),
    "/levels": ("actor", "place"),
    "/timeline": ("actor", "place"),
    "/due": ("actor", "place"),
    "/disputes": ("actor", "place"),
    "/speakers": (),
    "/sources": (),
    "/assistance": ("place",),
    "/sites": ("place",),
}
"""The pages that are timed, each with what it is asked for."""


def measure_web(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Times of the pages and of a great chart; ``show`` is given a table of the pages of each ledger."""
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo.db"
        with Ledger.create(demo) as book:
            for _ in add_samples(book, demo_run()):
                pass
        yield from _pages("demo", demo, [DEMO | {"on": "2020-12-13"}] * TURNS, show)
        kept = os.environ.get("ONRECORD_EVAL_LEDGERS")
        for great in sorted(Path(kept).glob("generated-*.db")) if kept else ():
            yield from _pages(great.stem, great, [_asked(one) for one in subjects(great, ASKED)[OFTEN]], show)
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


def _pages(name: str, path: Path, asked: Sequence[dict[str, str]], show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    lines = [f"{name:<40}{'p50':>8}{'p95':>8}{'most':>8}   ms"]
    every: list[float] = []
    with serving(path) as base:
        for page, fields in PAGES.items():
            took = [_took(f"{base}{page}?{urlencode({field: one[field] for field in fields})}") for one in asked]
            every += took
            lines.append(f"  {page:<38}" + "".join(f"{cut:8.1f}" for cut in cuts(took)))
    show("\n".join(lines))
    middle, late, _ = cuts(every)
    yield f"pages of {name}: p50 ms", middle
    yield f"pages of {name}: p95 ms", late


def _asked(subject: Subject) -> dict[str, str]:
    return {"actor": subject.actor, "place": subject.place, "on": subject.day.isoformat()}


def _took(url: str) -> float:
    begun = time.perf_counter()
    with urlopen(url, timeout=120) as answer:
        answer.read()
    return (time.perf_counter() - begun) * 1000


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
