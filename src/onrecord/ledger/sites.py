"""Sites: who held each, and when it was opened, vacated, handed over, closed or seized, out of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from onrecord.ledger.clock import Day, asked_day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import facts_of, order_of_fact
from onrecord.ledger.filters import Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import Asked
from onrecord.ledger.parties import first_of, is_country, is_of
from onrecord.ledger.site_acts import Act, acts_of, state_of
from onrecord.ledger.site_holders import holding_on
from onrecord.ledger.site_names import OneSite, sites_of
from onrecord.model import Entry, Fact, Kind, Status
from onrecord.model.answers import correction_of
from onrecord.model.sites import SiteCount, SiteHistory, Sites, SiteState

WITH = ("actor", "recipient")


def sites(
    ledger: Ledger,
    *,
    place: str | None = None,
    actor: str | None = None,
    site: str | None = None,
    on: Day | None = None,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Sites:
    """The sites in ``place`` that ``actor`` had to do with, each with its history and its holder on the day ``on``.

    Without ``on``, the day is ``known`` or that of the latest report. A history is always whole: with ``actor``, it also tells what
    others did with the site. Counts that do not say where are in the country of those to whom the sites were given. What an
    outlet corrected is left out.
    """
    until = asked_day(known, where="known").isoformat() if known is not None else ledger.latest(added=added) or _today()
    day = asked_day(on, where="on") if on is not None else date.fromisoformat(until)
    who, where, which = (
        ledger.ask(role, given, known=known, added=added) if given is not None else None
        for role, given in (("actor", actor), ("place", place), ("place", site))
    )
    at = place if place is not None else site
    asked = Filters(kind=Kind.SITE, place=at, known=known, added=added, min_confidence=min_confidence)
    entries = ledger.find(asked)
    if where is not None and is_country(where):
        entries += _given_to(where, ledger.find(replace(asked, place=None, counted=True, lacking=("place",))))
    facts = [fact for fact in facts_of(entries, corrected=corrected_in(ledger, entries)) if correction_of(fact) is None]
    histories = histories_of(facts, on=day, of=lambda one: _is_asked(one.facts, who, which))
    counts = [one for one in counts_of(facts) if which is None and _is_asked(one.state.facts, who, None)]
    answer = Sites(
        on=day.isoformat(),
        known=until,
        place=where.name if where else None,
        actor=who.name if who else None,
        site=which.name if which else None,
        histories=histories,
        counts=tuple(counts),
    )
    return replace(answer, notes=tuple(_notes(answer)))


def histories_of(facts: Iterable[Fact], *, on: date, of: Callable[[OneSite], bool] | None = None) -> tuple[SiteHistory, ...]:
    """The histories of the sites that these facts tell of, or of those of them that are asked for, the named first, in the order of their names."""
    single = [fact for fact in sorted(facts, key=order_of_fact) if not is_count(fact)]
    found = [_history(one, on) for one in sites_of(single) if of is None or of(one)]
    return tuple(sorted(found, key=_order))


def counts_of(facts: Iterable[Fact]) -> tuple[SiteCount, ...]:
    """The counts of sites that name none, each for itself: two of them may tell of the same sites."""
    counted = [fact for fact in sorted(facts, key=order_of_fact) if is_count(fact)]
    found = []
    for fact in counted:
        site, quantity = first_of(fact, "site"), fact.claim.quantity
        assert quantity is not None
        found.append(SiteCount(site.name if site else "sites", quantity, state_of(acts_of([fact])[0], every_day=True)))
    return tuple(found)


def is_count(fact: Fact) -> bool:
    """Whether a fact counts sites that it does not name."""
    return fact.claim.quantity is not None and not any(name.partition(".")[0] == "site" for name in fact.claim.ids)


def _given_to(where: Asked, entries: Iterable[Entry]) -> list[Entry]:
    """Sites that a report counts without saying where, given to those who belong to the country."""
    return [
        entry
        for entry in entries
        if entry.claim.quantity and not {"place", "site.country"} & {*entry.claim.args, *entry.claim.ids}
        if is_of(where, entry.claim, ("recipient",))
    ]


def _history(one: OneSite, on: date) -> SiteHistory:
    acts = acts_of(one.facts)
    states = sorted(acts, key=_act_order)
    return SiteHistory(
        site=one.site.name,
        id=one.site.id,
        place=one.where.name,
        named=one.named,
        done=tuple(state_of(act) for act in states if act.is_done),
        planned=tuple(state_of(act) for act in states if _is_ahead(act)),
        possible=tuple(state_of(act) for act in states if act.status is Status.POSSIBLE),
        denied=tuple(state_of(act) for act in states if act.status is Status.DENIED),
        holding=holding_on(on, acts),
    )


def _is_ahead(act: Act) -> bool:
    """Whether an act is still to be done, or is being done."""
    return act.status in (Status.PLANNED, Status.CONDITIONAL) or (act.status is Status.ACTUAL and not act.is_done)


def _act_order(act: Act) -> tuple[object, ...]:
    span = act.span()
    return (span is None, span or (), order_of_fact(act.facts[0]))


def _order(history: SiteHistory) -> tuple[object, ...]:
    return (not history.named, history.site.casefold(), history.place or "", order_of_fact(history.states[0].facts[0]))


def _is_asked(facts: Iterable[Fact], who: Asked | None, which: Asked | None) -> bool:
    claims = [entry.claim for fact in facts for entry in fact.entries]
    return all(
        asked is None or any(is_of(asked, claim, args) if args == WITH else asked.is_in(claim, args) for claim in claims)
        for asked, args in ((who, WITH), (which, ("site",)))
    )


def _notes(answer: Sites) -> Iterator[str]:
    states: list[SiteState] = [state for one in answer.histories for state in one.states] + [one.state for one in answer.counts]
    if answer.counts:
        yield "Counts that name no site stand apart: they are not spread over the named sites, nor added to them or to one another."
    if any(one.holding and one.holding.holder for one in answer.histories):
        yield "A holder is whom the last report names. That nobody told of a change since does not say that there was none."
    if any(state.differs for state in states):
        yield "Where reports differ on the day, all days that they give are shown, each with its report."
    without = sorted({e.report.id for s in states for f in s.facts for e in f.entries if e.report.published is None})
    if without:
        yield f"Reports without a date count from the day they were added: {', '.join(without)}."


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
