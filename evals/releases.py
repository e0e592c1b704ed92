"""Claims against what others coded by hand or took from press releases: ISAF's, and those of US Central Command on its strikes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.data import json_lines, load_lines, needed, run_scorer
from onrecord.model import Report, claim_to_json
from onrecord.pipeline import Extractor
from onrecord.readers.dateline import find_dateline

ISAF_FIELDS = (
    "start_date", "province", "min_killed", "min_captured", "killq", "captureq", "airstrike", "mean of six, no date",
    "start_date, sound rows",
)  # fmt: skip
"""The rows of the scorer's table that are figures of ours; the rest of its columns are the published figures of language models."""

STRIKES = re.compile(r"\b(right|place|number|precision) (\d+\.\d)")
ROW = re.compile(r"(.+?) {2,}(\d+\.\d)(?!\S)")


def measure_isaf() -> Iterator[tuple[str, float]]:
    """The share of the releases whose coded fields follow from the claims, field by field."""
    printed = _scored(needed("eval", "isaf_eval.py"), needed("data", "isaf", "dev.jsonl"))
    table = {m[1]: float(m[2]) for line in printed.splitlines() if (m := ROW.match(line))}
    for field in ISAF_FIELDS:
        yield f"isaf: {field}", table[field] / 100


def measure_strikes() -> Iterator[tuple[str, float]]:
    """The share of the lines whose place and number of strikes a claim gives, and the share of claims that do."""
    printed = _scored(needed("eval", "strikes_eval.py"), needed("data", "centcom-strikes", "dev.csv"))
    for field, share in STRIKES.findall(printed):
        yield f"strikes: {field}", float(share) / 100


def _scored(scorer: Path, gold: Path) -> str:
    """What the scorer prints for the claims on the texts that it hands out."""
    with tempfile.TemporaryDirectory() as folder:
        texts, claims = Path(folder) / "texts.jsonl", Path(folder) / "claims.jsonl"
        run_scorer(scorer, str(gold), "--part", "dev", "--dump-texts", str(texts))
        rows = (claim_to_json(claim) for _, row in Extractor().claims_of(map(_report, load_lines(texts))) for claim in row)
        claims.write_text("".join(line + "\n" for line in json_lines(rows)), encoding="utf-8")
        return run_scorer(scorer, str(gold), str(claims), "--part", "dev")


def _report(row: dict[str, Any]) -> Report:
    """A release as a reader makes it, but for lines that stand in it twice: the scorers count each."""
    return Report(id=row["id"], text=row["text"], published=row.get("published"), dateline=find_dateline(row["text"]))
