"""How many an actor had, or is to have, in a place: every number that somebody stated, and where nobody said anything."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.ledger.clock import Day
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.derived import derived_of
from onrecord.ledger.facts import facts_of
from onrecord.ledger.filters import Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.names import Asked
from onrecord.ledger.points import known_first, order_of_point, points_of, span_of, unit_of
from onrecord.ledger.same import folded
from onrecord.model import Claim, Fact, Kind, LevelPoint, Levels, LevelSeries, Status

GAP = timedelta(days=183)


def levels(
    ledger: Ledger,
    actor: str,
    *,
    place: str,
    unit: str = "personnel",
    known: Day | None = None,
    added: Day | None = None,
    min_confidence: float = 0.0,
) -> Levels:
    """The series of what was stated of ``actor`` in ``place`` itself; numbers of a site or district in it are not the place's.

    A level dated by nothing stands apart in ``undated``, and so does a plan without a day: the day of its announcement is not its own.
    The numbers of sites and districts are ``parts``, and are added to nothing. What a stated level comes to after changes of known sizes
    is ``derived``, and stands apart.
    """
    kinds = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
    asked = ledger.resolved(
        Filters(kinds=kinds, actor=actor, place=place, known=known, added=added, min_confidence=min_confidence)
    )
    named = {one.role: one for one in asked.resolved or ()}
    who, where = named["actor"], named["place"]
    found = [entry for entry in ledger.find(asked) if who.is_in(entry.claim, ("actor",))]
    own = {entry: is_of_place(entry.claim, where) for entry in found}
    corrected = corrected_in(ledger, found)
    facts = facts_of((entry for entry in found if own[entry]), corrected=corrected)
    within = facts_of((entry for entry in found if not own[entry]), corrected=corrected)
    dated, undated = _placed(facts, unit)
    return Levels(
        who.name,
        where.name,
        unit,
        points=dated,
        undated=undated,
        gaps=tuple(gaps_of(dated)),
        series=tuple(series_of(dated)),
        parts=sum(_placed(within, unit), ()),
        derived=tuple(derived_of(facts, dated, unit)),
    )


def _placed(facts: Iterable[Fact], unit: str) -> tuple[tuple[LevelPoint, ...], tuple[LevelPoint, ...]]:
    """What the facts state, in order: what has a day, and what has none."""
    points = sorted((point for fact in facts for point in points_of(fact) if unit_of(point) == unit), key=order_of_point)
    dated = tuple(point for point in points if point.start or point.end)
    return dated, tuple(point for point in points if not (point.start or point.end))


def is_of_place(claim: Claim, where: Asked) -> bool:
    """Whether the number is that of the place, or of the site, that is asked for, and not of a part of it."""
    return where.is_named(claim, "site" if "site" in claim.args else "place")


def series_of(points: Iterable[LevelPoint]) -> Iterator[LevelSeries]:
    """The numbers that count the same by the same rule, apart from all others: plain strength, other ways of counting, ceilings."""
    groups: dict[Hashable, list[LevelPoint]] = {}
    for point in points:
        groups.setdefault(rule_of(point), []).append(point)
    for found in sorted(groups.values(), key=lambda found: (found[0].measure == "cap", found[0].counting is not None)):
        yield LevelSeries(found[0].measure, found[0].counting, tuple(found), tuple(gaps_of(found)))


def rule_of(point: LevelPoint) -> Hashable:
    """By which rule a number is counted; other capitals or blanks make no other rule."""
    return (point.measure, folded(point.counting))


def gaps_of(points: Iterable[LevelPoint]) -> Iterator[tuple[str, str]]:
    """The stretches longer than half a year between levels that were stated as holding: what was there is not known."""
    covered: date | None = None
    for point in points:
        if point.status is not Status.ACTUAL or point.corrected_by:
            continue
        first, last = span_of(point)
        if first and last is None:  # "since 2014": at least until the report says so
            last = max(first, known_first(point))
        begins, ends = first or last, last or first
        if begins is None or ends is None:
            continue
        if covered and begins - covered > GAP:
            yield (covered.isoformat(), begins.isoformat())
        covered = max(covered, ends) if covered else ends
