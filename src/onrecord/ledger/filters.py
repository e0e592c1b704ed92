"""What is asked of claims, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.ledger import names
from onrecord.ledger.clock import Day
from onrecord.model import Kind, Status

FIRST, LAST = "0001-01-01", "9999-12-31"


class Newest(NamedTuple):
    """From where on the newest claims are looked at: the day since which they are known, and the number of the first of that very day.

    The number is 0 where all of that day are looked at. Claims have their numbers in the order in which they were taken in.
    """

    day: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked of claims; ``None`` asks nothing. ``hit`` also takes what was done to the actor's country's own.
    ``speakers`` are spellings of one name: whose statements, and what else is known from him, are wanted. ``persons`` are those who
    take part and ``sites`` the sites, as claims write them; ``counted`` asks for what gives a number, and
    ``said`` for what somebody is on the record with, said between two days.

    ``known`` leaves out reports published later, ``added`` what the ledger had not yet taken in, read or been told by then.

    ``resolved`` are the names asked for as they are known, for questions that ask several times. ``numbers`` are those of all
    claims that have these names, where they are few and known. ``facts`` asks for the claims of these facts alone, by the number that each has. ``falls`` asks for what is ahead and may fall due
    between two days, ``undated`` for what nothing dates, ``lacking`` for what gives none of these args, ``docs`` for those of these reports.
    ``kinds`` and ``statuses`` ask for any of several; ``known_from`` leaves out what was known before that day, and ``taken_from``
    of what was known on it what has a smaller number.

    A ``min_confidence`` above 0 leaves out what is less likely to be right, or bears no probability; ``vouched`` are claims that pass
    all the same, because an analyst accepted them.
    """

    kind: Kind | str | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    known_from: str | None = None
    taken_from: int = 0
    actor: str | None = None
    place: str | None = None
    status: Status | str | None = None
    source: str | None = None
    resolved: tuple[names.Asked, ...] | None = None
    numbers: tuple[int, ...] | None = None
    facts: tuple[int, ...] | None = None
    falls: tuple[str, str] | None = None
    undated: bool = False
    lacking: tuple[str, ...] = ()
    docs: tuple[str, ...] | None = None
    speakers: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    counted: bool = False
    said: tuple[str, str] | None = None
    since: Day | None = None
    until: Day | None = None
    text: str | None = None
    known: Day | None = None
    added: Day | None = None
    doc: str | None = None
    limit: int | None = None
    hit: bool = False
    min_confidence: float = 0.0
    vouched: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise ValueError(f"limit is {self.limit}; it must be 1 or more")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence is {self.min_confidence}; it must be from 0 to 1")
