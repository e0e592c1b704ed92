"""When two claims are alike: who and where as compared, what they say is done, and their times."""

from __future__ import annotations

from collections.abc import Hashable

from onrecord.ledger.keys import PLACES, ArgRow, arg_rows, fold, rows_of
from onrecord.lexicon.words import word_set
from onrecord.model import SPECS, Arg, Claim, Time

DECISIVE = ("direction", "action", "mode", "measure", "outcome", "type")
PARTIAL = word_set("merging", "words_partial")
"""With these words a name means a part of the place, though it has the id of the whole: "northeastern Syria"."""


def decisive(claim: Claim) -> tuple[Hashable, ...]:
    """The args with closed values that say what is done; a level without ``measure`` is one of strength."""
    given = [folded(claim.args.get(name)) for name in DECISIVE]
    if given[DECISIVE.index("measure")] is None and "measure" in SPECS[claim.kind].args:
        given[DECISIVE.index("measure")] = "strength"
    return tuple(given)


def folded(value: Arg | None) -> Hashable:
    """An arg as it is compared; the order of a list says nothing."""
    return frozenset(map(fold, value)) if isinstance(value, tuple) else fold(value) if value else None


def named(claim: Claim, arg: str) -> frozenset[str]:
    """Who or what an arg names, each by its id where it has one, so that "US" is the United States; empty where it is left out.

    A place without an id goes by its first name, so that "Andar district, Ghazni province" is Andar district.
    """
    return frozenset(_name(row) for row in rows_of(claim, arg))


def names_by_arg(claim: Claim) -> dict[str, frozenset[str]]:
    """As ``named``, of each arg that is given and does not say what is done."""
    found: dict[str, set[str]] = {}
    for row in arg_rows(claim):
        if row.arg not in DECISIVE:
            found.setdefault(row.arg, set()).add(_name(row))
    return {arg: frozenset(names) for arg, names in found.items()}


def whole(claim: Claim, arg: str) -> frozenset[str]:
    """As ``named``, but a part of a known place ("northeastern Syria") goes by the place."""
    return frozenset(row.name_id or _name(row) for row in rows_of(claim, arg))


def _name(row: ArgRow) -> str:
    words = fold(row.value.split(",", maxsplit=1)[0]) if row.arg in PLACES else fold(row.value)
    if row.name_id is None:
        return words
    return f"{row.name_id} {words}" if row.arg in PLACES and PARTIAL.intersection(words.split()) else row.name_id


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
