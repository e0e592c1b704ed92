"""Titles and offices among the words of a sentence."""

from __future__ import annotations

from functools import cache

from onrecord.finders.names.line import Line
from onrecord.lexicon.names import name_index
from onrecord.lexicon.words import word_set


def after_titles(line: Line, i: int) -> int:
    """Where the titles that begin at word ``i`` end; ``i`` where there are none."""
    index = name_index()
    begin = i
    while begin < len(line.words):
        most = index.longest_title.get(line.words[begin].folded, 0)
        ends = range(min(begin + most, len(line.words)), begin, -1)
        end = next((j for j in ends if line.key(begin, j) in index.offices and _spaced(line, begin, j)), begin)
        if end == begin:
            return begin
        if end < len(line.words) and line.gap(end - 1) not in (" ", ". ", ", "):
            return end
        if end < len(line.words) and line.gap(end - 1) == ", " and after_titles(line, end) == end:
            return end
        begin = end
    return begin


def _spaced(line: Line, i: int, j: int) -> bool:
    """Whether only blanks, dots and hyphens part these words."""
    return all(line.gap(k) in (" ", ". ", "-", "’s ", "'s ") for k in range(i, j - 1))


@cache
def titles() -> frozenset[str]:
    """Titles of one word."""
    return frozenset(key for key in name_index().offices if " " not in key)


@cache
def office_nouns() -> frozenset[str]:
    """Nouns that name an office."""
    return word_set("offices", "nouns_office")
