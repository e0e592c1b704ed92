"""Whether a claim's confidence keeps its word: the share of claims that an analyst would record unedited, at each confidence.

Fitted on the reports whose licence allows it and on the project's own reports a; measured on them by cross-validation over whole
reports, and with the shipped weights on the project's own reports c and on the reports that may not be trained on.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.data import CLOSED, load_lines, load_reports, needed
from evals.judged import Row, asked_of, judged
from evals.logistic import Array, bins, brier, calibration_error, fit, predict, ranked
from evals.reading import GOLD
from onrecord.lexicon.confidence import Weights, weights, weights_in_use
from onrecord.model import Claim
from onrecord.pipeline import Extractor

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
THRESHOLDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8)
FOLDS, SEED = 10, 7


@dataclass(frozen=True)
class Sample:
    """The judged claims of some reports, a row each, and how many claims the gold asks for."""

    docs: tuple[str, ...]
    found: Array
    right: tuple[bool, ...]
    asked: int

    def __add__(self, other: Sample) -> Sample:
        found = np.vstack([self.found, other.found])
        return Sample(self.docs + other.docs, found, self.right + other.right, self.asked + other.asked)


def measure_confidence() -> Iterator[tuple[str, float]]:
    """Calibration by cross-validation, on c and on closed texts; then precision and recall at several thresholds."""
    samples = read_samples()
    own = samples["open"] + samples["own a"] + samples["own b"]
    crossed = cross_validated(own)
    yield from _figures("confidence in folds", crossed, own)
    for name, sample in (("c", samples["own c"]), ("closed", samples["closed"])):
        yield from _figures(f"confidence on {name}", shipped(sample), sample)


def shipped(sample: Sample) -> list[float]:
    """The confidence that the shipped weights give each claim."""
    in_use, names = weights(), list(weights().features)
    return [in_use.confidence(dict(zip(names, map(float, row), strict=True))) for row in sample.found]


def cross_validated(sample: Sample) -> list[float]:
    """The confidence of each claim by weights fitted without its report."""
    docs = sorted(set(sample.docs))
    random.Random(SEED).shuffle(docs)
    fold = {doc: number % FOLDS for number, doc in enumerate(docs)}
    folds, right = np.array([fold[doc] for doc in sample.docs]), np.array(sample.right, dtype=float)
    likely = np.zeros(len(right))
    for number in range(FOLDS):
        held = folds == number
        if held.any():
            likely[held] = predict(fit(sample.found[~held], right[~held]), sample.found[held])
    return [float(p) for p in likely]


def _figures(name: str, likely: Sequence[float], sample: Sample) -> Iterator[tuple[str, float]]:
    right = sample.right
    yield f"{name}: claims", float(len(right))
    yield f"{name}: usable", sum(right) / len(right)
    yield f"{name}: mean confidence", sum(likely) / len(right)
    yield f"{name}: Brier score", brier(likely, right)
    yield f"{name}: Brier score of the base rate alone", brier([sum(right) / len(right)] * len(right), right)
    yield f"{name}: calibration error", calibration_error(likely, right, EDGES)
    yield f"{name}: usable ranked before not", ranked(likely, right)
    for low, high, number, said, was in bins(likely, right, EDGES):
        yield f"{name}: {low:.1f} to {high:.1f}, mean {said:.2f}, {number} claims: usable", was
    for least in THRESHOLDS:
        kept = [r for p, r in zip(likely, right, strict=True) if p >= least]
        if kept:
            yield f"{name}: at least {least:.1f}: usable precision", sum(kept) / len(kept)
            yield f"{name}: at least {least:.1f}: usable recall", sum(kept) / sample.asked


def read_samples() -> dict[str, Sample]:
    """The judged claims of the development reports, by licence, and of the project's own."""
    folder = needed("eval", "claims")
    docs, gold = load_lines(folder / "dev.docs.jsonl"), load_lines(folder / "dev.jsonl")
    parts = {
        "open": [doc for doc in docs if doc.get("subset") not in CLOSED],
        "closed": [doc for doc in docs if doc.get("subset") in CLOSED],
    }
    samples = {
        name: _sample(gold, part, claims_of([folder / "reports" / f"{doc['doc']}.json" for doc in part]))
        for name, part in parts.items()
    }
    for half in "abcd":
        paths = sorted((GOLD / "posture" / "reports").glob(f"{half}-*.json"))
        listed = [{"doc": path.stem} for path in paths]
        samples[f"own {half}"] = _sample(load_lines(GOLD / "posture" / "claims.jsonl"), listed, claims_of(paths))
    return samples


def claims_of(paths: Sequence[Path]) -> list[Claim]:
    """The claims of these reports; with a weight of 1 for each feature, ``weighed`` holds what was found of it."""
    counting = Weights(0.0, dict.fromkeys(weights().features, 1.0), {})
    with weights_in_use(counting):
        return [claim for _, row in Extractor().claims_of(load_reports(paths)) for claim in row]


def _sample(gold: Sequence[Row], docs: Sequence[Row], claims: Sequence[Claim]) -> Sample:
    names = list(weights().features)
    rows = sorted(judged(gold, docs, claims), key=lambda row: (row[0].doc, row[0].evidence, row[0].id))
    found = np.array([[claim.weighed.get(name, 0.0) for name in names] for claim, _ in rows], dtype=float)
    right = tuple(usable for _, usable in rows)
    return Sample(tuple(claim.doc for claim, _ in rows), found, right, asked_of(gold, docs))
