"""Whether two values of a claim agree: numbers with units, times, names, closed values, free words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.scoring.names import Names, Value
from onrecord.scoring.words import likeness, words_of

CLOSED = frozenset(["action", "direction", "mode", "outcome", "type", "measure"])
"""Args that take one of a closed list of values."""
FREE = frozenset(["act", "condition", "content", "counting", "cue", "goods", "name", "role", "what"])
"""Args that hold words of the text rather than names: half of the words must be shared."""
NUMBERS = ("value", "from", "to", "delta", "low", "high")
PEOPLE = frozenset(["civilian", "member", "people", "person", "personnel", "servicemember", "soldier", "troop"])

Row = Mapping[str, Any]


def listed(value: Any) -> list[Any]:
    """A value as a list: nothing is an empty one."""
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def args_agree(name: str, gold: Value, given: Value, names: Names) -> bool:
    """Whether the arg called ``name`` is right; an arg that is not given never is."""
    if not given:
        return False
    if name in CLOSED:
        return {str(v).casefold() for v in listed(gold)} == {str(v).casefold() for v in listed(given)}
    if name in FREE:
        wanted, got = (set(words_of(" ".join(map(str, listed(value))))) for value in (gold, given))
        return likeness(wanted, got) >= 0.5
    return names.same(gold, given)


def quantities_agree(gold: Row | None, given: Row | None) -> bool:
    """Every number that the gold has must be given, and the units must not contradict; where it has none, none may be given.

    >>> quantities_agree({"delta": 500}, {"from": 3000, "to": 2500, "unit": "personnel"}), quantities_agree(None, {"value": 3})
    (True, False)
    """
    wanted, got = (_numbers(row) for row in (gold, given))
    if not wanted:
        return not got
    ends = ("from" in got and "to" in got) and abs(got["from"] - got["to"])
    for field, number in wanted.items():
        one = got.get(field, ends if field == "delta" else None)
        if one is None or one is False or abs(one - number) > 1e-6 * max(1.0, abs(number)):
            return False
    return _units_agree((gold or {}).get("unit"), (given or {}).get("unit"))


def _numbers(row: Row | None) -> dict[str, float]:
    """The numbers of a quantity; a change has no sign, which is its direction's to say."""
    found = {field: float(row[field]) for field in NUMBERS if row and row.get(field) is not None}
    return found | {"delta": abs(found["delta"])} if "delta" in found else found


def _units_agree(gold: str | None, given: str | None) -> bool:
    """An absent unit contradicts none; currencies must be the same, things must share a word, people are people."""
    if not gold or not given or gold == given:
        return True
    if gold.isupper() or given.isupper():
        return False
    wanted, got = set(words_of(gold)), set(words_of(given))
    return bool(wanted & got) or bool(wanted & PEOPLE and got & PEOPLE)


def times_agree(gold: Row | None, given: Row | None) -> bool:
    """Whether both have the same ends, at the precision of the gold: a day within the gold's month agrees.

    >>> times_agree({"end": "2021-01", "type": "deadline"}, {"end": "2021-01-15", "type": "deadline"})
    True
    """
    return all(map(_dates_agree, _ends(gold), _ends(given)))


def _ends(time: Row | None) -> tuple[str | None, str | None]:
    """First and last day; a deadline has no first one, and a point has both where it has one."""
    if not time:
        return None, None
    start, end, kind = time.get("start"), time.get("end"), time.get("type", "point")
    if kind == "deadline":
        return None, end or start
    return (start or end, end or start) if kind == "point" else (start, end)


def _dates_agree(gold: str | None, given: str | None) -> bool:
    if gold is None or given is None:
        return gold is given
    month = len("2021-01")
    return gold == given or (len(gold) >= month and len(given) > len(gold) and given.startswith(gold))
