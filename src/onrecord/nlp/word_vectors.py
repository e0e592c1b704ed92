"""What the model makes of a word by itself is kept: most words of a text come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

MOST = 30_000
"""Words that are remembered, each as it is written."""

Vectors = NDArray[Any]


class WordVectors:
    """The vectors that the layers of ``embedding`` give a word from what it is by itself: its norm, its ends, its shape, the blank behind."""

    def __init__(self, embedding: Model[Any, Any], most: int = MOST) -> None:
        self._features, *self._layers = embedding.layers
        self._most = most
        self._places: dict[bytes, int] = {}
        self._vectors: Vectors = np.zeros((0, 0), dtype="float32")
        self._lock = Lock()

    def of(self, docs: Sequence[Doc]) -> list[Vectors]:
        """The vectors of the words of each doc, in order."""
        rows: list[Vectors] = self._features.predict(docs)
        keys = [_keys(row) for row in rows]
        with self._lock:
            self._learn(dict.fromkeys(chain.from_iterable(keys)), rows)
            vectors = self._vectors.take([self._places[key] for key in chain.from_iterable(keys)], 0)
        return [vectors[begin:end] for begin, end in pairwise(accumulate(map(len, keys), initial=0))]

    def _learn(self, words: dict[bytes, None], rows: Sequence[Vectors]) -> None:
        """Work out the vectors of the words that are new; where they would be too many, all others are forgotten."""
        new = [word for word in words if word not in self._places]
        if not new:
            return
        if len(self._places) + len(new) > self._most:
            self._places, new = {}, list(words)
        found: Any = [np.frombuffer(b"".join(new), dtype=rows[0].dtype).reshape(len(new), -1)]
        for layer in self._layers:
            found = layer.predict(found)
        known = len(self._places)
        self._vectors = np.concatenate([self._vectors[:known], found[0]]) if known else found[0]
        self._places.update(zip(new, range(known, known + len(new)), strict=True))


def _keys(row: Vectors) -> list[bytes]:
    """What each word of a doc is by itself, as a key."""
    width, data = row.itemsize * row.shape[1], row.tobytes()
    return [data[begin : begin + width] for begin in range(0, len(data), width)]


def keep_word_vectors(nlp: Language) -> None:
    """Let the pipeline work out the vector of each word once. Pipelines that are built otherwise stay as they are."""
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        if not isinstance(model, Model) or "embed" not in model.ref_names or not isinstance(model.ops, NumpyOps):
            continue
        embedding = model.get_ref("embed")
        is_known = bool(embedding.layers) and embedding.layers[0].name == "extract_features"
        if is_known and model.layers[0] is embedding:
            model.layers[0] = Model("word_vectors", _forward, attrs={"kept": WordVectors(embedding)})


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Vectors], Any]:
    return model.attrs["kept"].of(docs), _no_training


def _no_training(_: Any) -> Any:
    raise NotImplementedError("a pipeline whose words are kept is not trained")
