"""The reports of a ledger as a list: what each makes, who carries its text, what it corrects, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, or_, select

from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.conditions import stands
from onrecord.ledger.families import origin_as
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import CARD, card_of
from onrecord.ledger.schema import claims, reports
from onrecord.ledger.withdrawing import tombstone_of
from onrecord.model import Listed, ReportCard


def listed(
    ledger: Ledger,
    *,
    report: str | None = None,
    known: Day | None = None,
    added: Day | None = None,
) -> tuple[Listed, ...]:
    """The reports of the ledger in the order in which they became known, with the tombstones of those that were withdrawn among them.

    ``report`` leaves out all but one, ``known`` what was published later, ``added`` what the ledger did not have by then.
    """
    counted = select(func.count()).where(claims.c.report == reports.c.number, stands(added)).scalar_subquery()
    cards = [(origin_as(added) if name == "origin" else reports.c[name]).label(f"card_{name}") for name in CARD]
    query = select(reports, *cards, counted.label("stand"))
    if report is not None:
        query = query.where(reports.c.id == report)
    if known is not None:
        query = query.where(reports.c.known_day <= asked_day(known, where="known").isoformat())
    if added is not None:
        query = query.where(reports.c.added <= asked_moment(added, where="added"))
    if ledger.newest is not None:
        query = query.where(reports.c.known_day >= ledger.newest.day)
        if ledger.newest.number:
            first = select(claims.c.report).where(claims.c.number == ledger.newest.number).scalar_subquery()
            query = query.where(or_(reports.c.known_day > ledger.newest.day, reports.c.number >= first))
    links = ledger.corrections()
    with ledger.reading() as connection:
        rows = connection.execute(query.order_by(reports.c.known_day, reports.c.id)).all()
    shown = {row.id for row in rows} if report is None else {id for link in links for id in link}
    echoes = _by_origin(card_of(row, prefix="card_") for row in rows if row.withdrawn is None)
    return tuple(
        Listed(
            report=card_of(row, prefix="card_"),
            claims=row.stand,
            echoes=tuple(echoes.get(row.id, ())),
            corrects=tuple(old for old, new in links if new == row.id and old in shown),
            corrected_by=tuple(new for old, new in links if old == row.id and new in shown),
            tombstone=tombstone_of(row) if row.withdrawn else None,
        )
        for row in rows
    )


def _by_origin(cards: Iterable[ReportCard]) -> dict[str, list[ReportCard]]:
    found: dict[str, list[ReportCard]] = {}
    for card in cards:
        if card.origin is not None:
            found.setdefault(card.origin, []).append(card)
    return found
