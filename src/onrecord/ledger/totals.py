"""Totals of assistance: by donor, recipient, unit, act, status and period, and never across them."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator
from types import MappingProxyType

from onrecord.ledger.amounts import amount_of, days_of_amount, status_of
from onrecord.ledger.contested import floor_of
from onrecord.ledger.facts import order_of_fact
from onrecord.ledger.parties import Party, first_of
from onrecord.ledger.settling import GivenUp, Group, settled, wholes_among
from onrecord.ledger.timeline import touches
from onrecord.model import Fact, Status
from onrecord.model.assistance import CONTESTED, Amount, AssistancePair, AssistanceTotal, LeftOutFor

Window = tuple[str | None, str | None]
ALWAYS: Window = (None, None)
Between = tuple[str | None, str | None, str | None]
"""Donor and recipient as they are told apart, and the unit."""


def totals_of(
    facts: Iterable[Fact], *, within: Window = ALWAYS, given_up: GivenUp = MappingProxyType({})
) -> tuple[AssistancePair, ...]:
    """The totals of what these facts tell, by donor, recipient and unit. What may be the same money is settled before ``within`` is
    looked at, so that an amount of the year before is not counted again; promises that were ``given_up`` are left out."""
    given = [(fact, amount) for fact in sorted(facts, key=order_of_fact) if not is_denied(fact) and (amount := amount_of(fact))]
    alike: dict[Hashable, list[Amount]] = {}
    groups: dict[Between, dict[tuple[str | None, Status], list[Amount]]] = {}
    names: dict[Between, tuple[str | None, str | None]] = {}
    for fact, amount in given:
        who = between_of(fact)
        if who not in names:
            names[who] = (_name(first_of(fact, "donor")), _name(first_of(fact, "recipient")))
        alike.setdefault(_class(fact), []).append(amount)
        groups.setdefault(who, {}).setdefault(_act(fact), []).append(amount)
    wholes = {which: wholes_among(amounts) for which, amounts in alike.items()}
    found = []
    for who, acts in groups.items():
        totals = [
            total
            for (action, status), amounts in acts.items()
            for total in _totals(action, status, settled(amounts, wholes[_class(amounts[0].fact)], given_up), within)
        ]
        if totals:
            found.append(_pair(*names[who], who[2], sorted(totals, key=_order)))
    return tuple(sorted(found, key=lambda pair: _by_name(pair.donor, pair.recipient, pair.unit)))


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
    contested = [left.amount for left in group.left_out if left.reason in CONTESTED]
    lows = [low for amount in counted if (low := floor_of(amount, group.left_out)) is not None]
    highs = [amount.high for amount in (*counted, *contested) if amount.high is not None]
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
        upper=_sum(highs) if highs and len(highs) == len(counted) + len(contested) else None,
        approx=any(amount.approx for amount in (*counted, *contested)),
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


def between_of(fact: Fact) -> Between:
    """Between whom, and in which unit."""
    return between(fact, (first_of(fact, "donor"), first_of(fact, "recipient")))


def between(fact: Fact, sides: tuple[Party | None, Party | None]) -> Between:
    """The same, where donor and recipient are looked up already."""
    donor, recipient = sides
    return (donor.key if donor else None, recipient.key if recipient else None, _unit(fact))


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


def is_denied(fact: Fact) -> bool:
    """Whether a fact says that nothing was given."""
    return fact.claim.status is Status.DENIED


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def _by_name(*names: str | None) -> tuple[tuple[bool, str], ...]:
    return tuple((name is None, (name or "").casefold()) for name in names)


def _order(total: AssistanceTotal) -> tuple[str, int, str, str]:
    return (total.action or "", list(Status).index(total.status), total.start or "", total.end or "")
