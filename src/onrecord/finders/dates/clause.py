"""Which way a date looks, told by the words in its clause: "will", "had", "said", "agreed to"."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from onrecord.finders.dates.vocabulary import any_of, words

LEFT, RIGHT = 220, 140
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"“‘'(]?[A-Z])|\n\s*\n")
SHORT = re.compile(r"(?:\b[A-Z][a-z]{0,3}|\b[A-Z]|[a-z]\.[a-z])$")
BREAK = re.compile(r"[;:—]|,|\b(?:who|which|that|after|when|since|because|as|if|while|where|before|but)\b")
# "had said that it would leave in September": ahead of the saying, before or after the day of writing.
PAST_FUTURE = re.compile(r"would\b|was\b|were\b")
LAST_WORD = re.compile(r"([\w’'.-]+)\W+$")


class Direction(Enum):
    """Where the clause looks; ``DONE`` and ``SAID`` look back, ``WEAK`` does so by an ending only."""

    FUTURE = "future"
    DONE = "done"
    SAID = "said"
    DID = "did"
    WEAK = "weak"
    NONE = "none"

    @property
    def is_past(self) -> bool:
        """Whether it looks back."""
        return self not in (Direction.FUTURE, Direction.NONE)


@cache
def _cue() -> re.Pattern[str]:
    lex = words()["cues"]
    groups = [f"(?P<{name.upper()}>{'|'.join(lex[name])})" for name in ("future", "done")]
    groups += [rf"(?P<{name.upper()}>{any_of(lex[name])})" for name in ("said", "did")]
    return re.compile(rf"\b(?:{'|'.join(groups)}|(?P<WEAK>[a-z]{{3,20}}ed))\b")


@cache
def _articles() -> frozenset[str]:
    return frozenset(words()["cues"]["articles"])


def direction(text: str, begin: int, end: int) -> Direction:
    """The direction of the clause around ``text[begin:end]``: the nearest cue before it, else the first one after.

    >>> text = "The force will hand over the base in March."
    >>> direction(text, 37, 42)
    <Direction.FUTURE: 'future'>
    """
    start = max(0, begin - LEFT)
    before = _last_sentence(text[start:begin])
    found = _nearest(before)
    if found is not Direction.NONE:
        return found
    for cue in _cue().finditer(_first_sentence(text[end : end + RIGHT])):
        return Direction[cue.lastgroup or "NONE"]
    return Direction.NONE


def _last_sentence(before: str) -> str:
    cut = 0
    for mark in SENTENCE_END.finditer(before):
        if not SHORT.search(before[max(0, mark.start() - 6) : mark.start()]):
            cut = mark.end()
    return before[cut:]


def _first_sentence(after: str) -> str:
    for mark in SENTENCE_END.finditer(after):
        if not SHORT.search(after[max(0, mark.start() - 6) : mark.start()]):
            return after[: mark.start()]
    return after


def _nearest(before: str) -> Direction:
    """The last cue of the words before; an ending ``-ed`` under "will" ("will send armed drones") does not count."""
    found = Direction.NONE
    at, had = 0, False
    for cue in _cue().finditer(before):
        kind = Direction[cue.lastgroup or "NONE"]
        had = had or cue[0].startswith("had")
        if kind is Direction.WEAK and found is not Direction.NONE:
            previous = LAST_WORD.search(before[max(0, cue.start() - 24) : cue.start()])
            adjective = previous is not None and previous.group(1).casefold() in _articles()
            if adjective or (found is Direction.FUTURE and at == cue.start()):
                continue
        seen_from_the_past = kind is Direction.FUTURE and had and PAST_FUTURE.match(cue[0])
        found, at = (Direction.NONE if seen_from_the_past else kind), cue.end()
    return found


AIM = re.compile(
    r"(?<!managed)(?<!failed)(?<!began)(?<!started)(?<!able)\s+to\s+(?!(?:the|an?|your|its|their|his|her|our|my|this|that|these|those|all|some|any|every|each|no)\b|[A-Z0-9])[a-z]{2,}"
)


def aims(text: str, begin: int) -> bool:
    """Whether an aim ("a loan to pay the debt") stands between the nearest cue and a deadline."""
    before = _last_sentence(text[max(0, begin - LEFT) : begin])
    last = 0
    for cue in _cue().finditer(before):
        last = cue.end()
    return AIM.search(before, last) is not None


def looks_ahead(text: str, begin: int) -> bool:
    """Whether any cue of the sentence before ``begin`` looks ahead."""
    before = _last_sentence(text[max(0, begin - LEFT) : begin])
    return any(cue.lastgroup == "FUTURE" for cue in _cue().finditer(before))
