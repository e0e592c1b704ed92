"""Which planned facts are one promise: "from 50 to 30", "by 20" and "to 30" of the same forces, and what only repeats them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.facts import Order, order_of_fact, published_of, time_of
from onrecord.ledger.keys import arg_rows, own_names
from onrecord.ledger.same import decisive, folded, same_date
from onrecord.model import SPECS, Claim, Fact, Kind, Quantity, Status, Time, TimeType, first_day, last_day

FORCES = (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)
PENDING = 31
"""Days after it fell due, or around its announcement, in which a telling without a date may be of a promise that has one."""


@dataclass(slots=True)
class Promise:
    """The tellings of one promise, and what they say together of its numbers."""

    told: list[Fact]
    start: float | None = None
    to: float | None = None
    delta: float | None = None
    reports: set[str] = field(default_factory=set)

    def take(self, fact: Fact) -> None:
        """Count this fact among the tellings."""
        start, to, delta = _numbers(fact.claim)
        self.start, self.to = _first(self.start, start), _first(self.to, to)
        self.delta = _first(self.delta, delta, None if None in (self.start, self.to) else abs(self.start - self.to))  # type: ignore[operator]  # None is ruled out
        self.told.append(fact)
        self.reports |= {entry.report.id for entry in fact.entries}


def promises_of(facts: Iterable[Fact]) -> list[tuple[Fact, ...]]:
    """The facts grouped by promise, each group with the most telling first: the one with most numbers and a date, then the earliest."""
    groups: list[Promise] = []
    bare: list[Fact] = []
    for fact in sorted(facts, key=_weight):
        if fact.claim.quantity is None and due_of(fact) is None:
            bare.append(fact)
            continue
        group = next((group for group in groups if _is_told_by(fact, group)), None) or _new(groups)
        group.take(fact)
    for fact in sorted(bare, key=order_of_fact):
        group = next((group for group in groups if group.told[0] not in bare and _only_repeats(fact, group)), None) or _new(
            groups
        )
        group.take(fact)
    return [tuple(group.told) for group in groups]


def due_of(fact: Fact) -> str | None:
    """When what a fact promises falls due."""
    return due_date(time_of(fact) or fact.claim.time)


def due_date(time: Time | None) -> str | None:
    """When something falls due: at the end of its time, or at its beginning where it has no end."""
    if time is None:
        return None
    if time.type is TimeType.RECURRING:
        return time.end
    return time.end or time.start


def overlap(arg: str, one: Claim, other: Claim) -> bool:
    """Whether both claims leave the arg out, or name at least one in common."""
    if (arg in one.args) is not (arg in other.args):
        return False
    return arg not in one.args or bool(_names(arg, one) & _names(arg, other))


def _names(arg: str, claim: Claim) -> set[str]:
    rows = [row for row in arg_rows(claim) if row.arg == arg]
    return set().union(*(own_names(arg, row.value) for row in rows)) | {row.name_id for row in rows if row.name_id}


def _new(groups: list[Promise]) -> Promise:
    groups.append(Promise([]))
    return groups[-1]


def _first(*numbers: float | None) -> float | None:
    return next((number for number in numbers if number is not None), None)


def _weight(fact: Fact) -> tuple[int, bool, bool, Order]:
    numbers = [number for number in _numbers(fact.claim) if number is not None]
    return (-len(numbers), due_of(fact) is None, fact.claim.status is not Status.PLANNED, order_of_fact(fact))


def _numbers(claim: Claim) -> tuple[float | None, float | None, float | None]:
    """From, to and by how much; a planned level is one to be reached. Bounds are no such numbers."""
    quantity = claim.quantity
    if quantity is None or claim.kind not in FORCES:
        return (None, None, None)
    if claim.kind is Kind.FORCE_LEVEL:
        return (None, quantity.value, None)
    return (quantity.start, quantity.to, quantity.delta)


def _is_told_by(fact: Fact, group: Promise) -> bool:
    """Whether a fact with a number or a date tells of the promise in other terms."""
    claim, lead = fact.claim, group.told[0].claim
    if not _same_parties(claim, lead, loose=False):
        return _is_same_number(fact, group) and _of_one_report(fact, group) and _same_parties(claim, lead, loose=True)
    if claim.kind not in FORCES:
        return _is_same_number(fact, group) and _of_one_report(fact, group) and _is_compatible(fact, group)
    if not _is_compatible(fact, group) or not _same_way(claim, lead):
        return False
    if claim.quantity is None:
        return _of_one_day(fact, group) or due_of(fact) == due_of(group.told[0])
    return _fits(claim, group)


def _is_same_number(fact: Fact, group: Promise) -> bool:
    mine, theirs = fact.claim.quantity, group.told[0].claim.quantity
    return mine is not None and mine == theirs and _acts_alike(fact.claim, group.told[0].claim)


def _fits(claim: Claim, group: Promise) -> bool:
    """Whether the numbers do not contradict those of the promise, and at least one of them is the same."""
    if _unit(claim.quantity) not in {_unit(fact.claim.quantity) for fact in group.told if fact.claim.quantity}:
        return False
    start, to, delta = _numbers(claim)
    implied = abs(start - to) if start is not None and to is not None else delta
    pairs = ((to, group.to), (implied, group.delta), (start, group.start))
    both = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    if all(mine is None or theirs is None for mine, theirs in pairs[: 2 if (to, implied) != (None, None) else 3]):
        return False  # a common beginning tells something only where a claim tells nothing else
    return all(mine == theirs for mine, theirs in both)


def _unit(quantity: Quantity | None) -> str | None:
    return quantity.unit if quantity else None


def _only_repeats(fact: Fact, group: Promise) -> bool:
    """Whether a fact without number and date only mentions a promise of the same report, or of the same day."""
    claim, lead = fact.claim, group.told[0].claim
    if not (claim.kind is lead.kind or (claim.kind in FORCES and lead.kind in FORCES)):
        return False
    same = _of_one_report(fact, group)
    return (same or _of_one_day(fact, group)) and _same_parties(claim, lead, loose=same) and _acts_alike(claim, lead)


def _acts_alike(one: Claim, other: Claim) -> bool:
    if one.kind in FORCES:
        return _same_way(one, other)
    return one.kind is other.kind and decisive(one) == decisive(other)


def _same_way(one: Claim, other: Claim) -> bool:
    """Whether two plans for forces do not part in direction or measure."""
    ways = {way for claim in (one, other) if (way := claim.arg("direction"))}
    return len(ways) < 2 and len({claim.arg("measure") or "strength" for claim in (one, other)}) == 1


def _same_parties(one: Claim, other: Claim, *, loose: bool) -> bool:
    """Whether all who take part are the same; ``loose`` where one may leave some of them out, as a headline does."""
    if one.kind is not other.kind and not (one.kind in FORCES and other.kind in FORCES):
        return False
    args = SPECS[one.kind].identifying
    shared = [arg for arg in args if arg in one.args and arg in other.args]
    sites = [folded(claim.args["site"]) for claim in (one, other) if "site" in claim.args]
    if not shared or len(set(sites)) > 1 or (len(sites) == 1 and not loose):
        return False
    return all(overlap(arg, one, other) for arg in shared) and (loose or len(shared) == len(args))


def _of_one_report(fact: Fact, group: Promise) -> bool:
    return any(entry.report.id in group.reports for entry in fact.entries)


def _of_one_day(fact: Fact, group: Promise) -> bool:
    days = {entry.report.published for told in group.told for entry in told.entries} - {None}
    return any(entry.report.published in days for entry in fact.entries)


def _is_compatible(fact: Fact, group: Promise) -> bool:
    """Whether both may fall due at the same time: equal but for precision, near where one report tells both, or one undated."""
    mine, theirs = due_of(fact), next((due for told in group.told if (due := due_of(told))), None)
    if mine is None or theirs is None:
        return _is_pending(fact, group, mine or theirs)
    if same_date(mine, theirs) or same_date(mine.removeprefix("XXXX"), theirs.removeprefix("XXXX")):
        return True
    one, other = last_day(mine), last_day(theirs)
    near = one is not None and other is not None and abs((one - other).days) <= PENDING
    return near and _of_one_report(fact, group)


def _is_pending(fact: Fact, group: Promise, due: str | None) -> bool:
    """Whether an undated telling comes while the promise stands: near its announcement, or up to when it falls due."""
    made, told = _made(group.told[0]), _made(fact)
    if made is None or told is None:
        return _of_one_report(fact, group)
    if abs((told - made).days) <= PENDING:
        return True
    last = last_day(due) if due else None
    return last is not None and made <= told and (told - last).days <= PENDING


def _made(fact: Fact) -> date | None:
    """The day on which the promise was made, by the words or the first report."""
    announced = days_of(fact.claim.announced).first
    if announced:
        return date.fromisoformat(announced)
    published = published_of(fact)
    return first_day(published) if published and known_since(fact.report) else None
