"""Which sentences are read only for what others point back to: the one before a pronoun, the one that gives a name in full or for short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.lexicon.words import word_set

POINTING = frozenset("he she it they its his her their".split())
OPENING = 4
"""How many words into a sentence a pronoun has its noun before the sentence."""
WORD = re.compile(r"[^\W\d_][\w’'-]*")
SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z-]{1,11})\)")
NAME = r"(?:[A-Z][\w’-]+|[A-Z]\.|al-[A-Z]\w+)"
FULL_NAME = re.compile(rf"{NAME}(?: (?:{NAME}|bin|de|van|von|der))+")
SHORTEST = 3
"""Letters of the shortest surname."""


def antecedents(sentences: Sequence[str], chosen: Sequence[bool]) -> Iterator[int]:
    """The numbers of sentences that were not chosen, and that chosen ones point back to: "Ann Holm, 60, is a lawyer. She heads the
    court", "the United Forces (UF) … the UF attacked", "Ann Holm sang. Holm heads the court"."""
    words = [WORD.findall(sentence) if is_chosen else [] for sentence, is_chosen in zip(sentences, chosen, strict=True)]
    later, told = _alone_later(words), set[str]()
    for i, (sentence, is_chosen) in enumerate(zip(sentences, chosen, strict=True)):
        if is_chosen:
            told.update(words[i])
        elif _points_back(words[i + 1 : i + 2]) or not later[i].isdisjoint(_given_in_full(sentence) - told):
            told.update(_given_in_full(sentence))
            yield i


def _points_back(following: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence opens with a pronoun, or with "the group", "the mission"."""
    bodies = word_set("people", "nouns_organization")
    for words in following:
        opening = [word.lower() for word in words[:OPENING]]
        if not POINTING.isdisjoint(opening) or (opening[:1] == ["the"] and not bodies.isdisjoint(opening[1:2])):
            return True
    return False


def _given_in_full(sentence: str) -> set[str]:
    """Surnames and short forms that a sentence gives with the names that they are of."""
    surnames = {name.split()[-1].removesuffix("’s") for name in FULL_NAME.findall(sentence)}
    return {name for name in surnames if len(name) >= SHORTEST} | set(SHORT_FORM.findall(sentence))


def _alone_later(words: Sequence[Sequence[str]]) -> list[set[str]]:
    """For each sentence the capitalised words of the chosen ones behind it that do not follow another such word."""
    rows: list[set[str]] = [set() for _ in words]
    for i in range(len(words) - 2, -1, -1):
        rows[i] = rows[i + 1] | set(_alone(words[i + 1])) if words[i + 1] else rows[i + 1]
    return rows


def _alone(words: Sequence[str]) -> Iterator[str]:
    was_capital = False
    for word in words:
        is_capital = word[0].isupper()
        if is_capital and not was_capital:
            yield word.removesuffix("'s").removesuffix("’s")
        was_capital = is_capital
