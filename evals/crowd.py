"""Four programs write to one ledger and two read it, for a minute.

Each writer adds reports of its own and reports that all writers add. In the end each report must be there once, and have been new to
one writer only. Readers ask in a loop: the number of reports never falls, and what was known, or had been added, by an earlier
moment never changes.
"""

from __future__ import annotations

import multiprocessing
import queue
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Any

from evals.acting import ACTORS, PLACES, made_up
from onrecord.ledger import Ledger, check, footprint, levels, timeline

SECONDS = 60.0
WRITERS, READERS = 4, 2
BEFORE = 40
"""Reports that are in the ledger from the beginning; the world knew all of them before the others."""
OWN = 100_000
PATIENCE = 120.0
KNOWN, LATER = "2011-01-01", "2020-01-02"


@dataclass(slots=True)
class Told:
    """What one process says at its end."""

    name: str
    added: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it all."""

    reports: int
    lost: int
    doubled: int
    errors: tuple[str, ...]
    complaints: tuple[str, ...]
    asked: int
    longest_add: float
    late_answer: float
    fewest: int


def measure_crowd() -> Iterator[tuple[str, float]]:
    """A minute of four writers and two readers."""
    with tempfile.TemporaryDirectory() as folder:
        found = crowd(Path(folder) / "crowd.db", seconds=SECONDS)
    for error in (*found.errors, *found.complaints):
        print(f"  {error}")
    yield "crowd: reports added, how many", found.reports
    yield "crowd: lost", found.lost
    yield "crowd: doubled", found.doubled
    yield "crowd: errors", len(found.errors)
    yield "crowd: failed checks", len(found.complaints)
    yield "crowd: reports of the writer that added fewest, how many", found.fewest
    yield "crowd: longest wait of a writer, seconds", found.longest_add
    yield "crowd: rounds of questions, how many", found.asked
    yield "crowd: round of four questions, p95, seconds", found.late_answer


def crowd(path: Path, *, seconds: float) -> Outcome:
    """Let all of them loose on a new ledger, and look at it afterwards."""
    with Ledger.create(path) as ledger:
        for number in range(BEFORE):
            ledger.add(*made_up(number))
    context = multiprocessing.get_context("spawn")
    told: Any = context.Queue()
    ready = context.Barrier(WRITERS + READERS)
    works = [(write, number) for number in range(WRITERS)] + [(ask, number) for number in range(READERS)]
    processes = [context.Process(target=work, args=(path, number, seconds, ready, told)) for work, number in works]
    for process in processes:
        process.start()
    found = _collect(told, len(processes), seconds)
    for process in processes:
        process.join(PATIENCE)
    return _outcome(path, found)


def write(path: Path, number: int, seconds: float, ready: Any, told: Any) -> None:
    """Add reports until time is up: two of one's own, then one that all have."""
    mine = Told(f"writer {number}")
    try:
        with Ledger.open(path) as ledger:
            ready.wait(PATIENCE)
            end, turn = time.monotonic() + seconds, 0
            while time.monotonic() < end:
                report, found = made_up(BEFORE + (turn // 3 if turn % 3 == 2 else OWN * (number + 1) + turn))
                report = replace(report, published=LATER)
                begun = time.monotonic()
                is_new = ledger.add(report, found)
                mine.times.append(time.monotonic() - begun)
                (mine.added if is_new else mine.seen).append(report.id)
                turn += 1
    except Exception as error:  # whatever it is, it is told: there should be none
        mine.errors.append(f"{mine.name}: {type(error).__name__}: {error}")
    told.put(mine)


def ask(path: Path, number: int, seconds: float, ready: Any, told: Any) -> None:
    """Ask until time is up, and compare each answer with the one before."""
    mine = Told(f"reader {number}")
    moment = datetime.now(UTC)
    try:
        with Ledger.open(path, readonly=True) as ledger:
            ready.wait(PATIENCE)
            end, most, turn = time.monotonic() + seconds, 0, number
            first: dict[tuple[str, str], object] = {}
            while time.monotonic() < end:
                actor, place = ACTORS[turn % len(ACTORS)], PLACES[turn % len(PLACES)]
                begun = time.monotonic()
                views = _views(ledger, actor, place, moment)
                mine.times.append(time.monotonic() - begun)
                if first.setdefault((actor, place), views) != views:
                    mine.errors.append(f"{mine.name}: what was known of {actor} in {place} has changed")
                if (now := len(ledger.reports())) < most:
                    mine.errors.append(f"{mine.name}: {most} reports became {now}")
                most, turn = max(most, now), turn + 1
    except Exception as error:
        mine.errors.append(f"{mine.name}: {type(error).__name__}: {error}")
    told.put(mine)


def _views(ledger: Ledger, actor: str, place: str, moment: datetime) -> object:
    """Answers that what is added now must not change."""
    return (
        footprint(ledger, actor, place=place, on=KNOWN, known=KNOWN),
        levels(ledger, actor, place=place, known=KNOWN),
        timeline(ledger, place=place, added=moment),
        ledger.claims(text="soldiers", actor=actor, place=place, added=moment),
    )


def _collect(told: Any, number: int, seconds: float) -> list[Told]:
    found = []
    for _ in range(number):
        try:
            found.append(told.get(timeout=seconds + PATIENCE))
        except queue.Empty:
            found.append(Told("nobody", errors=["a process never came to its end"]))
    return found


def _outcome(path: Path, found: list[Told]) -> Outcome:
    writers = [one for one in found if one.name.startswith("writer")]
    new = Counter(id for one in writers for id in one.added)
    met = new.keys() | {id for one in writers for id in one.seen}
    with Ledger.open(path) as ledger:
        held = Counter(card.id for card in ledger.reports())
        complaints = check(ledger)
    before = {made_up(number)[0].id for number in range(BEFORE)}
    answers = [seconds for one in found if one.name.startswith("reader") for seconds in one.times]
    return Outcome(
        reports=new.total(),
        lost=len((met | before) - held.keys()) + len(met - new.keys()),
        doubled=sum(times - 1 for times in (*new.values(), *held.values())) + len(held.keys() - met - before),
        errors=tuple(error for one in found for error in one.errors),
        complaints=complaints,
        asked=len(answers),
        longest_add=max((seconds for one in writers for seconds in one.times), default=0.0),
        late_answer=quantiles(answers, n=20)[-1] if len(answers) > 1 else 0.0,
        fewest=min((len(one.times) for one in writers), default=0),
    )
