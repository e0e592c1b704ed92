"""Days told by their place: the 15th, Thanksgiving, the day after Christmas, the new year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from onrecord.finders.dates.calendar import day_shift, exists, iso, month_end, month_shift
from onrecord.finders.dates.clause import Direction
from onrecord.finders.dates.resolved import Meaning, Resolved, Setting, point, unknown


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "the 15th": of the month that the text spoke of, else of the month that the clause looks to.

    ``month`` counts from the month of writing: "the 15th of next month".
    """

    day: int
    month: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The day; without a month that is known, or a clause that looks anywhere, it stays unknown."""
        if self.month is not None:
            there = month_shift(at.base, self.month) if at.base else None
            known = there is not None and exists(*there, self.day)
            return point(iso(*there, self.day)) if there and known else unknown(f"XXXX-XX-{self.day:02d}")
        ahead = at.direction is Direction.FUTURE
        near = at.spoken_of("D") or at.spoken_of("M")
        if near is None:
            near = None if at.direction is Direction.NONE else at.base
            back = not ahead
        else:
            back = False
        if near is None:
            return unknown(f"XXXX-XX-{self.day:02d}")
        step = 1 if ahead and self.day < near.day else -1 if back and self.day > near.day else 0
        there = month_shift(near, step)
        if there is None or not exists(*there, self.day):
            return unknown(f"XXXX-XX-{self.day:02d}")
        return point(iso(*there, self.day))


class DayOfYear(Protocol):
    """A named day: on which day of a year it falls."""

    @property
    def month(self) -> int | None:
        """Its month, where it is the same in every year."""
        ...

    def of(self, year: int) -> date:
        """The day."""
        ...


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth weekday (1 is Monday; ``nth`` -1 the last) of a month, ``plus`` days later: the fourth Thursday of November."""

    month: int
    weekday: int
    nth: int
    plus: int = 0

    def of(self, year: int) -> date:
        """The day."""
        if self.nth < 0:
            last = date(year, self.month, month_end(year, self.month))
            found = last.toordinal() - (last.isoweekday() - self.weekday) % 7
        else:
            first = date(year, self.month, 1)
            found = first.toordinal() + (self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1)
        return date.fromordinal(found + self.plus)


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The same month and day each year."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """The day."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class EasterDay:
    """So many days from Easter Sunday, of the western or the Orthodox churches."""

    plus: int
    orthodox: bool = False
    month: int | None = None

    def of(self, year: int) -> date:
        """The day, by ``dateutil``'s computus."""
        return easter(year, EASTER_ORTHODOX if self.orthodox else EASTER_WESTERN) + timedelta(self.plus)


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """Thanksgiving, Easter, Inauguration Day: a day of every year, or of ``every`` so many, whose number leaves ``rest``."""

    day: DayOfYear
    every: int = 1
    rest: int = 0
    year: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The day of the year given, else the next or last one as the clause looks."""
        if self.year is not None:
            return point(self.day.of(self.year).isoformat())
        there = self._nearest(at) if at.base is not None and 1600 < at.base.year < 4000 else None
        if there is None or there.year % self.every != self.rest:
            return point(f"XXXX-{self.day.month:02d}") if self.day.month else unknown("XXXX-XX-XX")
        return point(there.isoformat())

    def _nearest(self, at: Setting) -> date | None:
        base = at.base
        assert base is not None
        days = [self.day.of(base.year + step) for step in (-1, 0, 1)]
        back, ahead = max(day for day in days if day <= base), min(day for day in days if day >= base)
        if at.direction is Direction.FUTURE:
            return ahead
        if at.direction.is_past:
            return back
        return ahead if ahead - base < base - back else back


@dataclass(frozen=True, slots=True)
class Beside:
    """ "the day after Thanksgiving": a day away from another; by itself it means nothing."""

    step: int
    day: Meaning | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The day before or after."""
        there = self.day.resolve(at) if self.day is not None else None
        if there is None or there.start is None or there.start.count("-") != 2 or there.start[0] == "X":
            return unknown("XXXX-XX-XX")
        day = day_shift(date.fromisoformat(there.start), self.step)
        return point(day.isoformat()) if day else unknown("XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class NewYear:
    """ "in the new year": the next one, or the one that is new."""

    def resolve(self, at: Setting) -> Resolved:
        """The year, where the clause or the time of year tells which."""
        base = at.base
        if base is None:
            return unknown("XXXX")
        if at.direction is Direction.FUTURE or (at.direction is Direction.NONE and base.month >= 10):
            return point(iso(base.year + 1)) if base.year < 9999 else unknown("XXXX")
        return point(iso(base.year)) if base.month <= 3 else unknown("XXXX")


def with_neighbour(beside: Beside, day: Meaning) -> Beside:
    """ "the day after" with the day that follows."""
    return replace(beside, day=day)
