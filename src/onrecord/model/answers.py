"""What the questions return: typed answers that carry their facts, and through them the sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model.fact import Fact
from onrecord.model.vocabulary import Status


class CommitmentState(StrEnum):
    """What has become of a promise, on the evidence of the ledger."""

    OPEN = "open"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something planned or conditional, by when it is due (a partial ISO date or ``None``), and the fact that met it."""

    fact: Fact
    due: str | None
    state: CommitmentState
    met_by: Fact | None = None

    def __post_init__(self) -> None:
        if (self.state is CommitmentState.MET) != (self.met_by is not None):
            raise ValueError("a commitment is met exactly where a later fact says so")


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """A level that somebody stated: from when to when (partial ISO dates), the number or its bounds, and the fact behind it.

    ``status`` tells plans from what holds; ``counting`` is what the number counts, in the words of the report.
    ``dated_by`` is ``text`` where the words give the time, ``published`` where only the report's date is known.
    """

    fact: Fact
    start: str | None
    end: str | None
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    status: Status
    counting: str | None = None
    measure: str = "strength"
    dated_by: str = "text"


@dataclass(frozen=True, slots=True)
class Levels:
    """The series of an actor in a place: what was stated, in order; ``undated`` could not be placed on the line.

    ``gaps`` are the stretches ``(start, end)`` longer than half a year in which nobody said anything: unknown, not zero.
    """

    actor: str
    place: str
    unit: str
    points: tuple[LevelPoint, ...]
    undated: tuple[LevelPoint, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an actor has, promised, suffered and gave in a place on a day, as known on another day."""

    actor: str
    place: str | None
    on: str
    known: str
    forces: tuple[LevelPoint, ...] = ()
    changes: tuple[Fact, ...] = ()
    sites: tuple[Fact, ...] = ()
    promises: tuple[Commitment, ...] = ()
    attacks: tuple[Fact, ...] = ()
    assistance: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run read, what it did not, and why."""

    reports: int = 0
    claims: int = 0
    already: int = 0
    silent: int = 0
    foreign: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = field(default=())
