"""What an actor has, promised, suffered and gave in a place, on a day, as known on another day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.ledger.clock import Day, asked_day, known_since
from onrecord.ledger.due import commitments
from onrecord.ledger.facts import days_of_fact, facts_of, folded, time_of
from onrecord.ledger.keys import ACTING
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.levels import order_of_point, points_of, span_of
from onrecord.ledger.names import Asked
from onrecord.ledger.search import Filters
from onrecord.ledger.timeline import in_order, touches
from onrecord.model import Fact, Footprint, Kind, LevelPoint, Status, TimeType

PROMISING = tuple(arg for arg in ACTING if arg not in ("target", "victims", "loser", "addressee"))
SAID_TO_BE = (Status.ACTUAL, Status.POSSIBLE)
LOOK_BACK = timedelta(days=365)


def footprint(ledger: Ledger, actor: str, *, place: str | None = None, on: Day, known: Day | None = None) -> Footprint:
    """All that the ledger can say of ``actor`` in ``place`` on the day ``on``, by reports published up to ``known`` (or by all).

    Promises are all those known by then, with what has become of them; attacks are those of the year before ``on``; the rest is
    what the ledger has up to ``on``. Where nobody stated a number, ``forces`` is empty and a note says that it is unknown.
    """
    day = asked_day(on, where="on")
    until = asked_day(known, where="known").isoformat() if known is not None else ledger.latest() or day.isoformat()
    who = ledger.ask("actor", actor)
    where = ledger.ask("place", place).name if place is not None else None
    entries = ledger.find(Filters(actor=actor, place=place, known=until, hit=True))
    facts = facts_of(entries)
    stated = [fact for fact in facts if fact.claim.status in SAID_TO_BE]
    past = in_order(fact for fact in stated if touches(days_of_fact(fact), None, day.isoformat()))
    since = (day - LOOK_BACK).isoformat()
    answer = Footprint(
        actor=who.name,
        place=where,
        on=day.isoformat(),
        known=until,
        forces=tuple(_forces((fact for fact in past if who.is_in(fact.claim, ("actor",))), day)),
        changes=_of(past, Kind.FORCE_CHANGE, who, ("actor",)),
        sites=_of(past, Kind.SITE, who, ("actor", "recipient")),
        promises=commitments(entry for entry in entries if who.is_in(entry.claim, PROMISING)),
        attacks=tuple(
            fact for fact in past if fact.claim.kind is Kind.ATTACK and touches(days_of_fact(fact), since, day.isoformat())
        ),
        assistance=_of(past, Kind.ASSISTANCE, who, ("donor", "recipient")),
    )
    undated = sum(days_of_fact(fact).dated_by is None for fact in stated)
    denied = sum(fact.claim.status is Status.DENIED for fact in facts)
    return replace(answer, notes=tuple(_notes(answer, undated=undated, denied=denied)))


def _of(facts: Iterable[Fact], kind: Kind, who: Asked, args: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.claim.kind is kind and who.is_in(fact.claim, args))


def _forces(facts: Iterable[Fact], day: date) -> Iterator[LevelPoint]:
    """For each place, unit and thing counted, the latest level that holds on the day."""
    actual = (fact for fact in facts if fact.claim.status is Status.ACTUAL)
    points = (point for fact in actual for point in points_of(fact) if _holds(point, day))
    latest = {_what(point): point for point in sorted(points, key=lambda point: (_as_of(point), order_of_point(point)))}
    yield from sorted(latest.values(), key=lambda point: (point.fact.claim.arg("place") or "", order_of_point(point)))


def _holds(point: LevelPoint, day: date) -> bool:
    """Whether a level had been reached by the day and was not said to have ended; a level before a change is past."""
    first, last = span_of(point)
    time = time_of(point.fact)
    if point.fact.claim.kind is Kind.FORCE_CHANGE:
        return first is not None and _as_of(point) <= day
    if first is not None and first > day:
        return False
    ended = time is not None and time.type is TimeType.DURATION and last is not None and last < day
    return not ended


def _as_of(point: LevelPoint) -> date:
    """The last day for which a level is stated: the end of its time, but never later than its report."""
    _, last = span_of(point)
    known = date.fromisoformat(known_since(point.fact.report))
    return min(last, known) if last else known


def _what(point: LevelPoint) -> Hashable:
    claim = point.fact.claim
    unit = claim.quantity.unit if claim.quantity else None
    where = (folded(claim.args.get("place")), folded(claim.args.get("site")))
    return (*where, unit, point.measure, folded(point.counting))


def _notes(answer: Footprint, *, undated: int, denied: int) -> Iterator[str]:
    where = f" in {answer.place}" if answer.place else ""
    if not answer.forces:
        yield f"No report known by {answer.known} says how many {answer.actor} had{where} by {answer.on}: unknown, not zero."
    if by_report := sum(point.dated_by == "published" for point in answer.forces):
        yield f"{by_report} of the levels are dated by their reports, as the words give no time."
    if answer.attacks:
        yield f"Attacks are those of the {LOOK_BACK.days} days up to {answer.on}."
    if undated:
        yield f"{undated} facts are left out, as neither their words nor their reports give a date."
    if denied:
        yield f"{denied} facts are left out, as the reports say that they did not happen."
    if without := sorted(_without_date(answer)):
        yield f"Reports without a date count from the day they were added: {', '.join(without)}."


def _without_date(answer: Footprint) -> set[str]:
    promised = [fact for one in answer.promises for fact in (one.fact, one.met_by) if fact]
    facts = [*(point.fact for point in answer.forces), *answer.changes, *answer.sites, *promised, *answer.attacks]
    entries = (entry for fact in [*facts, *answer.assistance] for entry in fact.entries)
    return {entry.report.id for entry in entries if entry.report.published is None}
