"""The ledger's clocks: when a thing held, and since when the world could know it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from onrecord.errors import InvalidDate
from onrecord.model import Claim, Entry, ReportCard, Time, TimeType, first_day, is_partial_date, known_day, last_day

Day = date | str


class Days(NamedTuple):
    """The first and last day that something touches, ISO, ``None`` where open; ``dated_by`` says what gave them."""

    first: str | None
    last: str | None
    dated_by: str | None


UNDATED = Days(None, None, None)


def asked_day(given: Day, *, at_end: bool = True, where: str = "") -> date:
    """A day that a user gave; of a month or year, its last day, or its first.

    >>> asked_day("2020-11"), asked_day("2020-11", at_end=False)
    (datetime.date(2020, 11, 30), datetime.date(2020, 11, 1))
    """
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    day = (last_day if at_end else first_day)(given) if is_partial_date(given) else None
    if day is None:
        raise InvalidDate(given, where)
    return day


def stamp(added: datetime | None) -> str:
    """When a report was taken in, as text in UTC; a time without a zone is taken as UTC."""
    moment = added or datetime.now(UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def asked_moment(given: Day, *, where: str = "") -> str:
    """The end of a day that a user gave, as it compares with the stamps of the ledger; a moment stays what it is.

    >>> asked_moment("2020-11"), asked_moment(datetime(2020, 11, 2, 9, tzinfo=UTC))
    ('2020-11-30T23:59:59.999999+00:00', '2020-11-02T09:00:00+00:00')
    """
    if isinstance(given, datetime):
        return stamp(given)
    return f"{asked_day(given, where=where).isoformat()}T23:59:59.999999+00:00"


def known_since(report: ReportCard) -> str:
    """The day from which on this report counts as known."""
    return known_day(report.published, report.added)


def days_of(time: Time | None) -> Days:
    """The days that a time in the text touches; a deadline is due at its end."""
    if time is None or not time.is_known:
        return UNDATED
    start, end = time.start, time.end
    if time.type is TimeType.DEADLINE:
        start = end or start
    if time.type in (TimeType.DEADLINE, TimeType.POINT):
        start, end = start or end, end or start
    first = first_day(start) if start else None
    last = last_day(end) if end else None
    if first and last and last < first:
        return UNDATED
    return Days(first.isoformat() if first else None, last.isoformat() if last else None, "text")


def when(claim: Claim, published: str | None) -> Days:
    """When the thing happens or holds: by the text, else by the day on which the report says so."""
    days = days_of(claim.time)
    return days if days.dated_by else days_of_report(published)


def days_of_report(published: str | None) -> Days:
    """The days that a publication date can mean."""
    if published is None:
        return UNDATED
    first, last = first_day(published), last_day(published)
    return Days(first.isoformat(), last.isoformat(), "published") if first and last else UNDATED


def when_of(entry: Entry) -> Days:
    """When the thing that this entry says happens or holds."""
    return when(entry.claim, entry.report.published)
