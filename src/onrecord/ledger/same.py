"""When two claims are alike: their args as compared, what they say is done, and their times."""

from __future__ import annotations

from collections.abc import Hashable

from onrecord.ledger.keys import fold
from onrecord.model import SPECS, Arg, Claim, Time

DECISIVE = ("direction", "action", "mode", "measure", "outcome", "type")


def decisive(claim: Claim) -> tuple[Hashable, ...]:
    """The args with closed values that say what is done; a level without ``measure`` is one of strength."""
    given = [folded(claim.args.get(name)) for name in DECISIVE]
    if given[DECISIVE.index("measure")] is None and "measure" in SPECS[claim.kind].args:
        given[DECISIVE.index("measure")] = "strength"
    return tuple(given)


def folded(value: Arg | None) -> Hashable:
    """An arg as it is compared; the order of a list says nothing."""
    return frozenset(map(fold, value)) if isinstance(value, tuple) else fold(value) if value else None


def same_time(one: Time, other: Time) -> bool:
    """Whether the times are equal, or differ in nothing but precision."""
    return one.type is other.type and same_date(one.start, other.start) and same_date(one.end, other.end)


def same_date(one: str | None, other: str | None) -> bool:
    """Whether two partial dates are equal but for their precision.

    >>> same_date("2020-09", "2020-09-10"), same_date("2020-09", None), same_date(None, None)
    (True, False, True)
    """
    if one is None or other is None:
        return one is other
    return one.startswith(other) or other.startswith(one)
