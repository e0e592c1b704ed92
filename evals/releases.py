"""Claims against what others coded by hand or took from press releases: ISAF's, and those of US Central Command on its strikes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.coded import as_coded
from evals.data import json_lines, load_lines, needed, run_scorer
from onrecord.model import Claim, Report, claim_to_json
from onrecord.pipeline import Extractor
from onrecord.readers.dateline import find_dateline

ISAF_FIELDS = (
    "start_date", "province", "min_killed", "min_captured", "killq", "captureq", "airstrike", "mean of six, no date",
    "start_date, sound rows",
)  # fmt: skip
"""The rows of the scorer's table that are figures of ours; the rest of its columns are the published figures of language models."""

STRIKES = re.compile(r"\b(right|place|number|precision) (\d+\.\d)")
ROW = re.compile(r"(.+?) {2,}(\d+\.\d)(?!\S)")


AS_CODED = "start_date as coded, sound rows"
"""The day by a hand coder's conventions (``evals.coded``), beside that of the claims alone."""

Change = Callable[[Report, Sequence[Claim]], Sequence[Claim]]


def measure_isaf() -> Iterator[tuple[str, float]]:
    """The share of the releases whose coded fields follow from the claims, field by field."""
    plain, coded = _scored(needed("eval", "isaf_eval.py"), needed("data", "isaf", "dev.jsonl"), as_they_are, as_coded)
    table = _table(plain)
    for field in ISAF_FIELDS:
        yield f"isaf: {field}", table[field] / 100
    yield f"isaf: {AS_CODED}", _table(coded)["start_date, sound rows"] / 100


def measure_strikes() -> Iterator[tuple[str, float]]:
    """The share of the lines whose place and number of strikes a claim gives, and the share of claims that do."""
    [printed] = _scored(needed("eval", "strikes_eval.py"), needed("data", "centcom-strikes", "dev.csv"), as_they_are)
    for field, share in STRIKES.findall(printed):
        yield f"strikes: {field}", float(share) / 100


def as_they_are(_: Report, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims unchanged."""
    return claims


def _table(printed: str) -> dict[str, float]:
    return {m[1]: float(m[2]) for line in printed.splitlines() if (m := ROW.match(line))}


def _scored(scorer: Path, gold: Path, *changes: Change) -> list[str]:
    """What the scorer prints for the claims on the texts that it hands out, changed in each of these ways."""
    with tempfile.TemporaryDirectory() as folder:
        texts, lines = Path(folder) / "texts.jsonl", Path(folder) / "claims.jsonl"
        run_scorer(scorer, str(gold), "--part", "dev", "--dump-texts", str(texts))
        read = list(Extractor().claims_of(map(_report, load_lines(texts))))
        printed = []
        for change in changes:
            rows = (claim_to_json(claim) for report, claims in read for claim in change(report, claims))
            lines.write_text("".join(line + "\n" for line in json_lines(rows)), encoding="utf-8")
            printed.append(run_scorer(scorer, str(gold), str(lines), "--part", "dev"))
        return printed


def _report(row: dict[str, Any]) -> Report:
    """A release as a reader makes it, but for lines that stand in it twice: the scorers count each."""
    return Report(id=row["id"], text=row["text"], published=row.get("published"), dateline=find_dateline(row["text"]))
