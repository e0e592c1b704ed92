"""Reports and claims as rows of the tables, and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Row

from onrecord.ledger.clock import when
from onrecord.ledger.credits import opening_credit
from onrecord.ledger.schema import LONG
from onrecord.model import (
    Claim,
    Dateline,
    Entry,
    Report,
    ReportCard,
    Span,
    claim_known_as,
    claim_to_json,
    known_day,
    quantity_to_json,
)

JsonRow = dict[str, Any]
PLAIN = ("id", "text", "title", "published", "outlet", "author", "url", "language", "path", "corrects")
CARD = ("id", "title", "published", "outlet", "url", "added", "origin", "dateline_agency")


def report_row(report: Report, *, given_id: str, added: str) -> JsonRow:
    """A report as a row of ``reports``."""
    line = report.dateline
    return {name: getattr(report, name) for name in PLAIN} | {
        "given_id": given_id,
        "added": added,
        "known_day": known_day(report.published, added),
        "hash": report.hash,
        "repeats": json.dumps([[span.begin, span.end] for span in report.repeats]),
        "dateline_begin": line.span.begin if line else None,
        "dateline_end": line.span.end if line else None,
        "dateline_place": line.place if line else None,
        "dateline_agency": line.agency if line else opening_credit(report.text),
    }


def report_of(row: Row[Any]) -> Report:
    """The report, as it was added."""
    cells = row._mapping
    begin = cells["dateline_begin"]
    span = Span(begin, cells["dateline_end"]) if begin is not None else None
    return Report(
        **{name: cells[name] for name in PLAIN},
        dateline=Dateline(span, cells["dateline_place"], cells["dateline_agency"]) if span else None,
        repeats=tuple(Span(*ends) for ends in json.loads(cells["repeats"])),
    )


def claim_row(claim: Claim, report: Report, number: int, known: str) -> JsonRow:
    """A claim as a row of ``claims``; ``number`` is that of its report's row, ``known`` the day from which on that counts as known."""
    days, time, line = when(claim, report.published), claim.time, claim_to_json(claim, own=True)
    numbers: JsonRow = dict.fromkeys(("value", "low", "high", "from", "to", "delta", "unit", "approx"))
    if claim.quantity is not None:
        numbers |= quantity_to_json(claim.quantity)
    return numbers | {
        "id": line["id"],
        "report": number,
        "known_day": known,
        "kind": claim.kind.value,
        "status": claim.status.value,
        "stage": claim.stage.value if claim.stage else None,
        "source": claim.source,
        "words": claim.evidence.cut(report.text),
        "begin": claim.evidence.begin,
        "end": claim.evidence.end,
        "time_text": time.text if time else None,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_type": time.type.value if time else None,
        "first_day": days.first,
        "last_day": days.last,
        "dated_by": days.dated_by,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "json": json.dumps(line, ensure_ascii=False),
    }


def key_row(row: JsonRow, place: int) -> JsonRow:
    """What ``claim_keys`` repeats of a claim's row; ``place`` is the number of that row."""
    same = {name: row[name] for name in ("kind", "status", "first_day", "last_day", "known_day")}
    return {"claim": place, "stands": True, "lasts": lasts(row["first_day"], row["last_day"])} | same


def lasts(first: str | None, last: str | None) -> bool:
    """Whether days are open at one end, or lie far apart.

    >>> lasts("2014-09-15", None), lasts("2014-09-15", "2014-09-30"), lasts("2014-01-01", "2014-12-31"), lasts(None, None)
    (True, False, True, False)
    """
    if first is None or last is None:
        return first is not last
    return (date.fromisoformat(last) - date.fromisoformat(first)).days > LONG


def card_of(row: Row[Any], *, prefix: str = "") -> ReportCard:
    """What answers show of a report, from columns that may bear a prefix."""
    return ReportCard(*(row._mapping[prefix + name] for name in CARD))


def card_with(report: Report, added: str) -> ReportCard:
    """What answers show of a report that is being added, but for whose words it carries."""
    line = report.dateline
    return ReportCard(
        report.id, report.title, report.published, report.outlet, report.url, added, None, line.agency if line else None
    )


def entry_of(row: Row[Any]) -> Entry:
    """A claim with its report and words, from a row that begins with ``json``, ``words``, ``fact`` and the columns of ``CARD``."""
    line, words, fact, *card = row[: 3 + len(CARD)]
    return Entry(claim_known_as(json.loads(line)), ReportCard(*card), words, fact=fact)
