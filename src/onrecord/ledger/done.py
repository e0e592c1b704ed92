"""What a later claim of something done, or of a level, says of a promise: met, met late, or missed."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from datetime import date, timedelta

from onrecord.ledger.clock import days_of, days_of_report, known_since
from onrecord.ledger.keys import fold
from onrecord.ledger.one_sided import is_one_of_several, names_one
from onrecord.ledger.pact_subjects import about_other
from onrecord.ledger.targets import BARE, COUNTED_BY, LEVEL, acts, aims, equal, is_same, leaves_none, target, targets
from onrecord.ledger.verdicts import YEAR, Terms, Verdict, is_later, later_by, within
from onrecord.lexicon.words import word_set
from onrecord.model import Claim, CommitmentState, Entry, Fact, Kind, Quantity, Status

ROUNDING = 0.1
"""Levels that differ by no more than this part may be one number, rounded."""
SOON = timedelta(days=92)
"""How long after the due day a level still tells whether it was reached; later ones may be another story."""
MUCH = 2
"""So many times what was promised may be more than was promised; what is larger may be of another promise."""
YEAR_IN_WORDS = re.compile(r"\b(?:19|20)\d\d\b")
WORD = re.compile(r"[^\W\d_]+")


def done(entry: Entry, telling: Fact, terms: Terms, *, only: Callable[[], bool]) -> Verdict | None:
    """What something done, or a level, says of the promise that a fact tells; ``only`` where no other promise is like it."""
    claim, promised = entry.claim, telling.claim
    if not is_same(claim, promised) or about_other(entry, telling):
        return None
    if is_one_of_several(claim, entry.words) and not names_one(promised):
        return None
    reached, wanted = acts(claim, entry.words), set(aims(promised, telling.words))
    if _aims_alike(claim, promised) or (leaves_none(reached) and leaves_none(wanted)):
        return kept(entry, terms)
    if _is_bare_act(entry, reached, wanted, terms):
        return kept(entry, terms)
    if _is_all_of_it(reached, promised) or _is_more(entry, promised, terms, only):
        verdict = kept(entry, terms)
        return verdict if verdict is not None and verdict.in_time else None
    if _is_only_less(entry, promised, terms):
        return Verdict(CommitmentState.MISSED)
    return contradicted(entry, telling, terms)


def kept(entry: Entry, terms: Terms) -> Verdict | None:
    """Whether a claim of the same thing done says that the promise was kept. Late is what the words date after the due day."""
    if not is_later(entry, terms):
        return None
    due, days = terms.due_day, days_of(entry.claim.time)
    if due is None:
        return Verdict(CommitmentState.MET)
    if days.first and days.first > due.isoformat() and entry.claim.kind is not Kind.FORCE_LEVEL:
        return Verdict(CommitmentState.MET_LATE)
    done_by = days.last or (known_since(entry.report) if entry.report.published else None)
    return Verdict(CommitmentState.MET, in_time=done_by is not None and done_by <= due.isoformat())


def contradicted(entry: Entry, telling: Fact, terms: Terms) -> Verdict | None:
    """Whether a level that is stated for a day after the due day shows that the promised one was not reached by then."""
    due, claim, promised = terms.due_day, entry.claim, telling.claim
    aim = next((aim for aim in aims(promised, telling.words) if aim[0] == LEVEL), None)
    stated, first = _stated(claim), day_of_level(entry)
    if due is None or aim is None or stated is None or aim[:3] != stated[:3] or first is None:
        return None
    if not due < date.fromisoformat(first) <= later_by(due, SOON):
        return None
    if not is_same(claim, promised) or not equal(("site", "counting"), claim, promised) or not is_later(entry, terms):
        return None
    return Verdict(CommitmentState.MISSED) if _is_short_of(claim.quantity, aim[3], promised.arg("direction")) else None


def day_of_level(entry: Entry) -> str | None:
    """The first day for which a level is stated: by the text, or that of the report where the words speak of what is now.

    "has 590 troops there" is of the day of the report; "had 590 troops there", or any word of another time, is not.
    """
    claim = entry.claim
    days = days_of(claim.time)
    if days.first or claim.time is not None or claim.kind is not Kind.FORCE_LEVEL or claim.status is not Status.ACTUAL:
        return days.first
    words = {word.lower() for word in WORD.findall(entry.words)}
    now = not words.isdisjoint(word_set("promises", "words_now")) and words.isdisjoint(word_set("promises", "words_then"))
    return days_of_report(entry.report.published).first if now and not YEAR_IN_WORDS.search(entry.words) else None


def is_short(claim: Claim, promised: Claim) -> bool:
    """Whether less was done than was promised of the same thing."""
    done, wanted = _amounts(claim, promised)
    return done is not None and wanted is not None and done < wanted


def _aims_alike(claim: Claim, promised: Claim) -> bool:
    """Whether the most telling target of one is among those of the other: "by 500" of "from 3,000 to 2,500"."""
    return target(promised) in set(targets(claim)) or target(claim) in set(targets(promised))


def _is_bare_act(entry: Entry, reached: set[tuple[Hashable, ...]], wanted: set[tuple[Hashable, ...]], terms: Terms) -> bool:
    """Whether forces that were to go or come, no matter how many, did so on a day that is told, within a year."""
    bare = next((aim for aim in wanted if aim[0] == BARE), None)
    if bare is None or leaves_none(wanted) or not within(entry, terms.due_day or terms.known, YEAR):
        return False
    return bare in reached and (leaves_none(reached) or days_of(entry.claim.time).first is not None)


def _is_all_of_it(reached: set[tuple[Hashable, ...]], promised: Claim) -> bool:
    """Whether all have gone, of whom so many were to go."""
    quantity = promised.quantity
    return (
        promised.kind is Kind.FORCE_CHANGE
        and promised.arg("direction") == "decrease"
        and quantity is not None
        and quantity.delta is not None
        and leaves_none(reached)
    )


def _is_more(entry: Entry, promised: Claim, terms: Terms, only: Callable[[], bool]) -> bool:
    """Whether somewhat more was done than was promised, on days after the promise, and no other promise may be meant."""
    done, wanted = _amounts(entry.claim, promised)
    if done is None or wanted is None or not wanted < done <= MUCH * wanted:
        return False
    first = days_of(entry.claim.time).first
    return first is not None and (terms.made[0] is None or first >= terms.made[0]) and only()


def _is_only_less(entry: Entry, promised: Claim, terms: Terms) -> bool:
    """Whether by the words less than was promised is all that was done by a day after the due day: "has sent only 10 of them"."""
    due, claim = terms.due_day, entry.claim
    if due is None or claim.time is not None or not is_short(claim, promised) or not is_later(entry, terms):
        return False
    return says_only(entry.words) and date.fromisoformat(known_since(entry.report)) > due and within(entry, due, SOON)


def says_only(words: str) -> bool:
    """Whether a sentence says that this is all that has been done so far.

    >>> says_only("It has now sent only 10 of them."), says_only("It sent 10 of them.")
    (True, False)
    """
    found = {word.lower() for word in WORD.findall(words)}
    return not found.isdisjoint(word_set("promises", "words_only")) and not found.isdisjoint(word_set("promises", "words_now"))


def _amounts(claim: Claim, promised: Claim) -> tuple[float | None, float | None]:
    """How much was done and promised of one countable thing: forces that move one way, or goods. Money is none."""
    mine, theirs = claim.quantity, promised.quantity
    if claim.kind is not promised.kind or mine is None or theirs is None or mine.unit != theirs.unit:
        return (None, None)
    if claim.kind is Kind.FORCE_CHANGE and equal(COUNTED_BY[claim.kind], claim, promised):
        return (mine.delta, theirs.delta)
    if claim.kind is Kind.ASSISTANCE and equal(COUNTED_BY[claim.kind], claim, promised) and mine.unit:
        counted = fold(mine.unit) in fold(claim.arg("goods") or "")
        return (mine.value, theirs.value) if counted else (None, None)
    return (None, None)


def _stated(claim: Claim) -> tuple[Hashable, ...] | None:
    """The level that a claim states, as a target; one within bounds by the bound that is given."""
    quantity = claim.quantity
    if quantity is None or claim.kind is not Kind.FORCE_LEVEL:
        return target(claim)
    number = next((one for one in (quantity.value, quantity.low, quantity.high) if one is not None), None)
    return (LEVEL, quantity.unit, claim.arg("measure") or "strength", number)


def _is_short_of(stated: Quantity | None, aim: Hashable, way: str | None) -> bool:
    """Whether a level lies on the wrong side of the one that was promised, by more than rounding."""
    if stated is None or not isinstance(aim, int | float):
        return False
    exact = stated.value if stated.value is not None else stated.to
    low, high = (exact, exact) if exact is not None else (stated.low, stated.high)
    above = low is not None and low > aim + ROUNDING * aim
    below = high is not None and high < aim - ROUNDING * aim
    return above if way == "decrease" else below if way == "increase" else above or below
