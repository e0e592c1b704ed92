"""Whether the claims of a ledger are whole: each against its own JSON, its report's text, and what it is found by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from onrecord.ledger.kept_parties import party_rows
from onrecord.ledger.keys import ArgRow, Key, arg_rows, keys_of
from onrecord.ledger.rows import claim_row, report_of
from onrecord.ledger.schema import claim_args, claim_keys, claim_parties, claim_spells, claims, fact_shelves, reports
from onrecord.model import Claim, Report, claim_from_json

PLACED = ("words", "begin", "end")
APART = ("id", "json", *PLACED)
"""Columns that are compared for themselves, or not as they are written."""


def wrong_claims(connection: Connection, counts: Counter[str]) -> Iterator[str]:
    """What is wrong with claims, a sentence each; rows are read in step, so that little is held at a time."""
    args, keys, parties = (_Rows(connection, select(table), table.c.claim) for table in (claim_args, claim_keys, claim_parties))
    texts = _Texts(connection)
    for row in connection.execute(select(claims).order_by(claims.c.number)):
        counts["claims"] += 1
        own_args, own_keys, own_parties = args.of(row.number), keys.of(row.number), parties.of(row.number)
        if row.until is not None and row.until < row.since:
            yield f"claim {row.id} went before it came"
        report = texts.report(row.report)
        if report is None:
            continue
        claim = _read(row)
        if claim is None:
            yield f"claim {row.id} cannot be read"
            continue
        yield from _against_itself(row, claim, report)
        if {ArgRow(one.arg, one.position, one.value, one.name_id, one.country) for one in own_args} != set(arg_rows(claim)):
            yield f"the args of claim {row.id} are not those that it gives"
        if {Key(one.role, one.key) for one in own_keys} != keys_of(claim):
            yield f"the names by which claim {row.id} is found are not those that it gives"
        if _as_kept(own_parties) != _as_kept(_parties(row, claim)):
            yield f"the parties by which promises find claim {row.id} are not those that it gives"
    yield from _spells(connection)
    yield from lost_claims(connection)
    yield from wrong_facts(connection)


def _parties(row: Row[Any], claim: Claim) -> Iterator[SimpleNamespace]:
    rows = party_rows(claim, row.words, row.number, known=row.known_day, first=row.first_day)
    return (SimpleNamespace(**one) for one in rows)


def _as_kept(rows: Iterable[Any]) -> set[tuple[Any, ...]]:
    return {(one.key, one.known_day, one.first_day, one.tells) for one in rows}


def _against_itself(row: Row[Any], claim: Claim, report: Report) -> Iterator[str]:
    if claim.doc != report.id:
        yield f"claim {row.id} is not the one that was added: it is of report {claim.doc}"
        return
    spans = (claim.evidence, *claim.spans.values())
    if max(span.end for span in spans) > len(report.text):
        yield f"a span of claim {row.id} lies beyond the text of report {report.id}"
    expected, cells = claim_row(claim, report, row.report, row.known_day), row._mapping
    if expected["id"] != row.id:
        yield f"claim {row.id} is not the one that was added"
    if any(expected[name] != cells[name] for name in PLACED):
        yield f"the sentence of claim {row.id} is not what its span cuts out of report {report.id}"
    differing = [name for name, value in expected.items() if name not in APART and cells[name] != value]
    if differing:
        yield f"claim {row.id} does not give what its columns say: {', '.join(differing)}"


def _read(row: Row[Any]) -> Claim | None:
    try:
        return claim_from_json(json.loads(row.json))
    except (ValueError, KeyError, TypeError):
        return None


def _spells(connection: Connection) -> Iterator[str]:
    query = select(claims.c.id).join_from(claims, claim_spells).where(claim_spells.c.until < claim_spells.c.since)
    for id in connection.scalars(query.order_by(claims.c.id)):
        yield f"an earlier time in which claim {id} stood ends before it begins"


def wrong_facts(connection: Connection) -> Iterator[str]:
    """Claims that stand and are in no fact, and facts that are named by no claim of theirs that stands."""
    first = claims.alias("first")
    own = first.c.number.is_not(None)
    begins = and_(first.c.number == claims.c.fact, first.c.fact == first.c.number, first.c.until.is_(None))
    joined = select(claims.c.id, claims.c.fact, own.label("begins")).outerjoin(first, begins).where(claims.c.until.is_(None))
    for row in connection.execute(joined.where(or_(claims.c.fact.is_(None), ~own)).order_by(claims.c.id)):
        yield f"claim {row.id} is in no fact" if row.fact is None else f"the fact of claim {row.id} is not there"
    astray = select(func.count()).select_from(fact_shelves.outerjoin(first, first.c.number == fact_shelves.c.fact))
    if count := connection.scalar(astray.where(or_(first.c.number.is_(None), first.c.fact != first.c.number))):
        yield f"{count:,} shelves hold facts that are not there"


def lost_claims(connection: Connection) -> Iterator[str]:
    """Claims that others are said to come in the place of, and that are not there."""
    older = claims.alias("older")
    lost = select(claims.c.id, claims.c.follows).outerjoin(older, older.c.id == claims.c.follows)
    for row in connection.execute(lost.where(claims.c.follows.is_not(None), older.c.id.is_(None)).order_by(claims.c.id)):
        yield f"claim {row.id} is said to come in the place of {row.follows}, which is not there"


class _Rows:
    """Rows that belong to claims, given a claim at a time in the order of their numbers."""

    def __init__(self, connection: Connection, query: Select[Any], column: Any) -> None:
        rows: Iterable[Row[Any]] = connection.execute(query.order_by(column))
        self._groups = groupby(rows, key=lambda row: row.claim)
        self._next = self._take()

    def of(self, number: int) -> list[Row[Any]]:
        """The rows of this claim; numbers are asked for in rising order."""
        while self._next is not None and self._next[0] < number:
            self._next = self._take()
        return self._next[1] if self._next is not None and self._next[0] == number else []

    def _take(self) -> tuple[int, list[Row[Any]]] | None:
        group = next(self._groups, None)
        return (group[0], list(group[1])) if group is not None else None


class _Texts:
    """The reports of claims, the last one kept: claims come in the order in which their reports were read, or nearly."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: tuple[int, Report | None] = (-1, None)

    def report(self, number: int) -> Report | None:
        """The report of this number; ``None`` where it is not whole, which is told elsewhere."""
        if self._last[0] != number:
            row = self._connection.execute(select(reports).where(reports.c.number == number)).one_or_none()
            self._last = (number, _whole(row))
        return self._last[1]


def _whole(row: Row[Any] | None) -> Report | None:
    try:
        return report_of(row) if row is not None else None
    except (ValueError, TypeError):
        return None
