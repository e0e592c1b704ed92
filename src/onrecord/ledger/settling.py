"""Which amounts are certainly distinct, and which may be the same money told again, a part of another or a running total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.ledger.amounts import is_echo, is_recurring, may_be_same, most_certain_first
from onrecord.ledger.containing import Wholes, is_running_total, whole_of
from onrecord.ledger.contested import contested_in
from onrecord.model import Entry, Fact
from onrecord.model.answers import correction_of
from onrecord.model.assistance import Amount, LeftOut, LeftOutFor

GivenUp = Mapping[str, Entry]
"""Claims of promises that were withdrawn, by their ids, and what says so."""


@dataclass(slots=True)
class Group:
    """Amounts of one act in one state, and what became of each: counted, or left out for a reason."""

    counted: list[Amount] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def wholes_among(amounts: Iterable[Amount]) -> Wholes:
    """The amounts that may contain others: sums of their own, which their outlets did not take back."""
    return Wholes.of(amount for amount in amounts if correction_of(amount.fact) is None and not is_running_total(amount))


def settled(amounts: Iterable[Amount], wholes: Wholes, given_up: GivenUp) -> Group:
    """Which amounts of a group are counted. What repeats a part or a running total is no more counted than that."""
    group, rest, seen = Group(), [], []
    for amount in sorted(_without_echoes(amounts, group), key=most_certain_first):
        left = _withdrawn(amount, given_up) or _contained(amount, wholes)
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
    contested = contested_in(group.counted)
    gone = {left.amount.fact for left in contested}
    group.counted = [amount for amount in group.counted if amount.fact not in gone]
    group.left_out += contested
    return group


def _without_echoes(amounts: Iterable[Amount], group: Group) -> list[Amount]:
    """The amounts that are told first; what gives one again in the same words is left out, whatever day it puts it on."""
    first: dict[tuple[float | None, float | None], list[Amount]] = {}
    for amount in amounts:
        alike = first.setdefault((amount.low, amount.high), [])
        other = next((other for other in alike if is_echo(amount, other)), None)
        if other is None:
            alike.append(amount)
        else:
            group.left_out.append(LeftOut(amount, LeftOutFor.REPEAT, other.fact))
    return [amount for alike in first.values() for amount in alike]


def _withdrawn(amount: Amount, given_up: GivenUp) -> LeftOut | None:
    """That a promise is no longer meant, where its promiser says so."""
    by = (
        next((given_up[entry.claim.id] for entry in amount.fact.entries if entry.claim.id in given_up), None)
        if given_up
        else None
    )
    return LeftOut(amount, LeftOutFor.WITHDRAWN, Fact((by,))) if by else None


def _contained(amount: Amount, wholes: Wholes) -> LeftOut | None:
    """Why an amount is no sum of its own, where it is none."""
    if correction_of(amount.fact) is not None:
        return LeftOut(amount, LeftOutFor.CORRECTED)
    if is_recurring(amount.fact):
        return LeftOut(amount, LeftOutFor.RECURRING)
    if is_running_total(amount):
        return LeftOut(amount, LeftOutFor.RUNNING_TOTAL)
    whole = whole_of(amount, wholes)
    return LeftOut(amount, LeftOutFor.PART, whole.fact) if whole else None
