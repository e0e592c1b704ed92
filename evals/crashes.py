"""What a ledger is after the program was killed, and after the power went while its log was being written.

A child carries out a plan (``evals.acting``) and is killed with SIGKILL at random moments: while it opens or makes the ledger, while
it writes, while it copies the log into the file. Each time the ledger must hold what the child announced as committed, at most one
step more, each thing once, and pass ``check``; the next child goes on with it. A power cut is played by a log that is cut off, or
overwritten with noise, from a random place on: the ledger must hold some first part of the plan, whole.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.acting import READY, Step, do, held_by, plan_of, steps_in, wanted_after
from onrecord.ledger import Ledger, check

REPORTS = 1000
KILLS = 50
TORN = 60
SEED = 20201209
CHECKOUT = Path(__file__).parents[1]
LONGEST = 0.02
"""Up to so many seconds after an announcement the child is killed: a step takes about half of that."""


@dataclass(frozen=True, slots=True)
class State:
    """What a ledger holds against what it should: things lost, things too many, and what ``check`` says."""

    steps: int
    lost: int
    doubled: int
    complaints: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all is well."""
        return not (self.lost or self.doubled or self.complaints)


def measure_crashes() -> Iterator[tuple[str, float]]:
    """Fifty kills while a thousand reports are added, and sixty torn logs."""
    with tempfile.TemporaryDirectory() as folder:
        states = list(killed(Path(folder) / "killed.db", reports=REPORTS, kills=KILLS))
        yield from _figures("kills", states)
        yield "kills: reports added, judged and read again, how many", states[-1].steps
        yield from _figures("torn logs", list(torn(Path(folder), reports=80, cases=TORN)))


def _figures(name: str, states: Sequence[State]) -> Iterator[tuple[str, float]]:
    """The last state is that of the end, after no kill."""
    yield f"{name}: how many", len(states) - 1
    yield f"{name}: lost", sum(state.lost for state in states)
    yield f"{name}: doubled", sum(state.doubled for state in states)
    yield f"{name}: failed checks", sum(bool(state.complaints) for state in states)


def killed(path: Path, *, reports: int, kills: int, seed: int = SEED) -> Iterator[State]:
    """The state after each kill, and at the end, when a last child was left alone until all reports were in."""
    steps, chance = plan_of(reports), random.Random(seed)
    announced = 0
    for kill in range(kills):
        patience = 0 if kill % 5 == 0 else chance.randint(1, max(2 * len(steps) // kills - 4, 1))
        moment = chance.uniform(0, LONGEST if patience else LONGEST * 10)
        announced = max(announced, _killed_child(path, reports, patience, moment, pages=chance.choice((None, 20))))
        if kill % 2 and path.exists():
            Ledger.open(path, readonly=True).close()  # the first to come after a kill may be a reader
        if path.exists() or announced:
            yield state_of(path, steps, announced)
        else:
            yield State(0, 0, 0, ())
    subprocess.run(_command(path, reports), cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    yield state_of(path, steps, len(steps))


def state_of(path: Path, steps: Sequence[Step], announced: int) -> State:
    """What the ledger holds against the steps announced, and a step beyond where it has been committed and not announced."""
    with Ledger.open(path) as ledger:
        held = held_by(ledger)
        done = max(announced, min(steps_in(held), announced + 1))
        wanted = wanted_after(steps[:done])
        return State(done, (wanted - held).total(), (held - wanted).total(), check(ledger))


def torn(folder: Path, *, reports: int, cases: int, seed: int = SEED) -> Iterator[State]:
    """The state of a ledger whose log was cut off or overwritten from a random place on, and at the end of one left alone."""
    path, steps, chance = folder / "torn.db", plan_of(reports), random.Random(seed)
    Ledger.create(path).close()
    _killed_child(path, reports, len(steps) // 2, 0.0)
    log = path.with_name(path.name + "-wal").read_bytes()
    for case in range(cases + 1):
        copy = folder / f"torn-{case}.db"
        shutil.copy(path, copy)
        place = chance.randrange(len(log)) if case < cases else len(log)
        noise = chance.randbytes(len(log) - place) if case % 2 else b""
        copy.with_name(copy.name + "-wal").write_bytes(log[:place] + noise)
        yield prefix_of(copy, steps)


def prefix_of(path: Path, steps: Sequence[Step]) -> State:
    """The ledger against as many first steps as it says it has seen; it must also take the next."""
    with Ledger.open(path) as ledger:
        seen = steps_in(held_by(ledger))
        do(ledger, steps[seen])
    return state_of(path, steps, seen + 1)


def _killed_child(path: Path, reports: int, patience: int, moment: float, *, pages: int | None = None) -> int:
    """The last step that a child announced which was killed a moment after it had announced so many; 0 where it announced none."""
    with subprocess.Popen(_command(path, reports, pages), cwd=CHECKOUT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        last = b""
        if child.stdout.readline() != READY:
            raise RuntimeError("the child did not start")
        for _ in range(patience):
            if not (line := child.stdout.readline()):
                break
            last = line
        time.sleep(moment)
        child.kill()
        rest = child.stdout.read().splitlines()
    if child.returncode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the child failed by itself, with code {child.returncode}")
    return int(rest[-1] if rest else last or 0)


def _command(path: Path, reports: int, pages: int | None = None) -> list[str | os.PathLike[str]]:
    more = ["--pages", str(pages)] if pages else []
    return [sys.executable, "-m", "evals.acting", path, str(reports), *more]
