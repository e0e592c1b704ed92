"""The reports of a ledger as a list: what each makes, what it corrects, and what was withdrawn."""

from __future__ import annotations

from sqlalchemy import func, select

from onrecord.ledger.clock import Day, asked_day, asked_moment
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import card_of
from onrecord.ledger.schema import claims, reports
from onrecord.ledger.withdrawing import tombstone_of
from onrecord.model import Listed


def listed(
    ledger: Ledger,
    *,
    report: str | None = None,
    known: Day | None = None,
    added: Day | None = None,
    withdrawn: bool = False,
) -> tuple[Listed, ...]:
    """The reports of the ledger in the order in which they became known, with the tombstones of those that were withdrawn among them.

    ``withdrawn`` leaves out all but these, ``report`` all but one.
    """
    counted = select(claims.c.report, func.count().label("claims")).where(claims.c.until.is_(None)).group_by(claims.c.report)
    stand = counted.subquery()
    query = select(reports, func.coalesce(stand.c.claims, 0).label("stand")).outerjoin(
        stand, stand.c.report == reports.c.number
    )
    if report is not None:
        query = query.where(reports.c.id == report)
    if known is not None:
        query = query.where(reports.c.known_day <= asked_day(known, where="known").isoformat())
    if added is not None:
        query = query.where(reports.c.added <= asked_moment(added, where="added"))
    if withdrawn:
        query = query.where(reports.c.withdrawn.is_not(None))
    links = ledger.corrections()
    with ledger.reading() as connection:
        rows = connection.execute(query.order_by(reports.c.known_day, reports.c.id)).all()
    shown = {row.id for row in rows} if report is None else {id for link in links for id in link}
    return tuple(
        Listed(
            report=card_of(row),
            claims=row.stand,
            corrects=tuple(old for old, new in links if new == row.id and old in shown),
            corrected_by=tuple(new for old, new in links if old == row.id and new in shown),
            tombstone=tombstone_of(row) if row.withdrawn else None,
        )
        for row in rows
    )
