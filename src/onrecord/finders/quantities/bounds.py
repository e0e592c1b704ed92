"""The words that bound a number: "at least", "up to", "nearly", "another", before it; "or so", "or more" after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.finders.quantities.measures import TIME_UNITS
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import bound_signs, words_of

WORD = re.compile(r"\S+")
OPENING = "([{\"'“‘«"
AFTER = re.compile(r"\s+or\s+(so|more|greater|less|fewer)\b|(\+(?!\w)|[-\s]plus\b)|\s+(at least|at most)\b", re.IGNORECASE)
AFTER_SIGNS = {
    "so": "~",
    "more": ">",
    "greater": ">",
    "less": "<",
    "fewer": "<",
    "+": ">",
    "plus": ">",
    "at least": ">",
    "at most": "<",
}
GLUED = {"~": "~", "≈": "~", "∼": "~", "<": "<", "≤": "<", ">": ">", "≥": ">", "+": "="}
STRENGTH = {"=": 0, "~": 1, "<": 2, ">": 2}
LASTING = frozenset(["for", "in", "of", "lasted", "lasting", "took", "well", "just", "taken", "takes", "spanning"])
TAKING = frozenset(["take", "takes", "took", "taken", "taking", "hand", "hands", "handed", "turn", "turned"])
MAX_PHRASES = 4
MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words before a number say: where they begin, their sign, whether the number comes on top of another."""

    begin: int
    sign: str = "="
    adds: bool = False

    def stronger(self, sign: str) -> str:
        """The sign of the two that says more: a limit before an approximation before nothing."""
        return sign if STRENGTH[sign] > STRENGTH[self.sign] else self.sign


@cache
def _additions() -> frozenset[str]:
    return words_of("addition", "before")


def bound_before(reading: Reading, begin: int, unit: str | None) -> Bound:
    """The bound whose words end where ``begin`` is, nearest first, at most four phrases."""
    bound = Bound(begin)
    for _ in range(MAX_PHRASES):
        found = _glued(reading, bound) or _phrase(reading, bound, unit)
        if found is None:
            break
        bound = found
    return bound


def _glued(reading: Reading, bound: Bound) -> Bound | None:
    """ "~40", ">5": a sign right before the number."""
    stripped = reading.before(bound.begin, 3).rstrip()
    if not stripped or stripped[-1] not in GLUED:
        return None
    at = bound.begin - len(reading.before(bound.begin, 3)) + len(stripped) - 1
    return Bound(at, bound.stronger(GLUED[stripped[-1]]), bound.adds)


def _phrase(reading: Reading, bound: Bound, unit: str | None) -> Bound | None:
    """The longest phrase of the lexicon that ends before the bound so far."""
    window = reading.before(bound.begin)
    if not window or not window[-1].isspace():
        return None
    offset = bound.begin - len(window)
    words = list(WORD.finditer(window))[-MAX_WORDS:]
    for first, word in enumerate(words):
        bare = word[0].lstrip(OPENING)
        phrase = " ".join([bare, *(later[0] for later in words[first + 1 :])]).casefold()
        begin = offset + word.end() - len(bare)
        if phrase in _additions():
            return Bound(begin, bound.sign, True)
        sign = bound_signs().get(phrase)
        if sign is not None and not (phrase == "over" and _is_stretch(words, first, unit)):
            return Bound(begin, bound.stronger(sign), bound.adds)
    return None


def _is_stretch(words: list[re.Match[str]], at: int, unit: str | None) -> bool:
    """Whether "over 18 months" says when and not how long: it does unless "for", "lasted", "well" … stand before it; in
    "took over about 20 villages" it belongs to the verb."""
    if at > 0 and words[at - 1][0].casefold() in TAKING:
        return True
    return unit in TIME_UNITS and not (at > 0 and words[at - 1][0].casefold() in LASTING)


def bound_after(reading: Reading, end: int) -> tuple[str, int] | None:
    """The sign of "or so", "or more", "+" at ``end``, and where those words end."""
    match = AFTER.match(reading.text, end)
    return (AFTER_SIGNS[(match[1] or match[2] or match[3]).strip("- ").casefold()], match.end()) if match else None
