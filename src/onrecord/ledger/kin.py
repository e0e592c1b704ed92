"""Whose text a report or a claim carries."""

from __future__ import annotations

from sqlalchemy import select

from onrecord.errors import UnknownName
from onrecord.ledger.echoes import carries, words_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import card_of
from onrecord.ledger.schema import reports
from onrecord.model import Echo, Entry, ReportCard


def echo_of(ledger: Ledger, entry: Entry) -> Echo | None:
    """Whose text the report of this claim carries, if another's, and whether the claim's sentence stands there."""
    if entry.report.origin is None:
        return None
    with ledger.reading() as connection:
        row = connection.execute(select(reports).where(reports.c.id == entry.report.origin)).one_or_none()
    if row is None:
        raise UnknownName("report", entry.report.origin)
    there = carries(words_of(row.text), words_of(entry.words)) if row.withdrawn is None else None
    return Echo(card_of(row), there)


def kin_of(ledger: Ledger, id: str) -> tuple[ReportCard | None, tuple[ReportCard, ...]]:
    """The report whose text this one carries, if any, and those that carry its own."""
    with ledger.reading() as connection:
        origin = select(reports.c.origin).where(reports.c.id == id).scalar_subquery()
        first = connection.execute(select(reports).where(reports.c.id == origin)).one_or_none()
        others = select(reports).where(reports.c.origin == id).order_by(reports.c.known_day, reports.c.id)
        return (card_of(first) if first is not None else None, tuple(card_of(row) for row in connection.execute(others)))
