"""Whose words each report carries: settled in the transaction that adds it, and settled anew where an earlier report comes late.

A report goes back to the earliest one known that it echoes, and through it to that one's own origin. What is known first depends on the
reports alone, and nothing published later changes it: as known on any day, an origin was known by then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, case, func, insert, or_, select, update

from onrecord.ledger import sqlite
from onrecord.ledger.clock import Day, asked_moment
from onrecord.ledger.echoes import SHARED, WHOLE, Prints, are_echoes, prints_of
from onrecord.ledger.rows import report_of
from onrecord.ledger.schema import report_bands, reports

COMPARED = 12
"""Reports whose texts are compared with a new one: those that share most keys with it."""
HELD_BY = 24
"""Reports that are looked at for one key, the first that have it: of a phrase in thousands of reports the rest tell nothing more."""
LARGEST = 200
"""Reports of one family whose texts are compared anew when an earlier one comes late."""
HAVING_WORDS = select(reports).where(reports.c.number == bindparam("number"), reports.c.withdrawn.is_(None))


@dataclass(frozen=True)
class Member:
    """A report as it is compared with its like."""

    row: Row[Any]

    @cached_property
    def prints(self) -> Prints:
        """What its text is compared by."""
        return prints_of(report_of(self.row))

    @cached_property
    def order(self) -> tuple[str, bool, str]:
        """Who was first: by the day on which it became known, and on one day whoever credits nobody."""
        return (self.row.known_day, bool(self.prints.credits), self.id)

    @property
    def id(self) -> str:
        """The report's id."""
        id: str = self.row.id
        return id

    @property
    def root(self) -> str:
        """The report that it goes back to, as the ledger has it; itself where its text is its own."""
        return self.row.origin or self.id


def settle(connection: Connection, number: int) -> None:
    """Find out whose words the report of this number carries, and who carries its own, and keep by what it is found."""
    mine = next((Member(row) for row in connection.execute(HAVING_WORDS, {"number": number})), None)
    if mine is None:
        return
    linked = [other for other in _candidates(connection, number, mine.prints) if are_echoes(mine.prints, other.prints)]
    keep_keys(connection, number, mine.prints)
    if not linked:
        return
    if all(other.order < mine.order for other in linked):
        _set(connection, mine, min(linked, key=lambda other: other.order).root)
        return
    roots = {other.root for other in linked}
    family = _members(connection, or_(reports.c.id.in_(roots), reports.c.origin.in_(roots), reports.c.number == number))
    found = roots_of(family)
    for member in family:
        if found[member.id] != member.root:
            _set(connection, member, found[member.id])


def roots_of(family: Iterable[Member]) -> dict[str, str]:
    """To whom each report goes back among these: to the earliest that it echoes, and on to that one's origin.

    Where nothing here is its origin, one whose words are gone from the ledger stays it.
    """
    found: dict[str, str] = {}
    members = sorted(family, key=lambda member: member.order)
    ids = {member.id for member in members}
    for place, member in enumerate(members):
        earlier = members[: min(place, LARGEST)]
        parent = next((other for other in earlier if are_echoes(other.prints, member.prints)), None)
        found[member.id] = found[parent.id] if parent else member.id if member.root in ids else member.root
    return found


def settle_older(connection: Connection) -> None:
    """Settle all reports of a ledger that was made before origins were kept."""
    for number in connection.scalars(select(reports.c.number).order_by(reports.c.number)).all():
        settle(connection, number)


def is_settled(connection: Connection) -> bool:
    """Whether origins were looked for, or there is nothing to look at."""
    if connection.scalar(select(report_bands.c.report).limit(1)) is not None:
        return True
    return connection.scalar(select(reports.c.number).limit(1)) is None


def keep_keys(connection: Connection, number: int, prints: Prints) -> None:
    """Keep the keys by which later reports find this one."""
    rows = [{"report": number, "band": band, "key": _written(key)} for band, key in sorted(prints.keys)]
    if rows:
        connection.execute(insert(report_bands), rows)


def origin_as(added: Day | None) -> ColumnElement[str | None]:
    """A report's origin as a column of answers: as added by a day, the first of its family that the ledger had by then."""
    if added is None:
        return reports.c.origin
    moment = asked_moment(added, where="added")
    other = reports.alias("other")
    kin = or_(other.c.id == reports.c.origin, other.c.origin == reports.c.origin)
    first = (
        select(other.c.id)
        .where(kin, other.c.added <= moment)
        .order_by(other.c.known_day, other.c.origin.is_not(None), other.c.id)
    )
    id = first.limit(1).correlate(reports).scalar_subquery()
    return case((reports.c.origin.is_(None), None), else_=func.nullif(id, reports.c.id))


def _candidates(connection: Connection, number: int, prints: Prints) -> Sequence[Member]:
    """The reports that share most keys with this one."""
    shared: Counter[int] = Counter()
    for band, other in sqlite.sharing(connection, [(band, _written(key)) for band, key in prints.keys], most=HELD_BY):
        shared[other] += SHARED if band == WHOLE else 1
    del shared[number]
    likely = sorted((other for other, count in shared.items() if count >= SHARED), key=lambda other: (-shared[other], other))
    return _members(connection, reports.c.number.in_(likely[:COMPARED])) if likely else ()


def _members(connection: Connection, which: ColumnElement[bool]) -> list[Member]:
    """Reports that have their words still."""
    return [Member(row) for row in connection.execute(select(reports).where(which, reports.c.withdrawn.is_(None)))]


def _set(connection: Connection, member: Member, root: str) -> None:
    origin = root if root != member.id else None
    connection.execute(update(reports).where(reports.c.id == member.id).values(origin=origin))


def _written(key: int) -> str:
    return f"{key:x}"
