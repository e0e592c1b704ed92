"""Which sentences may make a claim: by words alone, before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.claims.needs import ACRONYM, LARGE, NAME, NUMBER, POSSESSIVE, Need, needs_by_word
from onrecord.claims.offices import has_office_by_name
from onrecord.lexicon.triggers import load_triggers
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

ALL_KINDS = frozenset(Kind)
NEAR = 8
"""Words to each side of a trigger among which the rules find what goes with it."""
WORD = re.compile(r"[^\W\d_][\w’'.-]*|[$€£]?\d[\d,.]*|[$€£¥]")
NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half""".split()
)
LARGE_WORDS = frozenset("hundred thousand".split())
LARGE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+[,.]?|\d{3,6}[,.]?")
YEAR = re.compile(r"(?:19|20)\d\d[,.]?")
OPENERS = frozenset(
    """a an the this that these those it he she they we i you there here in on at by for from to of with as after before since while
    when where if but and or so however although though because during under over about more most some all many several two three no
    not his her its their our my what who which how why according meanwhile earlier later last""".split()
)
"""What opens a sentence with a capital and is no name."""


def may_claim(sentence: str, *, forces: bool = False, kinds: frozenset[Kind] = ALL_KINDS) -> bool:
    """Whether a rule for one of ``kinds`` could make a claim of a sentence: it has a word that opens one with what the rule needs
    beside it, or an office by a name.

    ``forces``: in a report that counts forces, a large number or a verb of moving is enough.

    >>> may_claim("The United States withdrew 500 soldiers."), may_claim("The weather was fine.")
    (True, False)
    >>> may_claim("Roughly 1,000 were based there."), may_claim("Roughly 1,000 were based there.", forces=True)
    (False, True)
    """
    words = [marks_of(word, is_first=i == 0) for i, word in enumerate(WORD.findall(sentence))]
    needs = needs_by_word(kinds)
    for i, word in enumerate(words):
        if any(_is_met(need, words, i) for mark in word for need in needs.get(mark, ())):
            return True
    if forces and not kinds.isdisjoint((Kind.FORCE_LEVEL, Kind.FORCE_CHANGE)) and _goes_on(words):
        return True
    return Kind.ROLE in kinds and has_office_by_name(sentence)


def _is_met(need: Need, words: Sequence[frozenset[str]], i: int) -> bool:
    """Whether each part of a need is among the words around the one at ``i``."""
    near = (*words[max(0, i - NEAR) : i], *words[i + 1 : i + 1 + NEAR]) if need else ()
    return all(any(not word.isdisjoint(wanted) for word in near) for wanted in need)


def speaks_of_forces(text: str) -> bool:
    """Whether a report counts forces somewhere, so that later numbers may count them without a word for them."""
    return any(_counts_forces(WORD.findall(line)) for line in text.split("\n"))


def _counts_forces(words: list[str]) -> bool:
    """Whether a number stands among the words with a noun for forces."""
    found = _all_marks([marks_of(word) for word in words])
    return NUMBER in found and not found.isdisjoint(word_set("people", "nouns_force"))


def _goes_on(words: Sequence[frozenset[str]]) -> bool:
    """ "Roughly 1,000 were based in the capital", "it will withdraw in stages": a large number, or a verb of moving or allowing."""
    found = _all_marks(words)
    return LARGE in found or not found.isdisjoint(_going_on())


def _all_marks(words: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


@cache
def _going_on() -> frozenset[str]:
    moving = (form for trigger in load_triggers() if trigger.kind is Kind.FORCE_CHANGE for form in trigger.forms())
    return word_set("people", "nouns_cap") | frozenset(moving)


@lru_cache(maxsize=50_000)
def marks_of(word: str, *, is_first: bool = False) -> frozenset[str]:
    """A word in small letters, its parts if it is hyphenated, and the marks by which ``needs`` asks for names and numbers."""
    low = word.lower().strip("'’.-")
    bare = low[:-2] if low.endswith(("'s", "’s")) else low
    found = {bare, *bare.split("-")}
    marks = {
        POSSESSIVE: bare != low or low.endswith(("s'", "s’")),
        NUMBER: word[0].isdigit() or word[-1].isdigit() or not found.isdisjoint(NUMBER_WORDS),
        LARGE: (LARGE_NUMBER.fullmatch(word) is not None and YEAR.fullmatch(word) is None) or not found.isdisjoint(LARGE_WORDS),
        NAME: word[0].isupper() and not (is_first and bare in OPENERS),
        ACRONYM: word[:2].isalpha() and word[:2].isupper() and len(word) > 1,
    }
    return frozenset(found).union(mark for mark, has in marks.items() if has)
