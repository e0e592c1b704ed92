"""Which claims say the same: entries to facts, a pure function that is run anew at will.

It is careful: what may be two things stays two facts. Two entries are joined where kind, status, identifying args, actions and
numbers are the same, nothing else that both give differs, and their times agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.ledger.clock import Days, days_of, days_of_report, known_since
from onrecord.ledger.keys import fold
from onrecord.model import SPECS, Arg, Claim, Entry, Fact, Kind, Time

DECISIVE = ("direction", "action", "mode", "measure", "outcome", "type")
LASTING = (Kind.ROLE, Kind.ORGANIZATION)
ECHOED = 7
UNTIMED = 31
"""Days within which reports must lie so that a thing without a time may be one; an echo of the same words has fewer."""


class ById:
    """The last word in an order: the claim's id, made only where all else is equal."""

    __slots__ = ("claim",)

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.claim == other.claim

    def __hash__(self) -> int:
        return hash(self.claim)

    def __lt__(self, other: ById) -> bool:
        return self.claim.id < other.claim.id


Order = tuple[str, str, str, int, int, ById]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is compared with others: folded once, as it is compared often."""

    entry: Entry
    words: str
    published: int | None
    complete: bool
    further: dict[str, Hashable]

    @property
    def time(self) -> Time | None:
        """When the thing is, in the words of the report."""
        return self.entry.claim.time


def facts_of(entries: Iterable[Entry]) -> tuple[Fact, ...]:
    """The facts that these entries state, in the order in which they became known.

    An entry joins the first fact with whose every entry it agrees, so that a vague date never ties two exact ones together.
    """
    groups: dict[Hashable, list[list[Told]]] = {}
    for entry in sorted(entries, key=order_of):
        told, facts = _told(entry), groups.setdefault(_signature(entry.claim), [])
        for fact in facts:
            if all(_agree(told, other) for other in fact):
                fact.append(told)
                break
        else:
            facts.append([told])
    found = (Fact(tuple(told.entry for told in fact), _why(fact)) for facts in groups.values() for fact in facts)
    return tuple(sorted(found, key=order_of_fact))


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
    return days if days.dated_by else days_of_report(published_of(fact))


def order_of(entry: Entry) -> Order:
    """By the day on which it became known; ties by report, place in the text and id."""
    report, span = entry.report, entry.claim.evidence
    return (known_since(report), report.id, report.added, span.begin, span.end, ById(entry.claim))


def order_of_fact(fact: Fact) -> Order:
    """By the day on which it became known first."""
    return order_of(fact.entries[0])


def decisive(claim: Claim) -> tuple[Hashable, ...]:
    """The args with closed values that say what is done; a level without ``measure`` is one of strength."""
    given = [folded(claim.args.get(name)) for name in DECISIVE]
    if given[DECISIVE.index("measure")] is None and "measure" in SPECS[claim.kind].args:
        given[DECISIVE.index("measure")] = "strength"
    return tuple(given)


def folded(value: Arg | None) -> Hashable:
    """An arg as it is compared; the order of a list says nothing."""
    return frozenset(map(fold, value)) if isinstance(value, tuple) else fold(value) if value else None


def same_time(one: Time, other: Time) -> bool:
    """Whether the times are equal, or differ in nothing but precision."""
    return one.type is other.type and _same_date(one.start, other.start) and _same_date(one.end, other.end)


def _same_date(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.startswith(other) or other.startswith(one)


def _signature(claim: Claim) -> Hashable:
    identifying = tuple(folded(claim.args.get(name)) for name in SPECS[claim.kind].identifying)
    quantity = claim.quantity
    numbers = (tuple(sorted(quantity.numbers.items())), quantity.unit) if quantity else None
    return (claim.kind, claim.status, identifying, decisive(claim), numbers)


def _told(entry: Entry) -> Told:
    claim, published = entry.claim, entry.report.published
    spec = SPECS[claim.kind]
    return Told(
        entry=entry,
        words=fold(entry.words),
        published=date.fromisoformat(known_since(entry.report)).toordinal() if published else None,
        complete=all(name in claim.args for name in spec.identifying),
        further={name: folded(claim.args[name]) for name in spec.further if name in claim.args},
    )


def _agree(one: Told, other: Told) -> bool:
    """Whether two entries with the same signature may be one fact."""
    if any(other.further.get(name, value) != value for name, value in one.further.items()):
        return False
    echo = one.words == other.words
    if not echo and (not one.complete or one.entry.claim.kind is Kind.STATEMENT):
        return False
    return _times_agree(one, other, echo=echo)


def _times_agree(one: Told, other: Told, *, echo: bool) -> bool:
    mine, theirs = one.time, other.time
    if mine and theirs and mine.is_known and theirs.is_known:
        return same_time(mine, theirs) or (echo and mine.text == theirs.text and _published_within(one, other, ECHOED))
    if mine and theirs and not same_time(mine, theirs):
        return False
    if one.entry.report.id == other.entry.report.id:
        return True
    if one.published is None or other.published is None:
        return echo and (mine is None) == (theirs is None)
    if one.entry.claim.kind in LASTING:
        return True
    return _published_within(one, other, ECHOED if echo else UNTIMED) and _is_near(mine or theirs, one, other)


def _published_within(one: Told, other: Told, days: int) -> bool:
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= days


def _is_near(time: Time | None, one: Told, other: Told) -> bool:
    """Whether the only time that is given lies near the reports, or ahead of them."""
    last = days_of(time).last
    if last is None:
        return True
    earliest = min(told.published or 0 for told in (one, other))
    return earliest - date.fromisoformat(last).toordinal() <= UNTIMED


def _why(fact: list[Told]) -> str:
    if len(fact) == 1:
        return ""
    return "same words" if len({told.words for told in fact}) == 1 else "same values"
