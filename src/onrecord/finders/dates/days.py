"""Days told by their place: the 15th, Thanksgiving, the day after Christmas, the new year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.finders.dates.calendar import day_shift, exists, iso, month_end, month_shift
from onrecord.finders.dates.clause import Direction
from onrecord.finders.dates.resolved import Meaning, Resolved, Setting, point, unknown


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "the 15th": of the month that the text spoke of, else of the month that the clause looks to."""

    day: int

    def resolve(self, at: Setting) -> Resolved:
        """The day; without a month that is known, or a clause that looks anywhere, it stays unknown."""
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


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A named day that moves: the fourth Thursday of November. ``every`` 2 means even years only, as for elections."""

    month: int
    weekday: int
    nth: int
    plus: int = 0
    every: int = 1
    year: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The day of the year given, else the next or last one as the clause looks."""
        if self.year is not None:
            return point(self._of(self.year).isoformat())
        there = self._nearest(at) if at.base is not None and 1 < at.base.year < 9999 else None
        if there is None or there.year % self.every:
            return point(f"XXXX-{self.month:02d}")
        return point(there.isoformat())

    def _nearest(self, at: Setting) -> date | None:
        base = at.base
        assert base is not None
        days = [self._of(base.year + step) for step in (-1, 0, 1)]
        back, ahead = max(day for day in days if day <= base), min(day for day in days if day >= base)
        if at.direction is Direction.FUTURE:
            return ahead
        if at.direction.is_past:
            return back
        return ahead if ahead - base < base - back else back

    def _of(self, year: int) -> date:
        if self.nth < 0:
            last = date(year, self.month, month_end(year, self.month))
            found = last.toordinal() - (last.isoweekday() - self.weekday) % 7
        else:
            first = date(year, self.month, 1)
            found = first.toordinal() + (self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1)
        return date.fromordinal(found + self.plus)


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
