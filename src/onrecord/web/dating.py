"""The dates of words that an analyst marks: resolved against the day of their report, as reading it does."""

from __future__ import annotations

import re

from onrecord.model import Report, Span, Time


def time_of_words(report: Report, words: str, *, within: Span | None = None) -> Time | None:
    """The time that these words of a report give, in their sentence; ``None`` where they give none, or do not stand there.

    Of the time as a whole more words may be part than were marked: "by January 15" of "January 15". They are looked for ``within`` a
    stretch first.
    """
    from onrecord.finders.dates import find_dates_in_text

    where = _place_of(report.text, words, within)
    if where is None:
        return None
    found = [one for one in find_dates_in_text(report.text, report.published, asked=[where]) if one.span.overlaps(where)]
    if not found:
        return None
    return max(found, key=lambda one: min(one.span.end, where.end) - max(one.span.begin, where.begin)).value.time


def ready_dates() -> None:
    """Load what finds dates, so that the first who marks one need not wait for it."""
    day = "on 1 January 2020"
    time_of_words(Report("ready", day, published="2020-01-01"), day)


def _place_of(text: str, words: str, within: Span | None) -> Span | None:
    """Where words stand first; blanks of the text may be others than theirs."""
    parts = words.split()
    if not parts:
        return None
    sought = re.compile(r"\s+".join(map(re.escape, parts)))
    found = (sought.search(text, within.begin, within.end) if within else None) or sought.search(text)
    return Span(*found.span()) if found else None
