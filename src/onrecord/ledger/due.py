"""What was promised, by when, and whether a later report says that it was done. Silence never makes a promise missed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from onrecord.ledger.clock import Day, asked_day, days_of, known_since
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import Order, facts_of, is_underway, order_of, order_of_fact, published_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.promises import FORCES, due_of, overlap, promises_of
from onrecord.ledger.same import decisive, folded
from onrecord.ledger.search import Filters
from onrecord.model import (
    SPECS,
    Claim,
    Commitment,
    CommitmentState,
    Entry,
    Fact,
    Kind,
    Status,
    first_day,
    last_day,
)

DONE_ONCE = (Kind.SITE, Kind.AGREEMENT, Kind.TERRITORY, Kind.SANCTION, Kind.ORGANIZATION)
"""Kinds where the same act by the same parties is the one that was promised, even if no number tells."""
FULFILS = {"pledged": ("provided", "divested", "trained")}
Shelf = Mapping[Hashable, list[Fact]]


def due(
    ledger: Ledger,
    *,
    actor: str | None = None,
    place: str | None = None,
    on: Day | None = None,
    known: Day | None = None,
    min_confidence: float = 0.0,
) -> tuple[Commitment, ...]:
    """Everything planned or conditional, in the order in which it falls due; what has no date stands last.

    With ``on``, only what has fallen due by the end of that day. A promise is met where a report published later says that the
    same was done: same participants, same number (or same act, of what happens once), not dated before the promise. A promise
    that reports put in other terms ("from 50 to 30", "by 20", "to 30") is one; what its outlet corrected is none.
    """
    entries = ledger.find(Filters(actor=actor, place=place, known=known, min_confidence=min_confidence))
    corrected = corrected_in(ledger, entries)
    return commitments((entry for entry in entries if not corrected or entry not in corrected), on=on)


def commitments(entries: Iterable[Entry], *, on: Day | None = None) -> tuple[Commitment, ...]:
    """The promises among these entries, each with what these entries say has become of it."""
    promised, done = [], []
    for entry in entries:
        if entry.claim.status in (Status.PLANNED, Status.CONDITIONAL):
            promised.append(entry)
        elif entry.claim.status is Status.ACTUAL:
            done.append(entry)
    shelf = _shelve(facts_of(done))
    found = [_commitment(told, shelf) for told in promises_of(facts_of(promised))]
    if on is not None:
        until = asked_day(on, where="on")
        found = [one for one in found if one.due and (day := last_day(one.due)) and day <= until]
    return tuple(sorted(found, key=_order))


def _commitment(told: tuple[Fact, ...], shelf: Shelf) -> Commitment:
    """The commitment of which these facts tell, the most telling first."""
    met_by = _met_by(told, shelf)
    state = CommitmentState.MET if met_by else CommitmentState.OPEN
    return Commitment(told[0], next((due for fact in told if (due := due_of(fact))), None), state, met_by, told[1:])


def _order(one: Commitment) -> tuple[bool, bool, str, Order]:
    day = last_day(one.due) if one.due else None
    return (one.due is None, day is None, day.isoformat() if day else one.due or "", order_of_fact(one.fact))


def _shelve(facts: Iterable[Fact]) -> Shelf:
    """Facts by the targets that they reach."""
    shelf: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        for target in dict.fromkeys(target for entry in fact.entries for target in _targets(entry.claim)):
            shelf.setdefault(target, []).append(fact)
    return shelf


def _targets(claim: Claim) -> Iterator[Hashable]:
    """What a claim says is reached, the most telling first: a level, the size of a change, any number, or the bare act.

    What is being done is not yet reached.
    """
    quantity = claim.quantity
    if is_underway(claim):
        return
    if claim.kind in FORCES:
        level = quantity and (quantity.to if claim.kind is Kind.FORCE_CHANGE else quantity.value)
        if quantity and level is not None:
            yield ("forces", quantity.unit, claim.arg("measure") or "strength", level)
        if quantity and quantity.delta is not None:
            yield ("change", quantity.unit, claim.arg("direction"), quantity.delta)
    elif quantity:
        yield (claim.kind, quantity.unit, tuple(sorted(quantity.numbers.items())))
    elif claim.kind in DONE_ONCE and claim.arg("action"):
        yield (claim.kind, "act")


def _met_by(told: tuple[Fact, ...], shelf: Shelf) -> Fact | None:
    """The first fact that says that the promise was kept, by whichever of its tellings."""
    meeting = (
        (order_of(entry), fact)
        for promise in told
        for telling in promise.entries
        for fact in shelf.get(next(_targets(telling.claim), None), ())
        for entry in fact.entries
        if _is_later(entry, promise) and _is_same(entry.claim, promise.claim)
    )
    return min(meeting, key=lambda found: found[0], default=(None, None))[1]


def _is_later(entry: Entry, promise: Fact) -> bool:
    """Whether the entry comes from a later report, and is not about a time before the promise."""
    first, last = _made(promise)
    if known_since(entry.report) <= last:
        return False
    days = days_of(entry.claim.time)
    happened = days.last or days.first
    if happened is None:
        return entry.report.published is not None
    return first is None or happened >= first


def _made(promise: Fact) -> tuple[str | None, str]:
    """The first and last day on which the promise can have been made: by the text where it tells, else by its first report."""
    known, said = known_since(promise.report), published_of(promise)
    told = [days_of(entry.claim.announced) for entry in promise.entries]
    announced = [(days.last, days.first) for days in told if days.first and days.last and days.last <= known]
    if announced:
        last, first = min(announced)
        return (first, last)
    day = first_day(said) if said else None
    return (day.isoformat() if day else None, known)


def _is_same(done: Claim, promised: Claim) -> bool:
    """Whether the same participants did the same thing."""
    identifying = SPECS[promised.kind].identifying
    if not any(arg in promised.args for arg in identifying) or not all(overlap(arg, done, promised) for arg in identifying):
        return False
    if promised.kind in FORCES:
        return _alike(("site", "counting"), done, promised)
    further = [arg for arg in SPECS[promised.kind].further if arg not in ("action", "condition", "name")]
    return _acts_alike(done, promised) and _alike(further, done, promised)


def _acts_alike(done: Claim, promised: Claim) -> bool:
    wanted = FULFILS.get(promised.arg("action") or "")
    return done.arg("action") in wanted if wanted else decisive(done) == decisive(promised)


def _alike(args: Iterable[str], one: Claim, other: Claim) -> bool:
    shared = (arg for arg in args if arg in one.args and arg in other.args)
    return all(folded(one.args[arg]) == folded(other.args[arg]) for arg in shared)
