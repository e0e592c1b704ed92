"""Publication dates: from the many ways of writing one to a partial ISO date, never by guessing."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_tz

from onrecord.errors import InvalidDate
from onrecord.model import is_partial_date
from onrecord.model.dates import UNKNOWN_YEAR

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
SPELLED = (
    re.compile(rf"(?P<day>\d{{1,2}})\s+{MONTH}\.?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{MONTH}\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{MONTH}\.?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
)
LONGEST = 80


def read_published(words: str) -> str | None:
    """The partial ISO date that ``words`` write, ``None`` where they write none. The day is the one written, in its own zone.

    >>> [read_published(w) for w in ("2020-09", "2020-09-13T23:30:00-05:00", "Sun, 13 Sep 2020 10:00:00 GMT", "Sept. 13, 2020")]
    ['2020-09', '2020-09-13', '2020-09-13', '2020-09-13']
    >>> read_published("yesterday"), read_published("03/04/2020")
    (None, None)
    """
    words = words.strip()
    if len(words) > LONGEST:
        return None
    found = words if is_partial_date(words) else _iso(words) or _spelled(words) or _mail(words)
    return found if found and is_partial_date(found) and not found.startswith(UNKNOWN_YEAR) else None


def check_published(given: str | None) -> str | None:
    """The date that the user gave for reports without one; raises ``InvalidDate`` where it is none."""
    if given is None:
        return None
    if not is_partial_date(given) or given.startswith(UNKNOWN_YEAR):
        raise InvalidDate(given, "published")
    return given


def _iso(words: str) -> str | None:
    """ISO dates and times: the extended form, with "T" or a blank, and the basic form of eight digits."""
    if not re.match(r"\d{4}-\d\d-\d\d|\d{8}(?:T|$)", words):
        return None
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        # "2020-09-13 10:00:00 UTC", "2020-09-13T10:00 +0000": the day is plain, whatever the clock says.
        clock = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T\s]+\d\d?:\d\d[\d:.,]*\s*[A-Za-z+-]*[\d:]*", words)
        return clock.group(1) if clock else None


def _spelled(words: str) -> str | None:
    for form in SPELLED:
        found = form.fullmatch(words)
        if found:
            parts = found.groupdict()
            month = MONTHS.index(parts["month"][:3].lower()) + 1
            day = f"-{int(parts['day']):02}" if parts.get("day") else ""
            return f"{parts['year']}-{month:02}{day}"
    return None


def _mail(words: str) -> str | None:
    """Dates of e-mail and RSS (RFC 822), which need a day, a month's name and a year."""
    if not re.search(r"\d\s+[A-Za-z]{3}[a-z]*\s+\d", words):
        return None
    try:
        parts = parsedate_tz(words)
        return date(*parts[:3]).isoformat() if parts else None
    except (ValueError, IndexError, OverflowError):
        return None
