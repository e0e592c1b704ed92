"""How strong an actor is on a day, out of all levels that were stated: now, planned, of parts, and last stated long ago."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.ledger.levels import is_of_place
from onrecord.ledger.names import Asked
from onrecord.ledger.origins import with_origins
from onrecord.ledger.points import known_first, order_of_point, points_of, span_of, unit_of
from onrecord.ledger.same import folded
from onrecord.ledger.tellings import Telling, tellings_of
from onrecord.ledger.told import AHEAD
from onrecord.model import Claim, Commitment, Fact, Kind, LevelPoint, Status, TimeType
from onrecord.model.commitment import PENDING

STALE = timedelta(days=400)
"""What was stated so long before the day is no longer shown as what holds."""
REPEATED = timedelta(days=31)
"""Of reports that state the same number within these days, the first speaks."""


@dataclass(frozen=True, slots=True)
class Forces:
    """The levels of a footprint: of the place itself, of parts of it, and of which nobody has spoken for long."""

    now: tuple[LevelPoint, ...]
    parts: tuple[LevelPoint, ...]
    stale: tuple[LevelPoint, ...]


def forces_on(day: date, facts: Iterable[Fact], where: Asked | None) -> Forces:
    """For each place, unit and way of counting, the latest level that holds on the day; the newest first in each kind."""
    told = list(_latest(day, facts))
    fresh = [one for one in told if day - as_of(one.point) <= STALE]
    now = sorted((one for one in fresh if is_whole(one.point.fact.claim, where)), key=_rank if where else _by_place)
    parts = sorted((one for one in fresh if not is_whole(one.point.fact.claim, where)), key=_by_place)
    stale = sorted((one.point for one in told if day - as_of(one.point) > STALE), key=_newest)
    return Forces(tuple(one.point for one in now), tuple(one.point for one in parts), tuple(stale))


def planned_after(day: date, promises: Iterable[Commitment], who: Asked, where: Asked | None) -> tuple[LevelPoint, ...]:
    """The levels of the place itself that are promised and not yet due, the next first."""
    points = [
        point
        for promise in promises
        if promise.state in PENDING and who.is_in(promise.fact.claim, ("actor",))
        if (point := _promised(promise)) and is_whole(point.fact.claim, where)
    ]
    return tuple(sorted((point for point in points if (last := span_of(point)[1]) and last >= day), key=order_of_point))


def _promised(promise: Commitment) -> LevelPoint | None:
    """The level that a promise is to reach, by the first of its tellings that gives one."""
    points = (point for fact in (promise.fact, *promise.also) for point in points_of(fact))
    return next((point for point in points if point.status in AHEAD), None)


def is_whole(claim: Claim, where: Asked | None) -> bool:
    """Whether the number is that of the place itself, not of a site or district, nor of nowhere that is told."""
    if where is not None:
        return is_of_place(claim, where)
    return "place" in claim.args and "site" not in claim.args


def as_of(point: LevelPoint) -> date:
    """The last day for which a level is stated: the end of its time, but never later than its report."""
    _, last = span_of(point)
    return min(last, known_first(point)) if last else known_first(point)


def certain_by(point: LevelPoint) -> date:
    """The day by which a level is certainly told to hold: "in 2021" or "in May" may be the first day of these as well as any other.

    What changed in a month is so at its end, unless its report is older.
    """
    first, last = span_of(point)
    time = point.fact.time
    lasting = point.dated_by == "text" and time is not None and time.type is TimeType.DURATION
    changed = point.fact.claim.kind is Kind.FORCE_CHANGE and first is not None and last is not None and last - first <= REPEATED
    if first is None or lasting or changed:
        return as_of(point)
    return min(first, known_first(point))


def _latest(day: date, facts: Iterable[Fact]) -> Iterator[Telling]:
    """The latest level of each place, unit and way of counting; where reports merely repeat it, the one that said it first.

    A sentence that gives several numbers of one thing tells of its parts: the latest one stands, with all its numbers, beside the whole.
    """
    series: dict[Hashable, list[Telling]] = {}
    for telling in tellings_of(facts):
        if telling.point.status is Status.ACTUAL and _holds(telling.point, day):
            series.setdefault((telling.beside is None, _what(telling.point)), []).append(telling)
    for told in series.values():
        told.sort(key=lambda telling: (certain_by(telling.point), order_of_point(telling.point)), reverse=True)
        if told[0].beside is not None:
            yield from (telling for telling in told if telling.beside == told[0].beside)
        else:
            *_, first = _repeating([telling.point for telling in told])
            yield Telling(replace(first, fact=first.fact if first.fact.origins else with_origins(first.fact)))


def _repeating(points: Sequence[LevelPoint]) -> Iterator[LevelPoint]:
    """The latest level, and those just before it that it may repeat: the same number without a day of its own, and no other between."""
    latest = points[0]
    yield latest
    for point in points[1:]:
        near = certain_by(latest) - certain_by(point) <= REPEATED
        if latest.dated_by != "published" or _number(point) != _number(latest) or not near:
            return
        yield point


def _number(point: LevelPoint) -> Hashable:
    return (point.value, point.low, point.high)


def _holds(point: LevelPoint, day: date) -> bool:
    """Whether a level had been reached by the day and was not said to have ended; a level before a change is past."""
    first, last = span_of(point)
    time = point.fact.time
    if point.fact.claim.kind is Kind.FORCE_CHANGE:
        return first is not None and as_of(point) <= day
    if (first is None and last is None) or (first is not None and first > day):
        return False
    ended = time is not None and time.type is TimeType.DURATION and last is not None and last < day
    return not ended


def _what(point: LevelPoint) -> Hashable:
    claim = point.fact.claim
    unit = claim.quantity.unit if claim.quantity else None
    where = (folded(claim.args.get("place")), folded(claim.args.get("site")))
    return (*where, unit, point.measure, folded(point.counting))


def _rank(telling: Telling) -> tuple[bool, bool, bool, tuple[int, ...]]:
    """People before things; then the plain strength, other ways of counting and parts, ceilings; the newest first."""
    point = telling.point
    other = point.counting is not None or telling.beside is not None
    return (unit_of(point) != "personnel", point.measure == "cap", other, _newest(point))


def _by_place(telling: Telling) -> tuple[str, str, tuple[bool, bool, bool, tuple[int, ...]]]:
    claim = telling.point.fact.claim
    return (claim.arg("place") or "", claim.arg("site") or "", _rank(telling))


def _newest(point: LevelPoint) -> tuple[int, ...]:
    return (
        -certain_by(point).toordinal(),
        *(int(-number) for number in (point.value, point.low, point.high) if number is not None),
    )
