"""Agreements of which a sentence names one side alone: "Northland signed the agreement" tells of the one that was promised to two."""

from __future__ import annotations

import re

from onrecord.ledger.targets import names_of_each
from onrecord.lexicon.words import word_set
from onrecord.model import Claim, Kind

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BEFORE = 5
"""So many words before the noun may be its article."""


def names_one(claim: Claim) -> bool:
    """Whether a claim names no more than one party to an agreement."""
    return claim.kind is not Kind.AGREEMENT or len(names_of_each("parties", claim)) < 2


def is_one_of_several(claim: Claim, words: str) -> bool:
    """Whether a claim names one party to some agreement or other, by an article that brings in what was not yet spoken of: "a deal"."""
    return claim.kind is Kind.AGREEMENT and names_one(claim) and says_some(words)


def says_some(words: str) -> bool:
    """Whether the first noun for an agreement is that of some agreement, not of one that is known.

    >>> says_some("Mali signed an agreement."), says_some("Mali signed the agreement."), says_some("Mali signs peace deal")
    (True, False, False)
    """
    found = [word.lower() for word in WORD.findall(words)]
    at = next((at for at, word in enumerate(found) if word in word_set("pacts", "nouns_told")), 0)
    known, some = word_set("promises", "words_known"), word_set("promises", "words_some")
    article = next((word for word in reversed(found[max(at - BEFORE, 0) : at]) if word in known | some), None)
    return article in some
