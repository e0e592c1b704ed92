"""Claims put into the tables, and the stretches of the ledger's own history in which each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, func, insert, select, update

from onrecord import __version__
from onrecord.ledger import sqlite
from onrecord.ledger.kept_parties import party_rows
from onrecord.ledger.keys import arg_rows, keys_of
from onrecord.ledger.remembered import Remembered, Whose
from onrecord.ledger.rows import JsonRow, card_with, claim_row, key_row
from onrecord.ledger.schema import claim_args, claim_keys, claim_parties, claim_spells, claims, readings, reports
from onrecord.model import Claim, Entry, Report, last_day

NOBODY: Mapping[str, str] = {}


def note_reading(connection: Connection, report: int, at: str) -> None:
    """Enter that this version read the report with this number."""
    connection.execute(insert(readings), {"report": report, "version": __version__, "at": at})


def add_claims(
    connection: Connection,
    report: Report,
    number: int,
    found: Sequence[Claim],
    *,
    since: str,
    read: bool = True,
    follows: Mapping[str, str] = NOBODY,
) -> None:
    """Enter new claims of the report with this number. They stand ``since`` then; of those with the same content, the first is kept.

    ``read`` is false for what an analyst added; ``follows`` names, by id, the claim of an older reading that a claim replaces.
    """
    lines = Lines(connection)
    lines.take(report, number, found, since=since, read=read, follows=follows)
    lines.write()


class Lines:
    """Rows of claims that wait to be written together, in a transaction that holds the write lock: so their numbers are known."""

    def __init__(self, connection: Connection, remembered: Remembered | None = None) -> None:
        self.connection = connection
        self.remembered = remembered
        self.next: int = (connection.scalar(select(func.max(claims.c.number))) or 0) + 1
        self._clear()

    def take(
        self,
        report: Report,
        number: int,
        found: Sequence[Claim],
        *,
        since: str,
        read: bool = True,
        follows: Mapping[str, str] = NOBODY,
    ) -> None:
        """Make the rows of these claims; of those with the same content, the first is kept."""
        known = self._known_day(report, number)
        rows: dict[str, tuple[Claim, JsonRow]] = {}
        for claim in found:
            row = claim_row(claim, report, number, known)
            rows.setdefault(row["id"], (claim, row))
        for id, (claim, row) in rows.items():
            place, self.next = self.next, self.next + 1
            shown = key_row(row, place)
            self.claims.append(row | {"number": place, "since": since, "read": read, "follows": follows.get(id)})
            self.args += [{"claim": place} | arg._asdict() for arg in arg_rows(claim)]
            self.keys += [shown | key._asdict() for key in sorted(keys_of(claim))]
            self.parties += party_rows(claim, row["words"], place, known=known, first=row["first_day"])
            if self.remembered is not None:
                self.remembered.take(Whose(place, id, since), Entry(claim, card_with(report, since), row["words"]))

    def _known_day(self, report: Report, number: int) -> str:
        """The day of the report; of an undated one that on which it was added, however late a claim comes."""
        day = last_day(report.published) if report.published else None
        if day is not None:
            return day.isoformat()
        known: str = self.connection.execute(select(reports.c.known_day).where(reports.c.number == number)).scalar_one()
        return known

    def write(self) -> None:
        """Enter what was taken."""
        for table, lines in self._waiting():
            if lines:
                self.connection.execute(insert(table), lines)
        sqlite.index_words(self.connection, [(row["number"], row["words"]) for row in self.claims])
        self._clear()

    def _waiting(self) -> tuple[tuple[Table, list[JsonRow]], ...]:
        return ((claims, self.claims), (claim_args, self.args), (claim_keys, self.keys), (claim_parties, self.parties))

    def _clear(self) -> None:
        self.claims: list[JsonRow] = []
        self.args: list[JsonRow] = []
        self.keys: list[JsonRow] = []
        self.parties: list[JsonRow] = []


def let_go(connection: Connection, ids: Iterable[str], *, at: str) -> None:
    """From then on these claims no longer stand."""
    for id in ids:
        connection.execute(update(claims).where(claims.c.id == id, claims.c.until.is_(None)).values(until=at))
        show(connection, id, stands=False)


def bring_back(connection: Connection, ids: Iterable[str], *, at: str) -> None:
    """From then on these claims stand again; the stretch before is kept."""
    for id in ids:
        row = connection.execute(
            select(claims.c.number, claims.c.since, claims.c.until).where(claims.c.id == id, claims.c.until.is_not(None))
        ).one_or_none()
        if row is None:
            continue
        if row.since < row.until:
            connection.execute(
                insert(claim_spells).prefix_with("OR REPLACE", dialect="sqlite"),
                {"claim": row.number, "since": row.since, "until": row.until},
            )
        connection.execute(update(claims).where(claims.c.number == row.number).values(since=at, until=None))
        show(connection, id, stands=True)


def show(connection: Connection, id: str, *, stands: bool) -> None:
    """Note beside the keys of a claim whether it stands."""
    number = select(claims.c.number).where(claims.c.id == id).scalar_subquery()
    connection.execute(update(claim_keys).where(claim_keys.c.claim == number).values(stands=stands))
