"""Whether a sentence may give a person an office, by its words alone: "spokesman Wayne Marotto", "Ann Holm, the mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.claims.office_phrases import BE, RANKS
from onrecord.claims.word_marks import Kept
from onrecord.finders.names.line import NOT_IN_NAMES
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set

TOKEN = re.compile(r"[^\W\d_][\w’'-]*\.?|[,(;:—–]|[.!?](?=\s)")
ARTICLED = re.compile(r"(?:al|el|ul|ben|bin)-[A-Z]")
"""A name with its article: "al-Suleiman"."""
NEAR = 8
"""Words between a name and an office beside which it stands."""
OWNERS = 4
"""Words before an office that say what it is of."""
LINKS = frozenset("of for to at in".split())
PAUSES = frozenset(", ( — – : ;".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """An office and the last word of the name by it, with the other capitalised words around: what it is of."""

    office: str
    surname: str
    of: frozenset[str]


def has_office_by_name(sentence: str) -> bool:
    """Whether a name stands by an office: behind it and what it is of, or before it with a comma, bracket or verb of being between.

    >>> has_office_by_name("Secretary of State Mike Pompeo spoke."), has_office_by_name("In Iraq, the president spoke.")
    (True, False)
    """
    return next(holders(sentence), None) is not None


class Offices:
    """The offices that a report has given by a name so far: who has been called the president of Chad twice is told once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def has_new(self, sentence: str) -> bool:
        """Whether a sentence gives somebody an office, or what it is of, that none before it gave."""
        new = [holder for holder in holders(sentence) if self._is_new(holder)]
        return bool(new)

    def _is_new(self, holder: Holder) -> bool:
        key = (holder.office, holder.surname)
        known = self._known.get(key)
        self._known[key] = holder.of | (known or frozenset())
        return known is None or not holder.of <= known


def holders(sentence: str) -> Iterator[Holder]:
    """Each office in a sentence with a name by it."""
    words = [_word(token) for token in TOKEN.findall(sentence)]
    for i, word in enumerate(words):
        if not word.is_office:
            continue
        for first in (_name_after(words, i), _name_before(words, i)):
            if first is None:
                continue
            last = first
            while first > i and last + 1 < len(words) and words[last + 1].may_be_name:
                last += 1
            around = (*words[max(0, i - OWNERS) : i], *words[i + 1 : first], *words[last + 1 : last + 1 + NEAR])
            yield Holder(word.bare.removesuffix("s"), words[last].bare, frozenset(w.bare for w in around if w.is_capital))


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a mark, of a sentence: as it stands, in small letters, and what it may be."""

    token: str
    bare: str
    is_office: bool
    is_capital: bool
    may_be_name: bool


def names_an_office(words: Iterable[str]) -> bool:
    """Whether a word of a sentence is one for an office, without which nobody has one in it."""
    return any(map(_offices().__getitem__, words))


@cache
def _offices() -> Kept[bool]:
    return Kept(lambda word: _word(word).is_office)


@lru_cache(maxsize=50_000)
def _word(token: str) -> Word:
    low = token.lower().rstrip(".'’")
    bare = low[:-2] if low.endswith(("'s", "’s")) else low
    offices = word_set("offices", "nouns_office")
    is_office = bare in offices or ("-" in bare and not offices.isdisjoint(bare.split("-")))
    is_capital = token[0].isupper() or ARTICLED.match(token) is not None
    return Word(token, bare, is_office, is_capital, is_capital and bare not in _no_surnames())


def _name_after(words: list[Word], i: int) -> int | None:
    """Where the name begins behind ranks and other offices, or, of two words at least, behind what the office is of."""
    j = i + 1
    while j < len(words) and (words[j].bare in RANKS or words[j].is_office or words[j].token == ","):
        j += 1
    if j >= len(words) or words[j].may_be_name:
        return j if j < len(words) else None
    if words[j].bare not in LINKS:
        return None
    return next((k for k in range(j, min(len(words), j + NEAR) - 1) if words[k].may_be_name and words[k + 1].may_be_name), None)


def _name_before(words: list[Word], i: int) -> int | None:
    """Where a name ends before a comma, a bracket or a verb of being."""
    found = (
        k - 1
        for k in range(max(1, i - 1 - NEAR), i)
        if words[k - 1].may_be_name and (words[k].token in PAUSES or words[k].bare in BE or words[k].bare == "who")
    )
    return next(found, None)


@cache
def _no_surnames() -> frozenset[str]:
    """Capitalised words by which no person goes: days, months, states and their adjectives."""
    listed = (entry for entries in name_index().by_key.values() for entry in entries)
    states = (entry.form.lower() for entry in listed if entry.name.type in ("state", "country"))
    return NOT_IN_NAMES | frozenset(form for form in states if " " not in form)
