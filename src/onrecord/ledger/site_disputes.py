"""Facts of one site that cannot both hold: to whom it went, on which day, and whether it was done at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.ledger.denials import denial_between, is_affirmed
from onrecord.ledger.facts import of_one_voice, order_of_fact
from onrecord.ledger.parties import may_be_one, parties_of
from onrecord.ledger.site_acts import Act, acts_of, exact
from onrecord.ledger.site_holders import act_words, contests_in, day_words, takers_of
from onrecord.ledger.site_names import sites_of
from onrecord.model import Cause, Dispute, Fact, Kind, Status
from onrecord.model.sites import SiteDay

LASTING = {"opened": "closed", "closed": "opened"}
"""Acts of one day of which each undoes the other."""


def site_disputes_of(facts: Iterable[Fact]) -> Iterator[Dispute]:
    """The pairs of facts that tell of one site what cannot both hold; a site without a name of its own is in none."""
    told = [fact for fact in facts if fact.claim.kind is Kind.SITE]
    for one in sites_of(told):
        if not one.named or len(one.facts) < 2:
            continue
        acts = acts_of(one.facts)
        yield from _denied(one.facts)
        for act in acts:
            if act.is_done:
                yield from _on_other_days(act)
        for pair in contests_in(acts):
            before, after = sorted(pair, key=lambda act: order_of_fact(act.facts[0]))
            yield from _between(before.facts, after.facts, *_of_takers(before, after))
        yield from _undone(acts)


def _denied(facts: list[Fact]) -> Iterator[Dispute]:
    """What one affirms of the site and another denies, whoever of those who may be one did it."""
    for no in (fact for fact in facts if fact.claim.status is Status.DENIED):
        for yes in (fact for fact in facts if is_affirmed(fact.claim) and _is_one_act(fact, no)):
            if dispute := denial_between(yes, no):
                yield dispute


def _is_one_act(one: Fact, other: Fact) -> bool:
    if one.claim.arg("action") != other.claim.arg("action"):
        return False
    pairs = ((parties_of(one, arg), parties_of(other, arg)) for arg in ("actor", "recipient"))
    return all(may_be_one(mine, theirs) for here, there in pairs for mine in here for theirs in there)


def _on_other_days(act: Act) -> Iterator[Dispute]:
    """The days that reports give for one act, where they cannot be one."""
    for one, other in pairwise(sorted(exact(act.told), key=lambda told: told.first)):
        if not one.touches(other):
            days = (day_words(SiteDay(told.start, told.end, "text", ())) for told in (one, other))
            why = f"they put one act ({act_words(act.action)}) on two days: {', '.join(days)}"
            yield from _between([one.fact], [other.fact], Cause.DAY, why)


def _of_takers(before: Act, after: Act) -> tuple[Cause, str]:
    """Why two acts cannot both have given the site away: on one day, or by one who had given it away."""
    if before.action != after.action or (before.told and after.told and not _are_of_one_day(before, after)):
        return (Cause.DAY, "each gives the site to another, and nothing says which of the two was first")
    how = "to" if after.action == "handed_over" else "by"
    names = [" and ".join(party.name for party in takers_of(act)) for act in (before, after)]
    return (Cause.CONTRADICTION, f"one says {act_words(after.action)} {how} {names[0]}, the other {how} {names[1]}")


def _are_of_one_day(one: Act, other: Act) -> bool:
    span = one.span()
    return span is not None and span == other.span() and span[0] == span[1]


def _undone(acts: list[Act]) -> Iterator[Dispute]:
    """Acts of one day of which each undoes the other."""
    done = [act for act in acts if act.is_done and act.told]
    for at, one in enumerate(done):
        for other in done[at + 1 :]:
            if LASTING.get(one.action or "") == other.action and _are_of_one_day(one, other):
                yield from _between(one.facts, other.facts, Cause.DAY, "nothing says which of the two was first on that day")


def _between(some: list[Fact], others: list[Fact], cause: Cause, why: str) -> Iterator[Dispute]:
    """The dispute of the first facts of two acts that are not of one voice."""
    pairs = ((one, other) for one in some for other in others if one != other and not of_one_voice(one, other))
    if (found := next(pairs, None)) is not None:
        one, other = sorted(found, key=order_of_fact)
        yield Dispute(one, other, cause, why)
