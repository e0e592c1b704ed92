"""Claims put into the tables, and the stretches of the ledger's own history in which each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from onrecord import __version__
from onrecord.ledger import sqlite
from onrecord.ledger.keys import arg_rows, keys_of
from onrecord.ledger.rows import JsonRow, claim_row
from onrecord.ledger.schema import claim_args, claim_keys, claim_spells, claims, readings
from onrecord.model import Claim, Report

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
    rows: dict[str, tuple[Claim, JsonRow]] = {}
    for claim in found:
        row = claim_row(claim, report, number)
        rows.setdefault(row["id"], (claim, row))
    if not rows:
        return
    own = [row | {"since": since, "read": read, "follows": follows.get(id)} for id, (_, row) in rows.items()]
    connection.execute(insert(claims), own)
    of_report = select(claims.c.number, claims.c.id).where(claims.c.report == number).order_by(claims.c.number)
    placed = [(place, id) for place, id in connection.execute(of_report) if id in rows]
    args: list[JsonRow] = []
    keys: list[JsonRow] = []
    words: list[tuple[int, str]] = []
    for place, id in placed:
        claim, row = rows[id]
        args += [{"claim": place} | arg._asdict() for arg in arg_rows(claim)]
        keys += [{"claim": place} | key._asdict() for key in sorted(keys_of(claim))]
        words.append((place, row["words"]))
    for table, lines in ((claim_args, args), (claim_keys, keys)):
        if lines:
            connection.execute(insert(table), lines)
    sqlite.index_words(connection, words)


def let_go(connection: Connection, ids: Iterable[str], *, at: str) -> None:
    """From then on these claims no longer stand."""
    for id in ids:
        connection.execute(update(claims).where(claims.c.id == id, claims.c.until.is_(None)).values(until=at))


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
