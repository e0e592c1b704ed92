"""Which planned facts are one promise: "from 50 to 30", "by 20" and "to 30" of the same forces, and what only repeats them.

Tellings are taken day by day as they became known, so that what was one promise on a day stays so, whatever is read later.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, product

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.facts import Order, order_of_fact, published_of
from onrecord.ledger.origins import with_origins
from onrecord.ledger.same import folded, same_date
from onrecord.ledger.targets import FORCES, acts_alike, family, names_in, overlap, same_way
from onrecord.ledger.ties import MERGED
from onrecord.model import SPECS, Claim, Entry, Fact, Kind, Quantity, Status, Time, TimeType, first_day, last_day

AROUND = 31
"""Days after it fell due, or around its announcement, in which a telling without a date may be of a promise that has one."""


Told = tuple[Fact, ...]


@dataclass(slots=True, eq=False)
class Promise:
    """The tellings of one promise, and what they say together of its numbers."""

    told: list[Fact]
    start: float | None = None
    to: float | None = None
    delta: float | None = None
    _on: tuple[str, tuple[Fact, ...]] = field(default=("", ()), repr=False)

    def take(self, fact: Fact) -> None:
        """Count this fact among the tellings."""
        start, to, delta = numbers_of(fact.claim)
        self.start, self.to = _first(self.start, start), _first(self.to, to)
        self.delta = _first(self.delta, delta, None if None in (self.start, self.to) else abs(self.start - self.to))  # type: ignore[operator]  # None is ruled out
        self.told.append(fact)
        self._on = ("", ())

    def on(self, day: str) -> tuple[Fact, ...]:
        """The tellings as known on a day, the most telling first: the one with most numbers and a date, then the earliest."""
        if self._on[0] != day:
            parts = (part for fact in self.told if (part := known_part(fact, day)))
            self._on = (day, tuple(sorted(parts, key=_weight)))
        return self._on[1]

    @property
    def first(self) -> Fact:
        """The telling that became known first."""
        return min(self.told, key=order_of_fact)


def promises_of(facts: Iterable[Fact]) -> list[Promise]:
    """The facts grouped by promise, in the order in which the promises became known."""
    groups: list[Promise] = []
    shelf: dict[Hashable, set[int]] = {}
    ordered = sorted(facts, key=lambda fact: known_since(fact.report))
    for day, new in groupby(ordered, key=lambda fact: known_since(fact.report)):
        for fact, part in _in_turn(new, day):
            keys = set(_keys(fact))
            near = sorted({at for key in keys for at in shelf.get(key, ())})
            at = next((at for at in near if _tells_of(part, groups[at], day)), len(groups))
            if at == len(groups):
                groups.append(Promise([]))
            groups[at].take(fact)
            for key in keys:
                shelf.setdefault(key, set()).add(at)
    return groups


def known_part(fact: Fact, day: str) -> Fact | None:
    """What was known of a fact on a day; ``None`` before its first report."""
    entries = tuple(entry for entry in fact.entries if known_since(entry.report) <= day)
    if len(entries) == len(fact.entries):
        return fact
    return Fact(entries, fact.joined if len(entries) > 1 else "") if entries else None


def tellings_of(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, each parted by the numbers that its claims give: "from 50 to 30" and "by 20" are two tellings of one fact.

    What an analyst merged is told once.
    """
    for fact in facts:
        told: dict[Hashable, list[Entry]] = {}
        for entry in fact.entries:
            quantity = entry.claim.quantity
            key = (tuple(quantity.numbers.items()), quantity.unit) if quantity and fact.joined != MERGED else None
            told.setdefault(key, []).append(entry)
        parts = (with_origins(Fact(tuple(entries), fact.joined)) for entries in told.values())
        yield from parts if len(told) > 1 else (fact,)


def due_of(fact: Fact) -> str | None:
    """When what a fact promises falls due; of what an analyst merged, by the claim that speaks for it."""
    own = fact.claim.time
    speaks = fact.joined == MERGED and own is not None and own.is_known
    return due_date(own if speaks else fact.time or own)


def due_date(time: Time | None) -> str | None:
    """When something falls due: at the end of its time, or at its beginning where it has no end."""
    if time is None:
        return None
    if time.type is TimeType.RECURRING:
        return time.end
    return time.end or time.start


def due_by(told: Iterable[Fact]) -> str | None:
    """When a promise falls due, by the first of its tellings that says so."""
    return next((due for fact in told if (due := due_of(fact))), None)


def _in_turn(facts: Iterable[Fact], day: str) -> Iterator[tuple[Fact, Fact]]:
    """The facts first known on a day with what was known of them then: those with a number or date first, the bare ones last."""
    known = [(fact, part) for fact in facts if (part := known_part(fact, day))]
    yield from sorted((one for one in known if not _is_bare(one[1])), key=lambda one: _weight(one[1]))
    yield from sorted((one for one in known if _is_bare(one[1])), key=lambda one: order_of_fact(one[1]))


def _is_bare(fact: Fact) -> bool:
    return fact.claim.quantity is None and due_of(fact) is None


def _keys(fact: Fact) -> Iterator[Hashable]:
    """Two tellings of one promise share a report, or all who take part: see ``same_parties``."""
    claim = fact.claim
    yield from ((family(claim), entry.report.id) for entry in fact.entries)
    args = SPECS[claim.kind].identifying
    if all(arg in claim.args for arg in args):
        yield from ((family(claim), *names) for names in product(*(sorted(names_in(arg, claim)) for arg in args)))


def _tells_of(fact: Fact, group: Promise, day: str) -> bool:
    told = group.on(day)
    if _is_bare(fact):
        return not _is_bare(told[0]) and _only_repeats(fact, told)
    return _is_told_by(fact, group, told)


def _first(*numbers: float | None) -> float | None:
    return next((number for number in numbers if number is not None), None)


def _weight(fact: Fact) -> tuple[int, bool, bool, bool, Order]:
    numbers = [number for number in numbers_of(fact.claim) if number is not None]
    return (-len(numbers), due_of(fact) is None, _is_bare(fact), fact.claim.status is not Status.PLANNED, order_of_fact(fact))


def numbers_of(claim: Claim) -> tuple[float | None, float | None, float | None]:
    """From, to and by how much; a planned level is one to be reached. Bounds are no such numbers."""
    quantity = claim.quantity
    if quantity is None or claim.kind not in FORCES:
        return (None, None, None)
    if claim.kind is Kind.FORCE_LEVEL:
        return (None, quantity.value, None)
    return (quantity.start, quantity.to, quantity.delta)


def _is_told_by(fact: Fact, group: Promise, told: Told) -> bool:
    """Whether a fact with a number or a date tells of the promise in other terms."""
    claim, lead = fact.claim, told[0].claim
    if not same_parties(claim, lead, loose=False):
        return _is_same_number(fact, told) and _of_one_report(fact, told) and same_parties(claim, lead, loose=True)
    if claim.kind not in FORCES:
        return _is_same_number(fact, told) and _of_one_report(fact, told) and _is_compatible(fact, told)
    if not _is_compatible(fact, told) or not same_way(claim, lead):
        return False
    if claim.quantity is None:
        return _of_one_day(fact, told) or due_of(fact) == due_of(told[0])
    return _fits(claim, group)


def _is_same_number(fact: Fact, told: Told) -> bool:
    mine, theirs = fact.claim.quantity, told[0].claim.quantity
    return mine is not None and mine == theirs and acts_alike(fact.claim, told[0].claim)


def _fits(claim: Claim, group: Promise) -> bool:
    """Whether the numbers do not contradict those of the promise, and at least one of them is the same."""
    if _unit(claim.quantity) not in {_unit(fact.claim.quantity) for fact in group.told if fact.claim.quantity}:
        return False
    start, to, delta = numbers_of(claim)
    implied = abs(start - to) if start is not None and to is not None else delta
    pairs = ((to, group.to), (implied, group.delta), (start, group.start))
    both = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    if all(mine is None or theirs is None for mine, theirs in pairs[: 2 if (to, implied) != (None, None) else 3]):
        return False  # a common beginning tells something only where a claim tells nothing else
    return all(mine == theirs for mine, theirs in both)


def _unit(quantity: Quantity | None) -> str | None:
    return quantity.unit if quantity else None


def _only_repeats(fact: Fact, told: Told) -> bool:
    """Whether a fact without number and date only mentions a promise of the same report, or of the same day."""
    claim, lead = fact.claim, told[0].claim
    if not (claim.kind is lead.kind or (claim.kind in FORCES and lead.kind in FORCES)):
        return False
    same = _of_one_report(fact, told)
    return (same or _of_one_day(fact, told)) and same_parties(claim, lead, loose=same) and acts_alike(claim, lead)


def same_parties(one: Claim, other: Claim, *, loose: bool) -> bool:
    """Whether all who take part are the same; ``loose`` where one may leave some of them out, as a headline does."""
    if one.kind is not other.kind and not (one.kind in FORCES and other.kind in FORCES):
        return False
    args = SPECS[one.kind].identifying
    shared = [arg for arg in args if arg in one.args and arg in other.args]
    sites = [folded(claim.args["site"]) for claim in (one, other) if "site" in claim.args]
    if not shared or len(set(sites)) > 1 or (len(sites) == 1 and not loose):
        return False
    return all(overlap(arg, one, other) for arg in shared) and (loose or len(shared) == len(args))


def _of_one_report(fact: Fact, told: Told) -> bool:
    return not {entry.report.id for entry in fact.entries}.isdisjoint(entry.report.id for one in told for entry in one.entries)


def _of_one_day(fact: Fact, told: Told) -> bool:
    days = {entry.report.published for one in told for entry in one.entries} - {None}
    return any(entry.report.published in days for entry in fact.entries)


def _is_compatible(fact: Fact, told: Told) -> bool:
    """Whether both may fall due at the same time: equal but for precision, near where one report tells both, or one undated."""
    mine, theirs = due_of(fact), due_by(told)
    if mine is None or theirs is None:
        return _is_pending(fact, told, mine or theirs)
    if same_date(mine, theirs) or same_date(mine.removeprefix("XXXX"), theirs.removeprefix("XXXX")):
        return True
    one, other = last_day(mine), last_day(theirs)
    near = one is not None and other is not None and abs((one - other).days) <= AROUND
    return near and _of_one_report(fact, told)


def _is_pending(fact: Fact, told: Told, due: str | None) -> bool:
    """Whether an undated telling comes while the promise stands: near its announcement, or up to when it falls due."""
    made, mine = _made(told[0]), _made(fact)
    if made is None or mine is None:
        return _of_one_report(fact, told)
    if abs((mine - made).days) <= AROUND:
        return True
    last = last_day(due) if due else None
    return last is not None and made <= mine and (mine - last).days <= AROUND


def _made(fact: Fact) -> date | None:
    """The day on which the promise was made, by the words or the first report."""
    announced = days_of(fact.claim.announced).first
    if announced:
        return date.fromisoformat(announced)
    published = published_of(fact)
    return first_day(published) if published and known_since(fact.report) else None
