"""Claims that wait for an analyst, least certain first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from onrecord.ledger import conditions, judged, search
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import entry_of
from onrecord.ledger.schema import claims, reports
from onrecord.model import Act, Entry, Kind

RULED = (Act.ACCEPT, Act.REJECT, Act.CORRECT)
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Claims that nobody has ruled on, the least certain first: the first of them, how many there are, and of how many claims."""

    entries: tuple[Entry, ...]
    left: int
    total: int


def waiting(
    ledger: Ledger, *, kind: Kind | str | None = None, report: str | None = None, by: str | None = None, limit: int = SHOWN
) -> Waiting:
    """The claims that wait: those that no analyst has ruled on, or with ``by`` all that this one has not.

    Claims without a probability come first, then those least likely to be right; ties go by report and place in its text.
    """
    with ledger.reading() as connection:
        weighed = judged.verdicts(connection)
        wanted = _wanted(ledger, kind, report)
        seen = _listed(_ruled_by(connection, by) if by is not None else weighed.reviews)
        within = select(func.count()).select_from(claims.join(reports)).where(*wanted)
        total = connection.scalar(within) or 0
        ruled = connection.scalar(within.where(claims.c.id.in_(seen))) or 0
        order = (
            claims.c.confidence.is_not(None),
            claims.c.confidence,
            claims.c.known_day,
            reports.c.id,
            claims.c.begin,
            claims.c.id,
        )
        query = search.entries().where(*wanted, claims.c.id.not_in(seen)).order_by(None).order_by(*order).limit(limit)
        found = tuple(weighed.on(entry_of(row)) for row in connection.execute(query))
    return Waiting(found, total - ruled, total)


def _wanted(ledger: Ledger, kind: Kind | str | None, report: str | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [conditions.stands(None)]
    if kind is not None:
        of_kind = (
            conditions.BARE["kind"] if ledger.newest is not None else claims.c.kind
        )  # days are few, and claims of a kind many
        found.append(of_kind == Kind(kind).value)
    if report is not None:
        found.append(reports.c.id == report)
    if ledger.newest is not None:
        day, number = ledger.newest
        found += [claims.c.known_day >= day, or_(claims.c.known_day.concat("") > day, claims.c.number >= number)]
    return found


def _listed(ids: Iterable[str]) -> Select[tuple[str]]:
    """These ids as a question of their own, as there may be more than a statement takes values."""
    return select(func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value)


def _ruled_by(connection: Connection, by: str) -> set[str]:
    """The claims that an analyst has ruled on by a judgement that still holds, and what came of it."""
    told = [one for one in judged.in_force(judged.load(connection)) if one.by == by]
    ruled = {anchor.claim for one in told if one.act in RULED for anchor in one.about}
    return ruled | {one.value.id for one in told if one.value is not None}
