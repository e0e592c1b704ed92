"""Whether a sentence may give a person an office, by its words alone: "spokesman Wayne Marotto", "Ann Holm, the mayor"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.claims.office_phrases import BE, RANKS
from onrecord.finders.names.line import NOT_IN_NAMES
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set

TOKEN = re.compile(r"[^\W\d_][\w’'-]*\.?|[,(;:—–]|[.!?](?=\s)")
ARTICLED = re.compile(r"(?:al|el|ul|ben|bin)-[A-Z]")
"""A name with its article: "al-Suleiman"."""
NEAR = 8
"""Words between a name and an office beside which it stands."""
LINKS = frozenset("of for to at in".split())
PAUSES = frozenset(", ( — – : ;".split())


def has_office_by_name(sentence: str) -> bool:
    """Whether a name stands by an office: behind it and what it is of, or before it with a comma, bracket or verb of being between.

    >>> has_office_by_name("Secretary of State Mike Pompeo spoke."), has_office_by_name("In Iraq, the president spoke.")
    (True, False)
    """
    tokens = TOKEN.findall(sentence)
    words = [_bare(token) for token in tokens]
    capital = [
        (token[0].isupper() or ARTICLED.match(token) is not None) and word not in _no_surnames()
        for token, word in zip(tokens, words, strict=True)
    ]
    return any(
        _name_after(tokens, words, capital, i) or _name_before(tokens, words, capital, i)
        for i, word in enumerate(words)
        if _is_office(word)
    )


def _bare(token: str) -> str:
    low = token.lower().rstrip(".'’")
    return low[:-2] if low.endswith(("'s", "’s")) else low


def _is_office(word: str) -> bool:
    offices = word_set("offices", "nouns_office")
    return word in offices or ("-" in word and not offices.isdisjoint(word.split("-")))


def _name_after(tokens: list[str], words: list[str], capital: list[bool], i: int) -> bool:
    """Behind ranks and other offices, or, of two words at least, behind what the office is of."""
    j = i + 1
    while j < len(words) and (words[j] in RANKS or _is_office(words[j]) or tokens[j] == ","):
        j += 1
    if j >= len(words):
        return False
    return capital[j] or (
        words[j] in LINKS and any(a and b for a, b in zip(capital[j:], capital[j + 1 : j + NEAR], strict=False))
    )


def _name_before(tokens: list[str], words: list[str], capital: list[bool], i: int) -> bool:
    return any(
        capital[k - 1] and (tokens[k] in PAUSES or words[k] in BE or words[k] == "who") for k in range(max(1, i - 1 - NEAR), i)
    )


@cache
def _no_surnames() -> frozenset[str]:
    """Capitalised words by which no person goes: days, months, states and their adjectives."""
    listed = (entry for entries in name_index().by_key.values() for entry in entries)
    states = (entry.form.lower() for entry in listed if entry.name.type in ("state", "country"))
    return NOT_IN_NAMES | frozenset(form for form in states if " " not in form)
