"""What happened, is planned or was said, in the order of its own time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.ledger.clock import Day, Days, asked_day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import Order, days_of_fact, facts_of, order_of_fact
from onrecord.ledger.filters import FIRST, LAST, Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.origins import with_origins
from onrecord.model import Fact, Kind, Status

EVENTS = tuple(kind for kind in Kind if kind is not Kind.STATEMENT)
MANY, MORE = 2, 4
"""For a page of so many facts this many times as many claims are looked at first; then as many more as that showed to be wanted, at most so
many times."""


def timeline(
    ledger: Ledger,
    *,
    actor: str | None = None,
    place: str | None = None,
    kind: Kind | str | None = None,
    status: Status | str | None = None,
    source: str | None = None,
    text: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
    limit: int | None = None,
) -> tuple[Fact, ...]:
    """Facts by the first day of their time, or else of their first report; those that nothing dates stand last. What its own
    outlet corrected stands in its place, marked.

    That somebody said something is no event: statements are told only where they are asked for by ``kind``.
    With ``limit``, the first so many facts.
    Of the claims, ``status``, ``source`` and the words of ``text`` keep those that have them, before they are made into facts.
    ``since`` and ``until`` keep what touches the days between them, and leave out what nothing dates.
    """
    kinds = (Kind(kind),) if kind is not None else EVENTS
    asked = Filters(
        kinds=kinds, actor=actor, place=place, status=status, source=source, text=text, known=known, added=added,
        min_confidence=min_confidence,
    )  # fmt: skip
    asked = ledger.resolved(asked)
    if limit is not None and limit < 1:
        raise ValueError(f"limit is {limit}; it must be 1 or more")
    first = asked_day(since, at_end=False, where="since").isoformat() if since is not None else None
    last = asked_day(until, where="until").isoformat() if until is not None else None
    window, many = replace(asked, since=since, until=until), MANY * (limit or 0)
    while True:
        enough = ledger.day_of_enough(window, many, column="first_day") if limit is not None else None
        found = ledger.find(asked) if enough is None and window == asked else ledger.whole(_up_to(window, enough), asked)
        facts = facts_of(found, corrected=corrected_in(ledger, found), origins=False)
        told = _in_order((days, fact) for fact in facts if touches(days := days_of_fact(fact), first, last))
        if limit is None or enough is None:
            return tuple(with_origins(fact) for _, fact in told[:limit])
        whole = [fact for days, fact in told if days.dated_by and (days.first or days.last or "") <= enough]
        if len(whole) >= limit:
            return tuple(map(with_origins, whole[:limit]))
        many = min(many * limit // (len(whole) or 1) + limit, many * MORE)


def _up_to(window: Filters, day: str | None) -> Filters:
    return replace(window, until=day) if day is not None else window


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in the order of their own time."""
    return tuple(fact for _, fact in _in_order((days_of_fact(fact), fact) for fact in facts))


def _in_order(dated: Iterable[tuple[Days, Fact]]) -> list[tuple[Days, Fact]]:
    return sorted(dated, key=lambda one: _order(*one))


def touches(days: Days, first: str | None, last: str | None) -> bool:
    """Whether the days lie between two others, which may be open."""
    if first is None and last is None:
        return True
    if days.dated_by is None:
        return False
    return (days.last or LAST) >= (first or FIRST) and (days.first or FIRST) <= (last or LAST)


def _order(days: Days, fact: Fact) -> tuple[bool, str, str, Order]:
    first = days.first or days.last
    return (first is None, first or "", days.last or LAST, order_of_fact(fact))
