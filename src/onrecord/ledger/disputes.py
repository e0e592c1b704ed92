"""Disputes: which facts cannot both hold as they stand, and what may explain it. Both are kept; nobody decides here who is right."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from onrecord.ledger.causes import cause_of
from onrecord.ledger.clock import Day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.denials import denials_of
from onrecord.ledger.doers import doers_of
from onrecord.ledger.facts import Order, facts_of, order_of_fact
from onrecord.ledger.filters import Filters
from onrecord.ledger.keys import ACTING, rows_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.measures import Band, Measure, measures_of
from onrecord.ledger.names import Asked, values_of, values_of_places
from onrecord.ledger.scopes import QUARTER
from onrecord.ledger.site_disputes import site_disputes_of
from onrecord.ledger.site_names import own_name
from onrecord.model import Cause, Dispute, Entry, Fact, Kind

PASSING = (Cause.NEWER, Cause.DAY)
"""Causes that tie a number to the next one only: of numbers that follow one another, each takes the place of the one before."""
NEAREST = 40
"""A number is set against so many that follow it: where one subject has more at a time they are a table, not a dispute."""
OF_ONE = 8
"""Against so many of its own report, for the same reason."""
Series = dict[Band, list[Measure]]


def disputes(
    ledger: Ledger,
    *,
    actor: str | None = None,
    place: str | None = None,
    kind: Kind | str | None = None,
    cause: Cause | str | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> tuple[Dispute, ...]:
    """Pairs of facts that cannot both hold at face value, each with what explains it, in the order in which they became known.

    What its own outlet corrected is in no dispute, and neither is a plan with what came of it.
    """
    asked = Filters(kind=kind, actor=actor, place=place, known=known, added=added, min_confidence=min_confidence)
    entries = ledger.find(asked)
    who = ledger.ask("actor", actor, known=known, added=added) if actor is not None else None
    if who is not None and kind in (None, Kind.SITE):
        sites = [entry for entry in entries if entry.claim.kind is Kind.SITE]
        others = told_of_these_sites(ledger, replace(asked, actor=None, kind=Kind.SITE), sites)
        entries = [*(entry for entry in entries if entry.claim.kind is not Kind.SITE), *others]
    corrected = corrected_in(ledger, entries)
    found = disputes_of(facts_of(entry for entry in entries if entry not in corrected))
    return tuple(one for one in found if (cause is None or one.cause == cause) and _is_asked(one, who))


def told_of_these_sites(ledger: Ledger, asked: Filters, some: list[Entry]) -> list[Entry]:
    """Of what passes, all that is told of the sites of some claims: by whatever name a site goes, and whoever is said to have had it."""
    if not some:
        return []
    with ledger.reading() as connection:
        written = [(value, own_name(value)) for value in values_of(connection, "site")]
    found, sought = some, set[str]()
    while True:
        rows = [row for entry in found for row in rows_of(entry.claim, "site")]
        names, ids = {own_name(row.value) for row in rows}, {row.name_id for row in rows if row.name_id}
        with ledger.reading() as connection:
            wanted = {value for value, name in written if name in names} | values_of_places(connection, "site", ids)
        if wanted <= sought:
            return found
        sought |= wanted
        found = ledger.whole(replace(asked, sites=tuple(sorted(sought))), asked)


def _is_asked(dispute: Dispute, who: Asked | None) -> bool:
    """Whether one of the sides names whom a user asks for; those of sites alone are found without."""
    sides = [entry.claim for fact in (dispute.one, dispute.other) for entry in fact.entries]
    return who is None or sides[0].kind is not Kind.SITE or any(who.is_in(claim, ACTING) for claim in sides)


def disputes_of(facts: Iterable[Fact]) -> tuple[Dispute, ...]:
    """The disputes among these facts: over numbers, over whether it happened, over who did it, and over who has a site."""
    given = sorted(facts, key=order_of_fact)
    found: dict[tuple[Fact, Fact], Dispute] = {}
    for dispute in (*_over_numbers(given), *denials_of(given), *doers_of(given), *site_disputes_of(given)):
        found.setdefault((dispute.one, dispute.other), dispute)
    return tuple(sorted(found.values(), key=_order))


def _over_numbers(facts: Iterable[Fact]) -> Iterator[Dispute]:
    subjects: dict[Hashable, list[Measure]] = {}
    for fact in facts:
        for measure in measures_of(fact):
            subjects.setdefault(measure.subject, []).append(measure)
    for measures in subjects.values():
        if len(measures) > 1:
            yield from _among(sorted(measures, key=_by_day))


def _among(measures: list[Measure]) -> Iterator[Dispute]:
    """The disputes among numbers of one subject, in the order of their days; each is compared with those near it alone."""
    near: Series = {}
    for measure in measures:
        near.setdefault(measure.band, []).append(measure)
    tellers = [measure.reports for measure in measures]
    for i, one in enumerate(measures):
        passed, own = False, 0
        for other, others in zip(measures[i + 1 : i + 1 + NEAREST], tellers[i + 1 :], strict=False):
            if other.first - one.last > QUARTER:
                break
            own += not others.isdisjoint(tellers[i])
            if own > OF_ONE and not others.isdisjoint(tellers[i]):
                continue
            first, second = sorted((one, other), key=lambda measure: order_of_fact(measure.fact))
            found = cause_of(first, second, near)
            if found is None or (found[0] in PASSING and passed):
                continue
            passed = passed or found[0] in PASSING
            yield Dispute(first.fact, second.fact, *found)


def _by_day(measure: Measure) -> tuple[date, date, Order]:
    return (measure.first, measure.last, order_of_fact(measure.fact))


def _order(dispute: Dispute) -> tuple[Order, Order]:
    return (order_of_fact(dispute.other), order_of_fact(dispute.one))
