"""Whether a ledger is whole: what it says of itself against what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from onrecord.ledger import sqlite
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import entry_of
from onrecord.ledger.schema import claim_keys, claims, reports
from onrecord.ledger.search import entries


def check(ledger: Ledger) -> tuple[str, ...]:
    """What is wrong with the ledger, a sentence each; empty where all is well.

    It asks the database, compares each text with its hash, each claim with its id, and each sentence with what its span cuts.
    """
    with ledger.reading() as connection:
        return (*sqlite.whole(connection), *_reports(connection), *_claims(connection), *_keys(connection))


def _reports(connection: Connection) -> Iterator[str]:
    for id, text, known in connection.execute(select(reports.c.id, reports.c.text, reports.c.hash).order_by(reports.c.id)):
        if hashlib.sha256(text.encode()).hexdigest() != known:
            yield f"the text of report {id} is not the one that was added"


def _claims(connection: Connection) -> Iterator[str]:
    rows = entries().add_columns(claims.c.id, claims.c.begin, claims.c.end, reports.c.text)
    for row in connection.execute(rows):
        claim = entry_of(row).claim
        if claim.id != row.id or claim.doc != row.report_id:
            yield f"claim {row.id} is not the one that was added"
        if claim.evidence.cut(row.text) != row.words or (claim.evidence.begin, claim.evidence.end) != (row.begin, row.end):
            yield f"the sentence of claim {row.id} is not what its span cuts out of report {row.report_id}"


def _keys(connection: Connection) -> Iterator[str]:
    """What is kept twice, so that claims are chosen quickly, must be the same in both places."""
    same = ("kind", "status", "first_day", "last_day", "known_day")
    differs = [claim_keys.c[name].is_distinct_from(claims.c[name]) for name in same]
    stands = claim_keys.c.stands.is_distinct_from(claims.c.until.is_(None))
    query = select(claims.c.id).join_from(claim_keys, claims).where(or_(*differs, stands)).distinct().order_by(claims.c.id)
    for id in connection.scalars(query):
        yield f"the keys of claim {id} are not those of the claim"
    late = select(claims.c.id).join_from(claims, reports).where(claims.c.known_day != reports.c.known_day).order_by(claims.c.id)
    for id in connection.scalars(late):
        yield f"claim {id} is not known since the day of its report"
