"""Levels that nobody stated: a stated one after changes whose sizes were told. Only where the base is known and nothing is in doubt.

A base is a level that somebody states as holding, with its number. The changes after it are counted one by one until there is a doubt:
a level that is stated anew (it is the next base), a change without a size or a day, or that only may have happened, two changes that may
be one, one that may count otherwise than the base, a plan that fell due and of which nothing was heard, or more than half a year of
silence. What is derived is never a base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, days_of_report
from onrecord.ledger.facts import published_of
from onrecord.ledger.points import known_first, reached, span_of
from onrecord.ledger.same import folded
from onrecord.model import DerivedLevel, Fact, Kind, LevelPoint, Status
from onrecord.model.answers import correction_of

SILENT = timedelta(days=183)
"""A level of which nobody spoke for so long before a change is not known to have held until then."""
WAYS = {"increase": 1, "decrease": -1}
CHANGING = (Status.ACTUAL, Status.POSSIBLE, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of forces: its days, and its size with the sign of its direction, ``None`` where it may not be counted."""

    fact: Fact
    first: date
    last: date
    size: float | None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """A level that is stated with its number, and the days for which it is."""

    point: LevelPoint
    number: float
    first: date
    last: date

    @property
    def rule(self) -> tuple[object, object]:
        """By which rule it is counted."""
        return (self.point.measure, folded(self.point.counting))

    @property
    def order(self) -> tuple[str, str]:
        """Since when it is known: of two that state the same for the same days, the first speaks."""
        return (self.point.known, self.point.fact.report.id)


def derived_of(facts: Iterable[Fact], points: Iterable[LevelPoint], unit: str) -> Iterator[DerivedLevel]:
    """What the stated points come to after the changes among these facts, in the order of the days."""
    bases = [base for point in points if (base := _base(point))]
    changes = tuple(sorted((one for fact in facts if (one := _change(fact, unit))), key=lambda one: (one.first, one.last)))
    found = (level for base in bases for level in _after(base, changes, bases))
    yield from sorted(found, key=lambda level: (level.start, level.end, level.value))


def _after(base: Base, changes: Sequence[Change], bases: Sequence[Base]) -> Iterator[DerivedLevel]:
    """The levels after each change that follows a base, until there is a doubt."""
    counted: list[Change] = []
    due: list[Change] = []
    for change in changes:
        if change.last < base.first or (change.size is None and change.last <= base.last):
            continue
        if change.planned:
            due.append(change)
            continue
        last = counted[-1].last if counted else base.last
        if not _follows(change, last) or _may_be_another(change, changes) or _is_open(due, [*counted, change], base.last):
            return
        if not _counts_as(change.fact, base, bases) or any(_takes_over(one, base, change.last) for one in bases):
            return
        counted.append(change)
        number = base.number + sum(one.size or 0 for one in counted)
        if number < 0:
            return
        yield _level(base, counted, number)


def _level(base: Base, counted: list[Change], number: float) -> DerivedLevel:
    start, end, _ = reached(counted[-1].fact)
    facts = tuple(change.fact for change in counted)
    approx = base.point.approx or any(fact.claim.quantity is not None and fact.claim.quantity.approx for fact in facts)
    return DerivedLevel(base.point, facts, start or "", end or "", number, approx)


def _follows(change: Change, last: date) -> bool:
    """Whether a change of a known size came after all that is counted, and not after a long silence."""
    return change.size is not None and last < change.first <= last + SILENT


def _may_be_another(change: Change, changes: Iterable[Change]) -> bool:
    """Whether the days of two changes touch, so that they may be one, told in two numbers."""
    others = (other for other in changes if other is not change and not other.planned)
    return any(other.first <= change.last and change.first <= other.last for other in others)


def _is_open(due: Iterable[Change], counted: Iterable[Change], since: date) -> bool:
    """Whether a plan fell due before the last change, and none of the changes is what it planned."""
    changes = list(counted)
    sizes = {change.size for change in changes}
    return any(since < plan.last < changes[-1].first and plan.size not in sizes for plan in due)


def _base(point: LevelPoint) -> Base | None:
    """The point as a base; "since January" reaches to the report."""
    whole = point.value is not None and point.low is None and point.high is None
    first, last = span_of(point)
    if not whole or point.status is not Status.ACTUAL or point.corrected_by or (first is None and last is None):
        return None
    assert point.value is not None
    if last is None:
        last = max(first or known_first(point), known_first(point))
    return Base(point, float(point.value), first or last, last)


def _takes_over(other: Base, base: Base, day: date) -> bool:
    """Whether another level of the same rule is stated for a day after the base and not after the change, or instead of the base."""
    if other is base or other.rule != base.rule:
        return False
    if (other.first, other.last) == (base.first, base.last):
        return other.number != base.number or other.order < base.order
    return other.last > base.last and other.first <= day


def _counts_as(change: Fact, base: Base, bases: Iterable[Base]) -> bool:
    """Whether a change is of those whom the base counts: told in the same words, or nobody counts in another way at the time."""
    counting = next((words for entry in change.entries if (words := entry.claim.arg("counting"))), None)
    if (change.claim.arg("measure") or "strength", folded(counting)) != base.rule:
        return False
    others = (other for other in bases if other.point.measure == base.point.measure and other.rule != base.rule)
    return counting is not None or all(other.last < base.last - SILENT or other.first > base.last + SILENT for other in others)


def _change(fact: Fact, unit: str) -> Change | None:
    """The change that a fact tells of; ``None`` where it says to or from what level it went, for then it states a level."""
    claim = fact.claim
    if claim.kind is not Kind.FORCE_CHANGE or claim.status not in CHANGING or claim.arg("direction") not in WAYS:
        return None
    quantities = [entry.claim.quantity for entry in fact.entries if entry.claim.quantity]
    if correction_of(fact) or any(one.unit != unit or one.to is not None or one.start is not None for one in quantities):
        return None
    planned = claim.status is Status.PLANNED
    days = days_of(fact.time)
    told = bool(days.first and days.last)
    days = days if told or planned else days_of_report(published_of(fact))
    if not (days.first and days.last):
        return None
    size = _size(fact) if told else None
    return Change(fact, date.fromisoformat(days.first), date.fromisoformat(days.last), size, planned)


def _size(fact: Fact) -> float | None:
    """By how many forces changed, with the sign of the direction; ``None`` for bounds, and for what goes on or may not have happened."""
    quantity = fact.claim.quantity
    if quantity is None or quantity.delta is None or (quantity.low, quantity.high) != (None, None):
        return None
    if fact.claim.status is Status.POSSIBLE or (fact.claim.status is Status.ACTUAL and fact.claim.stage is not None):
        return None
    return WAYS[fact.claim.arg("direction") or ""] * quantity.delta
