"""What a later claim that denies a promised act says: not done by its day, or given up. What may be something else says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, known_since, when_of
from onrecord.ledger.facts import published_of
from onrecord.ledger.own_words import is_own_word
from onrecord.ledger.pact_subjects import about_other
from onrecord.ledger.promise_words import is_dropped, is_meant
from onrecord.ledger.same import same_date
from onrecord.ledger.targets import FORCES, aims, denied, equal, is_same, same_way
from onrecord.model import SPECS, Claim, CommitmentState, Entry, Fact, TimeType, first_day, last_day

YEAR = timedelta(days=366)
AFTERWARDS = 2 * YEAR
"""Until so long after its day, or after it was made where it has none, it is told what became of a promise; later it is another story."""


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

    @property
    def horizon(self) -> str:
        """The last day of which it is told what became of the promise."""
        return later_by(self.due_day or self.known, AFTERWARDS).isoformat()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state that a claim speaks for; ``in_time`` where it shows that the promise was kept by its day."""

    state: CommitmentState
    in_time: bool = False


def terms_of(told: tuple[Fact, ...], due: str | None) -> Terms:
    """The terms of a promise by its tellings, the most telling first."""
    first = min(known_since(fact.report) for fact in told)
    return Terms(due, min((made_between(fact) for fact in told), key=lambda made: made[1]), date.fromisoformat(first))


def refused(entry: Entry, telling: Fact, terms: Terms, *, only: Callable[[], bool]) -> Verdict | None:
    """What a denial of the same act says: dropped by the promiser, or not done by its day. ``only`` where no other promise is like it."""
    promised = telling.claim
    same_target = denies_target(entry, telling)
    if not is_of_the_act(entry.claim, promised) or about_other(entry, telling):
        return None
    if is_dropped(entry.claim, entry.words):
        later = is_later(entry, terms)
        bare = later and entry.claim.quantity is None and within(entry, terms.known, YEAR)
        told = later or _is_of_one_report(entry, telling)
        fits = (
            ((same_target and told) or (bare and only()))
            and not _is_of_another_day(entry.claim, terms)
            and is_own_word(entry, promised)
        )
        return Verdict(CommitmentState.WITHDRAWN) if fits else None
    due = terms.due_day
    if due is None or not is_later(entry, terms) or is_meant(entry) or not _is_over(entry, due):
        return None
    dated = entry.claim.quantity is None and same_date(due_of_claim(entry.claim), terms.due)
    return Verdict(CommitmentState.MISSED) if (same_target or dated) and _covers(entry, due) else None


def disputes(entry: Entry, telling: Fact, terms: Terms, met_by: Entry) -> bool:
    """Whether a later denial of the same act and target says that a promise was not met after all."""
    if not is_of_the_act(entry.claim, telling.claim) or not denies_target(entry, telling) or not is_later(entry, terms):
        return False
    if is_dropped(entry.claim, entry.words) or is_meant(entry) or about_other(entry, met_by):
        return False
    refusal, done = days_of(entry.claim.time), days_of(met_by.claim.time)
    return refusal.last is None or done.first is None or refusal.last >= done.first


def denies_target(entry: Entry, telling: Fact) -> bool:
    """Whether what is denied is just what was promised: the same number, that all leave, or that any do."""
    return not denied(entry.claim, entry.words).isdisjoint(aims(telling.claim, telling.words))


def later_by(day: date, span: timedelta) -> date:
    """A day so much later, or earlier; no further than the calendar goes.

    >>> later_by(date(2020, 12, 31), timedelta(days=7)), later_by(date.max, YEAR)
    (datetime.date(2021, 1, 7), datetime.date(9999, 12, 31))
    """
    return date.fromordinal(min(max(day.toordinal() + span.days, 1), date.max.toordinal()))


def due_of_claim(claim: Claim) -> str | None:
    """The day by which a claim says that something was to be done."""
    time = claim.time
    return (time.end or time.start) if time is not None else None


def made_between(told: Fact) -> tuple[str | None, str]:
    """The first and last day on which the promise can have been made: by the text where it tells, else by its first report."""
    known, said = known_since(told.report), published_of(told)
    days = [days_of(entry.claim.announced) for entry in told.entries]
    announced = [(one.last, one.first) for one in days if one.first and one.last and one.last <= known]
    if announced:
        last, first = min(announced)
        return (first, last)
    day = first_day(said) if said else None
    return (day.isoformat() if day else None, known)


def is_later(entry: Entry, terms: Terms) -> bool:
    """Whether the entry comes from a later report, and is not about a time before the promise."""
    first, last = terms.made
    if known_since(entry.report) <= last:
        return False
    days = days_of(entry.claim.time)
    happened = days.last or days.first
    if happened is None:
        return entry.report.published is not None
    return first is None or happened >= first


def is_of_its_time(entry: Entry, terms: Terms) -> bool:
    """Whether a claim is of a time at which it may still be told what became of a promise; by its words, else by its report."""
    first = when_of(entry).first
    return first is None or first <= terms.horizon


def is_of_the_act(refusal: Claim, promised: Claim) -> bool:
    """Whether what is denied is the very act that was promised, or what would have kept the promise."""
    if not is_same(refusal, promised) or (promised.kind in FORCES and not same_way(refusal, promised)):
        return False
    lists = [arg for arg in SPECS[promised.kind].identifying if isinstance(promised.args.get(arg), tuple)]
    return equal(("site", "counting", *lists), refusal, promised)


def _is_of_one_report(entry: Entry, telling: Fact) -> bool:
    return any(entry.report.id == told.report.id for told in telling.entries)


def _is_over(entry: Entry, due: date) -> bool:
    """Whether the report came out after the due day."""
    return entry.report.published is not None and date.fromisoformat(known_since(entry.report)) > due


def _covers(entry: Entry, due: date) -> bool:
    """Whether what was not done was not done by the due day; words without a date count for a year."""
    time, days = entry.claim.time, days_of(entry.claim.time)
    if days.dated_by is None:
        return time is None and within(entry, due, YEAR)
    first = None if time and time.type is TimeType.DEADLINE else days.first
    return (first or "") <= due.isoformat() <= (days.last or due.isoformat())


def within(entry: Entry, day: date, span: timedelta) -> bool:
    """Whether a report came out no later than so long after a day."""
    return date.fromisoformat(known_since(entry.report)) <= later_by(day, span)


def _is_of_another_day(claim: Claim, terms: Terms) -> bool:
    """Whether a denial names a deadline that is not the promise's."""
    time = claim.time
    if time is None or time.type is not TimeType.DEADLINE or terms.due is None or due_of_claim(claim) is None:
        return False
    return not same_date(due_of_claim(claim), terms.due)
