"""What became of a promise: its history out of all that may tell, in the order in which it became known.

Each day's steps rest on what was known by then alone, so the history as known on a day is the beginning of the history known later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.ledger.clock import known_since
from onrecord.ledger.done import done
from onrecord.ledger.facts import Order, facts_of, order_of
from onrecord.ledger.looking_back import looking_back
from onrecord.ledger.moves import moved
from onrecord.ledger.promise_words import is_dropped
from onrecord.ledger.promises import Promise, due_by, known_part, tellings_of
from onrecord.ledger.targets import LEVEL, Shelf, acts_of, aims, family, is_same, leaves_none, same_way, size_of, targets
from onrecord.ledger.verdicts import (
    YEAR,
    Terms,
    Verdict,
    disputes,
    is_of_its_time,
    later_by,
    refused,
    terms_of,
)
from onrecord.model import Claim, CommitmentState, CommitmentStep, Entry, Fact, Kind, Status
from onrecord.model.commitment import KEPT

State = CommitmentState
Rivals = Callable[[Fact, str, str], Iterable[Fact]]
"""Promises known between two days that may be taken for the one of which a fact tells."""
AFTER: dict[State, tuple[State, ...]] = {
    State.OPEN: (State.MET, State.MET_LATE, State.MISSED, State.WITHDRAWN, State.CHANGED),
    State.WITHDRAWN: (State.MET, State.MET_LATE),
    State.MISSED: (State.MET, State.MET_LATE),
    State.CHANGED: (State.MET,),
    State.MET_LATE: (State.MET,),
    State.MET: (),
}
"""What may follow on each state. A promise that was missed or moved is met after all only where a report shows it."""
DENIED, STATED, PLANNED, SIZED = "denied", "stated", "planned", "sized"


@dataclass(frozen=True, slots=True)
class Hint:
    """A claim that may tell what became of a promise, and since when it and the telling that it answers are both known."""

    since: str
    entry: Entry
    fact: Fact
    telling: Fact

    @property
    def order(self) -> tuple[str, Order]:
        """The order in which hints are weighed."""
        return (self.since, order_of(self.entry))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The history of a promise, the fact behind its last step (that of the promise where nothing has changed), and who denies that."""

    steps: tuple[CommitmentStep, ...]
    fact: Fact
    disputed: tuple[Entry, ...] = ()

    @property
    def state(self) -> CommitmentState:
        """What has become of the promise."""
        return self.steps[-1].state


class Evidence:
    """All facts that may tell what became of promises, shelved by what they tell; ``rivals`` finds promises that are not among these."""

    def __init__(self, entries: Iterable[Entry], promises: Iterable[Promise], rivals: Rivals | None = None) -> None:
        found = [entry for entry in entries if _may_tell(entry.claim)]
        self.shelf, self.of, self._elsewhere = Shelf(), {}, rivals
        for fact in tellings_of(facts_of(found, origins=False)):
            for what in _sorts(fact):
                self.shelf.put(what, fact)
        for promise in promises:
            for fact in promise.told:
                self.of[id(fact)] = promise
                self.shelf.put((PLANNED, family(fact.claim)), fact)

    def hints(self, promise: Promise) -> list[Hint]:
        """Whatever may tell of the promise, in the order in which it counts."""
        hints = (hint for telling in promise.told for fact in self._about(telling, promise) for hint in _hints(fact, telling))
        return sorted(hints, key=lambda hint: hint.order)

    def has_rivals(self, promise: Promise, hint: Hint, terms: Terms) -> bool:
        """Whether a third promise of the same parties and direction was known in the year before."""
        others = self.shelf.find((PLANNED, family(hint.telling.claim)), hint.telling.claim)
        since, until = later_by(terms.known, -YEAR).isoformat(), min(hint.since, terms.horizon)
        here = (fact for fact in others if self.of[id(fact)] not in (promise, self.of.get(id(hint.fact))))
        there = self._elsewhere(hint.telling, since, until) if self._elsewhere is not None else ()
        return any(
            since <= known_since(fact.report) <= until and _is_rival(fact.claim, hint.telling.claim)
            for fact in chain(here, there)
        )

    def _about(self, telling: Fact, promise: Promise) -> Iterator[Fact]:
        claim = telling.claim
        wanted = list(aims(claim, telling.words))
        for reached in wanted:
            yield from (fact for fact in self.shelf.find(reached, claim) if is_same(fact.claim, claim))
        for level in (aim for aim in wanted if aim[0] == LEVEL):
            yield from self.shelf.find((STATED, *level[:3]), claim)
        if size := size_of(claim):
            yield from (fact for fact in self.shelf.find((SIZED, *size), claim) if is_same(fact.claim, claim))
        yield from self.shelf.find((DENIED, family(claim)), claim)
        others = self.shelf.find((PLANNED, family(claim)), claim)
        yield from (fact for fact in others if self.of[id(fact)] is not promise)


def outcome_of(promise: Promise, evidence: Evidence) -> Outcome:
    """The history of a promise: first told, then each change of state."""
    first = promise.first
    opened = CommitmentStep(State.OPEN, known_since(first.report), first.entries[0])
    outcome, before, weighed = Outcome((opened,), first), None, 0
    tellings = {known_since(entry.report) for fact in promise.told for entry in fact.entries}
    hints = evidence.hints(promise)
    for day in sorted(tellings | {hint.since for hint in hints}):
        if day in tellings:
            told = promise.on(day)
            terms = terms_of(told, due_by(told))
        known = bisect_right(hints, day, key=lambda hint: hint.since)
        for hint in hints[weighed if terms == before else 0 : known]:
            if AFTER[outcome.state]:
                outcome = _weighed(outcome, day, hint, _verdict(hint, terms, promise, evidence))
            if outcome.state in KEPT and _is_denied(hint, terms, outcome):
                outcome = replace(outcome, disputed=(*outcome.disputed, hint.entry))
        before, weighed = terms, known
    return outcome


def _may_tell(claim: Claim) -> bool:
    """Whether a claim may say what became of a promise: that something was done, is so, or was not done."""
    if claim.status is Status.DENIED:
        return True
    return claim.status is Status.ACTUAL and (
        claim.kind is Kind.FORCE_CHANGE or any(targets(claim)) or claim.quantity is not None
    )


def _sorts(fact: Fact) -> Iterator[object]:
    """Under what a fact is shelved that tells what was done, or not; anything else goes nowhere."""
    claim = fact.claim
    if claim.status is Status.DENIED:
        yield (DENIED, family(claim))
    if claim.status is not Status.ACTUAL:
        return
    reached = acts_of(fact)
    yield from reached
    quantity = claim.quantity
    if quantity is not None and (claim.kind is Kind.FORCE_LEVEL or quantity.to is not None):
        yield (STATED, LEVEL, quantity.unit, claim.arg("measure") or "strength")
    if leaves_none(reached):
        yield (SIZED, "change", claim.arg("direction"))
    if size := size_of(claim):
        yield (SIZED, *size)


def _hints(fact: Fact, telling: Fact) -> Iterator[Hint]:
    """The entries of a fact as hints; a newer plan counts by its first telling."""
    since = known_since(telling.report)
    for entry in fact.entries if fact.claim.status in (Status.ACTUAL, Status.DENIED) else fact.entries[:1]:
        yield Hint(max(since, known_since(entry.report)), entry, fact, telling)


def _is_rival(claim: Claim, promised: Claim) -> bool:
    return is_same(claim, promised) and same_way(claim, promised)


def _verdict(hint: Hint, terms: Terms, promise: Promise, evidence: Evidence) -> Verdict | None:
    """What a hint says of the promise on these terms."""
    if not is_of_its_time(hint.entry, terms):
        return None

    def only() -> bool:
        return not evidence.has_rivals(promise, hint, terms)

    own = looking_back(hint.entry, hint.telling, terms)
    match hint.entry.claim.status:
        case Status.DENIED | Status.ACTUAL if (
            is_dropped(hint.entry.claim, hint.entry.words) or hint.entry.claim.status is Status.DENIED
        ):
            return refused(hint.entry, hint.telling, own, only=only)
        case Status.ACTUAL:
            return done(hint.entry, hint.telling, own, only=only)
    part = known_part(hint.fact, known_since(hint.entry.report))
    return moved(part, hint.telling, terms, only=only) if part else None


def _is_denied(hint: Hint, terms: Terms, outcome: Outcome) -> bool:
    """Whether a denial, told no earlier than that the promise was met, says that it was not."""
    entry, last = hint.entry, outcome.steps[-1]
    if entry.claim.status is not Status.DENIED or entry in outcome.disputed or known_since(entry.report) < last.known:
        return False
    return disputes(entry, hint.telling, terms, last.entry)


def _weighed(outcome: Outcome, day: str, hint: Hint, verdict: Verdict | None) -> Outcome:
    """The outcome after a verdict, where it may follow on the state so far."""
    if verdict is None:
        return outcome
    state, now = verdict.state, outcome.state
    if state is State.MET and not verdict.in_time:
        if now in (State.CHANGED, State.MET_LATE):
            return outcome
        state = State.MET_LATE if now is State.MISSED else state
    if state not in AFTER[now]:
        return outcome
    return Outcome((*outcome.steps, CommitmentStep(state, day, hint.entry)), hint.fact, outcome.disputed)
