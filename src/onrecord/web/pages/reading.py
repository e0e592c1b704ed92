"""A report with its claims marked, and a claim with why it is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord import ledger as asking
from onrecord.errors import UnknownName
from onrecord.ledger import Ledger, Places
from onrecord.model import Claim, Echo, Entry, Judged, Listed, Report, ReportCard, Span
from onrecord.views.annotated import leaf_at, leaf_of_text
from onrecord.views.answer_json import claim_to_answer, report_to_json
from onrecord.views.rules import rules_written
from onrecord.views.standing import echo_words, family_words
from onrecord.web.books import Book
from onrecord.web.desk import Desk
from onrecord.web.page import ROWS, Leaf, Page, leaf_of
from onrecord.web.pages.fields import LIMIT, PAGE
from onrecord.web.params import Asked, Param

AROUND = 400
"""Characters of a report that are shown on either side of a claim's sentence."""


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report with its family and its corrections, and where its claims stand; these are fetched where they are shown."""

    report: Report
    about: Listed
    places: Places
    origin: ReportCard | None
    echoes: tuple[ReportCard, ...]
    book: Book = field(repr=False)

    @property
    def spans(self) -> Iterator[Span]:
        """The places of its claims, in the order of the text."""
        return map(Span, self.places.begins, self.places.ends)

    def fetch(self, wanted: Sequence[int]) -> list[Claim]:
        """The claims of these numbers, counted from 1 in the order of the text."""
        with self.book.reading() as ledger:
            numbers = [self.places.numbers[n - 1] for n in wanted]
            return [entry.claim for entry in asking.entries_numbered(ledger, numbers)]


def _nothing(_ledger: Ledger, _asked: Asked) -> None:
    """The ledger is asked by way of the desk, which can ask it again."""


def _report(desk: Desk, asked: Asked) -> ReportRead | None:
    if "id" not in asked:
        return None
    id = asked["id"]

    def read(ledger: Ledger) -> ReportRead:
        report = ledger.report(id)
        [about] = asking.listed(ledger, report=id)
        return ReportRead(report, about, asking.places_of(ledger, id), *asking.kin_of(ledger, id), desk.book)

    found: ReportRead = desk.book.answer(("report", id), read)
    return found


def _of_report(answer: ReportRead | None, asked: Asked) -> Mapping[str, Any]:
    if answer is None:
        return {}
    text, wanted = answer.report.text, asked.get("page", 1)
    if "claim" in asked:
        wanted = leaf_at(text, answer.spans, _place_of(answer, asked["claim"]))
    leaf = leaf_of_text(text, answer.spans, answer.fetch, wanted)
    family = list(family_words(answer.origin, answer.echoes))
    return {"leaf": leaf, "by_number": dict(leaf.claims), "family": family, "per": ROWS}


def _place_of(answer: ReportRead, id: str) -> int:
    """Where a claim of the report begins; its beginning where the claim is none of it."""
    with answer.book.reading() as ledger:
        try:
            number = asking.number_of(ledger, id)
        except UnknownName:
            return 0
    places = answer.places
    return places.begins[places.numbers.index(number)] if number in places.numbers else 0


def _part_of_report(answer: ReportRead | None, asked: Asked) -> tuple[Any, Leaf[int]]:
    """The report with a stretch of its claims: the API gives no more of them at once than of a list."""
    if answer is None:
        return None, leaf_of((), asked)
    leaf = leaf_of(range(1, len(answer.places) + 1), asked, per=asked.get("limit", ROWS))
    claims = answer.fetch(leaf.rows)
    return report_to_json(answer.report, claims, answer.about, origin=answer.origin, echoes=answer.echoes), leaf


REPORT = Page(
    name="report",
    path="/report",
    title="Report",
    says="A report with the sentences that make its claims marked, by what kind they are.",
    ask=_nothing,
    ask_desk=_report,
    params=(
        Param("id", "Report", "The report's id.", needed=True),
        Param("claim", "Claim", "The claim whose leaf of the report is shown."),
        PAGE,
        LIMIT,
    ),
    more=_of_report,
    part_of=_part_of_report,
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
    told_whole=True,
)
