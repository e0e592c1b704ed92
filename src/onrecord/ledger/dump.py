"""A whole ledger as lines of JSON: reports with their text, readings, claims with their history, tombstones, judgements.

The first line says what the file is. The lines of a report follow one another: the report, its readings, its claims; then come judgements,
in the order in which they were made. The last line counts the others, so that a file that was cut off is known. Keys without a value are left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.ledger import judged
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.schema import claim_spells, claims, readings, reports
from onrecord.model import Claim, Judgement, claim_from_json, claim_to_json

FORM = 2
"""The version of these lines. Those of form 1 have no last line that counts the others."""
END = "end"
HEAD = {"onrecord": "ledger", "form": FORM}
META = (
    "id", "given_id", "title", "outlet", "author", "published", "added", "url", "language", "path", "corrects", "notice", "origin", "hash",
)  # fmt: skip
STONE = ("id", "given_id", "outlet", "published", "added", "language", "corrects", "notice", "origin", "hash")
TOLD = ("withdrawn", "withdrawn_why", "withdrawn_by", "withdrawn_claims")
JsonRow = dict[str, Any]


def export_ledger(ledger: Ledger) -> Iterator[str]:
    """The ledger whole, a line at a time, as it was when the first line was taken; ``import_ledger`` makes the same ledger of it."""
    yield _line(HEAD)
    counts: Counter[str] = Counter()
    with ledger.reading() as connection:
        for row in _rows(connection):
            counts[row["type"]] += 1
            yield _line(row)
    yield _line({"type": END, "lines": dict(sorted(counts.items()))})


def _rows(connection: Connection) -> Iterator[JsonRow]:
    for row in connection.execute(select(reports).order_by(reports.c.number)).yield_per(100):
        yield _tombstone(row) if row.withdrawn else _report(row)
        yield from _readings(connection, row.number)
        yield from _claims(connection, row.number)
    yield from map(judgement_line, judged.load(connection))


def _report(row: Row[Any]) -> JsonRow:
    line = _given("report", row, META)
    if row.dateline_begin is not None:
        at = [row.dateline_begin, row.dateline_end]
        line["dateline"] = _without_none({"span": at, "place": row.dateline_place, "agency": row.dateline_agency})
    return line | {"repeats": json.loads(row.repeats), "text": row.text}


def _tombstone(row: Row[Any]) -> JsonRow:
    return _given("tombstone", row, (*STONE, *TOLD))


def _readings(connection: Connection, report: int) -> Iterator[JsonRow]:
    for row in connection.execute(select(readings).where(readings.c.report == report).order_by(readings.c.number)):
        yield {"type": "reading", "version": row.version, "at": row.at}


def _claims(connection: Connection, report: int) -> Iterator[JsonRow]:
    spells: dict[int, list[list[str]]] = {}
    mine = claims.c.report == report
    earlier = (
        select(claim_spells).join_from(claim_spells, claims).where(mine).order_by(claim_spells.c.claim, claim_spells.c.since)
    )
    for row in connection.execute(earlier):
        spells.setdefault(row.claim, []).append([row.since, row.until])
    for row in connection.execute(select(claims).where(mine).order_by(claims.c.number)):
        line = {"type": "claim", "since": row.since, "until": row.until, "read": row.read, "follows": row.follows}
        told = claim_line(claim_from_json(json.loads(row.json)))
        yield _without_none(line | {"spells": spells.get(row.number)}) | {"claim": told}


def claim_line(claim: Claim) -> JsonRow:
    """A claim as it stands in a line."""
    return claim_to_json(claim, own=True)


def judgement_line(one: Judgement) -> JsonRow:
    """A judgement as a line."""
    line = {
        "type": "judgement",
        **{name: getattr(one, name) for name in ("id", "by", "at", "why", "undoes")},
        "act": one.act.value,
    }
    about = [
        {
            "claim": anchor.claim,
            "report": anchor.report,
            "kind": anchor.kind.value,
            "evidence": [anchor.evidence.begin, anchor.evidence.end],
        }
        for anchor in one.about
    ]
    value = claim_line(one.value) if one.value is not None else None
    return _without_none(line | {"about": about, "value": value})


def _given(type: str, row: Row[Any], names: tuple[str, ...]) -> JsonRow:
    return {"type": type} | _without_none({name: row._mapping[name] for name in names})


def _without_none(row: JsonRow) -> JsonRow:
    return {name: value for name, value in row.items() if value is not None}


def _line(row: JsonRow) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
