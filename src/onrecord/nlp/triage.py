"""Which sentences may make a claim: by words alone, before anything is parsed."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.triggers import load_triggers
from onrecord.lexicon.words import word_set
from onrecord.model import Kind

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[$€£]?\d[\d,.]*")
NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half""".split()
)
LARGE = re.compile(r"\d{1,3}(?:,\d{3})+[,.]?|\d{3,6}[,.]?")
STAYING = frozenset(
    """remain remains remained stay stays stayed serve serves served serving stationed deployed based posted garrisoned located assigned
    there present left number numbers numbered total totals totaled totalled stands stood manned""".split()
)
COMPANIONS = ("nouns_force", "nouns_asset", "nouns_site", "nouns_body", "nouns_people", "nouns_arms", "nouns_organization")


@cache
def _triggers() -> frozenset[str]:
    return frozenset(form for trigger in load_triggers() for form in trigger.forms())


@cache
def _companions() -> frozenset[str]:
    groups = [word_set("people", name) for name in COMPANIONS] + [
        word_set("goods", "nouns_goods"),
        word_set("goods", "nouns_money"),
        word_set("attack", "nouns_victim"),
    ]
    nouns = frozenset(form for trigger in load_triggers() if trigger.part == "noun" for form in trigger.forms())
    return frozenset().union(*groups, nouns)


def speaks_of_forces(text: str) -> bool:
    """Whether a report counts forces somewhere, so that later numbers may count them without a word for them."""
    return any(counts_forces(words) for line in text.split("\n") if (words := WORD.findall(line)))


def counts_forces(words: list[str]) -> bool:
    """Whether a number stands among the words with a noun for forces."""
    lower = {word.lower() for word in words}
    counted = any(word[0].isdigit() for word in words) or bool(lower & NUMBER_WORDS)
    return counted and bool(lower & word_set("people", "nouns_force"))


def _counts_on(words: list[str], lower: set[str]) -> bool:
    """ "Roughly 1,000 were based in the capital": a large number with a verb of being somewhere, moving or allowing."""
    large = any(LARGE.fullmatch(word) for word in words)
    return large and bool(lower & (STAYING | word_set("people", "nouns_cap") | _moving()))


@cache
def _moving() -> frozenset[str]:
    return frozenset(form for trigger in load_triggers() if trigger.kind is Kind.FORCE_CHANGE for form in trigger.forms())


def may_claim(sentence: str, *, forces: bool = False) -> bool:
    """Whether a sentence has a word that makes a claim with one that it can be about, forces with a number, or an office with a name.

    ``forces``: in a report that counts forces, a large number with a verb of staying or moving is enough.

    >>> may_claim("The United States withdrew 500 soldiers."), may_claim("The weather was fine.")
    (True, False)
    >>> may_claim("Roughly 1,000 were based there."), may_claim("Roughly 1,000 were based there.", forces=True)
    (False, True)
    """
    words = WORD.findall(sentence)
    lower = {part for word in words for part in _parts(word.lower().strip("'’"))}
    if lower & _triggers() and (lower & _companions() or any(word[0].isupper() for word in words[1:])):
        return True
    capitals = sum(word[0].isupper() for word in words)
    if lower & word_set("offices", "nouns_office") and capitals >= 2:
        return True
    if forces and _counts_on(words, lower):
        return True
    if lower & {"out", "home"} and lower & word_set("people", "nouns_force"):
        return True
    counted = any(word[0].isdigit() for word in words) or bool(lower & NUMBER_WORDS)
    return counted and bool(lower & (word_set("people", "nouns_force") | word_set("people", "nouns_asset")))


def _parts(word: str) -> tuple[str, ...]:
    """A word, and its parts where it is hyphenated."""
    return (word, *word.split("-")) if "-" in word else (word,)
