"""What a claim's confidence is made of (``confidence.toml``): features, each with its weight in log-odds and its meaning in words."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import LexiconError
from onrecord.lexicon.weighed import Weighed, rows_of

FILE = "confidence.toml"
PLACES = 2
"""Decimals of a confidence: more would promise more than a few hundred claims can tell."""


@dataclass(frozen=True)
class Weights:
    """The weight of each feature in log-odds, the ``intercept`` of a claim that has none, and what each means, in words."""

    intercept: float
    features: Mapping[str, float]
    says: Mapping[str, str]

    def weighed(self, found: Mapping[str, float]) -> dict[str, float]:
        """What each feature that is there adds to the log-odds."""
        return {name: self.features[name] * value for name, value in found.items() if value and self.features.get(name)}

    def confidence(self, found: Mapping[str, float]) -> float:
        """The probability that a claim with these features would be recorded unedited."""
        return logistic(self.intercept + sum(self.weighed(found).values()))


def logistic(odds: float) -> float:
    """A probability from log-odds.

    >>> logistic(0.0), round(logistic(2.0), 2), round(logistic(-800.0), 2)
    (0.5, 0.88, 0.0)
    """
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def weights_of(text: str) -> Weights:
    """The weights that a file in the form of ``confidence.toml`` gives."""
    rows, intercept = rows_of(FILE, text, "feature"), tomllib.loads(text).get("intercept")
    if not isinstance(intercept, float):
        raise LexiconError(FILE, "the head", "intercept", "must be a float")
    return Weights(intercept, {row["name"]: row["weight"] for row in rows}, {row["name"]: row["says"] for row in rows})


_weights = Weighed(FILE, weights_of)
weights, weights_in_use = _weights.now, _weights.instead
"""Those in use, and others for a while; with a weight of 1 each, what is weighed is what was found."""
