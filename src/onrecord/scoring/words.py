"""Words as names and phrases are compared by: folded, without what says nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

FILLERS = frozenset(
    ["a", "an", "and", "at", "by", "for", "her", "his", "in", "its", "of", "on", "s", "some", "the", "their", "to"]
)
DOTTED = re.compile(r"\b(?:\w\.)+")
POSSESSIVE = re.compile(r"['’]s\b|['’]")
WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, possessives, plural endings, and the little words between them.

    >>> words_of("the U.S. Army's Camps in Nínawá")
    ('us', 'army', 'camp', 'ninawa')
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    bare = DOTTED.sub(lambda found: found[0].replace(".", ""), POSSESSIVE.sub("", bare))
    return tuple(_singular(word) for word in WORD.findall(bare) if word not in FILLERS)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def likeness(one: Set[str], other: Set[str]) -> float:
    """Twice the shared words over all of both (Dice): 1 for the same words, 0 for none in common.

    >>> likeness({"training", "camp"}, {"camp"})
    0.6666666666666666
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
