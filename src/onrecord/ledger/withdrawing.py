"""Reports taken out: their words are gone from the file, a tombstone stays, and answers say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, update

from onrecord.errors import UnknownName
from onrecord.ledger import judged, kept, names, sqlite
from onrecord.ledger.clock import Day, asked_day, asked_moment, stamp
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.schema import (
    claim_args,
    claim_keys,
    claim_parties,
    claim_spells,
    claims,
    judged_claims,
    judgements,
    report_bands,
    reports,
)
from onrecord.model import Judgement, Tombstone, Withdrawal

EMPTIED: dict[str, object] = {
    "text": "",
    "repeats": "[]",
    **dict.fromkeys(("title", "author", "url", "path", "dateline_begin", "dateline_end", "dateline_place", "dateline_agency")),
}
"""What is taken out of the row of a report. An address often spells out the title."""
SEE = "(onrecord reports --withdrawn)"


def withdraw(ledger: Ledger, report: str, *, why: str, by: str | None = None, at: datetime | None = None) -> Withdrawal:
    """Take the words of a report out of the ledger for good: its text, its claims, and what analysts said of these alone.

    What stays is a tombstone: id, dates, outlet, hash, how many claims it had, and who withdrew it, when and why. The file is then
    written anew, so that no free page of it holds a word. Withdrawing again only does this last step again.
    """
    if not why.strip():
        raise ValueError("a withdrawal needs a reason: it is what the tombstone says")
    with ledger.writing() as connection:
        sqlite.overwrite_what_goes(connection)
        row = connection.execute(select(reports).where(reports.c.id == report)).one_or_none()
        if row is None:
            raise UnknownName("report", report, names.near(report, connection.scalars(select(reports.c.id))))
        gone = 0
        if not row.withdrawn:
            gone = forget_judgements(connection, report)
            had = _forget_claims(connection, row.number)
            buried = EMPTIED | {"withdrawn": stamp(at), "withdrawn_why": why, "withdrawn_by": by, "withdrawn_claims": had}
            connection.execute(update(reports).where(reports.c.number == row.number).values(buried))
            row = connection.execute(select(reports).where(reports.c.id == report)).one()
        alike = select(reports.c.id).where(reports.c.hash == row.hash, reports.c.withdrawn.is_(None)).order_by(reports.c.id)
        same_text = tuple(connection.scalars(alike))
    return Withdrawal(tombstone_of(row), gone, ledger.scrub(), same_text)


def tombstones(
    ledger: Ledger, *, report: str | None = None, known: Day | None = None, added: Day | None = None
) -> tuple[Tombstone, ...]:
    """What stays of the reports that were withdrawn, in the order in which they became known.

    ``known`` and ``added`` leave out those that an answer as known, or as added, on a day would not have counted anyway.
    """
    asked: list[ColumnElement[bool]] = [reports.c.withdrawn > ""]  # as its index has them
    if report is not None:
        asked.append(reports.c.id == report)
    if known is not None:
        asked.append(reports.c.known_day.concat("") <= asked_day(known, where="known").isoformat())
    if added is not None:
        asked.append(reports.c.added <= asked_moment(added, where="added"))
    with ledger.reading() as connection:
        rows = connection.execute(select(reports).where(*asked)).all()
        return tuple(tombstone_of(row) for row in sorted(rows, key=lambda row: (row.known_day, row.id)))


def withdrawn_notes(ledger: Ledger, *, known: Day | None = None, added: Day | None = None) -> tuple[str, ...]:
    """What an answer says of reports that were withdrawn, and that it might have rested on; nothing where there are none.

    What they were about went with their words, so that they are told by their dates alone.
    """
    found = tombstones(ledger, known=known, added=added)
    moment = asked_moment(added, where="added") if added is not None else None
    later = sum(moment is not None and one.withdrawn > moment for one in found)
    notes = []
    if before := len(found) - later:
        were = "report was withdrawn and counts" if before == 1 else "reports were withdrawn and count"
        notes.append(f"{before:,} {were} for nothing {SEE}.")
    if later:
        were = "report that the ledger had then was" if later == 1 else "reports that the ledger had then were"
        notes.append(f"{later:,} {were} withdrawn since: the words are gone, and no clock brings them back {SEE}.")
    return tuple(notes)


def tombstone_of(row: Row[Any]) -> Tombstone:
    """The tombstone in a row of ``reports``."""
    return Tombstone(
        id=row.id,
        published=row.published,
        outlet=row.outlet,
        added=row.added,
        withdrawn=row.withdrawn,
        why=row.withdrawn_why or "",
        by=row.withdrawn_by,
        claims=row.withdrawn_claims or 0,
        hash=row.hash,
    )


def _forget_claims(connection: Connection, report: int) -> int:
    """Delete the claims of a report with all that is kept of them, and say how many of them stood."""
    mine = select(claims.c.number).where(claims.c.report == report)
    had = connection.scalar(select(func.count()).where(claims.c.report == report, claims.c.until.is_(None))) or 0
    connection.execute(update(claims).where(claims.c.report == report, claims.c.until.is_(None)).values(until=claims.c.since))
    kept.settle(connection)
    words = connection.execute(select(claims.c.number, claims.c.words).where(claims.c.report == report))
    sqlite.unindex_words(connection, [(row.number, row.words) for row in words])
    for table in (claim_args, claim_keys, claim_parties, claim_spells):
        connection.execute(delete(table).where(table.c.claim.in_(mine)))
    connection.execute(delete(claims).where(claims.c.report == report))
    connection.execute(delete(report_bands).where(report_bands.c.report == report))
    return had


def forget_judgements(connection: Connection, report: str) -> int:
    """Delete what analysts said of claims of this report alone, and say how many judgements that were.

    One that also names claims of others (a merger, a parting) stays without its ``why``, which may quote: its id is made anew.
    """
    doomed: set[str] = set()
    renamed: dict[str, str] = {}
    for one in judged.load(connection):
        docs = {anchor.report for anchor in one.about} | ({one.value.doc} if one.value is not None else set())
        if docs == {report} or one.undoes in doomed:
            doomed.add(one.id)
        elif report in docs or one.undoes in renamed:
            told = replace(one, why="", undoes=renamed.get(one.undoes or "", one.undoes))
            if told.id in renamed.values():
                doomed.add(one.id)  # made at one moment, and different in nothing but its why
            else:
                _rename(connection, one, told)
            renamed[one.id] = told.id
    numbers = select(judgements.c.number).where(judgements.c.id.in_(doomed))
    connection.execute(delete(judged_claims).where(judged_claims.c.judgement.in_(numbers)))
    connection.execute(delete(judgements).where(judgements.c.id.in_(doomed)))
    return len(doomed)


def _rename(connection: Connection, one: Judgement, told: Judgement) -> None:
    values = {"id": told.id, "why": told.why, "undoes": told.undoes}
    connection.execute(update(judgements).where(judgements.c.id == one.id).values(values))
