"""Hard-wrapped text: which line breaks were put in by a margin, and not by the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

NARROW, WIDE = 40, 100
"""The line lengths between which margins lie."""

LINE = re.compile(r"[^\n]+")
ENDED = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\])*$")
# What opens a line of its own: a bullet, a number or letter of a list, a heading, a quoted or tabular line, a speaker or a field ("Q:",
# "MR. HALE:", "Outlet:").
OPENER = re.compile(r"[-*•·▪◦‣+>#|–—]|\(?(?:\d{1,3}|[a-z])[.)]\s|(?:[A-Z][\w.'’-]*)(?: [\w.'’()-]+){0,4}:(?:\s|$)|Q\.? ")
# "ERBIL, Kurdistan Region (Sample Wire) — The …": a dateline, so the line before it was a headline.
DATELINE = re.compile(r"[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+){0,3}(?:, [^—–\n]{1,30})?(?: ?\([^)\n]{1,40}\))? ?(?:[—–]|--?\s)")
FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the blanks at its edges; ``length`` counts its indentation in."""

    begin: int
    end: int
    length: int
    words: str

    @property
    def ended(self) -> bool:
        """Whether it ends as sentences do."""
        return ENDED.search(self.words, max(0, len(self.words) - 16)) is not None

    def fills(self, following: Line, width: int) -> bool:
        """Whether the first word of the following line had no room left on this one."""
        word = FIRST_WORD.match(following.words)
        return self.length <= width < self.length + 1 + (word.end() if word else 0)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of ``text``, those that a margin has cut up put together again.

    >>> text = "The army said on Monday that it would withdraw\\nthree hundred soldiers from the valley.\\nRockets fell."
    >>> [text[begin:end] for begin, end in stretches(text)]
    ['The army said on Monday that it would withdraw\\nthree hundred soldiers from the valley.', 'Rockets fell.']
    """
    blocks = list(_blocks(text))
    widths = [_width(block) for block in blocks]
    common = max((width for width in widths if width), default=0)
    for block, width in zip(blocks, widths, strict=True):
        begin = block[0].begin
        for line, following in pairwise(block):
            if not _goes_on(line, following, width or common, is_first=line is block[0]):
                yield begin, line.end
                begin = following.begin
        yield begin, block[-1].end


def _blocks(text: str) -> Iterator[list[Line]]:
    """Runs of lines without an empty line between them."""
    block: list[Line] = []
    after = 0
    for found in LINE.finditer(text):
        words = found.group().strip()
        if block and (not words or found.start() > after + 1):
            yield block
            block = []
        if words:
            begin = found.start() + found.group().index(words[0])
            block.append(Line(begin, begin + len(words), begin - found.start() + len(words), words))
        after = found.end()
    if block:
        yield block


def _width(block: list[Line]) -> int:
    """The margin to which a paragraph was wrapped, 0 where it was not.

    Its lines are of a margin's length; most, but for those that end a paragraph, are full and end amid a sentence, and a good
    part of those that follow begin with a small letter.
    """
    pairs = list(pairwise(block))
    width = max((line.length for line in block if line.length <= WIDE), default=0)
    if not pairs or width < NARROW:
        return 0
    full = [line.length >= NARROW and line.fills(following, width) for line, following in pairs]
    last = sum(line.ended and not is_full for (line, _), is_full in zip(pairs, full, strict=True))
    amid = [following for line, following in pairs if not line.ended and not OPENER.match(following.words)]
    small = sum(following.words[0].islower() for following in amid)
    lines = len(pairs) - last
    is_wrapped = sum(full) * 3 >= lines * 2 and len(amid) * 2 >= lines and small * 3 >= len(amid) and small > 0
    return width if is_wrapped else 0


def _goes_on(line: Line, following: Line, width: int, *, is_first: bool) -> bool:
    """Whether the break after ``line`` is the margin's."""
    if not width or line.length < NARROW or not line.fills(following, width):
        return False
    if line.words[-1] == ":" or OPENER.match(following.words):
        return False
    return not (is_first and (DATELINE.match(following.words) or _is_title(line, following)))


def _is_title(line: Line, following: Line) -> bool:
    """Whether a first line is written as a title, its words in capitals, before a line that starts a sentence."""
    words = [word for word in line.words.split() if len(word) > 3]
    capital = sum(not word[0].islower() for word in words)
    return not line.ended and len(words) >= 4 and capital * 10 >= len(words) * 9 and not following.words[0].islower()
