"""Vectors of words: the mean of those of their pieces, as BERT's vocabulary cuts words up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 60
Table = NDArray[Any]


class Vectors:
    """A table with one row a piece; ``scale`` brings its eight-bit numbers back."""

    def __init__(self, pieces: Mapping[str, int], table: Table, scale: float) -> None:
        self.pieces = pieces
        self.table = table
        self.scale = scale
        self.width = int(table.shape[1])

    def of(self, word: str) -> Table:
        """The vector of a word in small letters; zeros where it is empty or has no pieces."""
        rows = pieces_of(word, self.pieces)
        mean = self.table[rows].astype(np.float32).mean(0) * self.scale if rows else np.zeros(self.width, np.float32)
        return np.asarray(mean, dtype=np.float32)


def pieces_of(word: str, pieces: Mapping[str, int]) -> list[int]:
    """The numbers of a word's pieces, the longest first that fits; none where a letter fits no piece.

    >>> pieces_of("unsaid", {"un": 0, "##said": 1, "##s": 2}), pieces_of("…", {"un": 0})
    ([0, 1], [])
    """
    found: list[int] = []
    begin = 0
    while begin < len(word) <= LONGEST:
        end = len(word)
        while end > begin and (("##" if begin else "") + word[begin:end]) not in pieces:
            end -= 1
        if end == begin:
            return []
        found.append(pieces[("##" if begin else "") + word[begin:end]])
        begin = end
    return found
