"""Why two numbers of one thing differ: rounding, scope, an out-of-date repeat, another day, a newer report, or nothing of that."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.ledger.measures import Measure, apart
from onrecord.ledger.retractions import contrary, is_taken_back
from onrecord.ledger.scopes import QUARTER, Near, hint_between, is_too_much, scope_between
from onrecord.ledger.wordings import any_of
from onrecord.lexicon.words import phrases
from onrecord.model import Cause, last_day

Found = tuple[Cause, str]
FEW = timedelta(days=3)
"""Reports that tell of something that happened, without its day, are of one thing only within so many days."""
RUNNING = timedelta(days=31)
"""So long after it happened a number may still be counted up."""
OUTDATED = timedelta(days=400)
CLOSE = 0.05
OTHERS = re.compile(any_of(phrases("counts", "others")), re.I)


def cause_of(one: Measure, other: Measure, near: Near) -> Found | None:
    """Why these two numbers differ, ``one`` known no later than ``other``; ``None`` where they do not, or may be of two things.

    ``near`` are all numbers of the same subject, by the number. What differs in scope is never called a contradiction.
    """
    if one.fact == other.fact or not _of_one_thing(one, other) or one.band.is_as(other.band) or _are_steps(one, other):
        return None
    scope = scope_between(one, other, near)
    if one.band.takes_in(other.band):
        return None if scope and "measure" in scope[0] else _rounding(one, other)
    if wrong := contrary(one, other):
        return (Cause.CONTRADICTION, wrong)
    if scope and scope[0] in ("measure", "part"):
        return (Cause.SCOPE, scope[1]) if is_too_much(one, other) else None
    if not one.is_level and one.reports & other.reports and not _voices_part(one, other):
        return None  # one report that gives two numbers of what happened tells of two things
    if scope:
        return (Cause.SCOPE, scope[1])
    if _rounds_to(one, other):
        return (Cause.ROUNDING, "one is the other, rounded")
    return _by_time(one, other, near)


def _of_one_thing(one: Measure, other: Measure) -> bool:
    """Whether two numbers of one subject may be of the same thing: what happened is told by its day, levels by near ones."""
    if any(other.fixed.get(arg, names) != names for arg, names in one.fixed.items()):
        return False
    if one.is_level:
        return apart(one, other) <= QUARTER
    if one.dated and other.dated:
        return apart(one, other) == timedelta(0)
    return apart(one, other) <= FEW


def _are_steps(one: Measure, other: Measure) -> bool:
    """Whether one change begins at the level that the other reached: they follow one another, and agree."""
    levels = [[claim.quantity for claim in measure.claims if claim.quantity] for measure in (one, other)]
    if not one.is_level:
        return False
    pairs = [(before, after) for mine, theirs in (levels, levels[::-1]) for before in mine for after in theirs]
    return any(before.to is not None and before.to == after.start for before, after in pairs)


def _rounding(one: Measure, other: Measure) -> Found:
    bounded = [m for m in (one, other) if not m.band.exact]
    how = "both are rounded or bounded" if len(bounded) == 2 else "one is rounded or bounded"
    return (Cause.ROUNDING, f"{how}, and both can hold")


def _rounds_to(one: Measure, other: Measure) -> bool:
    """Whether an exact number is the other one to fewer digits, and close to it: 8,900 for 8,892."""
    if not (one.band.exact and other.band.exact):
        return False
    low, high = sorted((one.band.low, other.band.low))
    if low <= 0 or high - low > CLOSE * low:
        return False
    return any(_trimmed(a, b) for a, b in ((low, high), (high, low)))


def _trimmed(rough: float, fine: float) -> bool:
    """Whether ``rough`` has at least two zeros at its end, and ``fine`` rounds to it there."""
    step = 1
    while rough % (step * 10) == 0:
        step *= 10
    return step >= 100 and abs(rough - fine) <= step / 2


def _voices_part(one: Measure, other: Measure) -> bool:
    """Whether a report gives the two in the names of different speakers, or one sentence gives one as that of others."""
    if one.sources and other.sources:
        return not one.sources & other.sources
    return any(OTHERS.search(words) for words in one.sentences & other.sentences)


def _by_time(one: Measure, other: Measure, near: Near) -> Found | None:
    """Two numbers that count the same: told apart by their days, by who told when, or not at all."""
    if (repeated := _repeated(one, other, near)) is not None:
        return repeated
    if (day := _by_day(one, other)) is not None:
        return day
    if is_taken_back(one) or is_taken_back(other):
        return (Cause.CONTRADICTION, "the sentence of one says that its number was wrong")
    fixed = one.is_level and one.dated and other.dated and _is_one_day(one, other)  # no later report changes what held on a day
    if other.known > one.known and not fixed and (one.is_level or other.known - max(one.last, one.first) <= RUNNING):
        return (Cause.NEWER, f"the number of {other.known} is later than that of {one.known}")
    if one.is_level and one.reports & other.reports and not _voices_part(one, other):
        return (Cause.SCOPE, "one report gives both, so they are not of the same thing")
    if one.is_level and (hint := hint_between(one, other)):
        return (Cause.SCOPE, hint)
    if one.subject and not one.is_level and _may_be_two(one, other):
        return (Cause.SCOPE, "nothing says that both are told of the same")
    return (Cause.CONTRADICTION, "same subject, same counting, same day, and no rounding explains it")


def _by_day(one: Measure, other: Measure) -> Found | None:
    """Where the two are of other days. A level of a later day takes the place of the one before, unless it was known earlier."""
    words = f"one is of {_span_words(one)}, the other of {_span_words(other)}"
    if one.is_level and (one.last < other.first or other.last < one.first) and (one.dated or other.dated):
        earlier, later = (one, other) if one.last < other.first else (other, one)
        days = f"one is of {_dated_words(one)}, the other of {_dated_words(other)}"
        return (Cause.NEWER if earlier.known <= later.known else Cause.DAY, days)
    if not (one.dated and other.dated) or _is_one_day(one, other):
        return None
    if one.is_level:
        return (Cause.DAY, words)
    return (Cause.SCOPE, f"one is told of {_span_words(one)}, the other of {_span_words(other)}")


def _may_be_two(one: Measure, other: Measure) -> bool:
    """Whether sums or changes may be two of a kind, as no day ties them to one another."""
    assert isinstance(one.subject, tuple)
    return one.subject[0] in ("assistance", "force_change", "site") and not (one.dated and other.dated)


def _is_one_day(one: Measure, other: Measure) -> bool:
    """Whether both are of the same single day, or of the same stretch of something that happened."""
    same = (one.first, one.last) == (other.first, other.last)
    return same and (not one.is_level or one.first == one.last)


def _repeated(one: Measure, other: Measure, near: Near) -> Found | None:
    """Whether a report gives, as if it held, a number that others had given before a newer one was known."""
    for newer, old in ((one, other), (other, one)):
        late = _told_late(old, newer.known)
        if late is None or old.dated:
            continue
        alike = (m for m in near.get(old.band, ()) if m.counts.get("part") == old.counts.get("part"))
        first = min((m.known for m in alike), default=None)
        if first is not None and first < newer.known and late - first <= OUTDATED:
            return (Cause.REPEAT, f"told again on {late}: a number of {first}, when that of {newer.known} was known")
    return None


def _told_late(old: Measure, newer: date) -> date | None:
    """When a report told the number after the newer one was known."""
    days = (entry.report.published for entry in old.fact.entries if entry.report.published)
    late = [day for text in days if (day := last_day(text)) and day > newer]
    return min(late, default=None)


def _dated_words(measure: Measure) -> str:
    """The days of a number; that only its report gives them, where that is so."""
    return _span_words(measure) if measure.dated else f"{_span_words(measure)} (the day of its report)"


def _span_words(measure: Measure) -> str:
    first, last = measure.first.isoformat(), measure.last.isoformat()
    return first if first == last else f"{first} to {last}"
