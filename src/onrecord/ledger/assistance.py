"""Who gave, pledged or asked how much: totals of what is certainly distinct, and beside them what may be the same money."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord.ledger.amounts import amount_of, may_be_same
from onrecord.ledger.clock import Day, asked_day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.due import commitments
from onrecord.ledger.facts import days_of_fact, facts_of, order_of_fact
from onrecord.ledger.filters import Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import Asked
from onrecord.ledger.parties import Party, first_of, is_of, may_be_one
from onrecord.ledger.same import named
from onrecord.ledger.timeline import touches
from onrecord.ledger.totals import Between, Window, between, is_denied, totals_of
from onrecord.model import CommitmentState, Entry, Fact, Kind, Status
from onrecord.model.answers import correction_of
from onrecord.model.assistance import Amount, Assistance, AssistancePair


def assistance(
    ledger: Ledger,
    *,
    donor: str | None = None,
    recipient: str | None = None,
    place: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Assistance:
    """What ``donor`` gave, pledged, sold to or was asked for by ``recipient``, in totals that never mix units, periods or states.

    A state is also found by its ministries and forces, each in totals of its own; ``place`` takes all recipients that lie or belong
    there. ``since`` and ``until`` keep what touches the days between them; an amount over a longer time is kept whole, with its time.
    """
    gives, gets, where = (
        ledger.ask(role, given, known=known, added=added) if given is not None else None
        for role, given in (("actor", donor), ("actor", recipient), ("place", place))
    )
    first = asked_day(since, at_end=False, where="since").isoformat() if since is not None else None
    last = asked_day(until, where="until").isoformat() if until is not None else None
    entries = ledger.find(Filters(kind=Kind.ASSISTANCE, place=place, known=known, added=added, min_confidence=min_confidence))
    facts = [fact for fact in facts_of(entries, corrected=corrected_in(ledger, entries)) if _is_asked(fact, gives, gets)]
    pairs = totals_of(facts, within=(first, last), given_up=_given_up(entries, known))
    today = datetime.now(UTC).date().isoformat()
    answer = Assistance(
        known=asked_day(known, where="known").isoformat() if known is not None else ledger.latest(added=added) or today,
        donor=gives.name if gives else None,
        recipient=gets.name if gets else None,
        place=where.name if where else None,
        since=first,
        until=last,
        pairs=pairs,
        alike=alike_in(pairs),
        unnumbered=_of(facts, (first, last), lambda fact: amount_of(fact) is None and not is_denied(fact)),
        denied=_of(facts, (first, last), is_denied),
    )
    return replace(answer, notes=tuple(_notes(answer)))


def _given_up(entries: Iterable[Entry], known: Day | None) -> dict[str, Entry]:
    """The claims of promises that their promisers withdrew, by id, each with what says so."""
    told = list(entries)
    denied = {_between(entry) for entry in told if entry.claim.status is Status.DENIED}
    near = [entry for entry in told if _between(entry) in denied] if denied else []
    dropped = (one for one in commitments(near, known=known) if one.state is CommitmentState.WITHDRAWN)
    said = ((one.history[-1].entry, (one.fact, *one.also)) for one in dropped)
    return {entry.claim.id: by for by, told in said for fact in told for entry in fact.entries}


def _between(entry: Entry) -> Hashable:
    return (named(entry.claim, "donor"), named(entry.claim, "recipient"))


def _is_asked(fact: Fact, gives: Asked | None, gets: Asked | None) -> bool:
    """Whether donor and recipient are those who are asked for."""
    sides = [(arg, name) for arg, name in (("donor", gives), ("recipient", gets)) if name]
    return all(any(is_of(name, entry.claim, (arg,)) for entry in fact.entries) for arg, name in sides)


@dataclass(frozen=True, slots=True)
class _Gift:
    """An amount with the parties that it is compared by, looked up once."""

    amount: Amount
    sides: tuple[Party | None, Party | None]
    between: Between


def alike_in(pairs: Iterable[AssistancePair]) -> tuple[tuple[Fact, ...], ...]:
    """Facts that are counted for different pairs, and may be one gift: the same amount by and to parties that may be the same."""
    rows: dict[Hashable, list[list[_Gift]]] = {}
    for pair in pairs:
        for total in pair.totals:
            for amount in total.counted:
                sets = rows.setdefault((total.action, total.status, pair.unit, amount.low, amount.high), [])
                fact = amount.fact
                sides = (first_of(fact, "donor"), first_of(fact, "recipient"))
                gift = _Gift(amount, sides, between(fact, sides))
                fitting = next((found for found in sets if all(_may_be_one_gift(gift, other) for other in found)), None)
                if fitting is None:
                    sets.append([gift])
                else:
                    fitting.append(gift)
    several = [[gift.amount.fact for gift in found] for sets in rows.values() for found in sets if len(found) > 1]
    return tuple(sorted((tuple(facts) for facts in several), key=lambda facts: order_of_fact(facts[0])))


def _may_be_one_gift(one: _Gift, other: _Gift) -> bool:
    if one.between == other.between:  # within a pair, what is counted is distinct
        return False
    (giver, taker), (other_giver, other_taker) = one.sides, other.sides
    if not (may_be_one(giver, other_giver) and may_be_one(taker, other_taker)):
        return False
    return may_be_same(one.amount, other.amount) is not None


def _of(facts: Iterable[Fact], within: Window, wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
    chosen = (fact for fact in facts if wanted(fact) and correction_of(fact) is None and touches(days_of_fact(fact), *within))
    return tuple(sorted(chosen, key=order_of_fact))


def _notes(answer: Assistance) -> Iterator[str]:
    totals = [total for pair in answer.pairs for total in pair.totals]
    if sum(len(pair.totals) for pair in answer.pairs) > 1:
        yield "Totals are not to be added to one another: what is pledged, planned and provided, or given to an army and its state, may be the same."
    if any(total.contested for total in totals):
        yield "Where amounts may be one gift, or one may hold another, the lower bound has the least that was given, the upper bound all of them."
    if any(len(total.left_out) > len(total.contested) for total in totals):
        yield "An amount that may be the same as another is not added; each stands below with the reason."
    if any(total.is_period for total in totals):
        yield "An amount over a period is that of the whole period: nobody said how it is spread over it."
    if number := len(answer.unnumbered):
        yield f"{_facts(number)} that something was given or promised, but not how much: unknown, not zero."
    if number := len(answer.denied):
        yield f"{_facts(number)} that something was not given, or was stopped, and {'is' if number == 1 else 'are'} in no total."


def _facts(number: int) -> str:
    """A number of facts that say something.

    >>> _facts(1), _facts(1200)
    ('1 fact says', '1,200 facts say')
    """
    return f"{number:,} {'fact says' if number == 1 else 'facts say'}"
