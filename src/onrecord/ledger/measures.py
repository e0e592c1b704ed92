"""What facts measure: each number that a fact gives, of what, as of when, and what it counts, so that numbers can be compared."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.ledger.clock import known_since
from onrecord.ledger.facts import days_of_fact, is_underway
from onrecord.ledger.keys import fold
from onrecord.ledger.points import known_first, points_of, span_of
from onrecord.ledger.same import folded, named, whole
from onrecord.ledger.wordings import any_of
from onrecord.lexicon.words import phrases
from onrecord.model import Claim, Fact, Kind, LevelPoint, Quantity, Status

Count = tuple[str, frozenset[str]]
LEVEL = "level"
ABOUT = 0.1
"""An approximate number takes in what lies so close to it."""
REGISTER = re.compile(any_of(phrases("counts", "registers")), re.I)
"""Sources that count by a rule of their own."""
MEASURED = {
    Kind.CASUALTIES: (("outcome", "victims", "place"), ("perpetrator",), ()),
    Kind.ATTACK: (("mode", "target", "place"), ("attacker",), ()),
    Kind.SITE: (("action", "actor", "place"), ("recipient",), ()),
    Kind.ASSISTANCE: (("donor", "recipient", "action"), (), ("goods",)),
    Kind.FORCE_CHANGE: (("actor", "place", "site", "direction"), (), ("measure", "what", "counting")),
}
"""Of each kind: the args that say of what a number is, those that must not differ, and those that say what it counts."""


@dataclass(frozen=True, slots=True)
class Band:
    """Between what a number lies; ``told`` is the number itself, ``exact`` whether the words give it as exact."""

    low: float
    high: float
    told: float | None = None
    exact: bool = True

    def is_as(self, other: Band) -> bool:
        """Whether both give the same number, be it rounded or not."""
        return self.told == other.told if self.told is not None else self == other

    def takes_in(self, other: Band) -> bool:
        """Whether some number lies within both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, with all by which it is compared: the subject that it is of, the days that it is of, and what it counts.

    ``dated`` tells whether the words give the days, or only the report does; ``fixed`` are args that must not differ.
    """

    fact: Fact
    subject: Hashable
    band: Band
    first: date
    last: date
    dated: bool
    counts: dict[str, frozenset[str]] = field(default_factory=dict)
    fixed: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def known(self) -> date:
        """The day on which the first report told the number."""
        return date.fromisoformat(known_since(self.fact.report))

    @property
    def reports(self) -> frozenset[str]:
        """The reports that give the number."""
        return frozenset(entry.report.id for entry in self.fact.entries)

    @property
    def sources(self) -> frozenset[str]:
        """Whom the reports name as the source."""
        return frozenset(fold(entry.claim.source) for entry in self.fact.entries if entry.claim.source)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that give it."""
        return tuple(entry.claim for entry in self.fact.entries)

    @property
    def sentences(self) -> frozenset[str]:
        """The sentences that give it."""
        return frozenset(entry.words for entry in self.fact.entries)

    @property
    def is_level(self) -> bool:
        """Whether it is a stock, which changes over time, and not something that happened."""
        return isinstance(self.subject, tuple) and self.subject[0] == LEVEL


def measures_of(fact: Fact) -> Iterator[Measure]:
    """The numbers that a fact gives of what holds or happened; for a change of forces, also of what is planned."""
    claim = fact.claim
    if claim.status is Status.ACTUAL and claim.kind in (Kind.FORCE_LEVEL, Kind.FORCE_CHANGE):
        yield from _levels(fact)
    if claim.kind in MEASURED and claim.quantity and _is_told(fact) and (band := band_of(claim.quantity)):
        yield from _event(fact, band)


def band_of(quantity: Quantity) -> Band | None:
    """Between what the number of something that happened lies: how many there were, or by how many it changed."""
    number = quantity.delta if quantity.delta is not None else quantity.value
    return _band(number, quantity.low, quantity.high, approx=quantity.approx)


def _is_told(fact: Fact) -> bool:
    claim = fact.claim
    planned = claim.kind is Kind.FORCE_CHANGE and claim.status is Status.PLANNED and claim.time is not None
    return planned or (claim.status is Status.ACTUAL and not is_underway(claim))


def _band(value: float | None, low: float | None, high: float | None, *, approx: bool) -> Band | None:
    if value is None and low is None and high is None:
        return None
    if value is not None and (low, high) == (None, None):
        room = abs(value) * ABOUT if approx else 0
        return Band(value - room, value + room, value, exact=not approx)
    least, most = (low if low is not None else value or -math.inf), (high if high is not None else value or math.inf)
    if low is not None and high is None:
        most = math.inf
    return Band(least, most, value, exact=False)


def _levels(fact: Fact) -> Iterator[Measure]:
    """The levels that a fact states as holding; the one before a change held until then only, and is in nobody's way."""
    claim = fact.claim
    where = "site" if "site" in claim.args else "place"
    if not named(claim, "actor") or not named(claim, where) or claim.quantity is None:
        return
    subject = (LEVEL, whole(claim, "actor"), whole(claim, where), claim.quantity.unit)
    for point in points_of(fact):
        band = _band(point.value, point.low, point.high, approx=point.approx)
        before = claim.kind is Kind.FORCE_CHANGE and point.value != point.fact.claim.quantity.to  # type: ignore[union-attr]  # it has a level
        if band is not None and not before and (days := _days(point)):
            counts = _counts(fact, ("counting",)) | {"measure": frozenset({point.measure}), "part": named(claim, where)}
            yield Measure(fact, subject, band, *days, point.dated_by == "text", counts)


def _days(point: LevelPoint) -> tuple[date, date] | None:
    """From when to when; "since 2014" reaches to the report."""
    first, last = span_of(point)
    if first is None and last is None:
        return None
    if last is None:
        assert first is not None
        return (first, max(first, known_first(point)))
    return (first or last, last)


def _event(fact: Fact, band: Band) -> Iterator[Measure]:
    claim = fact.claim
    args, fixed, counting = MEASURED[claim.kind]
    days = days_of_fact(fact)
    if not (days.first and days.last) or not _is_told_apart(fact):
        return
    unit = claim.quantity.unit if claim.quantity else None
    subject = (claim.kind, claim.status, unit, *(whole(claim, arg) or folded(claim.args.get(arg)) for arg in args))
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    counts = _counts(fact, counting)
    if "place" in args:
        counts["part"] = named(claim, "place")
    others = {arg: named(claim, arg) for arg in fixed if arg in claim.args}
    yield Measure(fact, subject, band, first, last, days.dated_by == "text", counts, others)


def _is_told_apart(fact: Fact) -> bool:
    """Whether the words say enough of what happened that two numbers may be of one thing: to whom and where, or whose."""
    claim = fact.claim
    if claim.kind is Kind.CASUALTIES:
        return "victims" in claim.args and "place" in claim.args and not is_wide(fact)
    if claim.kind is Kind.ATTACK:
        narrow = "place" in claim.args and not is_wide(fact)
        if "target" not in claim.args:  # "twelve air strikes in Milltown on Monday"
            return narrow and "attacker" in claim.ids and days_of_fact(fact).dated_by == "text"
        return "target" in claim.ids or narrow
    return len([arg for arg in MEASURED[claim.kind][0] if arg in claim.args]) > 1 and (
        claim.kind is not Kind.SITE or "site" not in claim.ids
    )


def is_wide(fact: Fact) -> bool:
    """Whether the place is so wide that much can happen there on one day."""
    where = fact.claim.locations.get("place")
    return where is not None and where.precision in ("country", "region", "province")


def _counts(fact: Fact, args: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """What the number counts, by any of the fact's claims, and whether it comes from a register."""
    counts: dict[str, frozenset[str]] = {}
    for arg in args:
        words = {fold(words) for entry in fact.entries if (words := entry.claim.arg(arg))}
        if words:
            counts[arg] = frozenset(words)
    if "measure" in args:
        counts.setdefault("measure", frozenset({"strength"}))
    if any(REGISTER.search(entry.claim.source or "") for entry in fact.entries):
        counts["register"] = frozenset({"register"})
    return counts


def apart(one: Measure, other: Measure) -> timedelta:
    """How many days lie between the days of the two; none where they touch."""
    return max(one.first - other.last, other.first - one.last, timedelta(0))
