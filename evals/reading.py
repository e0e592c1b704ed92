"""What the program reads in the gold reports: each set once a run, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.data import CHECKOUT, load_lines, load_reports, needed
from onrecord.model import Claim, Report, claim_to_json
from onrecord.nlp import Sentence
from onrecord.pipeline import Extractor
from onrecord.scoring import Listing, Names

GOLD = CHECKOUT / "evals" / "gold"


@dataclass(frozen=True, slots=True)
class Reading:
    """Reports with the claims that were read in them, how many sentences broke a rule, and the share of words that was parsed."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    failed: int
    parsed: float

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The claims in the ledger's form."""
        return [claim_to_json(claim) for claim in self.claims]

    @property
    def listing(self) -> list[Listing]:
        """All reports, each annotated to its end."""
        return [Listing(report.id) for report in self.reports]


class CountingExtractor(Extractor):
    """An extractor that counts the words of its sentences, and those of the sentences that it parses."""

    words = parsed = 0

    def parse(self, reports: Sequence[Report]) -> list[list[Sentence]]:
        """The same sentences, counted."""
        rows = super().parse(reports)
        for sentence in (sentence for row in rows for sentence in row):
            count = len(sentence.text.split())
            self.words += count
            self.parsed += count if sentence.doc is not None else 0
        return rows


def read(paths: list[Path], *, triage: bool = True, published: str | None = None) -> Reading:
    """Read these files by the default model."""
    reports = load_reports(paths, published=published)
    extractor = CountingExtractor(triage=triage)
    claims = tuple(claim for _, row in extractor.claims_of(reports) for claim in row)
    return Reading(tuple(reports), claims, len(extractor.failed), extractor.parsed / max(1, extractor.words))


@cache
def read_development(*, triage: bool = True) -> Reading:
    """The development reports of the gold."""
    folder = needed("eval", "claims")
    return read([folder / "reports" / f"{row['doc']}.json" for row in load_lines(folder / "dev.docs.jsonl")], triage=triage)


@cache
def read_own(folder: str, half: str, *, triage: bool = True) -> Reading:
    """The project's own reports in a folder of ``evals/gold``: of half ``a``, for rules to be tuned on, or ``b``, to measure only."""
    return read(sorted((GOLD / folder / "reports").glob(f"{half}-*.json")), triage=triage)


@cache
def shared_names() -> Names:
    """The table of names that comes with the gold."""
    return Names.of_file(needed("eval", "aliases.json"))
