"""Seasons, quarters and halves of years, and the year before."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.finders.dates.calendar import iso, month_shift
from onrecord.finders.dates.clause import Direction
from onrecord.finders.dates.meanings import CalendarDate, Step
from onrecord.finders.dates.resolved import Meaning, Resolved, Setting, unknown
from onrecord.model import TimeType, TimexType

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class YearPart:
    """A season, quarter or half of a year: ``code`` is ``SU``, ``Q3``, ``H2``; ``year`` is a date or step that gives the year."""

    code: str
    year: Meaning | None = None
    which: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The months that it covers."""
        year = self._year(at)
        if year is None:
            return unknown(f"XXXX-{self.code}")
        first, last = _months(self.code)
        later = year + 1 if last < first else year
        return Resolved(TimexType.DATE, f"{year:04d}-{self.code}", iso(year, first), iso(later, last), TimeType.DURATION)

    def _year(self, at: Setting) -> int | None:
        if self.year is not None:
            there = self.year.resolve(at).start
            return int(there[:4]) if there and there[0] != "X" else None
        if at.base is None:
            return None
        first, last = _months(self.code)
        now = at.base.month
        year = at.base.year
        if self.which == -1:
            ended = last < now and first <= last
            return year if ended else year - 1
        if self.which == 1:
            return year if now < first else year + 1
        if self.which == 0:
            return year - 1 if self.code == "WI" and now < 3 else year
        if at.direction is Direction.FUTURE:
            just_over = self.code[0] == "Q" and 0 < now - last <= 3
            return year if now <= last or just_over or last < first else year + 1
        return year if now >= first else year - 1


def _months(code: str) -> tuple[int, int]:
    if code in SEASON_MONTHS:
        return SEASON_MONTHS[code]
    size = 3 if code[0] == "Q" else 6
    return (int(code[1]) - 1) * size + 1, int(code[1]) * size


@dataclass(frozen=True, slots=True)
class QuarterStep:
    """ "this quarter", "last quarter", "the latest quarter"; ``anchored`` means the one that the text spoke of."""

    number: int
    anchored: bool = False
    years: int = 0

    def resolve(self, at: Setting) -> Resolved:
        """The quarter there."""
        if self.anchored and at.quarter is not None:
            year, quarter = at.quarter
            return YearPart(f"Q{quarter}", CalendarDate(year + self.years)).resolve(at)
        moved = month_shift(at.base, self.number * 3 + self.years * 12) if at.base else None
        if moved is None:
            return unknown("XXXX-QX")
        year, month = moved
        return YearPart(f"Q{(month - 1) // 3 + 1}", CalendarDate(year)).resolve(at)


@dataclass(frozen=True, slots=True)
class YearBefore:
    """ "a year ago", "a year earlier": the year before, or the same quarter of it where the text speaks of quarters."""

    anchored: bool = False

    def resolve(self, at: Setting) -> Resolved:
        """The year, or quarter, before."""
        if at.quarter is not None:
            return QuarterStep(0, anchored=True, years=-1).resolve(at)
        return Step(-1, "Y", anchored=self.anchored).resolve(at)


@dataclass(frozen=True, slots=True)
class QuarterYearAgo:
    """A named quarter of the year before: "the year-ago third quarter"."""

    code: str

    def resolve(self, at: Setting) -> Resolved:
        """That quarter, a year before the one that the name alone would mean."""
        now = YearPart(self.code).resolve(at)
        return now if now.start is None else YearPart(self.code, CalendarDate(int(now.start[:4]) - 1)).resolve(at)


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """ "the 1988 quarter": the quarter that the text speaks of, in another year."""

    year: int

    def resolve(self, at: Setting) -> Resolved:
        """That quarter, or the year where no quarter was spoken of."""
        year = CalendarDate(self.year)
        return YearPart(f"Q{at.quarter[1]}", year).resolve(at) if at.quarter else year.resolve(at)
