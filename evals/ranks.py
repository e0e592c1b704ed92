"""``python -m evals.ranks``: fit anew what speaks for whom, and for where, in sentences that leave it out; ``--write`` puts the weights
into the package.

Each slot that a sentence leaves out, of a claim that is found, is a case; the right ones among its candidates are those that the gold
accepts. Beside the fit stands how many cases are right where each report is tried with weights that were fitted without it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.data import CHECKOUT, load_lines, load_reports, needed
from evals.reading import GOLD, shared_names
from onrecord.claims.ranking import Choice, watched
from onrecord.lexicon.ranks import SLOTS, ranks
from onrecord.model import Claim, Report, claim_to_json
from onrecord.pipeline import Extractor
from onrecord.scoring import Names, read_claim_lines
from onrecord.scoring.judging import is_optional
from onrecord.scoring.matching import paired

FILE = CHECKOUT / "src" / "onrecord" / "lexicon" / "ranks.toml"
SETS = ("a", "b", "d")
"""The project's own posture reports that may be looked at."""
RIDGE, STEPS, CLOSE = 3.0, 50, 1e-6
Array = NDArray[np.float64]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """The candidates of one slot: what was found for each, and which are right."""

    doc: str
    slot: str
    found: Array
    right: Array

    def is_right(self, weights: Array) -> bool:
        """Whether these weights take a right candidate."""
        return bool(self.right[int((self.found @ weights).argmax())])


def main(argv: list[str] | None = None) -> None:
    """Fit, try, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m evals.ranks", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write the weights into {FILE.relative_to(CHECKOUT)}")
    parser.add_argument("--also", type=Path, help="a folder with reports/*.json and gold.jsonl of yours, to be fitted on too")
    given = parser.parse_args(argv)
    cases = list(read_cases(given.also))
    text = FILE.read_text(encoding="utf-8")
    for slot in SLOTS:
        chosen, names = [case for case in cases if case.slot == slot], list(ranks()[slot])
        fitted = fit(chosen, len(names))
        rows = {
            "what the rules took": np.array([float(name == "now") for name in names]),
            "the weights shipped": np.array(list(ranks()[slot].values())),
            "weights fitted on all": fitted,
        }
        print(f"{slot}: {len(chosen)} cases of {len({case.doc for case in chosen})} reports; right by")
        for said, weights in rows.items():
            print(f"  {said}: {sum(case.is_right(weights) for case in chosen)}")
        print(f"  weights fitted without the report at hand: {sum(tried(chosen, len(names)))}")
        for name, weight in zip(names, fitted, strict=True):
            print(f"    {name:<14}{weight:>8.3f}")
        text = rewritten(text, slot, dict(zip(names, map(float, fitted), strict=True)))
    if given.write:
        FILE.write_text(text, encoding="utf-8")


def read_cases(also: Path | None = None) -> Iterator[Case]:
    """The cases of the posture reports, of the development reports, and of a folder of the caller's own."""
    own = read_claim_lines(GOLD / "posture" / "claims.jsonl")
    for name in SETS:
        yield from cases_of(sorted((GOLD / "posture" / "reports").glob(f"{name}-*.json")), own, Names.of_lexicon())
    folder = needed("eval", "claims")
    paths = [folder / "reports" / f"{row['doc']}.json" for row in load_lines(folder / "dev.docs.jsonl")]
    yield from cases_of(paths, read_claim_lines(folder / "dev.jsonl"), shared_names())
    if also is not None:
        yield from cases_of(
            sorted((also / "reports").glob("*.json")), read_claim_lines(also / "gold.jsonl"), Names.of_lexicon()
        )


def cases_of(paths: Sequence[Path], gold: Sequence[Row], names: Names) -> Iterator[Case]:
    """The slots that were left to the report in the claims of these reports that are found."""
    extractor = Extractor()
    for report in load_reports(list(paths)):
        with watched() as choices:
            claims = extractor.claims(report)
        for slot in SLOTS:
            left = [choice for choice in choices if choice.slot == slot]
            yield from _of_report(report, slot, left, claims, [row for row in gold if row["doc"] == report.id], names)


def _of_report(
    report: Report, slot: str, choices: Sequence[Choice], claims: Sequence[Claim], gold: Sequence[Row], names: Names
) -> Iterator[Case]:
    for choice in choices:
        kind = choice.draft.kind
        wanted, got = [row for row in gold if row["kind"] == kind], [claim for claim in claims if claim.kind is kind]
        pairs = paired(wanted, [claim_to_json(claim) for claim in got], names)
        found = next((i for i, (j, _) in pairs.items() if _is_of(got[j], choice)), None)
        if found is None or is_optional(wanted[found]) or not wanted[found]["args"].get(slot):
            continue
        right = [any(names.same(c.who.text, value) for value in _accepted(wanted[found], slot)) for c in choice.candidates]
        if any(right):
            features = [[c.found[name] for name in ranks()[slot]] for c in choice.candidates]
            yield Case(report.id, slot, np.array(features), np.array(right, dtype=float))


def _is_of(claim: Claim, choice: Choice) -> bool:
    draft = choice.draft
    same = (
        claim.evidence == draft.evidence
        and claim.quantity == draft.quantity
        and claim.spans["trigger"] == draft.spans["trigger"]
    )
    return same and all(str(claim.args.get(name)) == str(value) for name, value in draft.args.items())


def _accepted(gold: Row, slot: str) -> list[Any]:
    others = gold.get("args_alt", {}).get(slot, [])
    return [gold["args"][slot], *(others if isinstance(others, list) else [others])]


def fit(cases: Iterable[Case], size: int) -> Array:
    """The weights under which the right candidates are likeliest to be taken: a conditional logit, by Newton's method, with a ridge."""
    cases, weights = list(cases), np.zeros(size)
    for _ in range(STEPS):
        slope, bend = -RIDGE * weights, RIDGE * np.eye(size)
        for case in cases:
            raised = np.exp(case.found @ weights - (case.found @ weights).max())
            likely, rightly = raised / raised.sum(), raised * case.right / (raised @ case.right)
            centre = likely @ case.found
            slope = slope + rightly @ case.found - centre
            bend = bend + ((case.found - centre) * likely[:, None]).T @ (case.found - centre)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < CLOSE:
            break
    return weights


def tried(cases: Sequence[Case], size: int) -> list[bool]:
    """Whether each case is right by weights that were fitted without its report."""
    fitted = {doc: fit([case for case in cases if case.doc != doc], size) for doc in {case.doc for case in cases}}
    return [case.is_right(fitted[case.doc]) for case in cases]


def rewritten(text: str, slot: str, found: Mapping[str, float]) -> str:
    """The file with other numbers for a slot; names, words and comments stay."""
    for name, weight in found.items():
        text = re.sub(rf'(\[\[{slot}\]\]\nname = "{re.escape(name)}"\nweight = ).*', rf"\g<1>{weight:.3f}", text)
    return text


if __name__ == "__main__":
    main()
