"""Reports of a ledger read again: to bring its claims up to this version, or to score this version by what analysts decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.ledger import Ledger
from onrecord.ledger.gold import JudgedReport, judged_reports
from onrecord.ledger.rereading import overlap, reread
from onrecord.model import Claim, Report, Reread, claim_to_json
from onrecord.pipeline.extract import Extractor
from onrecord.scoring import Listing, Names, Score, score

SAME_SENTENCE = 0.5


def reread_all(ledger: Ledger, extractor: Extractor, ids: Sequence[str] = (), *, keep: bool = True) -> Iterator[Reread]:
    """Read these reports again, or all that the ledger has, one transaction each, and say what changed in each."""
    for report, claims in extractor.claims_of(_reports(ledger, ids)):
        yield reread(ledger, report.id, claims, keep=keep)


def _reports(ledger: Ledger, ids: Sequence[str]) -> Iterator[Report]:
    wanted = ids or [card.id for card in ledger.reports() if not ledger.is_withdrawn(card.id)]
    for id in wanted:
        yield ledger.report(id)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well this version reads what analysts judged. ``judged`` scores the claims whose sentence and kind an analyst ruled on in any
    report; ``whole`` scores the reports of which every claim was judged, ``None`` where there is none. ``unjudged`` claims were
    read where nobody ruled, and count for nothing.
    """

    reports: int
    right: int
    wrong: int
    unjudged: int
    judged: Score
    whole: Score | None
    whole_reports: int

    @property
    def figures(self) -> dict[str, Any]:
        """The counts, and precision, recall and F1 of what was found, usable and exact."""
        counts = {name: getattr(self, name) for name in ("reports", "right", "wrong", "unjudged", "whole_reports")}
        return counts | {"judged": _rates(self.judged), "whole": _rates(self.whole) if self.whole is not None else None}


def _rates(compared: Score) -> dict[str, dict[str, float]]:
    return {level: compared.all.rates(level)._asdict() for level in ("found", "usable", "exact")}


def evaluate(ledger: Ledger, extractor: Extractor) -> Evaluation:
    """Read the judged reports anew and compare with what analysts accepted, corrected, added and rejected."""
    told = judged_reports(ledger)
    read = dict(_read(ledger, extractor, told))
    gold = [claim_to_json(claim) for report in told for claim in report.right]
    ruled = [claim for report in told for claim in read[report.doc] if _is_ruled(claim, report)]
    names = Names.of_lexicon()
    whole = [report for report in told if report.whole]
    everything = [row for report in whole for row in _rows(read[report.doc])]
    return Evaluation(
        reports=len(told),
        right=len(gold),
        wrong=sum(len(report.wrong) for report in told),
        unjudged=sum(len(claims) for claims in read.values()) - len(ruled),
        judged=score(gold, _rows(ruled), [Listing(report.doc) for report in told], names=names),
        whole=score(gold, everything, [Listing(report.doc) for report in whole], names=names) if whole else None,
        whole_reports=len(whole),
    )


def _read(ledger: Ledger, extractor: Extractor, told: Iterable[JudgedReport]) -> Iterator[tuple[str, list[Claim]]]:
    for report, claims in extractor.claims_of(ledger.report(one.doc) for one in told):
        yield report.id, claims


def _rows(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    return [claim_to_json(claim) for claim in claims]


def _is_ruled(claim: Claim, report: JudgedReport) -> bool:
    """Whether an analyst ruled on a claim of this kind in this sentence."""
    return any(
        claim.kind is other.kind and overlap(claim.evidence, other.evidence) >= SAME_SENTENCE
        for other in (*report.right, *report.wrong)
    )
