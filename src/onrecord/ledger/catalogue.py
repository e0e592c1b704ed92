"""What the ledger holds, report by report, and whose text each carries."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from onrecord.errors import UnknownName
from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.echoes import carries, words_of
from onrecord.ledger.families import origin_as
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import CARD, card_of
from onrecord.ledger.schema import claims, reports
from onrecord.ledger.search import stands
from onrecord.model import Catalogued, Echo, Entry, ReportCard


def catalogue(ledger: Ledger, *, known: Day | None = None, added: Day | None = None) -> tuple[Catalogued, ...]:
    """The reports in the order in which they became known, each with the number of its claims and with its echoes.

    ``known`` leaves out what was published later, ``added`` what the ledger did not have by then.
    """
    counted = select(func.count()).where(claims.c.report == reports.c.number, stands(added)).scalar_subquery()
    columns: tuple[ColumnElement[Any], ...] = tuple(
        origin_as(added).label("origin") if name == "origin" else reports.c[name] for name in CARD
    )
    query: Select[Any] = (
        select(*columns, counted.label("claims"))
        .where(reports.c.withdrawn.is_(None))
        .order_by(reports.c.known_day, reports.c.id)
    )
    if known is not None:
        query = query.where(reports.c.known_day <= asked_day(known, where="known").isoformat())
    if added is not None:
        query = query.where(reports.c.added <= asked_moment(added, where="added"))
    with ledger.reading() as connection:
        found = [(card_of(row), row.claims) for row in connection.execute(query)]
    echoes: dict[str, list[ReportCard]] = {}
    for card, _ in found:
        if card.origin is not None:
            echoes.setdefault(card.origin, []).append(card)
    return tuple(Catalogued(card, number, tuple(echoes.get(card.id, ()))) for card, number in found)


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
