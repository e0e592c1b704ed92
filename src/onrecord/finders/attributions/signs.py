"""Which sentences may hold an attribution: by words and marks alone, before anything is parsed."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.attribution import noun_cues, verb_cues
from onrecord.lexicon.words import word_set

WORD = re.compile(r"[^\W\d_]+")
MARK = re.compile(r"[“”„«»\"‘]|''|``|: ")
PHRASES = frozenset(["according", "citing", "quoting", "per", "view", "eyes", "words", "opinion"])


def may_attribute(sentence: str) -> bool:
    """Whether a sentence has a cue word, a quotation mark, or a colon behind which somebody may speak.

    >>> may_attribute("Rockets fell, police said."), may_attribute("“We stay.”"), may_attribute("It rained in Oslo.")
    (True, True, False)
    """
    return MARK.search(sentence) is not None or not _cues().isdisjoint(WORD.findall(sentence.lower()))


def is_known_cue(cue: str) -> bool:
    """Whether a cue is one of the lexicon's, or a phrase such as "according to".

    >>> is_known_cue("According to"), is_known_cue("said"), is_known_cue("provided")
    (True, True, False)
    """
    return any(word in _cues() for word in WORD.findall(cue.lower()))


@cache
def _cues() -> frozenset[str]:
    words = {part for form in (*verb_cues(), *noun_cues()) for part in form.lower().split() if len(part) > 3 or " " not in form}
    return frozenset(words) | PHRASES | word_set("speech", "signs_attitude")
