"""Why two numbers of one thing differ: rounding, scope, an out-of-date repeat, another day, a newer report, or nothing of that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from onrecord.ledger.measures import Band, Measure
from onrecord.model import Cause, last_day

Found = tuple[Cause, str]
Near = Mapping[Band, Sequence[Measure]]
QUARTER = timedelta(days=92)
"""Levels of days that lie further apart are no dispute: much may have changed."""
FEW = timedelta(days=3)
"""Reports that tell of something that happened, without its day, are of one thing only within so many days."""
RUNNING = timedelta(days=31)
"""So long after it happened a number may still be counted up."""
OUTDATED = timedelta(days=400)
CLOSE = 0.05
SCOPE_WORDS = re.compile(
    r"\b(contractors?|rotational|rotations?|temporar(?:y|ily)|permanent(?:ly)?|assigned|includ\w+|exclud\w+|counting|combat|special|"
    r"trainers?|advis[eo]rs?|civilians?|total|overall|altogether|categories|cap|ceiling|limit|authori[sz]ed|on paper|reserv\w+|only|alone)\b",
    re.I,
)
"""Words by which a sentence tells that not everybody is counted, or others as well."""
NAMES = {
    "measure": "one is a ceiling, the other a strength",
    "part": "one is of a part of the place",
    "goods": "they are not told of the same goods",
    "what": "they are not told of the same forces",
}


def cause_of(one: Measure, other: Measure, near: Near) -> Found | None:
    """Why these two numbers differ, ``one`` known no later than ``other``; ``None`` where they do not, or may be of two things.

    ``near`` are all numbers of the same subject, by the number. What differs in scope is never called a contradiction.
    """
    if one.fact == other.fact or not _of_one_thing(one, other) or one.band.is_as(other.band):
        return None
    scope = scope_between(one, other, near)
    if one.band.takes_in(other.band):
        return None if scope and "measure" in scope[0] else _rounding(one, other)
    if scope and scope[0] in ("measure", "part"):
        return (Cause.SCOPE, scope[1]) if _is_too_much(one, other) else None
    if not one.is_level and one.reports & other.reports and not _sources_part(one, other):
        return None  # one report that gives two numbers of what happened tells of two things
    if scope:
        return (Cause.SCOPE, scope[1])
    if _rounds_to(one, other):
        return (Cause.ROUNDING, "one is the other, rounded")
    return _by_time(one, other, near)


def scope_between(one: Measure, other: Measure, near: Near) -> tuple[str, str] | None:
    """In what the two do not count the same, and how to say it; given on one side alone, it may be so."""
    for name, words in NAMES.items():
        mine, theirs = one.counts.get(name), other.counts.get(name)
        if mine != theirs:
            return (name, words)
    mine, theirs = _counting(one, near), _counting(other, near)
    if mine != theirs:
        quoted = [" and ".join(f"“{words}”" for words in sorted(given)) for given in (mine, theirs) if given]
        if len(quoted) == 1:
            return ("counting", f"only one says what it counts: {quoted[0]}")
        return ("counting", f"they count different things: {quoted[0]}, and {quoted[1]}")
    if one.counts.get("register") != other.counts.get("register"):
        return ("register", "one comes from a table or register with its own rule of counting, the other does not")
    return None


def _counting(measure: Measure, near: Near) -> frozenset[str]:
    """What a number counts; where its report does not say, what others say who give the very same number at the time."""
    own = measure.counts.get("counting", frozenset())
    if own or not measure.is_level or not measure.band.exact:
        return own
    same = (other for other in near.get(measure.band, ()) if _apart(measure, other) <= QUARTER)
    return frozenset().union(*(other.counts.get("counting", frozenset()) for other in same))


def _of_one_thing(one: Measure, other: Measure) -> bool:
    """Whether two numbers of one subject may be of the same thing: what happened is told by its day, levels by near ones."""
    if any(other.fixed.get(arg, names) != names for arg, names in one.fixed.items()):
        return False
    if one.is_level:
        return _apart(one, other) <= QUARTER
    if one.dated and other.dated:
        return _apart(one, other) == timedelta(0)
    return _apart(one, other) <= FEW


def _apart(one: Measure, other: Measure) -> timedelta:
    """How many days lie between the days of the two; none where they touch."""
    return max(one.first - other.last, other.first - one.last, timedelta(0))


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


def _is_too_much(one: Measure, other: Measure) -> bool:
    """Whether a strength lies above the ceiling, or a part above the whole; all else can hold together."""
    for less, more in ((one, other), (other, one)):
        if less.counts.get("measure") != more.counts.get("measure"):
            if "cap" in more.counts.get("measure", ()):
                return less.band.low > more.band.high
        elif _is_part(less) and not _is_part(more):
            return less.band.low > more.band.high
    return False


def _is_part(measure: Measure) -> bool:
    return any(" " in name for name in measure.counts.get("part", ()))


def _sources_part(one: Measure, other: Measure) -> bool:
    return bool(one.sources and other.sources and not one.sources & other.sources)


def _by_time(one: Measure, other: Measure, near: Near) -> Found | None:
    """Two numbers that count the same: told apart by their days, by who told when, or not at all."""
    if (repeated := _repeated(one, other, near)) is not None:
        return repeated
    if one.dated and other.dated and not _is_one_day(one, other):
        if one.is_level:
            return (Cause.DAY, f"one is of {_span_words(one)}, the other of {_span_words(other)}")
        return (Cause.SCOPE, f"one is told of {_span_words(one)}, the other of {_span_words(other)}")
    if one.is_level and one.dated is not other.dated and _apart(one, other):
        return (Cause.DAY, f"one is of {_dated_words(one)}, the other of {_dated_words(other)}")
    fixed = (
        one.is_level and one.dated and other.dated and _is_one_day(one, other)
    )  # what held on a day does not change with later reports
    if other.known > one.known and not fixed and (one.is_level or other.known - max(one.last, one.first) <= RUNNING):
        return (Cause.NEWER, f"the number of {other.known} is later than that of {one.known}")
    if one.is_level and one.reports & other.reports:
        return (Cause.SCOPE, "one report gives both, so they are not of the same thing")
    if hints := _hints(one) ^ _hints(other):
        return (Cause.SCOPE, f"only one sentence says {', '.join(f'“{word}”' for word in sorted(hints))}")
    if one.subject and not one.is_level and _may_be_two(one, other):
        return (Cause.SCOPE, "nothing says that both are told of the same")
    return (Cause.CONTRADICTION, "same subject, same counting, same day, and no rounding explains it")


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


def _hints(measure: Measure) -> frozenset[str]:
    found = (word for entry in measure.fact.entries for word in SCOPE_WORDS.findall(entry.words))
    return frozenset(word.casefold() for word in found) if measure.is_level else frozenset()


def _dated_words(measure: Measure) -> str:
    """The days of a number; that only its report gives them, where that is so."""
    return _span_words(measure) if measure.dated else f"{_span_words(measure)} (the day of its report)"


def _span_words(measure: Measure) -> str:
    first, last = measure.first.isoformat(), measure.last.isoformat()
    return first if first == last else f"{first} to {last}"
