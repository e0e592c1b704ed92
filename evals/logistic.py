"""A logistic regression of few features, by Newton's method, held together by a ridge; and how well a probability keeps its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
RIDGE = 2.0
"""How strongly weights are drawn to 0, in squared log-odds; the intercept is free."""
STEPS, CLOSE = 50, 1e-10


def fit(found: Array, right: Array, *, ridge: float = RIDGE) -> Array:
    """The intercept and the weights that make these outcomes (0 or 1) likeliest; one row of ``found`` a case."""
    cases = np.column_stack([np.ones(len(found)), found])
    penalty = np.diag([1e-9, *[ridge] * found.shape[1]])
    weights = np.zeros(cases.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-cases @ weights))
        slope = cases.T @ (right - likely) - penalty @ weights
        step = np.linalg.solve((cases.T * (likely * (1 - likely))) @ cases + penalty, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return weights


def predict(weights: Array, found: Array) -> Array:
    """The probability of each row."""
    likely: Array = 1 / (1 + np.exp(-(weights[0] + found @ weights[1:])))
    return likely


def brier(likely: Sequence[float], right: Sequence[bool]) -> float:
    """The mean squared distance between probability and outcome; 0 is best, and always saying the base rate p gives p(1 - p)."""
    return sum((p - r) ** 2 for p, r in zip(likely, right, strict=True)) / len(right)


def ranked(likely: Sequence[float], right: Sequence[bool]) -> float:
    """How often a case that is right has the higher probability of two (the area under the ROC curve); ties count half."""
    yes = [p for p, r in zip(likely, right, strict=True) if r]
    no = [p for p, r in zip(likely, right, strict=True) if not r]
    return sum((a > b) + (a == b) / 2 for a in yes for b in no) / (len(yes) * len(no))


def bins(
    likely: Sequence[float], right: Sequence[bool], edges: Sequence[float]
) -> Iterator[tuple[float, float, int, float, float]]:
    """For each stretch between two edges that holds any case: its ends, how many, their mean probability, and how many were right."""
    for low, high in pairwise(edges):
        inside = [(p, r) for p, r in zip(likely, right, strict=True) if low <= p < high or p == high == edges[-1]]
        if inside:
            yield low, high, len(inside), sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)


def calibration_error(likely: Sequence[float], right: Sequence[bool], edges: Sequence[float]) -> float:
    """The distance between probability and outcome, stretch by stretch, weighted by how many cases lie there (the ECE)."""
    return sum(n * abs(said - was) for _, _, n, said, was in bins(likely, right, edges)) / len(right)
