"""How a pattern can begin: its first few characters, so that only the rules that can match at a word are tried there.

Read off Python's own parse of the pattern. What is not understood counts as "anything", so that no match is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from re import _constants as op, _parser  # type: ignore[attr-defined]  # isort: skip

LENGTH = 6
ANY, DIGIT, BLANK = "*", "0", " "
CLASSES = {op.CATEGORY_DIGIT: DIGIT, op.CATEGORY_SPACE: BLANK}
ALIKE = str.maketrans("123456789\t\n\r\f\v\xa0", DIGIT * 9 + BLANK * 6)
MANY = 12
"""A class of more characters counts as anything: combinations of large classes are too many to list."""
ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)


def alike(words: str) -> str:
    """In lower case, each digit a nought and each blank a space.

    >>> alike("The 14")
    'the 00'
    """
    return words.lower().translate(ALIKE)


def starts_of(pattern: str) -> frozenset[str]:
    """The beginnings that the pattern allows, as ``alike`` writes them; a shorter one, and ``*`` for a character, goes on in any way.

    >>> sorted(starts_of("(?:the )?(?:day|May)s?"))
    ['day', 'days', 'may', 'mays', 'the da', 'the ma']
    """
    return frozenset(_sequence(_parser.parse(pattern, re.IGNORECASE), LENGTH))


def fitting(words: str) -> frozenset[str]:
    """The beginnings that allow these words, written by ``alike``: each as long or shorter, with any character open.

    >>> sorted(fitting("no"))
    ['', '*', '**', '*o', 'n', 'n*', 'no']
    """
    found = whole = {""}
    for character in words[:LENGTH]:
        whole = {start + either for start in whole for either in (character, ANY)}
        found = found | whole
    return frozenset(found)


def _sequence(items: Iterable[Any], length: int) -> set[str]:
    found = {""}
    for item in items:
        if all(len(start) >= length for start in found):
            break
        found = _joined(found, _item(item, length), length)
    return found


def _joined(first: set[str], then: set[str], length: int) -> set[str]:
    whole = {start for start in first if len(start) >= length}
    return whole | {(start + more)[:length] for start in first - whole for more in then}


def _item(item: Sequence[Any], length: int) -> set[str]:
    kind, what = item
    if kind in ZERO_WIDTH:
        return {""}
    if kind is op.LITERAL:
        return {alike(chr(what))}
    if kind is op.IN:
        return _characters(what)
    if kind is op.BRANCH:
        return set().union(*(_sequence(branch, length) for branch in what[1]))
    if kind is op.SUBPATTERN:
        return _sequence(what[3], length)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = what
        return _repeated(least, most, inner, length)
    return {ANY * number for number in range(length + 1)}


def _repeated(least: int, most: int, inner: Iterable[Any], length: int) -> set[str]:
    once = _sequence(inner, length)
    found: set[str] = {""} if least == 0 else set()
    times = {""}
    for number in range(1, min(most, max(least, length)) + 1):
        times = _joined(times, once, length)
        found |= times if number >= least else set()
    return found


def _characters(parts: Sequence[Any]) -> set[str]:
    found: set[str] = set()
    for kind, what in parts:
        if kind is op.LITERAL:
            found.add(alike(chr(what)))
        elif kind is op.RANGE:
            found |= {alike(chr(code)) for code in range(what[0], what[1] + 1)}
        elif kind is op.CATEGORY and what in CLASSES:
            found.add(CLASSES[what])
        else:
            return {ANY}
    return found if len(found) <= MANY else {ANY}
