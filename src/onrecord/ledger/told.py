"""An entry as it is compared with others: its names by id, its numbers, its days."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from onrecord.ledger.clock import days_of, known_since
from onrecord.ledger.keys import fold
from onrecord.ledger.same import DECISIVE, folded, names_by_arg
from onrecord.model import SPECS, Claim, Entry, Kind, Status, Time

LASTING = (Kind.ROLE, Kind.ORGANIZATION)
"""What holds on without a day: two reports that tell of it tell of one."""
PERSON = "onrecord:person/"
MARKS = re.compile(r"^[\s\-–—•*·\"“‘']+|[\s.\"”’']+$")
EXACT = 4
"""A number with so many digits is that of one count, however the count is worded."""
NUMBERED = (Kind.FORCE_LEVEL, Kind.ASSISTANCE, Kind.SITE)
"""Of these, two numbers are never one fact, nor is a number one with none."""
AHEAD = (Status.PLANNED, Status.CONDITIONAL)
FREE = ("goods", "what", "act", "condition", "name", "role", "counting")
"""Args in the free words of the report."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry, with what is compared worked out once, as it is compared often.

    ``first`` and ``last`` are the days of its time by its words, ``published`` that of its report, all as numbers.
    """

    entry: Entry
    words: str
    names: dict[str, frozenset[str]]
    acts: dict[str, Hashable]
    numbers: dict[str, float]
    unit: str | None
    time: Time | None
    first: int | None
    last: int | None
    published: int | None
    announced: int | None
    missing: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.entry.claim

    @property
    def is_dated(self) -> bool:
        """Whether its words give a day with its year."""
        return self.first is not None or self.last is not None

    @property
    def is_telling(self) -> bool:
        """Whether its numbers are so many, or of so many digits, that they tell a thing from all others."""
        return {"start", "to"} <= self.numbers.keys() or self.digits >= EXACT

    @property
    def digits(self) -> int:
        """To how many digits its most exact number is given."""
        return max((len(f"{number:.0f}".rstrip("0")) for number in self.numbers.values()), default=0)

    @property
    def is_once(self) -> bool:
        """Whether it can have happened but once: the death of a known person, the strike that was meant for one."""
        claim = self.entry.claim
        whom = {Kind.CASUALTIES: "victims", Kind.ATTACK: "target"}.get(claim.kind)
        if whom is None or not all(name.startswith(PERSON) for name in self.names.get(whom, ("",))):
            return False
        return claim.kind is Kind.ATTACK or claim.args.get("outcome") == "killed"


def is_same_number(one: Told, other: Told) -> bool:
    """Whether both give the same numbers of the same unit."""
    return bool(one.numbers) and one.numbers == other.numbers and one.unit == other.unit


def is_exact(one: Told, other: Told) -> bool:
    """Whether both give the same number to so many digits that it can hardly be that of two counts."""
    return one.digits >= EXACT and is_same_number(one, other)


def told_of(entry: Entry) -> Told:
    """The entry as it is compared."""
    claim, published = entry.claim, entry.report.published
    spec = SPECS[claim.kind]
    time = claim.time if claim.time and (claim.time.start or claim.time.end) else None
    days = days_of(time)
    quantity = claim.quantity
    return Told(
        entry=entry,
        words=bare(entry.words),
        names=names_by_arg(claim),
        acts=_acts(claim),
        numbers=_filled({name: float(number) for name, number in quantity.numbers.items()}, claim) if quantity else {},
        unit=quantity.unit if quantity else None,
        time=time,
        first=_number(days.first),
        last=_number(days.last),
        published=_number(known_since(entry.report)) if published else None,
        announced=_number(days_of(claim.announced).first),
        missing=tuple(arg for arg in spec.identifying if arg not in claim.args),
    )


def bare(words: str) -> str:
    """A sentence as it is compared: without case, and without the marks around it.

    >>> bare("- The camp  was closed.")
    'the camp was closed'
    """
    return MARKS.sub("", fold(words))


def _number(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _acts(claim: Claim) -> dict[str, Hashable]:
    """The args with closed values that are given; a level without ``measure`` is one of strength."""
    acts = {arg: folded(claim.args[arg]) for arg in DECISIVE if arg in claim.args}
    return {"measure": "strength"} | acts if "measure" in SPECS[claim.kind].args else acts


def _filled(numbers: dict[str, float], claim: Claim) -> dict[str, float]:
    """The numbers of a change with the one that the two others give: from 3,000 to 2,500 is by 500."""
    start, to, delta = (numbers.get(name) for name in ("start", "to", "delta"))
    way = {"increase": 1, "decrease": -1}.get(claim.arg("direction") or "")
    if start is not None and to is not None and delta is None:
        return numbers | {"delta": abs(start - to)}
    if to is not None and delta is not None and start is None and way:
        return numbers | {"start": to - way * delta}
    if start is not None and delta is not None and to is None and way:
        return numbers | {"to": start + way * delta}
    return numbers
