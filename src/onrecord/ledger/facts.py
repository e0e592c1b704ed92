"""Which claims say the same: entries to facts, a pure function that is run anew at will.

It is careful: what may be two things stays two facts. Two entries are joined where kind, status, identifying args, actions and
numbers are the same, nothing else that both give differs, and their times agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from onrecord.ledger.clock import Days, days_of, known_since, when
from onrecord.ledger.keys import fold
from onrecord.model import SPECS, Arg, Claim, Entry, Fact, Kind, Time

DECISIVE = ("direction", "action", "mode", "measure", "outcome", "type")
LASTING = (Kind.ROLE, Kind.ORGANIZATION)
ECHOED = 7
UNTIMED = 31
"""Days within which reports must lie so that a thing without a time may be one; an echo of the same words has fewer."""


def facts_of(entries: Iterable[Entry]) -> tuple[Fact, ...]:
    """The facts that these entries state, in the order in which they became known.

    An entry joins the first fact with whose every entry it agrees, so that a vague date never ties two exact ones together.
    """
    groups: dict[Hashable, list[list[Entry]]] = {}
    for entry in sorted(entries, key=order_of):
        facts = groups.setdefault(_signature(entry.claim), [])
        home = next((fact for fact in facts if all(map(partial(_agree, entry), fact))), None)
        if home is None:
            facts.append([entry])
        else:
            home.append(entry)
    found = (Fact(tuple(fact), _why(fact)) for facts in groups.values() for fact in facts)
    return tuple(sorted(found, key=lambda fact: order_of(fact.entries[0])))


def time_of(fact: Fact) -> Time | None:
    """The time that the fact's sentences give, the most exact first."""
    known = [time for entry in fact.entries if (time := entry.claim.time) and time.is_known]
    return max(known, key=lambda time: len(time.start or "") + len(time.end or ""), default=None)


def published_of(fact: Fact) -> str | None:
    """The earliest publication date among the fact's reports."""
    return next((entry.report.published for entry in fact.entries if entry.report.published), None)


def days_of_fact(fact: Fact) -> Days:
    """When the fact happens or holds: by its sentences, else by the first report that has a date."""
    days = days_of(time_of(fact))
    return days if days.dated_by else when(replace(fact.claim, time=None), published_of(fact))


def order_of(entry: Entry) -> tuple[str, str, str, int, int, str]:
    """By the day on which it became known; ties by report, place in the text and id."""
    report, span = entry.report, entry.claim.evidence
    return (known_since(report), report.id, report.added, span.begin, span.end, entry.claim.id)


def decisive(claim: Claim) -> tuple[Hashable, ...]:
    """The args with closed values that say what is done; a level without ``measure`` is one of strength."""
    given = [folded(claim.args.get(name)) for name in DECISIVE]
    if given[DECISIVE.index("measure")] is None and "measure" in SPECS[claim.kind].args:
        given[DECISIVE.index("measure")] = "strength"
    return tuple(given)


def folded(value: Arg | None) -> Hashable:
    """An arg as it is compared; the order of a list says nothing."""
    return frozenset(map(fold, value)) if isinstance(value, tuple) else fold(value) if value else None


def _signature(claim: Claim) -> Hashable:
    identifying = tuple(folded(claim.args.get(name)) for name in SPECS[claim.kind].identifying)
    quantity = claim.quantity
    numbers = (tuple(sorted(quantity.numbers.items())), quantity.unit) if quantity else None
    return (claim.kind, claim.status, identifying, decisive(claim), numbers)


def _agree(one: Entry, other: Entry) -> bool:
    """Whether two entries with the same signature may be one fact."""
    if not _further_agree(one.claim, other.claim):
        return False
    echo = _same_words(one, other)
    if one.claim.kind is Kind.STATEMENT and not echo:
        return False
    if not echo and any(name not in one.claim.args for name in SPECS[one.claim.kind].identifying):
        return False
    return _times_agree(one, other, echo=echo)


def _further_agree(one: Claim, other: Claim) -> bool:
    shared = [name for name in SPECS[one.kind].further if name in one.args and name in other.args]
    return all(folded(one.args[name]) == folded(other.args[name]) for name in shared)


def _times_agree(one: Entry, other: Entry, *, echo: bool) -> bool:
    mine, theirs = one.claim.time, other.claim.time
    if mine and theirs and mine.is_known and theirs.is_known:
        return same_time(mine, theirs) or (echo and mine.text == theirs.text and _published_within(one, other, ECHOED))
    if mine and theirs and not same_time(mine, theirs):
        return False
    if one.report.id == other.report.id:
        return True
    if one.report.published is None or other.report.published is None:
        return echo and (mine is None) == (theirs is None)
    if one.claim.kind in LASTING:
        return True
    return _published_within(one, other, ECHOED if echo else UNTIMED) and _is_near(mine or theirs, one, other)


def same_time(one: Time, other: Time) -> bool:
    """Whether the times are equal, or differ in nothing but precision."""
    return one.type is other.type and _same_date(one.start, other.start) and _same_date(one.end, other.end)


def _same_date(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.startswith(other) or other.startswith(one)


def _published_within(one: Entry, other: Entry, days: int) -> bool:
    if one.report.published is None or other.report.published is None:
        return False
    return abs(_day(known_since(one.report)) - _day(known_since(other.report))).days <= days


def _is_near(time: Time | None, one: Entry, other: Entry) -> bool:
    """Whether the only time that is given lies near the reports, or ahead of them."""
    last = days_of(time).last
    if last is None:
        return True
    earliest = min(_day(known_since(entry.report)) for entry in (one, other))
    return (earliest - _day(last)).days <= UNTIMED


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _same_words(one: Entry, other: Entry) -> bool:
    return fold(one.words) == fold(other.words)


def _why(fact: list[Entry]) -> str:
    if len(fact) == 1:
        return ""
    return "same words" if len({fold(entry.words) for entry in fact}) == 1 else "same values"
