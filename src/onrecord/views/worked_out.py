"""The words of levels that nobody stated: the number, the day, the sum that leads to it, and where its footnote stands."""

from __future__ import annotations

from onrecord.model import DerivedLevel, Fact
from onrecord.views.wording import bounds_words, interval_words, level_when, level_words, quantity_words, source_words

WORKED_OUT = "Worked out from a stated level and later changes (nobody stated these)"
SIGNS = {"increase": "+", "decrease": "−"}


def derived_words(level: DerivedLevel) -> str:
    """The number, marked as worked out."""
    return f"= {bounds_words(level.value, None, None, approx=level.approx)}"


def derived_when(level: DerivedLevel) -> str:
    """The day of the last change."""
    return interval_words(level.start, level.end)


def sum_words(level: DerivedLevel) -> str:
    """The sum: "5,000 (2020-03-01) − 500 personnel (2020-04-10)"."""
    return " ".join([f"{level_words(level.base)} ({level_when(level.base).rstrip('*')})", *map(change_words, level.changes)])


def change_words(fact: Fact) -> str:
    """A change with its sign."""
    quantity, time = fact.claim.quantity, fact.claim.time
    size = quantity_words(quantity).removeprefix("by ") if quantity else ""
    when = interval_words(time.start, time.end) if time else ""
    return f"{SIGNS.get(fact.claim.arg('direction') or '', '±')} {size} ({when})"


def derived_id(level: DerivedLevel) -> str:
    """The address of its footnote within a page."""
    return "-".join(["derived", *(fact.claim.id[:8] for fact in level.facts), f"{level.value:g}"])


def derived_tooltip(level: DerivedLevel) -> str:
    """What its mark says when asked."""
    said = ", ".join(dict.fromkeys(source_words(fact.report) for fact in level.facts))
    return f"{derived_words(level)}, {derived_when(level)}, worked out, stated by nobody: {sum_words(level)}. {said}"
