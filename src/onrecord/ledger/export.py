"""Claims handed on: JSON lines in the ledger's own form, and CSV with one flat row a claim."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.search import Filters
from onrecord.model import SPECS, Entry, claim_to_json

ALL = Filters()
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ARGS = tuple(sorted({arg for spec in SPECS.values() for arg in spec.args}))
COLUMNS: dict[str, str] = {
    "id": "the claim's id, made from its content",
    "report": "the report's id",
    "title": "the report's title",
    "outlet": "who published it",
    "published": "when it was published (YYYY, YYYY-MM or YYYY-MM-DD)",
    "url": "the report's address",
    "added": "when this ledger took the report in, in UTC",
    "kind": "the kind of claim",
    "status": "actual, planned, conditional, possible or denied",
    "stage": "how far a plan has come",
    "source": "whom the report attributes the claim to",
    **{f"arg_{arg}": f"the arg {arg}, lists joined by '; '" for arg in ARGS},
    "value": "the number that is stated",
    "low": "the number that it is not below",
    "high": "the number that it is not above",
    "from": "the number before a change",
    "to": "the number after a change",
    "delta": "the size of a change",
    "unit": "what is counted, or the currency",
    "approx": "true where the number is said to be rough",
    "time_text": "the time, in the words of the report",
    "time_start": "its first day, month or year",
    "time_end": "its last day, month or year",
    "time_type": "point, duration, deadline or recurring",
    "evidence_begin": "where the sentence begins in the report's text, in characters",
    "evidence_end": "where it ends",
    "words": "the sentence that makes the claim",
    "rule": "the rule that read it",
    "confidence": "how likely it is, from 0 to 1, that an analyst would record the claim unedited",
}
"""The columns of the CSV export, with what they hold."""


def export_jsonl(ledger: Ledger, asked: Filters = ALL) -> Iterator[str]:
    """One line of JSON a claim, in the form of the vocabulary, with OnRecord's own fields."""
    for entry in ledger.each(asked):
        yield json.dumps(claim_to_json(entry.claim, own=True), ensure_ascii=False) + "\n"


def export_csv(ledger: Ledger, asked: Filters = ALL) -> Iterator[str]:
    """A line of column names, then one line a claim.

    Text that a spreadsheet would run as a formula gets an apostrophe before it: reports are not to be trusted.
    """
    yield _line(list(COLUMNS))
    for entry in ledger.each(asked):
        row = csv_row(entry)
        yield _line([_harmless(row.get(name)) for name in COLUMNS])


def csv_row(entry: Entry) -> dict[str, object]:
    """The cells of a claim, by column; what is not known is left out."""
    claim, card = entry.claim, entry.report
    line = claim_to_json(claim, own=True)
    row: dict[str, object] = {
        "report": card.id,
        "evidence_begin": claim.evidence.begin,
        "evidence_end": claim.evidence.end,
        "words": entry.words,
        **{name: getattr(card, name) for name in ("title", "outlet", "published", "url", "added")},
        **{name: line.get(name) for name in ("id", "kind", "status", "stage", "source", "rule", "confidence")},
        **{f"arg_{arg}": "; ".join(v) if isinstance(v, tuple) else v for arg, v in claim.args.items()},
        **line.get("quantity", {}),
        **{f"time_{name}": cell for name, cell in line.get("time", {}).items()},
    }
    return {name: cell for name, cell in row.items() if cell is not None}


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return str(cell).lower() if isinstance(cell, bool) else cell


def _line(cells: list[str] | list[object]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
