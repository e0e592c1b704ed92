"""What a fact states of how many there are: each number, and when it holds or is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.ledger.facts import Order, is_underway, order_of_fact, published_of
from onrecord.ledger.origins import with_origins
from onrecord.ledger.told import AHEAD
from onrecord.model import Fact, Kind, LevelPoint, Status, TimeType, first_day, last_day

Placed = tuple[str | None, str | None, str]


def points_of(fact: Fact) -> Iterator[LevelPoint]:
    """The levels that a fact states: the number that is there, the one after a change, and the one before it.

    A change that is being made has not reached its end: "is reducing its force from 50 to 30" states no 30.
    """
    claim, quantity = fact.claim, fact.claim.quantity
    if quantity is None:
        return
    if claim.kind is Kind.FORCE_LEVEL and (quantity.value, quantity.low, quantity.high) != (None, None, None):
        held = _held(fact)
        yield _point(fact, held, quantity.value, low=quantity.low, high=quantity.high)
    if claim.kind is Kind.FORCE_CHANGE:
        yield from _around(fact)


def _around(fact: Fact) -> Iterator[LevelPoint]:
    """The level after a change and the one before it, each by the claims that give it."""
    claim = fact.claim
    if (told := _telling(fact, "to")) and not is_underway(claim):
        yield _point(told, reached(told), told.claim.quantity.to)  # type: ignore[union-attr]  # it gives one
    if (told := _telling(fact, "start")) and claim.status is not Status.DENIED:
        status = Status.ACTUAL if claim.status in AHEAD else claim.status
        yield _point(told, _before(told), told.claim.quantity.start, status=status)  # type: ignore[union-attr]  # it gives one


def _telling(fact: Fact, number: str) -> Fact | None:
    """The fact as those claims say it that give a number: it is not known before the first of them. ``None`` where none does."""
    telling = tuple(entry for entry in fact.entries if getattr(entry.claim.quantity, number, None) is not None)
    if not telling or telling[0] == fact.entries[0]:
        return fact if telling else None
    return with_origins(replace(fact, entries=telling, origins=()))


def _point(
    fact: Fact,
    placed: Placed,
    value: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    status: Status | None = None,
) -> LevelPoint:
    """The claims of a fact never differ in what they count, so the first that tells it tells it for all."""
    claim, (start, end, dated_by) = fact.claim, placed
    assert claim.quantity is not None
    return LevelPoint(
        fact=fact,
        start=start,
        end=end,
        value=value,
        low=low,
        high=high,
        approx=claim.quantity.approx,
        status=status or claim.status,
        counting=next((counting for entry in fact.entries if (counting := entry.claim.arg("counting"))), None),
        measure=claim.arg("measure") or "strength",
        dated_by=dated_by,
    )


def _held(fact: Fact) -> Placed:
    """When a stated level holds."""
    time = fact.time
    if time is None:
        return _by_report(fact)
    if time.type is TimeType.DEADLINE:
        return (time.end or time.start, time.end or time.start, "text")
    if time.type is TimeType.POINT:
        return (time.start or time.end, time.end or time.start, "text")
    return (time.start, time.end, "text")


def reached(fact: Fact) -> Placed:
    """When a change is done: at the end of its time."""
    time = fact.time
    if time is None:
        return _by_report(fact)
    return (time.end or time.start, time.end or time.start, "text")


def _before(fact: Fact) -> Placed:
    """Until when the number before a change holds; before a change that is still ahead, on the day it was announced or reported."""
    time, published, announced = fact.time, published_of(fact), fact.claim.announced
    if fact.claim.status in AHEAD:
        if announced and announced.is_known:
            return (announced.start or announced.end, announced.end or announced.start, "text")
        return (published, published, "published" if published else "unknown")
    if time is None:
        return (None, published, "published" if published else "unknown")
    return (None, time.start or time.end, "text")


def _by_report(fact: Fact) -> Placed:
    published = published_of(fact)
    if published is None or fact.claim.status in AHEAD:
        return (None, None, "unknown")
    return (published, published, "published")


def unit_of(point: LevelPoint) -> str | None:
    """What the number counts: personnel, aircraft."""
    quantity = point.fact.claim.quantity
    return quantity.unit if quantity else None


def order_of_point(point: LevelPoint) -> tuple[str, bool, str, str, float, Order]:
    """By the days on which a level holds, what ends on a day before what begins on it, then by when it became known."""
    first, last = span_of(point)
    number = next((number for number in (point.value, point.low, point.high) if number is not None), 0.0)
    return (
        str(first or last or ""),
        first is not None,
        str(last or first or ""),
        point.known,
        float(number),
        order_of_fact(point.fact),
    )


def span_of(point: LevelPoint) -> tuple[date | None, date | None]:
    """The first and the last day of a level, ``None`` where open."""
    return (first_day(point.start) if point.start else None, last_day(point.end) if point.end else None)


def known_first(point: LevelPoint) -> date:
    """The day from which on a level was known."""
    return date.fromisoformat(point.known)
