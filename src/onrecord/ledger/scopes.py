"""Whether two numbers count the same: by what they say they count, by their measure, by the place, and by who counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from onrecord.ledger.measures import Band, Measure, apart
from onrecord.ledger.wordings import any_of
from onrecord.lexicon.words import phrases

Near = Mapping[Band, Sequence[Measure]]
QUARTER = timedelta(days=92)
"""Levels of days that lie further apart are no dispute: much may have changed."""
HINTS = re.compile(any_of(phrases("counts", "hints")), re.I)
NAMES = {
    "measure": "one is a ceiling, the other a strength",
    "part": "one is of a part of the place",
    "goods": "they are not told of the same goods",
    "what": "they are not told of the same forces",
}


def scope_between(one: Measure, other: Measure, near: Near) -> tuple[str, str] | None:
    """In what the two do not count the same, and how to say it; given on one side alone, it may be so."""
    for name, words in NAMES.items():
        mine, theirs = one.counts.get(name), other.counts.get(name)
        if mine != theirs:
            return (name, words)
    for counting in (_counting, partial(_counting_of_others, near=near)):
        mine, theirs = counting(one), counting(other)
        if mine != theirs:
            return ("counting", _counting_words(mine, theirs))
    if one.counts.get("register") != other.counts.get("register"):
        return ("register", "one comes from a table or register with its own rule of counting, the other does not")
    return None


def count_otherwise(one: Measure, other: Measure) -> bool:
    """Whether both say by themselves that they count different things, so that both may be right whatever is said of either."""
    if any(one.counts.get(name) != other.counts.get(name) for name in NAMES):
        return True
    mine, theirs = one.counts.get("counting"), other.counts.get("counting")
    return mine is not None and theirs is not None and mine != theirs


def hint_between(one: Measure, other: Measure) -> str | None:
    """The words in the sentence of one level alone by which it may count others: "total", "on paper"."""
    hints = _hints(one) ^ _hints(other)
    return f"only one sentence says {', '.join(f'“{word}”' for word in sorted(hints))}" if hints else None


def is_too_much(one: Measure, other: Measure) -> bool:
    """Whether a strength lies above the ceiling, or a part above the whole; all else can hold together."""
    for less, more in ((one, other), (other, one)):
        if less.counts.get("measure") != more.counts.get("measure"):
            if "cap" in more.counts.get("measure", ()):
                return less.band.low > more.band.high
        elif _is_part(less) and not _is_part(more):
            return less.band.low > more.band.high
    return False


def _counting(measure: Measure) -> frozenset[str]:
    return measure.counts.get("counting", frozenset())


def _counting_of_others(measure: Measure, *, near: Near) -> frozenset[str]:
    """What a number counts; where its report does not say, what others say who give the very same number at the time."""
    own = _counting(measure)
    if own or not measure.is_level or not measure.band.exact:
        return own
    same = (other for other in near.get(measure.band, ()) if apart(measure, other) <= QUARTER)
    return frozenset().union(*(_counting(other) for other in same))


def _counting_words(mine: frozenset[str], theirs: frozenset[str]) -> str:
    quoted = [" and ".join(f"“{words}”" for words in sorted(given)) for given in (mine, theirs) if given]
    if len(quoted) == 1:
        return f"only one says what it counts: {quoted[0]}"
    return f"they count different things: {quoted[0]}, and {quoted[1]}"


def _is_part(measure: Measure) -> bool:
    return any(" " in name for name in measure.counts.get("part", ()))


def _hints(measure: Measure) -> frozenset[str]:
    found = (word for entry in measure.fact.entries for word in HINTS.findall(entry.words))
    return frozenset(word.casefold() for word in found) if measure.is_level else frozenset()
