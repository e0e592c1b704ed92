"""Corrections that say so in words: "CORRECTION:", "An earlier version of this article misstated …", "(Corrects figure in paragraph 3)".

Such a notice links its report to an older one only where that can be told surely: of the same outlet, at the same address, or with nearly
the same title and text within a fortnight, or as the only one in that time that tells the same, be it with other numbers. Which one that
is follows from the reports alone, in whatever order they are added.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import Connection, Row, bindparam, or_, select, update

from onrecord.ledger.keys import fold
from onrecord.ledger.schema import reports
from onrecord.lexicon.words import phrases

FORTNIGHT = 14
SAME_TITLE = 85
"""How alike titles must be, of 100."""
SAME_TEXT = 0.6
"""Which part of the shorter text's shingles must stand in the longer one."""
RESTATED, TELLING_SHINGLES = 0.8, 6
"""Which part of a correction's own news, of so many shingles at least, stands in the only older report that it can mean."""
SHINGLE = 3
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
TELLING = ("correct", "version of this", "version of our")
"""One of these stands in every notice: a quick look before the long one."""
PROMPT = re.compile(
    r"^\W{0,3}(?:correction|corrected|corrects)\b[^:—–]{0,60}[:—–]|[(\[]\s*correct(?:ed|ion)[^)\]]{0,40}[)\]]", re.IGNORECASE
)
BY_NUMBER = select(reports).where(reports.c.number == bindparam("number"))
WAITING = select(reports).where(
    reports.c.notice.is_not(None),
    reports.c.outlet == bindparam("outlet"),
    reports.c.number != bindparam("number"),
    reports.c.known_day >= bindparam("known_day"),
    or_(reports.c.known_day <= bindparam("fortnight"), reports.c.url == bindparam("url")),
)
"""Reports whose notices may mean this one: those of its outlet, and of the next fortnight or at its address."""


def has_notice(title: str | None, text: str) -> bool:
    """Whether a report says in its own words that it corrects what was said before.

    >>> has_notice(None, "The fair begins today. An earlier version of this article misstated the number of stalls.")
    True
    >>> has_notice("Correction", "Two ships left."), has_notice("Correctional staff strike", "They left.")
    (True, False)
    """
    if title and _in_titles().search(title):
        return True
    lower = text.casefold()
    return any(word in lower for word in TELLING) and any(pattern.search(text) for pattern in _patterns())


def settle_notices(connection: Connection, number: int) -> None:
    """Look whether the report of this number corrects an older one by its words, and whether it is the older one of others."""
    [mine] = connection.execute(BY_NUMBER, {"number": number})
    if has_notice(mine.title, mine.text):
        _set(connection, mine, _older_of(connection, mine))
    if mine.outlet is None:
        return
    asked = {name: getattr(mine, name) for name in ("number", "outlet", "url", "known_day")}
    for row in connection.execute(WAITING, asked | {"fortnight": _days_from(mine.known_day, FORTNIGHT)}).all():
        found = _older_of(connection, row)
        if found != row.notice:
            _set(connection, row, found)


def _older_of(connection: Connection, mine: Row[Any]) -> str:
    """The id of the report that this one corrects, empty where none can be told surely."""
    if mine.outlet is None:
        return ""
    of_outlet = (reports.c.outlet == mine.outlet, reports.c.number != mine.number, reports.c.withdrawn.is_(None))
    earlier = select(reports).where(*of_outlet, reports.c.known_day <= mine.known_day, reports.c.hash != mine.hash)
    latest = earlier.order_by(reports.c.known_day.desc(), reports.c.added.desc(), reports.c.id)
    if mine.url is not None:
        same = connection.execute(latest.where(reports.c.url == mine.url).limit(1)).one_or_none()
        if same is not None:
            return str(same.id)
    if mine.published is None:
        return ""
    since = _days_from(mine.known_day, -FORTNIGHT)
    near = connection.execute(latest.where(reports.c.known_day >= since, reports.c.published.is_not(None))).all()
    alike = [row for row in near if row.title and mine.title and _are_alike(row, mine)]
    if alike:
        return str(alike[0].id) if sum(row.known_day == alike[0].known_day for row in alike) == 1 else ""
    news = _shingles(_unnumbered(mine.text))
    restated = [row for row in near if _is_restated(news, row)]
    return str(restated[0].id) if len(restated) == 1 else ""


def _are_alike(one: Row[Any], other: Row[Any]) -> bool:
    titles = [fold(PROMPT.sub("", row.title)) for row in (one, other)]
    if fuzz.ratio(*titles) < SAME_TITLE:
        return False
    mine, theirs = (_shingles(row.text) for row in (one, other))
    fewer = min(len(mine), len(theirs))
    return fewer > 0 and len(mine & theirs) / fewer >= SAME_TEXT


def _is_restated(news: set[tuple[str, ...]], older: Row[Any]) -> bool:
    """Whether what a correction tells besides its notice stands in an older report, be it with other numbers."""
    shared = len(news & _shingles(NUMBER.sub("#", older.text)))
    return len(news) >= TELLING_SHINGLES and shared / len(news) >= RESTATED


def _unnumbered(text: str) -> str:
    """A text without its notices, and with one sign for all numbers: these are what a correction changes.

    >>> _unnumbered("An earlier version of this article misstated the toll. Some 1,200 left on 3 May.")
    'Some # left on # May.'
    """
    kept = (sentence for sentence in SENTENCE.split(text) if not has_notice(None, sentence))
    return NUMBER.sub("#", " ".join(kept))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _days_from(day: str, days: int) -> str:
    first, last = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(max(date.fromisoformat(day).toordinal() + days, first), last)).isoformat()


def _set(connection: Connection, row: Row[Any], id: str) -> None:
    connection.execute(update(reports).where(reports.c.number == row.number).values(notice=id))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What notices look like in a text; every gap is bounded, so that they are looked for in linear time."""
    headings, items, wrong = (_any_of(name) for name in ("headings", "items", "wrong"))
    return tuple(
        re.compile(pattern, re.IGNORECASE | re.MULTILINE)
        for pattern in (
            rf"^[^\w\n]{{0,4}}{headings}[ \t]*[:—–]",
            rf"\ban? (?:earlier|previous|prior|original) version of (?:this|our) {items}\b[^.\n]{{0,80}}\b{wrong}\b",
            rf"\bthis {items} (?:has been|was) (?:updated to correct|corrected to|corrected)\b",
            r"(?:^|\()[ \t]*corrects (?:[\w'’,-]+ ){1,6}?(?:in|of|to|from) ",
        )
    )


@cache
def _in_titles() -> re.Pattern[str]:
    headings = _any_of("headings")
    return re.compile(rf"^\W{{0,3}}{headings}(?:[ \t]*[:—–-]|$)|[(\[][ \t]*{headings}[ \t]*[)\]]", re.IGNORECASE)


def _any_of(name: str) -> str:
    return f"(?:{'|'.join(re.escape(phrase) for phrase in phrases('correction', name))})"
