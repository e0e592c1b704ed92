"""What one later claim says of a promise: done, done late, not done, dropped, or moved. What may be something else says nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.facts import published_of
from onrecord.ledger.promise_words import is_dropped, is_meant, is_own_word, says_moved
from onrecord.ledger.promises import due_of, numbers_of, same_parties
from onrecord.ledger.same import same_date
from onrecord.ledger.targets import FORCES, LEVEL, acts_alike, equal, is_same, same_way, target, targets
from onrecord.model import (
    SPECS,
    Claim,
    CommitmentState,
    Entry,
    Fact,
    Kind,
    Quantity,
    Stage,
    Status,
    TimeType,
    first_day,
    last_day,
)

ROUNDING = 0.1
"""Levels that differ by no more than this part may be one number, rounded."""
SOON = timedelta(days=92)
"""How long after the due day a level still tells whether it was reached; later ones may be another story."""
YEAR = timedelta(days=366)
ECHO = timedelta(days=7)
"""Within these days of the first report another date or number may be a slip, not a change of plan."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A promise as known on a day: its due date, the first and last day on which it can have been made, and since when it is known."""

    due: str | None
    made: tuple[str | None, str]
    known: date

    @property
    def due_day(self) -> date | None:
        """The last day on which it can be kept in time; ``None`` where the year or the date is not known."""
        return last_day(self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state that a claim speaks for; ``in_time`` where it shows that the promise was kept by its day."""

    state: CommitmentState
    in_time: bool = False


def terms_of(told: tuple[Fact, ...], due: str | None) -> Terms:
    """The terms of a promise by its tellings, the most telling first."""
    first = min(known_since(fact.report) for fact in told)
    return Terms(due, min((_made(fact) for fact in told), key=lambda made: made[1]), date.fromisoformat(first))


def kept(entry: Entry, terms: Terms) -> Verdict | None:
    """Whether a claim of the same thing done says that the promise was kept. Late is what the words date after the due day."""
    if not _is_later(entry, terms):
        return None
    due, days = terms.due_day, days_of(entry.claim.time)
    if due is None:
        return Verdict(CommitmentState.MET)
    if days.first and days.first > due.isoformat() and entry.claim.kind is not Kind.FORCE_LEVEL:
        return Verdict(CommitmentState.MET_LATE)
    done_by = days.last or (known_since(entry.report) if entry.report.published else None)
    return Verdict(CommitmentState.MET, in_time=done_by is not None and done_by <= due.isoformat())


def refused(entry: Entry, promised: Claim, terms: Terms, *, only: Callable[[], bool]) -> Verdict | None:
    """What a denial of the same act says: dropped by the promiser, or not done by its day. ``only`` where no other promise is like it."""
    if not _is_later(entry, terms) or not _is_of_the_act(entry.claim, promised):
        return None
    same_target = not set(targets(entry.claim)).isdisjoint(targets(promised))
    if is_dropped(entry):
        bare = entry.claim.quantity is None and _within(entry, terms.known, YEAR)
        fits = (
            (same_target or (bare and only()))
            and not _is_of_another_day(entry.claim, terms)
            and is_own_word(entry.claim, promised)
        )
        return Verdict(CommitmentState.WITHDRAWN) if fits else None
    due = terms.due_day
    if due is None or is_meant(entry) or not _is_over(entry, due):
        return None
    dated = entry.claim.quantity is None and same_date(due_of_claim(entry.claim), terms.due)
    return Verdict(CommitmentState.MISSED) if (same_target or dated) and _covers(entry, due) else None


def contradicted(entry: Entry, promised: Claim, terms: Terms) -> Verdict | None:
    """Whether a level that is stated for a day after the due day shows that the promised one was not reached by then."""
    due, claim = terms.due_day, entry.claim
    aim, stated = target(promised), _stated(claim)
    if due is None or aim is None or aim[0] != LEVEL or stated is None or aim[:3] != stated[:3]:
        return None
    days = days_of(claim.time)
    if not days.first or not due < date.fromisoformat(days.first) <= later_by(due, SOON):
        return None
    if not is_same(claim, promised) or not equal(("site", "counting"), claim, promised) or not _is_later(entry, terms):
        return None
    return Verdict(CommitmentState.MISSED) if _is_short_of(claim.quantity, promised) else None


def moved(fact: Fact, promised: Claim, terms: Terms, *, only: Callable[[], bool]) -> Verdict | None:
    """Whether a newer promise of the same act moves this one: the same target by another day, or another one by the same day.

    Where the words say that a date was moved, and no other promise is like it (``only``), the number may be put in other terms.
    """
    newer = due_of(fact)
    day = last_day(newer) if newer else None
    if day is None or newer is None or terms.due is None or not _is_newer_plan(fact, promised, terms, day):
        return None
    said = says_moved(fact.words)
    if not said and date.fromisoformat(known_since(fact.report)) <= later_by(terms.known, ECHO):
        return None
    if same_date(newer, terms.due):
        return Verdict(CommitmentState.CHANGED) if _aims_elsewhere(fact.claim, promised) else None
    aim, new = target(promised), target(fact.claim)
    same = aim is not None and aim == new and (said or aim[0] in (LEVEL, Kind.SITE))
    other_terms = said and (aim is None or new is None or aim[0] != new[0]) and only()
    return Verdict(CommitmentState.CHANGED) if same or other_terms else None


def _aims_elsewhere(claim: Claim, promised: Claim) -> bool:
    """Whether a plan is to reach another level of the same thing, which is no further step and not the same number rounded."""
    aim, new = target(promised), target(claim)
    if aim is None or new is None or aim[0] != LEVEL or aim[:3] != new[:3] or _is_next_step(claim, promised):
        return False
    return not _is_near(aim[3], new[3])


def later_by(day: date, span: timedelta) -> date:
    """A day so much later, or earlier; no further than the calendar goes.

    >>> later_by(date(2020, 12, 31), ECHO), later_by(date.max, YEAR)
    (datetime.date(2021, 1, 7), datetime.date(9999, 12, 31))
    """
    return date.fromordinal(min(max(day.toordinal() + span.days, 1), date.max.toordinal()))


def due_of_claim(claim: Claim) -> str | None:
    """The day by which a claim says that something was to be done."""
    time = claim.time
    return (time.end or time.start) if time is not None else None


def _made(told: Fact) -> tuple[str | None, str]:
    """The first and last day on which the promise can have been made: by the text where it tells, else by its first report."""
    known, said = known_since(told.report), published_of(told)
    days = [days_of(entry.claim.announced) for entry in told.entries]
    announced = [(one.last, one.first) for one in days if one.first and one.last and one.last <= known]
    if announced:
        last, first = min(announced)
        return (first, last)
    day = first_day(said) if said else None
    return (day.isoformat() if day else None, known)


def _is_later(entry: Entry, terms: Terms) -> bool:
    """Whether the entry comes from a later report, and is not about a time before the promise."""
    first, last = terms.made
    if known_since(entry.report) <= last:
        return False
    days = days_of(entry.claim.time)
    happened = days.last or days.first
    if happened is None:
        return entry.report.published is not None
    return first is None or happened >= first


def _is_of_the_act(denied: Claim, promised: Claim) -> bool:
    """Whether what is denied is the very act that was promised."""
    if not is_same(denied, promised) or not acts_alike(denied, promised):
        return False
    lists = [arg for arg in SPECS[promised.kind].identifying if isinstance(promised.args.get(arg), tuple)]
    return equal(("site", "counting", *lists), denied, promised)


def _is_over(entry: Entry, due: date) -> bool:
    """Whether the report came out after the due day."""
    return entry.report.published is not None and date.fromisoformat(known_since(entry.report)) > due


def _covers(entry: Entry, due: date) -> bool:
    """Whether what was not done was not done by the due day; words without a date count for a year."""
    time, days = entry.claim.time, days_of(entry.claim.time)
    if days.dated_by is None:
        return time is None and _within(entry, due, YEAR)
    first = None if time and time.type is TimeType.DEADLINE else days.first
    return (first or "") <= due.isoformat() <= (days.last or due.isoformat())


def _within(entry: Entry, day: date, span: timedelta) -> bool:
    return date.fromisoformat(known_since(entry.report)) <= later_by(day, span)


def _is_of_another_day(claim: Claim, terms: Terms) -> bool:
    """Whether a denial names a deadline that is not the promise's."""
    time = claim.time
    if time is None or time.type is not TimeType.DEADLINE or terms.due is None or due_of_claim(claim) is None:
        return False
    return not same_date(due_of_claim(claim), terms.due)


def _stated(claim: Claim) -> tuple[Hashable, ...] | None:
    """The level that a claim states, as a target; one within bounds by the bound that is given."""
    quantity = claim.quantity
    if quantity is None or claim.kind is not Kind.FORCE_LEVEL:
        return target(claim)
    number = next((one for one in (quantity.value, quantity.low, quantity.high) if one is not None), None)
    return (LEVEL, quantity.unit, claim.arg("measure") or "strength", number)


def _is_short_of(stated: Quantity | None, promised: Claim) -> bool:
    """Whether a level lies on the wrong side of the one that was promised, by more than rounding."""
    if promised.quantity is None or stated is None:
        return False
    aim = promised.quantity.to if promised.kind is Kind.FORCE_CHANGE else promised.quantity.value
    if aim is None:
        return False
    exact = stated.value if stated.value is not None else stated.to
    low, high = (exact, exact) if exact is not None else (stated.low, stated.high)
    above = low is not None and low > aim + ROUNDING * aim
    below = high is not None and high < aim - ROUNDING * aim
    way = promised.arg("direction")
    return above if way == "decrease" else below if way == "increase" else above or below


def _is_newer_plan(fact: Fact, promised: Claim, terms: Terms, day: date) -> bool:
    """Whether a fact is a plan for the same act, made after the promise, still ahead when it was told, and no less firm."""
    claim = fact.claim
    if not _is_told_between(fact, terms, day) or not _is_as_firm(claim, promised):
        return False
    same = same_parties(claim, promised, loose=False) and acts_alike(claim, promised)
    if claim.kind not in FORCES:
        return same and claim.kind is not Kind.AGREEMENT and is_same(claim, promised)
    return same and same_way(claim, promised) and equal(("site", "counting"), claim, promised)


def _is_told_between(fact: Fact, terms: Terms, day: date) -> bool:
    """Whether a plan for a day was made after the promise, and told before that day and not long after the promise fell due."""
    known, due = date.fromisoformat(known_since(fact.report)), terms.due_day
    first, _ = _made(fact)
    if due is None or first is None or first <= terms.made[1]:
        return False
    return terms.known < known <= min(later_by(due, YEAR), day)


def _is_as_firm(claim: Claim, promised: Claim) -> bool:
    firm = claim.status is Status.PLANNED or promised.status is Status.CONDITIONAL
    return firm and not (claim.stage is Stage.PROPOSED and promised.stage is not Stage.PROPOSED)


def _is_next_step(claim: Claim, promised: Claim) -> bool:
    """Whether a plan begins where the promise ends: "from 3,000 to 2,500" after "from 5,200 to 3,000"."""
    return numbers_of(claim)[0] is not None and numbers_of(claim)[0] == numbers_of(promised)[1]


def _is_near(one: Hashable, other: Hashable) -> bool:
    numbers = [number for number in (one, other) if isinstance(number, int | float)]
    return len(numbers) == 2 and abs(numbers[0] - numbers[1]) <= ROUNDING * max(map(abs, numbers))
