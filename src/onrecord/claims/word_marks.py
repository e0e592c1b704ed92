"""What a single word shows before anything is parsed: its small letters and parts, and whether it is a name, a number, a possessive."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from onrecord.claims.need_words import (
    ACRONYM,
    ACTOR,
    COUNT,
    KNOWN,
    LARGE,
    MONEY,
    NAME,
    NUMBER,
    POSSESSIVE,
    SITE,
    SURNAME,
    Listing,
)
from onrecord.finders.names.line import NOT_IN_NAMES

WORDS_KEPT = 50_000
WORD = re.compile(r"[^\W\d_][\w’'.-]*|[$€£]?\d[\d,.]*|[$€£¥]")
NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half""".split()
)
LARGE_WORDS = frozenset("hundred thousand".split())
LARGE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+[,.]?|\d{3,6}[,.]?")
TENS = NUMBER_WORDS - frozenset("one two three four five six seven eight nine half million".split())
SOME = re.compile(r"\d\d[,.]?")
YEAR = re.compile(r"(?:19|20)\d\d[,.]?")
ARTICLED = re.compile(r"(?:al|el|ul|ben|bin|as|ash|an|ad|ar|at|az)-[A-Z]")
"""A name with its article: "al-Shabaab"."""
OPENERS = frozenset(
    """a an the this that these those it he she they we i you there here in on at by for from to of with as after before since while
    when where if but and or so however although though because during under over about more most some all many several two three no
    not his her its their our my what who which how why according meanwhile earlier later last""".split()
)
"""What opens a sentence with a capital and is no name."""


def marks_of(word: str, listed: Listing, *, is_first: bool = False) -> frozenset[str]:
    """A word in small letters, its parts if it is hyphenated, and the marks by which ``needs`` asks for names and numbers.

    A word that opens a sentence has its capital from there: it is a name if nobody uses it otherwise, as far as the lexicon knows.
    """
    low = word.lower().strip("'’.-")
    bare = low[:-2] if low.endswith(("'s", "’s")) else low
    found = {bare, *bare.split("-")}
    capital = (word[0].isupper() or ARTICLED.match(word) is not None) and bare not in NOT_IN_NAMES
    name = capital and not (is_first and (bare in OPENERS or bare in listed.common))
    known = capital and not found.isdisjoint(listed.known)
    large = LARGE_NUMBER.fullmatch(word) is not None and YEAR.fullmatch(word) is None
    marks = {
        POSSESSIVE: bare != low or low.endswith(("s'", "s’")),
        NUMBER: word[0].isdigit() or word[-1].isdigit() or not found.isdisjoint(NUMBER_WORDS),
        COUNT: large or SOME.fullmatch(word) is not None or not found.isdisjoint(TENS),
        LARGE: large or not found.isdisjoint(LARGE_WORDS),
        NAME: name or known,
        SURNAME: name and not (listed.lands >= found),
        KNOWN: known,
        ACTOR: capital and not found.isdisjoint(listed.actors),
        SITE: capital and not found.isdisjoint(listed.sites),
        MONEY: word[0] in "$€£¥",
        ACRONYM: word[:2].isalpha() and word[:2].isupper() and len(word) > 1,
    }
    return frozenset(found).union(mark for mark, has in marks.items() if has)


T = TypeVar("T")


class Kept(dict[str, T]):
    """What words have been found to be, so many of them as are kept."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[word] = self._find(word)
        return found


def words_of(sentence: str) -> list[str]:
    """The words of a sentence, numbers and signs of money among them."""
    return WORD.findall(sentence)
