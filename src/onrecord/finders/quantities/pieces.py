"""A sentence cut into numbers, words and marks, finer than the parser's tokens: "$1.3bn" is "$", "1.3", "bn"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

PIECE = re.compile(
    r"(?P<number>\d{1,3}(?:(?:,[\u200b\u2060]?|['’])\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:\.\d+)?|(?<![\d.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>\S)"
)
HYPHENS = frozenset("-‐‑–—−")


class PieceKind(Enum):
    """What a piece is."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch ``[begin, end)`` of the sentence; ``low`` is its text in lower case, ``glued`` whether no blank stands before it."""

    kind: PieceKind
    text: str
    low: str
    begin: int
    end: int
    glued: bool

    @property
    def is_hyphen(self) -> bool:
        """Whether the piece is a hyphen or dash."""
        return self.text in HYPHENS


KINDS = {kind.value: kind for kind in PieceKind}


def pieces_of(text: str) -> list[Piece]:
    """The pieces of ``text``, in order.

    >>> [piece.text for piece in pieces_of("up $1.3bn in 40-day talks")]
    ['up', '$', '1.3', 'bn', 'in', '40', '-', 'day', 'talks']
    """
    found: list[Piece] = []
    end = -1
    for match in PIECE.finditer(text):
        begin = match.start()
        kind = KINDS[match.lastgroup or "mark"]
        found.append(Piece(kind, match[0], match[0].casefold(), begin, match.end(), begin == end))
        end = match.end()
    return found
