"""Where things stand in a chart: days along x, numbers along y, both linear, with round ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import first_day, last_day


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days between ``first`` and ``last`` onto ``left`` … ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """The place of a day, kept within the chart."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(self.left + min(max(share, 0.0), 1.0) * (self.right - self.left), 1)

    def ticks(self, most: int = 9) -> list[tuple[float, str]]:
        """Round dates with their labels: years, else quarters or months, at most ``most``."""
        for months in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
            days = list(_month_starts(self.first, self.last, months))
            if len(days) <= most:
                return [(self.at(day), f"{day.year}" if months >= 12 else f"{day.year}-{day.month:02}") for day in days]
        return []


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers from 0 to ``top`` onto ``bottom`` … ``upper`` (y grows downwards)."""

    top: float
    bottom: float
    upper: float

    def at(self, number: float) -> float:
        """The place of a number, kept within the chart."""
        share = min(max(number / self.top, 0.0), 1.0)
        return round(self.bottom - share * (self.bottom - self.upper), 1)

    def ticks(self) -> list[tuple[float, float]]:
        """Round numbers with their places, 0 among them as the foot of the axis."""
        step = round_step(self.top / 5)
        return [(self.at(n * step), n * step) for n in range(int(self.top / step + 1e-9) + 1)]


def round_step(rough: float) -> float:
    """The next 1, 2 or 5 times a power of ten.

    >>> round_step(1700), round_step(0.3), round_step(40)
    (2000.0, 0.5, 50.0)
    """
    if rough <= 0:
        return 1.0
    power = 1.0
    while power > rough:
        power /= 10
    while power * 10 <= rough:
        power *= 10
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))


def time_scale(days: Iterable[date], left: float, right: float) -> TimeScale:
    """A scale that holds all days, with some room at either end."""
    held = sorted(days)
    room = max(timedelta(days=20), (held[-1] - held[0]) / 25)
    return TimeScale(_earlier(held[0], room), _later(held[-1], room), left, right)


def number_scale(numbers: Iterable[float], bottom: float, upper: float) -> NumberScale:
    """A scale from 0 to a round number above all."""
    most = max(numbers, default=0.0) or 1.0
    step = round_step(most / 5)
    top = step
    while top < most * 1.04:
        top += step
    return NumberScale(top, bottom, upper)


def days_of(*dates: str | None) -> list[date]:
    """The first and last days of partial dates, unknown ones left out.

    >>> days_of("2020-09", None)
    [datetime.date(2020, 9, 1), datetime.date(2020, 9, 30)]
    """
    return [day for text in dates if text for day in (first_day(text), last_day(text)) if day is not None]


def middle(text: str) -> date | None:
    """The day in the middle of a partial date.

    >>> middle("2020-09"), middle("2020-09-03")
    (datetime.date(2020, 9, 15), datetime.date(2020, 9, 3))
    """
    first, last = first_day(text), last_day(text)
    return first + (last - first) // 2 if first and last else None


def _month_starts(first: date, last: date, months: int) -> Iterable[date]:
    month = first.year * 12 + first.month - 1
    month += -month % months
    while month // 12 <= 9999 and (day := date(month // 12, month % 12 + 1, 1)) <= last:
        if day >= first:
            yield day
        month += months


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day.toordinal() > by.days else date.min


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max.toordinal() - day.toordinal() > by.days else date.max
