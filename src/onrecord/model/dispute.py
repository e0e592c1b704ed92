"""A dispute: two facts that cannot both hold as they stand, and what may explain it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.fact import Fact


class Cause(StrEnum):
    """Why two facts differ, the gravest last."""

    NEWER = "newer"
    SCOPE = "scope"
    DAY = "day"
    ROUNDING = "rounding"
    REPEAT = "repeat"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two facts of one thing that differ, the one that was known first before the other; ``why`` tells the cause in words.

    ``newer``: the later one takes the place of the other. ``scope``: they do not count the same. ``day``: each is of a day of its own.
    ``rounding``: one is rounded or bounded, and takes in the other. ``repeat``: one repeats a number that was out of date by then.
    ``contradiction``: nothing of that kind explains it.
    """

    one: Fact
    other: Fact
    cause: Cause
    why: str

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise ValueError("a fact is not in dispute with itself")
        if not self.why.strip():
            raise ValueError("a dispute says why")


class Parting(StrEnum):
    """Why two facts are not one: two things, or one thing in another status, scope, time or number."""

    EVENT = "event"
    STATUS = "status"
    SCOPE = "scope"
    NEWER = "newer"
    DAY = "day"
    ROUNDING = "rounding"
    REPEAT = "repeat"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two facts laid beside one another, the one that was known first before the other; ``why`` tells what parts them in words."""

    one: Fact
    other: Fact
    parting: Parting
    why: str
