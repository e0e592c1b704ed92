"""Claims and facts handed on: JSON lines, and flat rows for CSV and Parquet; on request without a word of the reports' text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select

from onrecord.ledger.clock import known_since
from onrecord.ledger.columns import LONG, WORDY, columns_of
from onrecord.ledger.corrections import corrected_in
from onrecord.ledger.facts import days_of_fact, facts_of
from onrecord.ledger.filters import Filters
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.schema import reports
from onrecord.model import Claim, Entry, Fact, Time, claim_to_json, quantity_to_json
from onrecord.model.answers import correction_of

ALL = Filters()
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Cells = dict[str, Any]


def export_jsonl(ledger: Ledger, asked: Filters = ALL, *, facts: bool = False, text: bool = True) -> Iterator[str]:
    """One line of JSON a claim, in the form of the vocabulary with OnRecord's own fields; or a row a fact.

    Without ``text``, claims are in the same form without the words of their report, which is named by id, outlet, address and hash.
    """
    if facts:
        yield from map(_json_line, rows_of(ledger, asked, facts=True, text=text))
        return
    hashes = {} if text else _hashes(ledger)
    for entry in ledger.each(asked):
        line = claim_to_json(entry.claim, own=True)
        yield _json_line(line if text else _without_words(line, entry, hashes))


def export_csv(ledger: Ledger, asked: Filters = ALL, *, facts: bool = False, text: bool = True) -> Iterator[str]:
    """A line of column names, then one line a claim, or a fact.

    Text that a spreadsheet would run as a formula gets an apostrophe before it: reports are not to be trusted.
    """
    columns = columns_of(facts=facts, text=text)
    yield _line(list(columns))
    for row in rows_of(ledger, asked, facts=facts, text=text):
        yield _line([_harmless(row.get(name)) for name in columns])


def rows_of(ledger: Ledger, asked: Filters = ALL, *, facts: bool = False, text: bool = True) -> Iterator[Cells]:
    """One flat row a claim, or a fact, by column; what is not known is left out."""
    columns = columns_of(facts=facts, text=text)
    hashes = {} if facts else _hashes(ledger)
    found: Iterable[Fact | Entry] = _facts(ledger, asked) if facts else ledger.each(asked)
    for one in found:
        row = fact_row(one) if isinstance(one, Fact) else csv_row(one, hashes)
        left_out = frozenset() if text else {f"arg_{arg}" for arg in passages_of(one.claim)}
        yield {name: row[name] for name in columns if name in row and name not in left_out}


def csv_row(entry: Entry, hashes: Mapping[str, str]) -> Cells:
    """The cells of a claim, by column; what is not known is left out."""
    claim, card = entry.claim, entry.report
    line = claim_to_json(claim, own=True)
    row: Cells = {
        "report": card.id,
        "report_hash": hashes.get(card.id),
        "evidence_begin": claim.evidence.begin,
        "evidence_end": claim.evidence.end,
        "words": entry.words,
        "review": entry.review.value if entry.review else None,
        **{name: getattr(card, name) for name in ("title", "outlet", "published", "url", "added")},
        **{name: line.get(name) for name in ("id", "kind", "status", "stage", "source", "rule", "confidence")},
        **_said(claim),
        **_time("time", claim.time),
        **_time("announced", claim.announced),
    }
    return {name: cell for name, cell in row.items() if cell is not None}


def fact_row(fact: Fact) -> Cells:
    """The cells of a fact, by column; what is not known is left out."""
    claim, days, by = fact.claim, days_of_fact(fact), correction_of(fact)
    cards = {entry.report.id: entry.report for entry in fact.entries}
    row: Cells = {
        "id": fact_id(fact),
        "kind": claim.kind.value,
        "status": claim.status.value,
        "stage": claim.stage.value if claim.stage else None,
        "source": claim.source,
        **_said(claim),
        **_time("time", fact.time),
        "first_day": days.first,
        "last_day": days.last,
        "dated_by": days.dated_by,
        "known": min(map(known_since, cards.values())),
        "claims": len(fact.entries),
        "reports": len(cards),
        "outlets": len(fact.outlets),
        "origins": len(fact.origin_groups),
        "reviewed": fact.reviewed,
        "joined": fact.joined or None,
        "corrected_by": by.claim.id if by else None,
        "report": fact.report.id,
        "url": fact.report.url,
        "words": fact.words,
        "claim_ids": [entry.claim.id for entry in fact.entries],
    }
    return {name: cell for name, cell in row.items() if cell is not None}


def fact_id(fact: Fact) -> str:
    """The id of a fact: that of the claim which was known first, so that it stays while later reports join it."""
    return f"f-{fact.claim.id}"


def _facts(ledger: Ledger, asked: Filters) -> tuple[Fact, ...]:
    found = ledger.find(asked)
    return facts_of(found, corrected=corrected_in(ledger, found))


def _said(claim: Claim) -> Cells:
    """Participants and numbers."""
    args = {f"arg_{arg}": "; ".join(value) if isinstance(value, tuple) else value for arg, value in claim.args.items()}
    return {**args, **(quantity_to_json(claim.quantity) if claim.quantity else {})}


def _time(name: str, time: Time | None) -> Cells:
    if time is None:
        return {}
    return {f"{name}_text": time.text, f"{name}_start": time.start, f"{name}_end": time.end, f"{name}_type": time.type.value}


def passages_of(claim: Claim) -> frozenset[str]:
    """The args that hold a passage of the report and no name: clauses, contents, and what has many words and no known id."""
    named = {name.split(".", maxsplit=1)[0] for name in claim.ids}
    long = {arg for arg in claim.args if arg not in named and len((claim.arg(arg) or "").split()) > LONG}
    return frozenset(long | (set(WORDY) & set(claim.args)))


def _without_words(line: Cells, entry: Entry, hashes: Mapping[str, str]) -> Cells:
    """A claim in its own form, without passages of its report; the report's address and hash stand in their place."""
    passages = passages_of(entry.claim)
    args = {arg: value for arg, value in line["args"].items() if arg not in passages}
    times = {name: {end: line[name][end] for end in ("start", "end", "type")} for name in ("time", "announced") if name in line}
    card = entry.report
    about = {"outlet": card.outlet, "published": card.published, "url": card.url, "hash": hashes.get(card.id)}
    return line | {"args": args} | times | {"report": about}


def _hashes(ledger: Ledger) -> dict[str, str]:
    """The hash of each report's text, by the report's id."""
    with ledger.reading() as connection:
        return {row.id: row.hash for row in connection.execute(select(reports.c.id, reports.c.hash))}


def _json_line(row: Cells) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _harmless(cell: object) -> object:
    if isinstance(cell, list):
        cell = "; ".join(cell)
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return str(cell).lower() if isinstance(cell, bool) else cell


def _line(cells: list[str] | list[object]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
