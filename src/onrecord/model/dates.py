"""Dates at the precision that is known: ``2020``, ``2020-09``, ``2020-09-13``, and ``XXXX-09-13`` without a year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

PARTIAL = re.compile(r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
UNKNOWN_YEAR = "XXXX"
REMEMBERED = 50_000
"""How many dates are kept with what they mean: a ledger names the same days again and again."""


@lru_cache(REMEMBERED)
def is_partial_date(text: str) -> bool:
    """Whether ``text`` is a date at some precision, and a day that the calendar has.

    >>> [is_partial_date(t) for t in ("2020-09", "XXXX-01-15", "XXXX", "2021-02-30", "2020-9")]
    [True, True, False, False, False]
    """
    if not PARTIAL.fullmatch(text) or text == UNKNOWN_YEAR:
        return False
    year, *rest = text.split("-")
    if year == "0000":
        return False
    if len(rest) < 2:
        return True
    leap_or_given = 2000 if year == UNKNOWN_YEAR else int(year)
    return int(rest[1]) <= calendar.monthrange(leap_or_given, int(rest[0]))[1]


@lru_cache(REMEMBERED)
def first_day(text: str) -> date | None:
    """The first day that a partial date can mean, ``None`` without a year.

    >>> first_day("2020-09")
    datetime.date(2020, 9, 1)
    """
    if text.startswith(UNKNOWN_YEAR):
        return None
    year, month, day = [int(part) for part in [*text.split("-"), "1", "1"][:3]]
    return date(year, month, day)


@lru_cache(REMEMBERED)
def last_day(text: str) -> date | None:
    """The last day that a partial date can mean, ``None`` without a year.

    >>> last_day("2020-02"), last_day("2020"), last_day("XXXX-02")
    (datetime.date(2020, 2, 29), datetime.date(2020, 12, 31), None)
    """
    if not text or text.startswith(UNKNOWN_YEAR):
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


@lru_cache(REMEMBERED)
def known_day(published: str | None, added: str) -> str:
    """The day from which on a report counts as known: the last that its date can mean, or else the day it was added.

    >>> known_day("2020-11", "2026-01-02T10:00:00+00:00"), known_day(None, "2026-01-02T10:00:00+00:00")
    ('2020-11-30', '2026-01-02')
    """
    day = last_day(published) if published else None
    return day.isoformat() if day else added[:10]
