"""Every answer as JSON, with the claims in the ledger's own form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from onrecord.model import Claim, Echo, Entry, Fact, Judged, Judgement, Listed, Report, ReportCard, claim_to_json
from onrecord.model.answers import DerivedLevel, LevelPoint, correction_of
from onrecord.views.why import claim_explained_json


def answer_to_json(answer: object) -> Any:
    """Any answer, or part of one, as values that ``json.dumps`` takes.

    >>> from onrecord.model import ReportCard
    >>> answer_to_json((ReportCard("a1", published="2020-09"),))
    [{'id': 'a1', 'title': None, 'published': '2020-09', 'outlet': None, 'url': None}]
    """
    match answer:
        case None | bool() | int() | float():
            return answer
        case Enum():
            return answer.value
        case str():
            return answer
        case Claim():
            return claim_to_json(answer, own=True)
        case Entry():
            return entry_to_json(answer)
        case Fact():
            row: dict[str, Any] = {
                "joined": answer.joined,
                **_standing(answer),
                "reviewed": answer.reviewed,
                "entries": [entry_to_json(entry) for entry in answer.entries],
            }
            by = correction_of(answer)
            return row | {"corrected_by": entry_to_json(by)} if by else row
        case ReportCard() | Report():
            return _card(answer)
        case Judgement():
            return {"id": answer.id, **{name: answer_to_json(getattr(answer, name)) for name in _names_of(answer)}}
        case LevelPoint():
            told = ("place", "site", "stage", "announced", "due", "known", "added")
            return {name: answer_to_json(getattr(answer, name)) for name in (*_names_of(answer), *told)}
        case DerivedLevel():
            return {name: answer_to_json(getattr(answer, name)) for name in (*_names_of(answer), "known", "added")}
        case Mapping():
            return {str(key): answer_to_json(value) for key, value in answer.items()}
        case _ if is_dataclass(answer):
            return {name: answer_to_json(getattr(answer, name)) for name in _names_of(answer)}
        case Iterable():
            return [answer_to_json(item) for item in answer]
    raise TypeError(f"{type(answer).__name__} is no part of an answer")


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """A claim in the ledger's form, with its words and its report."""
    row = claim_to_json(entry.claim, own=True) | {"words": entry.words, "report": _card(entry.report)}
    return row | ({"review": entry.review.value} if entry.review else {})


def report_to_json(
    report: Report, claims: Sequence[Claim], about: Listed, *, origin: ReportCard | None, echoes: Sequence[ReportCard]
) -> dict[str, Any]:
    """A report whole, with its claims, whose text it carries, who carries its own, and what was corrected."""
    links = {"corrects": about.corrects, "corrected_by": about.corrected_by}
    row = {"report": report, "origin": origin, "echoes": echoes, **links, "text": report.text, "claims": claims}
    return {name: answer_to_json(value) for name, value in row.items()}


def claim_to_answer(
    entry: Entry, rules: Mapping[str, str], *, text: str, echo: Echo | None, judged: Sequence[Judged]
) -> dict[str, Any]:
    """One claim with why it is one, and what analysts said of it."""
    told = claim_explained_json(entry, rules, text=text)
    return {name: answer_to_json(value) for name, value in {"claim": entry, "echo": echo, "judgements": judged}.items()} | told


def _names_of(answer: Any) -> tuple[str, ...]:
    """The names of an answer's fields."""
    return tuple(field.name for field in fields(answer))


def _card(card: ReportCard | Report) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(card, name) for name in ("id", "title", "published", "outlet", "url")}
    if isinstance(card, ReportCard) and card.added:
        row["added"] = card.added
        row["origin"] = card.origin
    return row


def _standing(fact: Fact) -> dict[str, Any]:
    """How many reports, outlets and origins a fact rests on, and which reports are one origin; the first is whose the words are."""
    groups = [
        {"reports": [card.id for card in group.reports], "ties": [tie.value for tie in group.ties]}
        for group in fact.origin_groups
    ]
    return {
        "reports": len(fact.reports),
        "outlets": len(fact.outlets),
        "origins": len(fact.origin_groups),
        "origin_groups": groups,
    }
