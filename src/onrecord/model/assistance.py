"""Assistance as totals: what is certainly distinct is added, what may be the same money is kept out and named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.fact import Fact
from onrecord.model.vocabulary import Status


class LeftOutFor(StrEnum):
    """Why an amount is not added."""

    REPEAT = "repeat"
    """The same amount by the same to the same, of which nothing says that it is another."""
    ROUNDING = "rounding"
    """Nearly the same amount, told less exactly."""
    PART = "part"
    """Another amount contains it: "of the total, $350 million …"."""
    RUNNING_TOTAL = "running total"
    """A sum of what was told before: "bringing the total to $3 billion", "since 2016"."""
    RECURRING = "recurring"
    """So much every year or month, which is no sum."""
    CORRECTED = "corrected"
    """Its own outlet took it back."""
    DISPUTED = "disputed"
    """It may be the same gift, of which another report gives a lower number."""
    WITHIN = "within"
    """What was given in the month or year that holds its day may contain it."""
    WHOLE = "whole"
    """It is of a month or year, and may contain what is counted for days in it."""
    WITHDRAWN = "withdrawn"
    """It was promised, and then given up."""


CONTESTED = (LeftOutFor.DISPUTED, LeftOutFor.WITHIN, LeftOutFor.WHOLE)
"""What is left out of the lower bound alone: it may be there or not."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a fact says was given: exact (both bounds the same), or within bounds, of which one may be open.

    ``start`` and ``end`` are partial ISO dates by what ``dated_by`` says: the words (``text``), the day on which it was ``announced``, or
    else the report (``published``). ``is_period`` is true where it is over that whole time ("over the next 18 months").
    """

    fact: Fact
    low: float | None
    high: float | None
    approx: bool = False
    start: str | None = None
    end: str | None = None
    is_period: bool = False
    dated_by: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amount that is not added, why, and the fact that has it already or contains it."""

    amount: Amount
    reason: LeftOutFor
    of: Fact | None = None


@dataclass(frozen=True, slots=True)
class AssistanceTotal:
    """What one party gave, promised or asked of another, in one unit; amounts of different periods have totals of their own.

    ``lower`` is the sum of what is certainly distinct and certainly that much, ``None`` where nothing is: unknown, not zero. ``upper`` is the
    sum of the upper bounds of the same amounts and of the contested ones, ``None`` where one is open. ``stated`` are the running totals that reports state.
    """

    action: str | None
    status: Status
    start: str | None = None
    end: str | None = None
    is_period: bool = False
    lower: float | None = None
    upper: float | None = None
    approx: bool = False
    counted: tuple[Amount, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stated: tuple[Amount, ...] = ()

    @property
    def contested(self) -> tuple[LeftOut, ...]:
        """What the upper bound holds and the lower does not."""
        return tuple(left for left in self.left_out if left.reason in CONTESTED)


@dataclass(frozen=True, slots=True)
class AssistancePair:
    """Donor and recipient in one unit (an ISO 4217 code or a thing), with what is pledged beside what is provided.

    ``planned`` is to be provided, ``others`` what is sold, asked for, trained, conditional or only possible. None is added to another.
    """

    donor: str | None
    recipient: str | None
    unit: str | None
    pledged: tuple[AssistanceTotal, ...] = ()
    planned: tuple[AssistanceTotal, ...] = ()
    provided: tuple[AssistanceTotal, ...] = ()
    others: tuple[AssistanceTotal, ...] = ()

    @property
    def totals(self) -> tuple[AssistanceTotal, ...]:
        """All of them."""
        return (*self.pledged, *self.planned, *self.provided, *self.others)


@dataclass(frozen=True, slots=True)
class Assistance:
    """The assistance that was asked for, as known on a day. ``unnumbered`` facts give no amount; ``denied`` ones are left out.

    ``alike`` are facts of different pairs that may be one gift, as parties go by several names: a state and its ministry.
    """

    known: str
    donor: str | None = None
    recipient: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    pairs: tuple[AssistancePair, ...] = ()
    alike: tuple[tuple[Fact, ...], ...] = ()
    unnumbered: tuple[Fact, ...] = ()
    denied: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
