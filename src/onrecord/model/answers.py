"""What the questions return: typed answers that carry their facts, and through them the sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.commitment import Commitment
from onrecord.model.dates import first_day, known_day
from onrecord.model.fact import Entry, Fact
from onrecord.model.vocabulary import Stage, Status


@dataclass(frozen=True, slots=True)
class CorrectedFact(Fact):
    """A fact that its own outlet took back: ``corrected_by`` is the claim that stands in its place. Shown, and counted for nothing."""

    corrected_by: Entry = field(kw_only=True)


def correction_of(fact: Fact) -> Entry | None:
    """The claim that replaces what the fact says, where a correction did so."""
    return fact.corrected_by if isinstance(fact, CorrectedFact) else None


def told_announcement(fact: Fact) -> str | None:
    """The day on which the thing was announced, by the first of its claims that gives one with its year."""
    told = (entry.claim.announced for entry in fact.entries)
    days = (time.start or time.end for time in told if time)
    return next((day for day in days if day and first_day(day)), None)


def told_stage(fact: Fact) -> Stage | None:
    """How far the thing has come (announced, ordered …), by the first of its claims that says so."""
    return next((entry.claim.stage for entry in fact.entries if entry.claim.stage), None)


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

    @property
    def corrected_by(self) -> Entry | None:
        """The claim that replaces this level, where its own outlet corrected it."""
        return correction_of(self.fact)

    @property
    def place(self) -> str | None:
        """The place of the number, in the words of the claim."""
        return self.fact.claim.arg("place")

    @property
    def site(self) -> str | None:
        """The site of the number, where it is that of a site."""
        return self.fact.claim.arg("site")

    @property
    def is_plan(self) -> bool:
        """Whether the number itself is to be reached; the one before a planned change is there already."""
        return self.status in (Status.PLANNED, Status.CONDITIONAL)

    @property
    def announced(self) -> str | None:
        """The day on which the change to this number was announced; ``None`` for the number before a plan, which needed none."""
        return told_announcement(self.fact) if self.status is self.fact.claim.status else None

    @property
    def stage(self) -> Stage | None:
        """How far the change to this number has come."""
        return told_stage(self.fact) if self.status is self.fact.claim.status else None

    @property
    def due(self) -> str | None:
        """By when a planned number is to be reached."""
        return self.end if self.is_plan else None

    @property
    def known(self) -> str:
        """The day since which the number is known."""
        return known_day(self.fact.report.published, self.fact.report.added)

    @property
    def added(self) -> str | None:
        """When the ledger took in the report that said it first."""
        return self.fact.report.added or None


@dataclass(frozen=True, slots=True)
class DerivedLevel:
    """A level that nobody stated: what a stated one comes to after changes whose sizes were told, in their order; the last dates it.

    It rests on the ``base`` and on every change, and is known, or taken in, only when all of them are.
    """

    base: LevelPoint
    changes: tuple[Fact, ...]
    start: str
    end: str
    value: float
    approx: bool = False

    def __post_init__(self) -> None:
        if not self.changes:
            raise ValueError("a level is derived by at least one change")
        if self.value < 0:
            raise ValueError(f"a derived level of {self.value} is below nothing")

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that it rests on: the fact of the stated level, then the changes."""
        return (self.base.fact, *self.changes)

    @property
    def known(self) -> str:
        """The day since which it can be worked out."""
        return max(known_day(fact.report.published, fact.report.added) for fact in self.facts)

    @property
    def added(self) -> str | None:
        """When the ledger took in the last of what it takes."""
        return max((fact.report.added for fact in self.facts), default=None) or None


@dataclass(frozen=True, slots=True)
class LevelSeries:
    """The levels that are counted by one rule: ``measure`` (strength, or a cap), and what they count, in the words of the first."""

    measure: str
    counting: str | None
    points: tuple[LevelPoint, ...]
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Levels:
    """The series of an actor in a place: what was stated, in order; ``undated`` could not be placed on the line.

    ``gaps`` are the stretches ``(start, end)`` longer than half a year in which nobody said anything: unknown, not zero.
    ``series`` are the same points by what they count, each with the gaps of its own: a level of one says nothing of another.
    ``parts`` are levels of sites and districts in the place: none is the place's, and their sum is not either.
    ``derived`` are levels that nobody stated, worked out of a stated one and the changes after it; they stand in no series.
    """

    actor: str
    place: str
    unit: str
    points: tuple[LevelPoint, ...]
    undated: tuple[LevelPoint, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()
    series: tuple[LevelSeries, ...] = ()
    parts: tuple[LevelPoint, ...] = ()
    derived: tuple[DerivedLevel, ...] = ()


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an actor has, promised, suffered and gave in a place on a day, as known on another day.

    ``forces`` are the latest levels of the place itself, the plain strength first, then other ways of counting and ceilings.
    ``planned`` are the levels that are to be reached after the day; ``parts`` those of sites and districts, which are not the
    place's; ``last_stated`` those of whom nobody has spoken for long.
    """

    actor: str
    place: str | None
    on: str
    known: str
    forces: tuple[LevelPoint, ...] = ()
    planned: tuple[LevelPoint, ...] = ()
    parts: tuple[LevelPoint, ...] = ()
    last_stated: tuple[LevelPoint, ...] = ()
    changes: tuple[Fact, ...] = ()
    sites: tuple[Fact, ...] = ()
    promises: tuple[Commitment, ...] = ()
    attacks: tuple[Fact, ...] = ()
    assistance: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a report gives somebody, and since when the ledger knows of it."""

    role: str
    organization: str | None
    known: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody on the record: how many statements name him, how many other claims rest on him, in which reports, from day to day."""

    name: str
    offices: tuple[Office, ...]
    statements: int
    claims: int
    reports: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, on which day it was made (by its sentence, ``text``, or by its report, ``published``), and the claims in its words.

    Where a claim has a source but no statement holds it, the claim stands for itself.
    """

    entry: Entry
    day: str | None
    dated_by: str | None
    claims: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Statements:
    """What one speaker said over time."""

    speaker: str
    offices: tuple[Office, ...]
    said: tuple[Said, ...]


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
