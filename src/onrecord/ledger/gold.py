"""Judgements as gold: what analysts accepted, corrected and added, in the vocabulary's own form, and what they rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from onrecord.ledger import judged
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.schema import claims, reports
from onrecord.model import Claim, claim_from_json, claim_to_json


@dataclass(frozen=True, slots=True)
class JudgedReport:
    """What analysts said of the claims of one report: those that are right, those that are wrong, and whether they saw every one.

    ``whole`` reports have no claim that stands unjudged: their gold tells what was missed as well.
    """

    doc: str
    right: tuple[Claim, ...]
    wrong: tuple[Claim, ...]
    whole: bool


def judged_reports(ledger: Ledger) -> tuple[JudgedReport, ...]:
    """The reports of which a claim was judged, in the order of their ids."""
    with ledger.reading() as connection:
        verdicts = judged.verdicts(connection)
        named = sorted({*verdicts.reviews, *verdicts.dropped})
        docs = connection.execute(
            select(reports.c.id, reports.c.number)
            .join_from(claims, reports)
            .where(claims.c.id.in_(named), reports.c.withdrawn.is_(None))
            .distinct()
            .order_by(reports.c.id)
        ).all()
        found = []
        for doc, number in docs:
            rows = connection.execute(
                select(claims.c.id, claims.c.until, claims.c.json)
                .where(claims.c.report == number)
                .order_by(claims.c.begin, claims.c.id)
            ).all()
            told = {row.id: claim_from_json(json.loads(row.json)) for row in rows}
            standing = [row.id for row in rows if row.until is None]
            right = tuple(told[id] for id in standing if id in verdicts.reviews)
            wrong = tuple(told[row.id] for row in rows if row.id in verdicts.dropped)
            found.append(JudgedReport(doc, right, wrong, all(id in verdicts.reviews for id in standing)))
    return tuple(found)


def gold_rows(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """What analysts hold to be right, one claim a row in the form of the vocabulary."""
    for report in judged_reports(ledger):
        for claim in report.right:
            yield claim_to_json(claim)


def export_gold(ledger: Ledger) -> Iterator[str]:
    """The gold as JSON lines, to score any extractor by: ``python -m evals.score GOLD CLAIMS``."""
    for row in gold_rows(ledger):
        yield json.dumps(row, ensure_ascii=False) + "\n"
