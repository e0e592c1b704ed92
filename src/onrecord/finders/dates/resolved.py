"""What an expression is worth once the day of writing is known, and where the reader stands."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from onrecord.finders.dates.clause import Direction
from onrecord.model import TimeType, TimexType, first_day, is_partial_date


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of writing, the direction of the clause, and the last date (and quarter) that the text spoke of."""

    base: date | None
    direction: Direction = Direction.NONE
    reference: str | None = None
    quarter: tuple[int, int] | None = None
    near: Resolved | None = None
    precision: int = 3
    year: int | None = None

    def spoken_of(self, unit: str) -> date | None:
        """The last date of the text, where it is known well enough to count in ``unit`` from it."""
        needed = {"Y": 1, "M": 2}.get(unit, 3)
        if self.reference is None or self.reference.count("-") + 1 < needed:
            return None
        return first_day(self.reference)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 with the first and last day that it covers, as partial dates. ``dated`` is false for mere lengths."""

    type: TimexType
    value: str
    start: str | None = None
    end: str | None = None
    kind: TimeType = TimeType.POINT
    dated: bool = True


class Meaning(Protocol):
    """What an expression says, before anything is known of the day of writing."""

    def resolve(self, at: Setting) -> Resolved:
        """Its worth, where the reader stands."""
        ...


def _cut(day: str | None, precision: int) -> str | None:
    return None if day is None else "-".join(day.split("-")[:precision])


def point(value: str, *, type: TimexType = TimexType.DATE, kind: TimeType = TimeType.POINT) -> Resolved:
    """A date that covers itself."""
    return Resolved(type, value, value, value, kind)


def unknown(value: str, *, type: TimexType = TimexType.DATE, kind: TimeType = TimeType.POINT) -> Resolved:
    """A time of which the text does not tell the ends."""
    return Resolved(type, value, None, None, kind)


def resolve(meaning: Meaning, at: Setting) -> Resolved:
    """The worth of ``meaning`` where ``at.base`` is a day, or the first and last day of a month or year.

    With a partial base both are tried; where they differ, only what they share is kept.
    """
    if at.base is None or at.precision == 3:
        return _within_calendar(meaning.resolve(at))
    year, month = at.base.year, at.base.month
    late = date(year, 12, 31) if at.precision == 1 else date(year, month, monthrange(year, month)[1])
    first, last = meaning.resolve(at), meaning.resolve(replace(at, base=late))
    if first == last:
        return _within_calendar(first)
    blind = meaning.resolve(replace(at, base=None))
    if blind.start is not None or blind.end is not None:
        return blind
    return _within_calendar(replace(blind, start=_cut(first.start, at.precision), end=_cut(last.end, at.precision)))


def _within_calendar(worth: Resolved) -> Resolved:
    """Ends before the year 1 or after 9999 are unknown."""
    for day in (worth.start, worth.end):
        if day is not None and not is_partial_date(day):
            return replace(worth, start=None, end=None)
    return worth
