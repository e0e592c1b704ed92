"""The floors: what each figure must not fall below."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
LEAST = 0.8
"""How fast reading must be against plain spaCy at the least; the goals are far above it, and machines are noisy."""

ALL_OF_WAR = "speed, news (Wikinews)"
"""A dozen articles in which nearly every sentence makes a claim: printed, and not held to the speed of plain spaCy."""

MACHINE = ("confidence ", "speed", "stages, ", "a second", ", seconds", ", ms a report")
"""Figures that hang on the machine or the cut of a sample."""
PARTS = (
    "second annotator",
    "second reading",
    "pairs: labelled",
    "deadlines: rows",
    "kind, ",
    ", precision",
    ", recall",
    "found with",
    "words parsed",
    "how many",
)
"""Counts, and parts of what is pinned as a whole."""
FEW = ("status macro F1", "of those given", "claims lost", "of those that name", "tagger takes")
"""Shares that a claim or two turns over, and memory: floors.json has limits for them, set by hand."""
UNPINNED = (*MACHINE, *PARTS, *FEW)
LESS_IS_BETTER = (
    "sentences that failed", "plans_as_facts", "of those given", "false claims for ten reports", "claims lost",
    "of those that name none", "without a sign of one", "tagger takes", "called contradictions", "contradictions invented",
    ": lost", ": doubled", ": errors", ": failed checks",
)  # fmt: skip
"""Figures whose floor is a ceiling."""
STEP = 200
"""Floors are rounded down to a two-hundredth: another processor's rounding may turn a single parse."""


def load_floors(path: Path | None = None) -> dict[str, float]:
    """The floors by the name of their figure."""
    path = path or FLOORS
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def pin(figures: dict[str, float], floors: dict[str, float], *, lower: bool, path: Path | None = None) -> None:
    """Write the floors: each figure of this run, rounded down, or the old floor where that asks for more."""
    for name, figure in figures.items():
        if any(word in name for word in UNPINNED):
            continue
        if is_ceiling(name):
            new = math.ceil(figure * STEP - 1e-6) / STEP
            floors[name] = new if lower else min(new, floors.get(name, new))
            continue
        new = math.floor(figure * STEP + 1e-6) / STEP
        floors[name] = new if lower else max(new, floors.get(name, 0.0))
    (path or FLOORS).write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def is_ceiling(name: str) -> bool:
    """Whether less of a figure is better."""
    return name.endswith(LESS_IS_BETTER)


def is_worse(name: str, figure: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return figure > floor + 1e-9 if is_ceiling(name) else figure < floor - 1e-9


def _rash(figures: dict[str, float]) -> Iterator[tuple[str, float, float]]:
    """The sets of several reports on which more is claimed wrongly than is missed: a ledger should rather be silent."""
    for name, precision in figures.items():
        if name.endswith(", precision") and name.startswith(("claims", "posture, own")):
            recall = figures[name.removesuffix("precision") + "recall"]
            if precision < recall:
                yield name.removesuffix(", precision"), precision, recall


def check(figures: dict[str, float], floors: dict[str, float]) -> int:
    """Say which figures are below their floor; 1 where one is."""
    low = {name: floor for name, floor in floors.items() if name in figures and is_worse(name, figures[name], floor)}
    for name, floor in low.items():
        word = "ABOVE ITS CEILING" if is_ceiling(name) else "BELOW ITS FLOOR"
        print(f"{word}: {name}: {figures[name]:.4f}, pinned at {floor:.4f}")
    ratios = {name: ratio for name, ratio in figures.items() if name.endswith("times plain spaCy") and ALL_OF_WAR not in name}
    slow = [name for name, ratio in ratios.items() if ratio < LEAST]
    for name in slow:
        print(f"SLOWER THAN PLAIN SPACY: {name}: {figures[name]:.2f}")
    rash = list(_rash(figures))
    for name, precision, recall in rash:
        print(f"PRECISION BELOW RECALL: {name}: {precision:.3f}, {recall:.3f}")
    unmeasured = sum(name not in figures for name in floors)
    if unmeasured:
        print(f"Floors not held against anything in this run: {unmeasured} of {len(floors)}.")
    return 1 if low or slow or rash else 0
