"""Speed of reading against plain spaCy over the same reports, in one run."""

from __future__ import annotations

import time
from collections.abc import Iterator

import spacy

from evals.data import data_folder, load_lines, load_reports
from onrecord.nlp.parser import DEFAULT_MODEL
from onrecord.pipeline import Extractor


def measure_speed() -> Iterator[tuple[str, float]]:
    """Reports a second of ``read`` (parsed in memory) and of ``nlp.pipe`` of the full pipeline, and their ratio; each the best of three."""
    folder = data_folder() / "eval" / "claims"
    if not folder.exists():
        print(f"skipped: speed ({folder} is not there)")
        return
    docs = load_lines(folder / "dev.docs.jsonl")
    reports = load_reports(folder / "reports" / f"{d['doc']}.json" for d in docs)
    for name, chosen in (("development reports", reports), ("news (Wikinews)", [r for r in reports if r.id.startswith("wn-")])):
        texts = [report.text for report in chosen]
        full = spacy.load(DEFAULT_MODEL)
        extractor = Extractor()
        list(extractor.claims_of(chosen[:2]))
        plain, ours = [], []
        for _ in range(3):
            plain.append(_seconds(lambda pipe=full, given=texts: list(pipe.pipe(given))))
            ours.append(_seconds(lambda pipe=extractor, given=chosen: list(pipe.claims_of(given))))
        yield f"speed, {name}: reports a second", len(chosen) / min(ours)
        yield f"speed, {name}: plain spaCy, reports a second", len(chosen) / min(plain)
        yield f"speed, {name}: times plain spaCy", min(plain) / min(ours)


def _seconds(work: object) -> float:
    begin = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - begin
