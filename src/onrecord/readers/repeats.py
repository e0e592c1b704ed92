"""Passages that stand in a text a second time: pages and wires often carry their body twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.readers.limits import MIN_REPEAT

LINE = re.compile(r"\S[^\n]*")


def find_repeats(text: str) -> tuple[Span, ...]:
    """The stretches of whole lines that stood in the text before, in linear time; lines that touch are one span.

    >>> body = "The army said on Monday that it had handed the camp over to the police of the province."
    >>> text = f"Camp handed over\\n{body}\\n{body}"
    >>> [span.begin for span in find_repeats(text)] == [text.rindex("The army")]
    True
    """
    lines = list(_lines(text))
    keys = [" ".join(span.cut(text).split()) for span in lines]
    groups: list[tuple[int, int, bool]] = []
    for begin, end in _runs(keys):
        is_passage = sum(len(key) for key in keys[begin:end]) >= MIN_REPEAT
        if groups and groups[-1][1] == begin:
            # A short line ("Read more") first stood elsewhere; beside a repeated passage it belongs to it.
            first, _, before = groups.pop()
            groups.append((first, end, before or is_passage))
        else:
            groups.append((begin, end, is_passage))
    return tuple(lines[begin].join(lines[end - 1]) for begin, end, is_passage in groups if is_passage)


def _lines(text: str) -> Iterator[Span]:
    """The lines that are not blank, without the blanks at their edges."""
    for line in LINE.finditer(text):
        yield Span(line.start(), line.start() + len(line.group().rstrip()))


def _runs(keys: list[str]) -> Iterator[tuple[int, int]]:
    """Runs ``[begin, end)`` of lines that follow one another as they did before; none overlaps another."""
    first: dict[str, int] = {}
    at = 0
    while at < len(keys):
        source = first.setdefault(keys[at], at)
        begin, at = at, at + 1
        if source == begin:
            continue
        source += 1
        while at < len(keys) and keys[at] == keys[source]:
            at, source = at + 1, source + 1
        yield begin, at
