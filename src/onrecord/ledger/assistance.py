"""Who gave, pledged or asked how much: totals of what is certainly distinct, and beside them what may be the same money."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from onrecord.ledger.amounts import amount_of, days_of_amount, is_echo, is_recurring, may_be_same, most_certain_first, status_of
from onrecord.ledger.clock import Day, asked_day
from onrecord.ledger.containing import is_running_total, whole_of
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import days_of_fact, facts_of, order_of_fact
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.parties import Party, first_of, is_of, may_be_one
from onrecord.ledger.search import Filters
from onrecord.ledger.timeline import touches
from onrecord.model import Fact, Kind, Status
from onrecord.model.answers import correction_of
from onrecord.model.assistance import Amount, Assistance, AssistancePair, AssistanceTotal, LeftOut, LeftOutFor

Window = tuple[str | None, str | None]
ALWAYS: Window = (None, None)


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
    gives = ledger.ask("actor", donor, known=known, added=added) if donor is not None else None
    gets = ledger.ask("actor", recipient, known=known, added=added) if recipient is not None else None
    where = ledger.ask("place", place, known=known, added=added) if place is not None else None
    first = asked_day(since, at_end=False, where="since").isoformat() if since is not None else None
    last = asked_day(until, where="until").isoformat() if until is not None else None
    entries = ledger.find(Filters(kind=Kind.ASSISTANCE, place=place, known=known, added=added, min_confidence=min_confidence))
    facts = [
        fact
        for fact in facts_of(entries, corrected=corrected_in(ledger, entries))
        if all(
            asked is None or any(is_of(asked, entry.claim, (arg,)) for entry in fact.entries)
            for asked, arg in ((gives, "donor"), (gets, "recipient"))
        )
    ]
    pairs = totals_of(facts, within=(first, last))
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
        unnumbered=_of(facts, (first, last), lambda fact: amount_of(fact) is None and not _is_denied(fact)),
        denied=_of(facts, (first, last), _is_denied),
    )
    return replace(answer, notes=tuple(_notes(answer)))


@dataclass(slots=True)
class Group:
    """Amounts of one act in one state, and what became of each: counted, or left out for a reason."""

    counted: list[Amount] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


Between = tuple[str | None, str | None, str | None]
"""Donor and recipient as they are told apart, and the unit."""


def totals_of(facts: Iterable[Fact], *, within: Window = ALWAYS) -> tuple[AssistancePair, ...]:
    """The totals of what these facts tell, by donor, recipient and unit. What may be the same money is settled before ``within`` is
    looked at, so that an amount of the year before is not counted again."""
    given = [
        (fact, amount) for fact in sorted(facts, key=order_of_fact) if not _is_denied(fact) and (amount := amount_of(fact))
    ]
    alike: dict[Hashable, list[Amount]] = {}
    groups: dict[Between, dict[tuple[str | None, Status], list[Amount]]] = {}
    names: dict[Between, tuple[str | None, str | None]] = {}
    for fact, amount in given:
        between = _between(fact)
        names.setdefault(between, (_name(first_of(fact, "donor")), _name(first_of(fact, "recipient"))))
        alike.setdefault(_class(fact), []).append(amount)
        groups.setdefault(between, {}).setdefault(_act(fact), []).append(amount)
    found = []
    for between, acts in groups.items():
        totals = [
            total
            for (action, status), amounts in acts.items()
            for total in _totals(action, status, _settled(amounts, alike[_class(amounts[0].fact)]), within)
        ]
        if totals:
            found.append(_pair(*names[between], between[2], sorted(totals, key=_order)))
    return tuple(sorted(found, key=lambda pair: _by_name(pair.donor, pair.recipient, pair.unit)))


def alike_in(pairs: Iterable[AssistancePair]) -> tuple[tuple[Fact, ...], ...]:
    """Facts that are counted for different pairs, and may be one gift: the same amount by and to parties that may be the same."""
    rows: dict[Hashable, list[list[Amount]]] = {}
    for pair in pairs:
        for total in pair.totals:
            for amount in total.counted:
                sets = rows.setdefault((total.action, total.status, pair.unit, amount.low, amount.high), [])
                fitting = next((found for found in sets if all(_may_be_one_gift(amount, other) for other in found)), None)
                if fitting is None:
                    sets.append([amount])
                else:
                    fitting.append(amount)
    several = [[amount.fact for amount in found] for sets in rows.values() for found in sets if len(found) > 1]
    return tuple(sorted((tuple(facts) for facts in several), key=lambda facts: order_of_fact(facts[0])))


def _may_be_one_gift(one: Amount, other: Amount) -> bool:
    sides = ((first_of(one.fact, arg), first_of(other.fact, arg)) for arg in ("donor", "recipient"))
    same = _between(one.fact) == _between(other.fact)  # within a pair, what is counted is distinct
    return not same and all(may_be_one(mine, theirs) for mine, theirs in sides) and may_be_same(one, other) is not None


def _settled(amounts: list[Amount], alike: list[Amount]) -> Group:
    """Which amounts of a group are counted. What repeats a part or a running total is no more counted than that."""
    group, rest, seen = Group(), [], []
    for amount in sorted(_without_echoes(amounts, group), key=most_certain_first):
        left = _contained(amount, alike)
        if left is None:
            rest.append(amount)
        else:
            group.left_out.append(left)
            seen += [amount] if left.reason in (LeftOutFor.PART, LeftOutFor.RUNNING_TOTAL) else []
    for amount in rest:
        found = ((why, other) for other in [*group.counted, *seen] if (why := may_be_same(amount, other)))
        why, other = next(found, (None, None))
        if why and other:
            group.left_out.append(LeftOut(amount, why, other.fact))
        else:
            group.counted.append(amount)
    return group


def _without_echoes(amounts: list[Amount], group: Group) -> list[Amount]:
    """The amounts that are told first; what gives one again in the same words is left out, whatever day it puts it on."""
    first: list[Amount] = []
    for amount in amounts:
        other = next((other for other in first if is_echo(amount, other)), None)
        if other is None:
            first.append(amount)
        else:
            group.left_out.append(LeftOut(amount, LeftOutFor.REPEAT, other.fact))
    return first


def _contained(amount: Amount, alike: list[Amount]) -> LeftOut | None:
    """Why an amount is no sum of its own, where it is none."""
    if correction_of(amount.fact) is not None:
        return LeftOut(amount, LeftOutFor.CORRECTED)
    if is_recurring(amount.fact):
        return LeftOut(amount, LeftOutFor.RECURRING)
    if is_running_total(amount):
        return LeftOut(amount, LeftOutFor.RUNNING_TOTAL)
    whole = whole_of(amount, [other for other in alike if correction_of(other.fact) is None and not is_running_total(other)])
    return LeftOut(amount, LeftOutFor.PART, whole.fact) if whole else None


def _totals(action: str | None, status: Status, group: Group, within: Window) -> Iterator[AssistanceTotal]:
    """The totals of a group: one for what has no period, and one for each period."""
    periods: dict[Window, Group] = {}
    period_of = {amount.fact: _period(amount) for amount in group.counted}
    instead = {left.amount.fact: left.of for left in group.left_out}
    for amount in group.counted:
        if touches(days_of_amount(amount), *within):
            periods.setdefault(_period(amount), Group()).counted.append(amount)
    for left in group.left_out:
        if touches(days_of_amount(left.amount), *within):
            of = left.of
            while of is not None and of not in period_of:
                of = instead.get(of)
            periods.setdefault(period_of[of] if of else ALWAYS, Group()).left_out.append(left)
    for period, part in periods.items():
        yield _total(action, status, period, part)


def _total(action: str | None, status: Status, period: Window, group: Group) -> AssistanceTotal:
    counted = sorted(group.counted, key=lambda amount: order_of_fact(amount.fact))
    lows = [amount.low for amount in counted if amount.low is not None]
    highs = [amount.high for amount in counted if amount.high is not None]
    running = [left.amount for left in group.left_out if left.reason is LeftOutFor.RUNNING_TOTAL]
    stated = {
        (amount.low, amount.high): amount for amount in sorted(running, key=lambda one: order_of_fact(one.fact), reverse=True)
    }
    return AssistanceTotal(
        action,
        status,
        *period,
        is_period=period != ALWAYS,
        lower=_sum(lows) if lows else None,
        upper=_sum(highs) if highs and len(highs) == len(counted) else None,
        approx=any(amount.approx for amount in counted),
        counted=tuple(counted),
        left_out=tuple(sorted(group.left_out, key=lambda left: order_of_fact(left.amount.fact))),
        stated=tuple(sorted(stated.values(), key=lambda amount: order_of_fact(amount.fact))),
    )


def _pair(donor: str | None, recipient: str | None, unit: str | None, totals: list[AssistanceTotal]) -> AssistancePair:
    parts: dict[str, list[AssistanceTotal]] = {name: [] for name in ("pledged", "planned", "provided", "others")}
    for total in totals:
        parts[_column(total)].append(total)
    return AssistancePair(donor, recipient, unit, **{name: tuple(found) for name, found in parts.items()})


def _column(total: AssistanceTotal) -> str:
    """Where a total stands beside others: only what is certain to be meant is compared."""
    if total.action == "pledged" and total.status is Status.PLANNED:
        return "pledged"
    if total.action == "provided" and total.status in (Status.PLANNED, Status.ACTUAL):
        return "provided" if total.status is Status.ACTUAL else "planned"
    return "others"


def _between(fact: Fact) -> Between:
    keys = [party.key if party else None for party in (first_of(fact, "donor"), first_of(fact, "recipient"))]
    return (keys[0], keys[1], _unit(fact))


def _unit(fact: Fact) -> str | None:
    return next((entry.claim.quantity.unit for entry in fact.entries if entry.claim.quantity), None)


def _act(fact: Fact) -> tuple[str | None, Status]:
    return (fact.claim.arg("action"), status_of(fact))


def _class(fact: Fact) -> Hashable:
    """Among which amounts one may contain another: done, promised or asked for alike, in one unit."""
    return (fact.claim.arg("action") == "requested", status_of(fact), _unit(fact))


def _period(amount: Amount) -> Window:
    return (amount.start, amount.end) if amount.is_period else ALWAYS


def _sum(numbers: Iterable[float]) -> float:
    total = math.fsum(numbers)
    return int(total) if total.is_integer() else total


def _is_denied(fact: Fact) -> bool:
    return fact.claim.status is Status.DENIED


def _of(facts: Iterable[Fact], within: Window, wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
    chosen = (fact for fact in facts if wanted(fact) and correction_of(fact) is None and touches(days_of_fact(fact), *within))
    return tuple(sorted(chosen, key=order_of_fact))


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def _by_name(*names: str | None) -> tuple[tuple[bool, str], ...]:
    return tuple((name is None, (name or "").casefold()) for name in names)


def _order(total: AssistanceTotal) -> tuple[str, int, str, str]:
    return (total.action or "", list(Status).index(total.status), total.start or "", total.end or "")


def _notes(answer: Assistance) -> Iterator[str]:
    totals = [total for pair in answer.pairs for total in pair.totals]
    if sum(len(pair.totals) for pair in answer.pairs) > 1:
        yield "Totals are not to be added to one another: what is pledged, planned and provided, or given to an army and its state, may be the same."
    if any(total.left_out for total in totals):
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
