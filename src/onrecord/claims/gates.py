"""Needs made ready for reading: each word of a text is looked up once, and what stands around it is a number whose bits are needs' parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from onrecord.claims.need_words import NEAR, Beside, Listing, Need, Part, listing_of
from onrecord.claims.needs import trigger_needs
from onrecord.claims.own_needs import counting_needs, going_on_needs, own_needs
from onrecord.claims.word_marks import Kept, marks_of
from onrecord.lexicon.names import Lexicon, name_index
from onrecord.model import Kind

Window = tuple[int, int]
Asked = tuple[tuple[Window, int], ...]
"""For each window around a trigger the parts of which a word has to stand in it."""
Seen = tuple[int, tuple[Asked, ...]]
"""What a word is good for: the parts that it meets, and what has to stand around it where it is a trigger."""


class Gate:
    """What lets a sentence through: a trigger with all that one of its needs asks for around it."""

    def __init__(self, needs: Iterable[Need], listing: Listing) -> None:
        self._listing = listing
        self._parts: dict[str, int] = {}
        self._needs: dict[str, dict[Asked, None]] = {}
        bits: dict[frozenset[str], int] = {}
        for trigger, *beside in needs:
            asked = _asked(beside, bits)
            for word in _words(trigger):
                self._needs.setdefault(word, {})[asked] = None
        for words, bit in bits.items():
            for word in words:
                self._parts[word] = self._parts.get(word, 0) | bit
        self._first = Kept(lambda word: self._look(word, is_first=True))
        self._other = Kept(lambda word: self._look(word, is_first=False))

    def lets_through(self, words: Sequence[str]) -> bool:
        """Whether a need is met somewhere among the words of a sentence."""
        if not words:
            return False
        seen = [self._first[words[0]], *map(self._other.__getitem__, words[1:])]
        return any(needs and _is_met(needs, seen, i) for i, (_, needs) in enumerate(seen))

    def _look(self, word: str, *, is_first: bool) -> Seen:
        marks = marks_of(word, self._listing, is_first=is_first)
        needs = dict.fromkeys(asked for mark in marks for asked in self._needs.get(mark, ()))
        return reduce(or_, (self._parts.get(mark, 0) for mark in marks)), tuple(needs)


def _is_met(needs: tuple[Asked, ...], seen: Sequence[Seen], i: int) -> bool:
    """Whether all parts of one of the needs stand around the word at ``i``, each in its window."""
    around: dict[Window, int] = {}
    for asked in needs:
        for window, parts in asked:
            there = around.get(window)
            if there is None:
                there = around[window] = _around(seen, i, *window)
            if there & parts != parts:
                break
        else:
            return True
    return False


def _around(seen: Sequence[Seen], i: int, before: int, after: int) -> int:
    there = 0
    for part, _ in (*seen[max(0, i - before) : i], *seen[i + 1 : i + 1 + after]):
        there |= part
    return there


def _words(part: Part) -> frozenset[str]:
    return part.words if isinstance(part, Beside) else part


def _asked(beside: Iterable[Part], bits: dict[frozenset[str], int]) -> Asked:
    windows: dict[Window, int] = {}
    for part in beside:
        window = (part.before, part.after) if isinstance(part, Beside) else (NEAR, NEAR)
        windows[window] = windows.get(window, 0) | bits.setdefault(_words(part), 1 << len(bits))
    return tuple(windows.items())


def gate_of(kinds: frozenset[Kind], *, forces: bool = False) -> Gate:
    """The gate for these kinds, by the names in use; with ``forces`` for a report that has told of forces."""
    return _gate(kinds, forces, name_index())


@lru_cache(maxsize=32)
def _gate(kinds: frozenset[Kind], forces: bool, lexicon: Lexicon) -> Gate:
    rows = [*trigger_needs(), *own_needs(), *(going_on_needs() if forces else ())]
    return Gate((need for kind, need in rows if kind in kinds), listing_of(lexicon))


def counting_gate() -> Gate:
    """What lets a sentence through that counts forces, by the names in use."""
    return _counting(name_index())


@lru_cache(maxsize=8)
def _counting(lexicon: Lexicon) -> Gate:
    return Gate(counting_needs(), listing_of(lexicon))
