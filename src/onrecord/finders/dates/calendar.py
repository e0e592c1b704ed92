"""Arithmetic on the calendar, at the precision of years, months, weeks or days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from onrecord.model import is_partial_date

FIRST_YEAR, LAST_YEAR = 1, 9999


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A partial date as text; an unknown year is ``XXXX``.

    >>> iso(2021, 1, 15), iso(None, 9), iso(2020)
    ('2021-01-15', 'XXXX-09', '2020')
    """
    parts = ["XXXX" if year is None else f"{year:04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def exists(year: int | None, month: int, day: int | None) -> bool:
    """Whether the calendar has that day."""
    return is_partial_date(iso(year, month, day))


def month_shift(day: date, months: int) -> tuple[int, int] | None:
    """Year and month so many months away, ``None`` beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return (year, month + 1) if FIRST_YEAR <= year <= LAST_YEAR else None


def day_shift(day: date, days: int) -> date | None:
    """The day so many days away, ``None`` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_of(day: date) -> str:
    """The ISO week: ``2020-W50``.

    >>> week_of(date(2020, 12, 13))
    '2020-W50'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift(day: date, number: int, unit: str) -> str | None:
    """The partial date ``number`` units away, at the precision of the unit; weeks are told by their day.

    >>> shift(date(2020, 12, 13), 18, "M"), shift(date(2020, 12, 13), -3, "D"), shift(date(2020, 12, 13), 5, "Y")
    ('2022-06', '2020-12-10', '2025')
    """
    if abs(number) > 100_000:
        return None
    if unit == "Y":
        return iso(day.year + number) if FIRST_YEAR <= day.year + number <= LAST_YEAR else None
    if unit == "M":
        moved = month_shift(day, number)
        return iso(*moved) if moved else None
    there = day_shift(day, number * (7 if unit == "W" else 1))
    return there.isoformat() if there else None


def near(year: int, month: int, day: int | None, *, forward: bool, base: date) -> int | None:
    """The year in which month and day come next after (or came last before) ``base``, that day or month included."""
    order = (base.month, base.day) if day is not None else (base.month, 0)
    step = 1 if forward else -1
    wanted = (month, day or 0)
    start = year if (wanted >= order if forward else wanted <= order) else year + step
    for candidate in range(start, start + 9 * step, step):
        if FIRST_YEAR <= candidate <= LAST_YEAR and exists(candidate, month, day):
            return candidate
    return None


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return calendar.monthrange(year, month)[1]
