"""What the words of a claim say of a promise: that it was given up, only meant, or moved."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.ledger.extents import is_called_off
from onrecord.lexicon.words import word_set
from onrecord.model import Claim, Entry

WORD = re.compile(r"[^\W\d_]+|'ll|n't")


def is_dropped(claim: Claim, words: str) -> bool:
    """Whether the words that deny a claim say that a plan was given up: "cancelled", "called off", "will not"."""
    if is_called_off(claim, words):
        return True
    before, word, after = _denying(claim, words)
    if word in word_set("promises", "words_dropped"):
        return True
    if word in word_set("promises", "words_called"):
        return "off" in after[:4]
    if word == "no":
        return after[:1] == ["longer"]
    return word in ("not", "n't") and bool(before) and before[-1] in word_set("promises", "words_would")


def is_meant(entry: Entry) -> bool:
    """Whether what is denied is an intention ("does not plan to", "has no plan to"), which is not to say that it was not done."""
    _, _, after = _denying(entry.claim, entry.words)
    return not (word_set("status", "verbs_plan") | word_set("status", "nouns_plan")).isdisjoint(after[:3])


def says_moved(words: str) -> bool:
    """Whether a sentence has a word of moving a date: "postponed", "put off".

    >>> says_moved("The pullout was put off until May."), says_moved("The pullout will end in May.")
    (True, False)
    """
    found = WORD.findall(words.lower())
    pushed, beyond = word_set("promises", "words_pushed"), word_set("promises", "words_beyond")
    pairs = pairwise(found)
    return not word_set("promises", "words_moved").isdisjoint(found) or any(a in pushed and b in beyond for a, b in pairs)


def _denying(claim: Claim, words: str) -> tuple[list[str], str, list[str]]:
    """The words before, at and after those that decided the status of a claim, in lower case; empty where nobody noted them."""
    span, shift = claim.spans.get("status"), claim.evidence.begin
    if span is None or not claim.evidence.covers(span):
        return ([], "", [])
    begin, end = span.begin - shift, span.end - shift
    words = words.lower()
    return (WORD.findall(words[:begin]), words[begin:end], WORD.findall(words[end:]))
