"""``python -m evals``: print the figures; ``--check`` holds them against the floors, ``--pin`` raises the floors.

A floor is lowered only by ``--pin --lower``. Speeds are printed and not pinned, but the ratio to plain spaCy must stay above 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evals.claims import measure_claims
from evals.speed import measure_speed

FLOORS = Path(__file__).with_name("floors.json")
UNPINNED = ("speed", "sentences that failed", "plans_as_facts")


def main() -> int:
    """Run the measures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--pin", action="store_true", help="raise the floors to the figures of this run")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--no-speed", action="store_true", help="leave the speed out")
    parser.add_argument("--no-triage", action="store_true", help="parse every sentence")
    args = parser.parse_args()
    figures = dict(measure_claims(triage=not args.no_triage))
    if not args.no_speed:
        figures |= dict(measure_speed())
    for name, figure in figures.items():
        print(f"{name:<60}{figure:>10.3f}")
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if args.pin:
        pin(figures, floors, lower=args.lower)
    return check(figures, floors) if args.check else 0


def pin(figures: dict[str, float], floors: dict[str, float], *, lower: bool) -> None:
    """Write the floors: each figure of this run, or the old floor where it is higher."""
    for name, figure in figures.items():
        if not any(word in name for word in UNPINNED):
            floors[name] = round(figure if lower else max(figure, floors.get(name, 0.0)), 4)
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def check(figures: dict[str, float], floors: dict[str, float]) -> int:
    """Say which figures are below their floor; 1 where one is."""
    low = {name: floor for name, floor in floors.items() if name in figures and figures[name] < floor - 1e-9}
    for name, floor in low.items():
        print(f"BELOW ITS FLOOR: {name}: {figures[name]:.4f} < {floor:.4f}")
    slow = [name for name, figure in figures.items() if name.endswith("times plain spaCy") and figure < 1.0]
    for name in slow:
        print(f"SLOWER THAN PLAIN SPACY: {name}: {figures[name]:.2f}")
    skipped = [name for name in floors if name not in figures]
    if skipped:
        print(f"not measured here: {', '.join(skipped)}")
    return 1 if low or slow else 0


if __name__ == "__main__":
    sys.exit(main())
