"""A report with its claims marked, and a claim with why it is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Ledger
from onrecord.model import Claim, Echo, Entry, Judged, Listed, Report, ReportCard
from onrecord.views.annotated import leaf_with, text_leaf
from onrecord.views.answer_json import claim_to_answer, report_to_json
from onrecord.views.rules import rules_written
from onrecord.views.standing import echo_words, family_words
from onrecord.web.page import Page
from onrecord.web.pages.fields import PAGE
from onrecord.web.params import Asked, Param

AROUND = 400
"""Characters of a report that are shown on either side of a claim's sentence."""


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report whole, with its claims, its family and its corrections."""

    report: Report
    about: Listed
    claims: tuple[Claim, ...]
    origin: ReportCard | None
    echoes: tuple[ReportCard, ...]


def _report(ledger: Ledger, asked: Asked) -> ReportRead | None:
    if "id" not in asked:
        return None
    id = asked["id"]
    report = ledger.report(id)
    [about] = asking.listed(ledger, report=id)
    origin, echoes = asking.kin_of(ledger, id)
    return ReportRead(report, about, tuple(entry.claim for entry in ledger.claims(doc=id)), origin, echoes)


def _of_report(answer: ReportRead | None, asked: Asked) -> Mapping[str, Any]:
    if answer is None:
        return {}
    wanted = leaf_with(answer.report.text, answer.claims, asked["claim"]) if "claim" in asked else asked.get("page", 1)
    leaf = text_leaf(answer.report.text, answer.claims, wanted)
    return {"leaf": leaf, "by_number": dict(leaf.claims), "family": list(family_words(answer.origin, answer.echoes))}


def _report_json(answer: ReportRead | None) -> Any:
    if answer is None:
        return None
    return report_to_json(answer.report, answer.claims, answer.about, origin=answer.origin, echoes=answer.echoes)


REPORT = Page(
    name="report",
    path="/report",
    title="Report",
    says="A report with the sentences that make its claims marked, by what kind they are.",
    ask=_report,
    params=(
        Param("id", "Report", "The report's id.", needed=True),
        Param("claim", "Claim", "The claim whose leaf of the report is shown."),
        PAGE,
    ),
    more=_of_report,
    to_json=_report_json,
    in_nav=False,
    under="sources",
)


@dataclass(frozen=True, slots=True)
class ClaimExplained:
    """A claim with the text of its report, whose words it repeats, and what analysts said of it."""

    entry: Entry
    text: str
    echo: Echo | None
    judged: tuple[Judged, ...]


def _claim(ledger: Ledger, asked: Asked) -> ClaimExplained:
    entry = ledger.claim(asked["id"])
    text = ledger.report(entry.report.id).text
    return ClaimExplained(entry, text, asking.echo_of(ledger, entry), asking.judgements_of(ledger, claim=entry.claim.id))


def _of_claim(answer: ClaimExplained, _asked: Asked) -> Mapping[str, Any]:
    span = answer.entry.claim.evidence
    before, after = answer.text[max(0, span.begin - AROUND) : span.begin], answer.text[span.end : span.end + AROUND]
    return {
        "told": _claim_json(answer),
        "before": ("…" if span.begin > AROUND else "") + before,
        "after": after + ("…" if span.end + AROUND < len(answer.text) else ""),
        "echo": echo_words(answer.echo) if answer.echo else "",
    }


def _claim_json(answer: ClaimExplained) -> Any:
    return claim_to_answer(answer.entry, rules_written(), text=answer.text, echo=answer.echo, judged=answer.judged)


CLAIM = Page(
    name="claim",
    path="/claims/{id}",
    title="Claim",
    says="Why: the sentence of a claim, and the words that give each of its values.",
    ask=_claim,
    params=(Param("id", "Claim", "The claim's id, or the beginning of it that no other has.", needed=True),),
    more=_of_claim,
    to_json=_claim_json,
    in_nav=False,
    under="timeline",
)
