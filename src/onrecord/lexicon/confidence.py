"""What a claim's confidence is made of (``confidence.toml``): features, each with its weight in log-odds and its meaning in words."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

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


_in_use: ContextVar[Weights | None] = ContextVar("weights", default=None)


def weights() -> Weights:
    """Those in use: the ones that OnRecord brings along, or others within ``weights_in_use``."""
    return _in_use.get() or _shipped()


@contextmanager
def weights_in_use(other: Weights) -> Iterator[None]:
    """Use other weights for the while; with a weight of 1 each, what is weighed is what was found."""
    token = _in_use.set(other)
    try:
        yield
    finally:
        _in_use.reset(token)


@cache
def _shipped() -> Weights:
    return weights_of((files("onrecord.lexicon") / FILE).read_text(encoding="utf-8"))


def weights_of(text: str) -> Weights:
    """The weights that a file in the form of ``confidence.toml`` gives."""
    table = tomllib.loads(text)
    rows = table.get("feature", [])
    for row in rows:
        for name, kind in (("name", str), ("weight", float), ("says", str)):
            if not isinstance(row.get(name), kind):
                raise LexiconError(FILE, str(row.get("name", "[[feature]]")), name, f"must be a {kind.__name__}")
    if not isinstance(table.get("intercept"), float):
        raise LexiconError(FILE, "the head", "intercept", "must be a float")
    return Weights(table["intercept"], {row["name"]: row["weight"] for row in rows}, {row["name"]: row["says"] for row in rows})
