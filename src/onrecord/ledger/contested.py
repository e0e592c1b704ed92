"""Amounts of which nobody can tell whether they are one gift told with different numbers, or one of them holds the other.

The words alone tell gifts apart: by their days, goods and words of another ("a further $10 million"), or because one report gives both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from onrecord.ledger.amounts import are_told_apart, days_of_amount, goods_of, most_certain_first, published_day, status_of, when
from onrecord.ledger.same import same_time
from onrecord.model import Fact, Status, TimeType
from onrecord.model.assistance import Amount, LeftOut, LeftOutFor

FEW = timedelta(days=3)
"""What is told without its day may be the gift of a report within so many days."""


def contested_in(amounts: Iterable[Amount]) -> list[LeftOut]:
    """Which of these amounts the lower bound of their sum leaves out: of what may be one gift all but the least, and what may be
    held by another, or holds others that come to as much."""
    left: list[LeftOut] = []
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda amount: (amount.low or 0, most_certain_first(amount))):
        rival = next((other for other in kept if may_be_told_otherwise(amount, other)), None)
        if rival is None:
            kept.append(amount)
        else:
            left.append(LeftOut(amount, LeftOutFor.DISPUTED, rival.fact))
    for wide in sorted((amount for amount in kept if _days(amount) > 1), key=_days):
        inside = [amount for amount in kept if amount is not wide and may_hold(wide, amount)]
        if not inside:
            continue
        if sum(amount.low or 0 for amount in inside) >= (wide.low or 0):
            held = [LeftOut(wide, LeftOutFor.WHOLE, inside[0].fact)]
        else:
            held = [LeftOut(amount, LeftOutFor.WITHIN, wide.fact) for amount in inside]
        gone = {one.amount.fact for one in held}
        kept = [amount for amount in kept if amount.fact not in gone]
        left += held
    return left


def may_be_told_otherwise(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be one gift of which reports give different numbers: of one time, by other reports, of no other goods."""
    if (
        are_told_apart(one.fact, other.fact)
        or _reports(one.fact) & _reports(other.fact)
        or not _goods_fit(one.fact, other.fact)
    ):
        return False
    (mine, by), (theirs, other_by) = when(one.fact), when(other.fact)
    if mine and theirs:
        return by == other_by and same_time(mine, theirs) and (mine.type is not TimeType.POINT or _days(one) == _days(other))
    if mine or theirs:
        dated, bare = (one, other) if mine else (other, one)
        day = days_of_amount(dated)
        return day.first is not None and day.first == day.last and _is_soon(date.fromisoformat(day.first), published_day(bare))
    return one.dated_by == other.dated_by and abs(published_day(one) - published_day(other)) <= FEW


def may_hold(wide: Amount, narrow: Amount) -> bool:
    """Whether what was given in a month or year may hold what was given on a day in it."""
    time, dated_by = when(wide.fact)
    if dated_by != "text" or time is None or time.type is not TimeType.POINT or narrow.is_period:
        return False
    around, day = days_of_amount(wide), days_of_amount(narrow)
    if None in (around.first, around.last, day.first, day.last) or (around.first, around.last) == (day.first, day.last):
        return False
    within = str(around.first) <= str(day.first) and str(day.last) <= str(around.last)
    told_before = status_of(wide.fact) is Status.ACTUAL and published_day(wide).isoformat() < str(day.first)
    return within and not told_before and _goods_fit(wide.fact, narrow.fact) and not are_told_apart(wide.fact, narrow.fact)


def floor_of(amount: Amount, left: Sequence[LeftOut]) -> float | None:
    """The least that a counted amount can be, where others that are not counted may be the same gift."""
    if amount.low is None:
        return None
    rivals = (one.amount for one in left if one.reason is LeftOutFor.DISPUTED)
    return min([amount.low, *(other.low or 0 for other in rivals if may_be_told_otherwise(amount, other))])


def _is_soon(day: date, published: date) -> bool:
    return timedelta(0) <= published - day <= FEW


def _days(amount: Amount) -> int:
    """Of how many days the words of an amount may be."""
    days = days_of_amount(amount)
    if not days.first or not days.last:
        return 0
    return (date.fromisoformat(days.last) - date.fromisoformat(days.first)).days + 1


def _reports(fact: Fact) -> set[str]:
    return {entry.report.id for entry in fact.entries}


def _goods_fit(one: Fact, other: Fact) -> bool:
    """Whether the goods may be the same: not told of both, or with a word in common."""
    mine, theirs = goods_of(one), goods_of(other)
    return not mine or not theirs or bool(mine & theirs)
