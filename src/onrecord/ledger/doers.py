"""Facts that agree on what was done, where and when, and name different doers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from onrecord.ledger.clock import days_of
from onrecord.ledger.facts import of_one_voice, order_of_fact
from onrecord.ledger.keys import arg_rows
from onrecord.ledger.measures import is_wide
from onrecord.ledger.same import named
from onrecord.model import Cause, Claim, Dispute, Fact, Kind, Status

DOERS = {
    Kind.ATTACK: ("attacker", ("target", "place", "mode")),
    Kind.CASUALTIES: ("perpetrator", ("victims", "place", "outcome")),
    Kind.TERRITORY: ("actor", ("place", "action")),
    Kind.SITE: ("actor", ("site", "place", "action")),
}
"""Of each kind: the arg that says who did it, and those that say what was done."""
SAID = (Status.ACTUAL, Status.POSSIBLE)


def doers_of(facts: Iterable[Fact]) -> Iterator[Dispute]:
    """The pairs of facts that give one deed of one day to two known doers."""
    deeds: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        if fact.claim.status in SAID and fact.claim.kind in DOERS and (deed := _deed(fact)):
            deeds.setdefault(deed, []).append(fact)
    for told in deeds.values():
        first: dict[frozenset[str], Fact] = {}
        for fact in told:
            first.setdefault(_doer(fact.claim), fact)
        speaking = list(first.values())
        for i, one in enumerate(speaking):
            yield from (dispute for other in speaking[i + 1 :] if (dispute := _dispute(one, other)))


def _deed(fact: Fact) -> Hashable:
    """What was done, where, and on which single day; nothing where one of it is not told, or where the doer is not known by id."""
    claim = fact.claim
    doer, what = DOERS[claim.kind]
    days = days_of(fact.time)
    if doer not in claim.ids or days.first is None or days.first != days.last or is_wide(fact):
        return None
    given = [named(claim, arg) for arg in what]
    known = any(row.name_id for row in arg_rows(claim) if row.arg in what)
    return (claim.kind, days.first, *given) if given[0] and known else None


def _doer(claim: Claim) -> frozenset[str]:
    return named(claim, DOERS[claim.kind][0])


def _gives_on(one: Claim, other: Claim) -> bool:
    """Whether a site is given by those to whom another act of that day gave it."""
    return not _doer(one).isdisjoint(named(other, "recipient"))


def _dispute(one: Fact, other: Fact) -> Dispute | None:
    first, second = sorted((one, other), key=order_of_fact)
    if of_one_voice(one, other) or _gives_on(one.claim, other.claim) or _gives_on(other.claim, one.claim):
        return None
    doer = DOERS[one.claim.kind][0]
    countries = [{row.country for row in arg_rows(fact.claim) if row.arg == doer} for fact in (one, other)]
    if None in countries[0] | countries[1] or countries[0] == countries[1]:
        return Dispute(first, second, Cause.SCOPE, "one of the two may belong to the other, or may have acted with it")
    return Dispute(first, second, Cause.CONTRADICTION, "they agree on what was done and when, and not on who did it")
