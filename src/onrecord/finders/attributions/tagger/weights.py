"""The weights that the package carries, loaded when the first sentence is weighed, and what they say of a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.finders.attributions.quotations import Quotes
from onrecord.finders.attributions.tagger.candidates import Candidate
from onrecord.finders.attributions.tagger.features import features
from onrecord.finders.attributions.tagger.vectors import Vectors

FILE = "model/tagger.npz"
Numbers = NDArray[Any]
Told = tuple[Sequence[str], Sequence[str]]
"""What a candidate is told by: the names of its features, and its words."""

MAX_SEEN = 20_000
"""Words in their places that are remembered."""

AT_ONCE = 256
"""Candidates that are weighed together, of whatever sentences."""


class Weights:
    """A network of one hidden layer over features and vectors; several such, trained from different seeds, stand side by side in it."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as saved:
            pieces = {piece: n for n, piece in enumerate(str(saved["pieces"]).split("\n"))}
            self.vectors = Vectors(pieces, saved["vectors"], float(saved["scale"]))
            self.names = {name: n for n, name in enumerate(str(saved["names"]).split("\n"))}
            self.of_names, self.of_words = (_rows(saved[part]) for part in ("of_names", "of_words"))
            self.of_names = np.vstack([self.of_names, np.zeros_like(self.of_names[:1])])  # what no feature adds
            self.hidden_bias, self.out = (saved[part].astype(np.float32) for part in ("hidden_bias", "out"))
            self._seen: dict[tuple[int, str], Numbers] = {}
            self.out_bias = saved["out_bias"].astype(np.float32)

    def chances(self, told: Sequence[Told]) -> list[float]:
        """How likely candidates with these features and words are right, from 0 to 1.

        Sums run over each candidate's own numbers in their order, so that what comes out does not depend on its neighbours.
        """
        if not told:
            return []
        known = self.names
        rows = [[row for name in names if (row := known.get(name)) is not None] or [len(known)] for names, _ in told]
        begins = list(accumulate(map(len, rows[:-1]), initial=0))
        hidden = np.add.reduceat(self.of_names.take(list(chain.from_iterable(rows)), 0), begins, 0)
        hidden += self.hidden_bias
        for slot in range(len(told[0][1])):
            hidden += np.stack([self._of_word(slot, words[slot]) for _, words in told])
        each = (np.maximum(hidden, 0).reshape(len(told), len(self.out), -1) * self.out).sum(2) + self.out_bias
        return [float(chance) for chance in (1 / (1 + np.exp(-each))).mean(1)]

    def _of_word(self, slot: int, word: str) -> Numbers:
        """What a word in its place adds to the hidden layer."""
        known = self._seen.get((slot, word))
        if known is None:
            width = self.vectors.width
            known = self.vectors.of(word) @ self.of_words[slot * width : (slot + 1) * width]
            if len(self._seen) < MAX_SEEN:
                self._seen[slot, word] = known
        return np.asarray(known)


def _rows(numbers: Numbers) -> Numbers:
    """Numbers in full precision, each row in one piece, as rows are what is picked."""
    return np.ascontiguousarray(numbers, dtype=np.float32)


@cache
def weights() -> Weights:
    """The package's own weights."""
    with as_file(files("onrecord.finders.attributions").joinpath(FILE)) as path:
        return Weights(path)


def chances(found: Sequence[Sequence[Candidate]], bases: Sequence[int], quotes: Quotes) -> list[list[float]]:
    """How likely each candidate of some sentences is right, by sentence; ``bases`` are where these begin."""
    told: list[Told] = []
    for candidates, base in zip(found, bases, strict=True):
        of_cues: dict[int, list[str]] = {}
        told += [features(candidate, base, quotes, of_cues) for candidate in candidates]
    weighed: list[float] = []
    for begin in range(0, len(told), AT_ONCE):
        weighed += weights().chances(told[begin : begin + AT_ONCE])
    each = iter(weighed)
    return [list(islice(each, len(candidates))) for candidates in found]
