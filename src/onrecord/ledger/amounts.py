"""The amounts that facts of assistance give, and when two of them may be the same money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.ledger.clock import Days, days_of, days_of_report, known_since
from onrecord.ledger.facts import Order, is_underway, order_of_fact, published_of
from onrecord.ledger.further import is_further
from onrecord.ledger.keys import fold
from onrecord.ledger.same import folded
from onrecord.lexicon.words import word_set
from onrecord.model import Entry, Fact, Quantity, Status, Time, TimeType
from onrecord.model.assistance import Amount, LeftOutFor

ROUGH = 0.1
"""An amount that is said to be rough may be so much more or less."""
ROUNDED = 0.05
"""So far a rounded amount may be from the exact one that it stands for."""
BEYOND = 0.25
"""So far beyond "more than" or below "up to" an exact amount may be that is meant by it."""
SOON = timedelta(days=3)
"""Within so many days two reports may tell of one gift, though only one says that it is a further one."""
FEW = 100
"""Fewer things than these are counted, not rounded."""


def amount_of(fact: Fact) -> Amount | None:
    """What a fact gives, by the most exact of its claims; ``None`` where none has a number."""
    quantity = min(quantities_of(fact), key=_vagueness, default=None)
    if quantity is None:
        return None
    value = quantity.value if quantity.value is not None else quantity.delta
    low, high = (value, value) if value is not None else (quantity.low, quantity.high)
    time, dated_by = when(fact)
    published = published_of(fact)
    start, end = (time.start, time.end) if time else (published, published)
    is_period = dated_by == "text" and time is not None and time.type is TimeType.DURATION
    return Amount(fact, low, high, quantity.approx, start, end, is_period, dated_by)


def quantities_of(fact: Fact) -> Iterator[Quantity]:
    """The quantities of a fact that say how much."""
    for entry in fact.entries:
        quantity = entry.claim.quantity
        if quantity and any(number is not None for number in (quantity.value, quantity.low, quantity.high, quantity.delta)):
            yield quantity


def when(fact: Fact) -> tuple[Time | None, str | None]:
    """The time that the first claim which gives one gives, else when it was announced, and what dates it.

    The first, so that a later echo with "next month" in it moves nothing.
    """
    for field, dated_by in (("time", "text"), ("announced", "announced")):
        times: Iterator[Time | None] = (getattr(entry.claim, field) for entry in fact.entries)
        found = next((time for time in times if time and time.is_known), None)
        if found:
            return found, dated_by
    return None, "published" if published_of(fact) else None


def is_recurring(fact: Fact) -> bool:
    """Whether so much is given time after time: "$3 million a year"."""
    return any(entry.claim.time is not None and entry.claim.time.type is TimeType.RECURRING for entry in fact.entries)


def status_of(fact: Fact) -> Status:
    """How far the giving has come: what is pledged, or is being given, is still to be provided."""
    claim = fact.claim
    if claim.status is Status.ACTUAL and (claim.arg("action") == "pledged" or is_underway(claim)):
        return Status.PLANNED
    return claim.status


def days_of_amount(amount: Amount) -> Days:
    """The days that an amount touches: by its words, else by its announcement or its first report."""
    time, _ = when(amount.fact)
    days = days_of(time)
    return days if days.dated_by else days_of_report(published_of(amount.fact))


def most_certain_first(amount: Amount) -> tuple[int, int, bool, Order]:
    """The order in which amounts are taken: exact before rough ones and bounds, dated before undated, then as they became known."""
    exact = amount.low == amount.high and amount.low is not None
    digits = -len(_digits(amount.low)) if exact and amount.low is not None else 0
    return (2 if not exact else int(amount.approx), digits, amount.dated_by in ("published", None), order_of_fact(amount.fact))


def may_be_same(one: Amount, other: Amount) -> LeftOutFor | None:
    """Why two amounts by the same to the same may be the same money; ``None`` where they are certainly distinct."""
    equal = (one.low, one.high) == (other.low, other.high)
    if not (equal or _are_near(one, other)):
        return None
    if is_echo(one, other):
        return LeftOutFor.REPEAT
    if are_apart(one, other) or are_told_apart(one.fact, other.fact) or _are_told_together(one.fact, other.fact):
        return None
    return LeftOutFor.REPEAT if equal else LeftOutFor.ROUNDING


def is_echo(one: Amount, other: Amount) -> bool:
    """Whether the same words give the same amount again, and nobody tells of one more with the later of the two."""
    same = (one.low, one.high) == (other.low, other.high)
    if not same or are_told_apart(one.fact, other.fact):
        return False
    return bool(_words_of(one.fact) & _words_of(other.fact)) and not _are_told_together(one.fact, other.fact)


def are_told_apart(one: Fact, other: Fact) -> bool:
    """Whether an analyst parted two gifts, or the later one is told as one more: "another $70 million"."""
    earlier, later = sorted((one, other), key=order_of_fact)
    return _are_parted(one, other) or _is_another(earlier, later)


def _are_parted(one: Fact, other: Fact) -> bool:
    ids = {entry.claim.id for entry in other.entries}
    return any(not ids.isdisjoint(entry.apart) for entry in one.entries)


def _is_another(earlier: Fact, later: Fact) -> bool:
    """Whether a later report tells of one more; what another outlet told as such in the same days may be that one."""
    if not any(map(is_further, later.entries)):
        return False
    if date.fromisoformat(known_since(later.report)) - date.fromisoformat(known_since(earlier.report)) <= SOON:
        return False
    return not any(map(is_further, earlier.entries)) or bool(set(earlier.outlets) & set(later.outlets))


def are_apart(one: Amount, other: Amount) -> bool:
    """Whether two amounts are of times that do not touch. Of a promise, the day on which it is due may have moved."""
    (mine, by), (theirs, other_by) = when(one.fact), when(other.fact)
    done = status_of(one.fact) is Status.ACTUAL is status_of(other.fact)
    if not done and TimeType.DEADLINE in {time.type for time in (mine, theirs) if time}:
        return False
    first, second = days_of(mine), days_of(theirs)
    if by == other_by and first.dated_by and second.dated_by:
        return _before(first, second) or _before(second, first)
    return done and (_reported_before(one, second) or _reported_before(other, first))


def _reported_before(amount: Amount, days: Days) -> bool:
    """Whether something was reported before the days on which the other was done."""
    return amount.dated_by == "published" and days.first is not None and known_since(amount.fact.report) < days.first


def _before(one: Days, other: Days) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _are_told_together(one: Fact, other: Fact) -> bool:
    """Whether one sentence gives both, each with goods of its own: "$10 million in food and $10 million in tents"."""
    return any(
        mine.report.id == theirs.report.id and mine.claim.evidence == theirs.claim.evidence and _goods_differ(mine, theirs)
        for mine in one.entries
        for theirs in other.entries
    )


def goods_of(fact: Fact) -> frozenset[str]:
    """The words by which the claims of a fact name the goods, without those that any gift goes by."""
    told = (str(goods) for entry in fact.entries if (goods := entry.claim.arg("goods")))
    return frozenset(word for goods in told for word in fold(goods).split() if word not in word_set("goods", "nouns_money"))


def _goods_differ(one: Entry, other: Entry) -> bool:
    spans = [entry.claim.spans.get("quantity") for entry in (one, other)]
    goods = [folded(entry.claim.args.get("goods")) for entry in (one, other)]
    return None not in spans and spans[0] != spans[1] and None not in goods and goods[0] != goods[1]


def _are_near(one: Amount, other: Amount) -> bool:
    """Whether two numbers that differ may stand for one: rounded, rough or a bound."""
    if one.low == one.high and other.low == other.high and not (one.approx or other.approx):
        return one.low is not None and other.low is not None and _is_rounded(one, other)
    (low, high), (least, most) = _band(one), _band(other)
    return low <= most and least <= high


def _band(amount: Amount) -> tuple[float, float]:
    low, high = amount.low, amount.high
    if low is not None and low == high:
        return (low * (1 - ROUGH), high * (1 + ROUGH)) if amount.approx else (low, high)
    if low is None and high is None:
        return (0.0, -1.0)
    return (low if low is not None else (high or 0) * (1 - BEYOND), high if high is not None else (low or 0) * (1 + BEYOND))


def _is_rounded(one: Amount, other: Amount) -> bool:
    numbers = sorted(float(amount.low or 0) for amount in (one, other))
    if numbers[1] - numbers[0] > ROUNDED * numbers[1]:
        return False
    coarse, fine = sorted(numbers, key=lambda number: len(_digits(number)))
    unit = one.fact.claim.quantity.unit if one.fact.claim.quantity else None
    if len(_digits(coarse)) == len(_digits(fine)) or (min(coarse, fine) < FEW and not is_currency(unit)):
        return False
    step = 10.0 ** (len(str(int(coarse))) - len(_digits(coarse)))  # what its last digit stands for
    return abs(coarse - fine) <= step / 2


def is_currency(unit: str | None) -> bool:
    """Whether a unit is a code of ISO 4217.

    >>> is_currency("USD"), is_currency("truck"), is_currency(None)
    (True, False, False)
    """
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()


def _digits(number: float | None) -> str:
    """The digits of a number that are not only its size.

    >>> _digits(1_300_000_000), _digits(12.5)
    ('13', '125')
    """
    return f"{number or 0:.15g}".split("e")[0].replace(".", "").replace("-", "").strip("0") or "0"


def _vagueness(quantity: Quantity) -> tuple[bool, bool, str]:
    return (quantity.value is None, quantity.approx, str(sorted(quantity.numbers.items())))


def _words_of(fact: Fact) -> set[str]:
    return {fold(entry.words) for entry in fact.entries}


def published_day(amount: Amount) -> date:
    """The day on which the amount became known."""
    return date.fromisoformat(known_since(amount.fact.report))
