"""What date expressions mean: days of the calendar, parts of years, weekdays, steps from the day of writing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.finders.dates.calendar import day_shift, exists, iso, near, shift, week_of
from onrecord.finders.dates.clause import Direction
from onrecord.finders.dates.resolved import Meaning, Resolved, Setting, point, unknown
from onrecord.model import TimeType, TimexType


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """ "January 15", "March 2014", "15 Jan. 2021", "2016"; ``which`` is -1 for "last March", 1 for "next March"."""

    year: int | None
    month: int | None = None
    day: int | None = None
    which: int | None = None
    until: int | None = None
    weekday: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The date, its year found by the direction of the clause."""
        year = self.year
        if year is None and self.month is not None and at.base is not None:
            same_month = at.precision == 2 and self.month == at.base.month and self.which is None
            year = at.base.year if same_month else self._year(at.base, self.month, at.direction)
        if year is None and self.day is not None and at.base is None:
            year = at.year if exists(at.year, self.month or 1, self.day) else None
        first = iso(year, self.month, self.day)
        if self.until is not None:
            return Resolved(TimexType.DATE, first, first, iso(year, self.month, self.until), TimeType.DURATION)
        return point(first)

    def _year(self, base: date, month: int, direction: Direction) -> int | None:
        if self.which == 0:
            return base.year
        back = near(base.year, month, self.day, forward=False, base=base)
        ahead = near(base.year, month, self.day, forward=True, base=base)
        if self.weekday is not None and self.day is not None:
            fitting = [year for year in (back, ahead) if year and date(year, month, self.day).isoweekday() == self.weekday]
            if len(fitting) == 1:
                return fitting[0]
        if self.which is not None:
            return ahead if self.which > 0 else back
        if direction is Direction.FUTURE:
            return ahead
        if back is None or ahead is None or direction not in (Direction.NONE, Direction.WEAK):
            return back
        since = (base - date(back, month, min(self.day or 15, 28))).days
        until = (date(ahead, month, min(self.day or 15, 28)) - base).days
        return ahead if until < (since if direction is Direction.NONE else since - 270) else back


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "Saturday", "last Monday", "next Friday"; ``which`` as for dates, 0 for "this Monday"; so many ``weeks`` after it."""

    number: int
    which: int | None = None
    weeks: int = 0

    def resolve(self, at: Setting) -> Resolved:
        """The last such day up to the day of writing, or the next one under "will", "by", "next"."""
        if at.base is None:
            return unknown(f"XXXX-WXX-{self.number}")
        back = (at.base.isoweekday() - self.number) % 7
        if self.which == 1 or self.weeks or (self.which is None and at.direction is Direction.FUTURE):
            days = (7 - back if back or self.which == 1 else 0) + 7 * self.weeks
        elif self.which == -1:
            days = -(back or 7)
        elif self.which == 0:
            days = self.number - at.base.isoweekday()
        else:
            days = -back
        there = day_shift(at.base, days)
        return point(there.isoformat()) if there else unknown(f"XXXX-WXX-{self.number}")


@dataclass(frozen=True, slots=True)
class Step:
    """A unit away from the day of writing: "today", "last week", "next year", "two weeks ago".

    ``anchored`` steps go from the last date of the text: "the following day", "three days later".
    """

    number: int
    unit: str
    anchored: bool = False

    def resolve(self, at: Setting) -> Resolved:
        """The day, week, month or year there."""
        base = at.base
        if self.anchored:
            known = at.spoken_of(self.unit)
            base = known if known is not None else (None if self.number > 0 else at.base)
        if base is None:
            return unknown(self._blind())
        if self.unit == "W":
            return self._week(base)
        if self.unit == "WE":
            return self._weekend(base)
        there = shift(base, self.number, self.unit)
        return point(there) if there else unknown(self._blind())

    def _blind(self) -> str:
        if self.anchored:
            return "FUTURE_REF" if self.number > 0 else "PAST_REF"
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(self.unit, "XXXX")

    def _week(self, base: date) -> Resolved:
        monday = day_shift(base, self.number * 7 - base.isoweekday() + 1)
        sunday = day_shift(monday, 6) if monday else None
        if monday is None or sunday is None:
            return unknown(self._blind())
        return Resolved(TimexType.DATE, week_of(monday), monday.isoformat(), sunday.isoformat())

    def _weekend(self, base: date) -> Resolved:
        saturday = day_shift(base, self.number * 7 - base.isoweekday() + 6)
        sunday = day_shift(saturday, 1) if saturday else None
        if saturday is None or sunday is None:
            return unknown(self._blind())
        return Resolved(TimexType.DATE, week_of(saturday) + "-WE", saturday.isoformat(), sunday.isoformat())


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month or day of last, this or next year: "July last year"."""

    step: int
    month: int
    day: int | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The month or day of that year."""
        year = at.base.year + self.step if at.base else None
        if year is None or not exists(year, self.month, self.day):
            return point(iso(None, self.month, self.day))
        return point(iso(year, self.month, self.day))


@dataclass(frozen=True, slots=True)
class WeekdayFrom:
    """ "the previous Friday": a weekday before (-1) or after (1) the last date of the text."""

    number: int
    which: int

    def resolve(self, at: Setting) -> Resolved:
        """That weekday."""
        base = at.spoken_of("D") or (at.base if self.which < 0 else None)
        return Weekday(self.number, self.which).resolve(replace(at, base=base))


@dataclass(frozen=True, slots=True)
class TheWeekend:
    """ "the weekend": the one just past or under way, the coming one under "will"."""

    def resolve(self, at: Setting) -> Resolved:
        """Saturday and Sunday."""
        during = at.base is not None and at.base.isoweekday() >= 6
        return Step(0 if during or at.direction is Direction.FUTURE else -1, "WE").resolve(at)


@dataclass(frozen=True, slots=True)
class Same:
    """ "that day", "the same month", "that year": the last date of the text at that precision."""

    unit: str

    def resolve(self, at: Setting) -> Resolved:
        """The day, month or year that was spoken of."""
        return Step(0, self.unit).resolve(replace(at, base=at.spoken_of(self.unit)))


@dataclass(frozen=True, slots=True)
class Then:
    """ "by then", "since then": the last date of the text, as far as it is known."""

    def resolve(self, at: Setting) -> Resolved:
        """That date."""
        return point(at.reference) if at.reference is not None else unknown("XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class DecadeOf:
    """The decade in which the report was written."""

    def resolve(self, at: Setting) -> Resolved:
        """Its first and last year."""
        if at.base is None:
            return unknown("XXX", kind=TimeType.DURATION)
        tens = at.base.year // 10
        return Resolved(TimexType.DATE, f"{tens}", f"{tens}0", f"{tens}9", TimeType.DURATION)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends or begins at the day of writing: "the past 24 hours" (-1), "the next 18 months" (1)."""

    number: float | None
    unit: str
    sign: int
    value: str
    type: TimexType = TimexType.DURATION

    def resolve(self, at: Setting) -> Resolved:
        """From the day of writing on, or up to it, in months or years where these are the unit."""
        base = at.base
        if self.sign > 0 and at.direction is Direction.DONE:
            base = at.spoken_of(self.unit)
        if base is None or self.number is None:
            return unknown(self.value, type=self.type, kind=TimeType.DURATION)
        there, here = reach(base, self.sign * self.number, self.unit)
        if there is None:
            return unknown(self.value, type=self.type, kind=TimeType.DURATION)
        first, last = (here, there) if self.sign > 0 else (there, here)
        return Resolved(self.type, self.value, first, last, TimeType.DURATION)


def reach(base: date, number: float, unit: str) -> tuple[str | None, str]:
    """How far a stretch goes from ``base``, and ``base`` itself, both at the precision that the unit supports."""
    if unit.startswith("T"):
        hours = number / {"TS": 3600, "TM": 60, "TH": 1}[unit]
        days = int(hours / 24 + (0.999 if hours > 0 else -0.999))
        return shift(base, days, "D"), base.isoformat()
    if unit == "Y" and number != int(number):
        return shift(base, round(number * 12), "M"), iso(base.year, base.month)
    here = iso(*(base.year, base.month)[: 1 if unit == "Y" else 2]) if unit in "YM" else base.isoformat()
    return shift(base, round(number), unit), here


@dataclass(frozen=True, slots=True)
class Length:
    """A mere length: "six months", "two-year", "several days"."""

    number: float | None
    unit: str
    value: str

    def resolve(self, at: Setting) -> Resolved:
        """Its TIMEX3 value; it dates nothing by itself."""
        return Resolved(TimexType.DURATION, self.value, kind=TimeType.DURATION, dated=False)


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words with one value: "now", "recently", "daily"; also decades and centuries, with their ends."""

    type: TimexType
    value: str
    start: str | None = None
    end: str | None = None
    kind: TimeType = TimeType.POINT

    def resolve(self, at: Setting) -> Resolved:
        """The value."""
        return Resolved(self.type, self.value, self.start, self.end, self.kind)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``suffix`` is ``T22:30`` or ``TMO``; the day is that of ``day``, else of a date near by."""

    suffix: str
    day: Meaning | None = None

    def resolve(self, at: Setting) -> Resolved:
        """The TIME, and the day for the ledger."""
        there = self._day(at)
        value = there.value if there.type is TimexType.DATE and "REF" not in there.value else "XXXX-XX-XX"
        return Resolved(TimexType.TIME, value + self.suffix, there.start, there.end, there.kind)

    def _day(self, at: Setting) -> Resolved:
        """The day meant; that of writing only gives the TIMEX3, and leaves the ledger's ends unknown."""
        if self.day is not None:
            return self.day.resolve(at)
        if at.near is not None:
            return at.near
        spoken_of = at.spoken_of("D")
        if spoken_of is not None:
            return point(spoken_of.isoformat())
        return replace(Step(0, "D").resolve(at), start=None, end=None)


@dataclass(frozen=True, slots=True)
class Overnight(Clock):
    """ "overnight": of the date near by, else the night up to the day of writing, which like "last night" has the day on which it began,
    or the one to come under "will". The day of writing itself near by, as a dateline has it, is no other."""

    def resolve(self, at: Setting) -> Resolved:
        """The night, by the day on which it begins."""
        if self.day is not None or at.base is None or (at.near is not None and at.near.start != at.base.isoformat()):
            return Clock(self.suffix, self.day).resolve(at)
        ahead = at.direction is Direction.FUTURE
        began = day_shift(at.base, 0 if ahead else -1)
        day = began.isoformat() if began else None
        return Resolved(TimexType.TIME, at.base.isoformat() + self.suffix, day, day)


ALONE = (CalendarDate, Weekday, MonthOf, TheWeekend, DecadeOf, Length, Fixed)


def stands_alone(meaning: Meaning) -> bool:
    """Whether a meaning never asks what the text spoke of before: "January 15", "last week", but not "the following day".

    >>> stands_alone(Step(-1, "W")), stands_alone(Step(1, "D", anchored=True))
    (True, False)
    """
    return isinstance(meaning, ALONE) or (isinstance(meaning, Step) and not meaning.anchored)
