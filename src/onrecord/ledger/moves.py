"""What a newer plan says of an older promise: that its day or its target was moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from datetime import date, timedelta

from onrecord.ledger.clock import known_since
from onrecord.ledger.done import ROUNDING
from onrecord.ledger.promise_words import says_moved
from onrecord.ledger.promises import due_of, numbers_of, same_parties
from onrecord.ledger.same import same_date
from onrecord.ledger.targets import BARE, FORCES, LEVEL, acts_alike, aims, equal, is_same, leaves_none, same_way, target
from onrecord.ledger.verdicts import YEAR, Terms, Verdict, later_by, made_between
from onrecord.lexicon.words import word_set
from onrecord.model import Claim, CommitmentState, Fact, Kind, Stage, Status, last_day

ECHO = timedelta(days=7)
"""Within these days of the first report another date or number may be a slip, not a change of plan."""
WORD = re.compile(r"[^\W\d_]+")


def moved(fact: Fact, telling: Fact, terms: Terms, *, only: Callable[[], bool]) -> Verdict | None:
    """Whether a newer promise of the same act moves this one: the same target by another day, or another one by the same day.

    Where the words say that a date was moved, and no other promise is like it (``only``), the number may be put in other terms.
    So many soldiers that leave by another day are the same only where no word makes them further ones.
    """
    promised = telling.claim
    if due_of(fact) is None and terms.due is None:
        return Verdict(CommitmentState.CHANGED) if _keeps_another_level(fact, promised, terms) else None
    newer = due_of(fact)
    day = last_day(newer) if newer else None
    if day is None or newer is None or terms.due is None or not _is_newer_plan(fact, promised, terms, day):
        return None
    said = says_moved(fact.words)
    if not said and date.fromisoformat(known_since(fact.report)) <= later_by(terms.known, ECHO):
        return None
    if same_date(newer, terms.due):
        return Verdict(CommitmentState.CHANGED) if _aims_elsewhere(fact.claim, promised) else None
    aim, new = target(promised), target(fact.claim)
    same = aim is not None and aim == new and (said or aim[0] in (LEVEL, Kind.SITE))
    common = set(aims(fact.claim, fact.words)) & set(aims(promised, telling.words))
    again = not says_further(fact.words) and (leaves_none(common) or (_are_counted(common) and only()))
    other_terms = said and (aim is None or new is None or aim[0] != new[0]) and only()
    return Verdict(CommitmentState.CHANGED) if same or again or other_terms else None


def says_further(words: str) -> bool:
    """Whether a sentence speaks of something that comes on top: "another 500", "500 more".

    >>> says_further("It will send another 500."), says_further("It will send 500.")
    (True, False)
    """
    return not word_set("promises", "words_further").isdisjoint(WORD.findall(words.lower()))


def _are_counted(common: set[tuple[Hashable, ...]]) -> bool:
    """Whether what two plans have in common is forces that leave, so many or any; who sends the same again sends others."""
    return any(aim[0] == "change" and aim[2] == "decrease" for aim in common) or any(
        aim[:2] == (BARE, "decrease") for aim in common
    )


def _keeps_another_level(fact: Fact, promised: Claim, terms: Terms) -> bool:
    """Whether somebody who was to keep so many somewhere is later said to keep another number, where neither has an end."""
    if fact.claim.kind is not Kind.FORCE_LEVEL or promised.kind is not Kind.FORCE_LEVEL:
        return False
    known = date.fromisoformat(known_since(fact.report))
    newer = _is_newer(fact, terms) and known <= later_by(terms.known, YEAR)
    return newer and _is_of_the_same(fact.claim, promised) and _aims_elsewhere(fact.claim, promised)


def _aims_elsewhere(claim: Claim, promised: Claim) -> bool:
    """Whether a plan is to reach another level of the same thing, which is no further step and not the same number rounded."""
    aim, new = target(promised), target(claim)
    if aim is None or new is None or aim[0] != LEVEL or aim[:3] != new[:3] or _is_next_step(claim, promised):
        return False
    return not _is_near(aim[3], new[3])


def _is_newer_plan(fact: Fact, promised: Claim, terms: Terms, day: date) -> bool:
    """Whether a fact is a plan for the same act, made after the promise, still ahead when it was told, and no less firm."""
    known = date.fromisoformat(known_since(fact.report))
    due = terms.due_day
    if due is None or known > later_by(due, YEAR) or day < known or not _is_newer(fact, terms):
        return False
    return _is_of_the_same(fact.claim, promised)


def _is_newer(fact: Fact, terms: Terms) -> bool:
    """Whether a fact is known later than the promise, and was not announced before it."""
    first, _ = made_between(fact)
    return date.fromisoformat(known_since(fact.report)) > terms.known and first is not None and first > terms.made[1]


def _is_of_the_same(claim: Claim, promised: Claim) -> bool:
    """Whether a plan is for the same act of the same, and no less firm."""
    firm = claim.status is Status.PLANNED or promised.status is Status.CONDITIONAL
    if not firm or (claim.stage is Stage.PROPOSED and promised.stage is not Stage.PROPOSED):
        return False
    same = same_parties(claim, promised, loose=False) and acts_alike(claim, promised)
    if claim.kind not in FORCES:
        return same and claim.kind is not Kind.AGREEMENT and is_same(claim, promised)
    return same and same_way(claim, promised) and equal(("site", "counting"), claim, promised)


def _is_next_step(claim: Claim, promised: Claim) -> bool:
    """Whether a plan begins where the promise ends: "from 3,000 to 2,500" after "from 5,200 to 3,000"."""
    return numbers_of(claim)[0] is not None and numbers_of(claim)[0] == numbers_of(promised)[1]


def _is_near(one: Hashable, other: Hashable) -> bool:
    numbers = [number for number in (one, other) if isinstance(number, int | float)]
    return len(numbers) == 2 and abs(numbers[0] - numbers[1]) <= ROUNDING * max(map(abs, numbers))
