"""Which claims say the same: entries to facts, a pure function that is run anew at will.

It is careful: what may be two things stays two facts. Two entries are joined where kind, status, identifying args, actions and
numbers are the same, nothing else that both give differs, and their times agree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.ledger.clock import Days, days_of, days_of_report, known_since
from onrecord.ledger.keys import fold
from onrecord.ledger.origins import with_origins
from onrecord.ledger.same import decisive, folded, same_time
from onrecord.ledger.ties import MERGED, with_ties
from onrecord.model import SPECS, Claim, Entry, Fact, Kind, Stage, Status, Time
from onrecord.model.answers import CorrectedFact, told_time

LASTING = (Kind.ROLE, Kind.ORGANIZATION)
ECHOED = 7
UNTIMED = 31
"""Days within which reports must lie so that a thing without a time may be one; an echo of the same words has fewer."""
COUNTED = 92
"""Days within which reports that count the same sites ("eight bases") may tell of one count."""
TELLING = ("actor", "recipient", "place")
"""What outlets word differently of one site: who gave it to whom, and what is near."""


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
        """When the thing is, in the words of the report; words that give no date at all ("lately") tell nothing apart."""
        time = self.entry.claim.time
        return time if time and (time.start or time.end) else None


def facts_of(entries: Iterable[Entry], *, corrected: Mapping[Entry, Entry] | None = None) -> tuple[Fact, ...]:
    """The facts that these entries state, in the order in which they became known.

    An entry joins the first fact with whose every entry it agrees, so that a vague date never ties two exact ones together.
    What analysts merged or parted is one fact or several whatever it looks like.
    ``corrected`` are entries that a correction replaced: they make facts of their own, marked as such.
    """
    groups: dict[tuple[Hashable, Entry | None], list[list[Told]]] = {}
    for entry in sorted(entries, key=order_of):
        by = corrected.get(entry) if corrected else None
        told, facts = _told(entry), groups.setdefault((_signature(entry.claim), by), [])
        for fact in facts:
            if all(_agree(told, other) for other in fact):
                fact.append(told)
                break
        else:
            facts.append([told])
    found = [_fact(fact, by) for (_, by), facts in groups.items() for fact in facts]
    return tuple(sorted((with_origins(_in_order(fact)) for fact in with_ties(found)), key=order_of_fact))


def _in_order(fact: Fact) -> Fact:
    """The fact with its entries in the order in which they became known."""
    return replace(fact, entries=tuple(sorted(fact.entries, key=order_of))) if fact.joined == MERGED else fact


def _fact(told: list[Told], by: Entry | None) -> Fact:
    entries = tuple(one.entry for one in told)
    return Fact(entries, _why(told)) if by is None else CorrectedFact(entries, _why(told), corrected_by=by)


def time_of(fact: Fact) -> Time | None:
    """The time that the fact's sentences give."""
    return told_time(fact)


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


def _signature(claim: Claim) -> Hashable:
    identifying: Hashable = tuple(folded(claim.args.get(name)) for name in SPECS[claim.kind].identifying)
    if claim.kind is Kind.SITE:
        identifying = claim.ids.get("site") or identifying
    quantity = claim.quantity
    numbers = (tuple(sorted(quantity.numbers.items())), quantity.unit) if quantity else None
    return (claim.kind, claim.status, is_underway(claim), identifying, decisive(claim), numbers)


def is_underway(claim: Claim) -> bool:
    """Whether a change is being made and not yet done: "is reducing its force to 3,000"."""
    return claim.status is Status.ACTUAL and claim.stage is Stage.UNDERWAY


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
    known = _is_known_site(one)
    count = _is_count_of_sites(one)
    worded = TELLING if known else TELLING[1:] if count else ()
    if any(other.further.get(name, value) != value for name, value in one.further.items() if name not in worded):
        return False
    echo = one.words == other.words
    if not echo and (not one.complete or one.entry.claim.kind is Kind.STATEMENT):
        return False
    if not _count_alike(one, other):
        return False
    return (count and _is_one_count(one, other)) or _times_agree(one, other, echo=echo)


def _is_known_site(told: Told) -> bool:
    claim = told.entry.claim
    return claim.kind is Kind.SITE and "site" in claim.ids


def _is_count_of_sites(told: Told) -> bool:
    claim = told.entry.claim
    return claim.kind is Kind.SITE and claim.quantity is not None and "site" not in claim.ids


def _is_one_count(one: Told, other: Told) -> bool:
    """Whether two claims of the same number of sites are one count: in one report, or over times that touch."""
    if one.entry.report.id == other.entry.report.id:
        return True
    mine, theirs = days_of(one.time), days_of(other.time)
    if not (mine.first and mine.last and theirs.first and theirs.last):
        return False
    return mine.first <= theirs.last and theirs.first <= mine.last and _published_within(one, other, COUNTED)


def _count_alike(one: Told, other: Told) -> bool:
    """Whether a number whose counting is told may be one whose counting is not: by one report, one source, or in the same days."""
    if ("counting" in one.further) is ("counting" in other.further):
        return True
    mine, theirs = one.entry, other.entry
    if mine.report.id == theirs.report.id or (mine.claim.source and mine.claim.source == theirs.claim.source):
        return True
    return (one.time is None) is (other.time is None) and _published_within(one, other, ECHOED)


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
