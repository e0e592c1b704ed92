"""``python -m evals.fit``: fit the weights of a claim's confidence anew; ``--write`` puts them into the package.

Run it after the rules have changed, and look at ``python -m evals --only confidence`` before and after.
"""

from __future__ import annotations

import argparse
import re

import numpy as np

from evals.confidence import read_samples
from evals.data import CHECKOUT
from evals.logistic import fit
from onrecord.lexicon.confidence import weights

FILE = CHECKOUT / "src" / "onrecord" / "lexicon" / "confidence.toml"


def main(argv: list[str] | None = None) -> None:
    """Fit, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write the weights into {FILE.relative_to(CHECKOUT)}")
    write = parser.parse_args(argv).write
    samples = read_samples()
    sample = samples["open"] + samples["own a"] + samples["own b"]
    intercept, *fitted = (float(weight) for weight in fit(sample.found, np.array(sample.right, dtype=float)))
    found = dict(zip(weights().features, fitted, strict=True))
    print(f"{len(sample.right)} claims of {len(set(sample.docs))} reports, {sum(sample.right)} of them usable")
    for name, weight in {"intercept": intercept, **found}.items():
        print(f"  {name:<12}{weight:>8.3f}")
    if write:
        FILE.write_text(rewritten(FILE.read_text(encoding="utf-8"), intercept, found), encoding="utf-8")


def rewritten(text: str, intercept: float, found: dict[str, float]) -> str:
    """The file with other numbers; names, words and comments stay."""
    text = re.sub(r"(?m)^intercept = .*$", f"intercept = {intercept:.3f}", text)
    for name, weight in found.items():
        text = re.sub(rf'(name = "{re.escape(name)}"\nweight = ).*', rf"\g<1>{weight:.3f}", text)
    return text


if __name__ == "__main__":
    main()
