"""A great ledger: how fast reports with claims go in, how large the file is, and how long each question takes as it grows.

The reports are made up by chance (``generated``). Their number comes from ``ONRECORD_EVAL_CLAIMS``: one or several numbers of
claims, ``10000`` if nothing is said, ``10000,100000,1000000`` for the whole table. With ``ONRECORD_EVAL_LEDGERS`` the files stay
in that folder and are used again. Times are of the clock; beside them stands processor time, which others at work disturb less.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import quantiles

from evals.asked import QUESTIONS, Question, Subject, ask, subjects
from evals.generated import generate
from onrecord.ledger import Ledger
from onrecord.ledger.keys import lexicon_name

DEFAULT = "10000"
PER_REPORT = 10
SAMPLED = 200
TOGETHER = 1000
Times = list[tuple[float, float]]


def measure_ledger(show: Callable[[str], None]) -> Iterator[tuple[str, float]]:
    """Load rate, size and the times of all questions, for each number of claims; ``show`` is given a table a size."""
    with tempfile.TemporaryDirectory() as folder:
        for size, path in ledger_paths(Path(folder)):
            name = f"ledger of {size:,} claims"
            if not path.exists():
                rate, cpu = fill(path, size)
                yield f"{name}: claims taken in a second", rate
                yield f"{name}: claims taken in a second of the processor", cpu
            yield f"{name}: MB", path.stat().st_size / 1e6
            lines = [f"{name:<40}{'p50':>8}{'p95':>8}{'most':>8}   ms; in brackets of the processor"]
            for label, found in timed(path):
                (middle, late, most), (middle_cpu, late_cpu, _) = (cuts([pair[which] for pair in found]) for which in (0, 1))
                lines.append(f"  {label:<44}{middle:8.1f}{late:8.1f}{most:8.1f}   ({middle_cpu:.1f}, {late_cpu:.1f})")
                yield f"{name}, {label}: p50 ms", middle
                yield f"{name}, {label}: p95 ms", late
            show("\n".join(lines))


def ledger_paths(folder: Path) -> list[tuple[int, Path]]:
    """The sizes that are asked for, with where the ledger of each is or will be."""
    kept = Path(os.environ.get("ONRECORD_EVAL_LEDGERS") or folder)
    sizes = map(int, os.environ.get("ONRECORD_EVAL_CLAIMS", DEFAULT).split(","))
    return [(size, kept / f"generated-{size}.db") for size in sizes]


def great_ledgers(folder: Path) -> Iterator[tuple[int, Path]]:
    """The ledgers of the sizes that are asked for, made where they are not there yet."""
    for size, path in ledger_paths(folder):
        if not path.exists():
            fill(path, size)
        yield size, path


def fill(path: Path, size: int, *, one_by_one: bool = False) -> tuple[float, float]:
    """Add so many claims; how many a second, by the clock and by the processor, without what making them took."""
    done, wall, cpu = 0, 0.0, 0.0
    waiting = generate(size // PER_REPORT)
    with Ledger.create(path) as ledger:
        while some := list(islice(waiting, 1 if one_by_one else TOGETHER)):
            begun, worked = time.perf_counter(), time.process_time()
            ledger.add_all(some) if len(some) > 1 else ledger.add(*some[0])
            wall, cpu = wall + time.perf_counter() - begun, cpu + time.process_time() - worked
            done += sum(len(claims) for _, claims in some)
    return done / wall, done / cpu


def timed(path: Path, *, number: int | None = None) -> Iterator[tuple[str, Times]]:
    """By question and way of drawing: how long each answer took in milliseconds, by the clock and by the processor."""
    number = number or int(os.environ.get("ONRECORD_EVAL_SAMPLED", SAMPLED))
    drawn = subjects(path, number)
    lexicon_name("place", "Nowhere-upon-Nothing")  # the list of places is read once a process, at the first unknown name
    with Ledger.open(path, readonly=True) as ledger:
        for question, asks in QUESTIONS.items():
            for how, whom in drawn.items():
                ask(asks, ledger, whom[0])
                yield f"{question}, {how}", [_timed(asks, ledger, subject) for subject in whom]


def _timed(question: Question, ledger: Ledger, subject: Subject) -> tuple[float, float]:
    begun, worked = time.perf_counter(), time.process_time()
    ask(question, ledger, subject)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


def cuts(times: list[float]) -> tuple[float, float, float]:
    """The middle, the 95th part of a hundred, and the longest."""
    parts = quantiles(times, n=20, method="inclusive")
    return parts[9], parts[18], max(times)
