"""What an actor has, promised, suffered and gave in a place, on a day, as known on another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.ledger.clock import Day, asked_day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.due import commitments
from onrecord.ledger.facts import days_of_fact, facts_of
from onrecord.ledger.falling_due import AHEAD, Kin, kin_of
from onrecord.ledger.filters import Filters
from onrecord.ledger.keys import ACTING
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import Asked
from onrecord.ledger.nearest import Bounds, bounds_of, entries_within, few_of, levels_of
from onrecord.ledger.strength import Forces, forces_on, planned_after
from onrecord.ledger.timeline import in_order, touches
from onrecord.ledger.withdrawing import withdrawn_notes
from onrecord.model import Entry, Fact, Footprint, Kind, Status

PROMISING = tuple(arg for arg in ACTING if arg not in ("target", "victims", "loser", "addressee"))
SAID_TO_BE = (Status.ACTUAL, Status.POSSIBLE)
LOOK_BACK = timedelta(days=365)
WHOLE = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
SHOWN = (*WHOLE, Kind.SITE, Kind.ASSISTANCE)


def footprint(
    ledger: Ledger,
    actor: str,
    *,
    place: str | None = None,
    on: Day,
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Footprint:
    """All that the ledger can say of ``actor`` in ``place`` on the day ``on``, by reports published up to ``known`` (or by all).

    Promises are those made by ``on``, with what had become of them by that day, as far as known then; attacks are those of the year before ``on``; the rest is
    what the ledger has up to ``on``. Where nobody stated a number, ``forces`` is empty and a note says that it is unknown.
    What an outlet corrected is left out.
    """
    day = asked_day(on, where="on")
    until = asked_day(known, where="known").isoformat() if known is not None else ledger.latest(added=added) or day.isoformat()
    seen = until if known is not None else ledger.last_known(added=added) or until  # with what bears no date
    who = ledger.ask("actor", actor, known=known, added=added)
    where = ledger.ask("place", place, known=known, added=added) if place is not None else None
    asked = Filters(actor=actor, place=place, known=seen, added=added, hit=True, min_confidence=min_confidence)
    asked = ledger.resolved(asked)
    today = min(until, day.isoformat())
    stood = today if day.isoformat() < until else seen
    bounds: Bounds | None = None
    kin: Kin | None = None
    if added is not None:
        found = ledger.find(asked)
    elif few := few_of(ledger, asked):
        found, kin = _shown(ledger, few, day, stood=stood)
    else:
        bounds = bounds_of(ledger, asked, day)
        found, kin = entries_within(ledger, asked, bounds, stood=stood)
    entries = _uncorrected(ledger, found)
    facts = facts_of(entries)
    stated = [fact for fact in facts if fact.claim.status in SAID_TO_BE]
    begins = bounds.since if bounds else {}
    past = in_order(fact for fact in stated if touches(days_of_fact(fact), begins.get(fact.claim.kind), day.isoformat()))
    since = max(_year_before(day).isoformat(), begins.get(Kind.ATTACK, ""))
    forces = _forces(facts, who, where, day)
    if bounds is not None and not forces.now:
        forces = _forces(facts_of(_uncorrected(ledger, levels_of(ledger, asked))), who, where, day)
    promising = (entry for entry in entries if who.is_in(entry.claim, PROMISING))
    falling = (bounds.due_from, bounds.due_by) if bounds else (None, None)
    promises = commitments(promising, known=stood, today=today, kin=kin, between=falling)
    answer = Footprint(
        actor=who.name,
        place=where.name if where else None,
        on=day.isoformat(),
        known=until,
        forces=forces.now,
        planned=planned_after(day, promises, who, where),
        parts=forces.parts,
        last_stated=forces.stale,
        changes=_of(past, Kind.FORCE_CHANGE, who, ("actor",)),
        sites=_of(past, Kind.SITE, who, ("actor", "recipient")),
        promises=promises,
        attacks=tuple(
            fact for fact in past if fact.claim.kind is Kind.ATTACK and touches(days_of_fact(fact), since, day.isoformat())
        ),
        assistance=_of(past, Kind.ASSISTANCE, who, ("donor", "recipient")),
    )
    undated = sum(days_of_fact(fact).dated_by is None for fact in stated)
    denied = len({entry.fact or entry.claim.id for entry in entries if entry.claim.status is Status.DENIED})
    if bounds is not None:  # these are not looked for, so they cannot be counted
        undated = denied = 0
    gone = withdrawn_notes(ledger, known=seen, added=added)
    notes = _notes(answer, undated=undated, denied=denied, year=bounds is None)
    return replace(answer, notes=(*notes, *gone, *([bounds.note] if bounds else [])))


def _uncorrected(ledger: Ledger, found: list[Entry]) -> list[Entry]:
    """These entries but for those that their outlet corrected."""
    corrected = corrected_in(ledger, found)
    return [entry for entry in found if not corrected or entry not in corrected]


def _forces(facts: Iterable[Fact], who: Asked, where: Asked | None, day: date) -> Forces:
    return forces_on(day, (fact for fact in facts if who.is_in(fact.claim, ("actor",))), where)


def _shown(ledger: Ledger, asked: Filters, day: date, *, stood: str) -> tuple[list[Entry], Kin | None]:
    """What a footprint shows or counts: forces, sites and help, attacks of the year, what was promised or denied, what nothing dates.

    With it, what finds what else may be asked of the promises.
    """
    year = replace(asked, kinds=(Kind.ATTACK,), since=_year_before(day), until=day)
    then = replace(asked, known=stood)
    some = [replace(asked, kinds=SHOWN), replace(asked, statuses=(Status.DENIED,)), replace(asked, undated=True), year]
    kin = kin_of(ledger, then, ledger.find(replace(then, statuses=AHEAD)))
    parts = [ledger.whole(some, asked), kin.entries]
    return list({entry.claim.id: entry for part in parts for entry in part}.values()), kin


def _year_before(day: date) -> date:
    """A year before a day, as far as the calendar goes."""
    return date.fromordinal(max(day.toordinal() - LOOK_BACK.days, 1))


def _of(facts: Iterable[Fact], kind: Kind, who: Asked, args: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.claim.kind is kind and who.is_in(fact.claim, args))


def _notes(answer: Footprint, *, undated: int, denied: int, year: bool) -> Iterator[str]:
    where = f" in {answer.place}" if answer.place else ""
    if not answer.forces:
        lately = "lately" if answer.last_stated else f"by {answer.on}"
        stated = f"{answer.actor} had{where} {lately}"
        yield f"No report known by {answer.known} says how many {stated}: unknown, not zero."
    if answer.attacks and year:
        yield f"Attacks are those of the {LOOK_BACK.days} days up to {answer.on}."
    if undated:
        yield (
            f"{_left_out(undated)}, as neither its words nor its report give a date."
            if undated == 1
            else (f"{_left_out(undated)}, as neither their words nor their reports give a date.")
        )
    if denied:
        yield f"{_left_out(denied)}, as reports say that {'it' if denied == 1 else 'they'} did not happen."
    if without := sorted(_without_date(answer)):
        yield f"Reports without a date count from the day they were added: {', '.join(without)}."


def _left_out(number: int) -> str:
    """How many facts an answer leaves out.

    >>> _left_out(1), _left_out(1200)
    ('1 fact is left out', '1,200 facts are left out')
    """
    return f"{number:,} {'fact is' if number == 1 else 'facts are'} left out"


def _without_date(answer: Footprint) -> set[str]:
    promised = [one.fact for one in answer.promises]
    steps = (step.entry for one in answer.promises for step in one.history)
    points = (*answer.forces, *answer.planned, *answer.parts, *answer.last_stated)
    facts = [*(point.fact for point in points), *answer.changes, *answer.sites, *promised, *answer.attacks]
    entries = (entry for fact in [*facts, *answer.assistance] for entry in fact.entries)
    return {entry.report.id for entry in (*entries, *steps) if entry.report.published is None}
