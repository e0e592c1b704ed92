"""Whether the reports of a ledger are whole: texts and hashes, spans, clocks, and tombstones without a word."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, select

from onrecord.ledger.rows import report_of
from onrecord.ledger.schema import claims, reports
from onrecord.ledger.withdrawing import EMPTIED
from onrecord.model import known_day


def wrong_reports(connection: Connection, counts: Counter[str]) -> Iterator[str]:
    """What is wrong with reports and tombstones, a sentence each."""
    ids = set(connection.scalars(select(reports.c.id)))
    for row in connection.execute(select(reports).order_by(reports.c.number)):
        counts["tombstones" if row.withdrawn else "reports"] += 1
        yield from _tombstone(connection, row) if row.withdrawn else _report(row)
        if row.id != row.given_id and not row.id.startswith(f"{row.given_id}~"):
            yield f"report {row.id} has an id that was not made from the one that it was given, {row.given_id}"
        if row.origin is not None and row.origin not in ids:
            yield f"report {row.id} is said to carry the text of {row.origin}, which is not there"


def _report(row: Row[Any]) -> Iterator[str]:
    if hashlib.sha256(row.text.encode()).hexdigest() != row.hash:
        yield f"the text of report {row.id} is not the one that was added"
    try:
        report_of(row)
    except (ValueError, TypeError) as error:
        yield f"report {row.id} cannot be read: {error}"
        return
    if known_day(row.published, row.added) != row.known_day:
        yield f"report {row.id} counts as known on {row.known_day}, and its dates give another day"


def _tombstone(connection: Connection, row: Row[Any]) -> Iterator[str]:
    left = [name for name, empty in EMPTIED.items() if row._mapping[name] != empty]
    if left:
        yield f"report {row.id} was withdrawn and still has its {', '.join(left)}"
    if count := connection.scalar(select(func.count()).where(claims.c.report == row.number)):
        yield f"report {row.id} was withdrawn and still has {count:,} claims"
    if row.withdrawn < row.added:
        yield f"report {row.id} was withdrawn before it was added"
