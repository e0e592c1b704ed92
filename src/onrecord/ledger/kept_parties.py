"""By what parties promises and what answers them are found, kept beside the claims: see ``whole_parties``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.ledger.schema import claim_parties, claims, meta
from onrecord.ledger.whole_parties import parties_as_kept
from onrecord.model import Claim, claim_known_as

RULES = "4"
"""The version of the rules by which claims are shelved (``whole_parties``, and the words of promises). Where they change, raise it:
ledgers are gone through anew when they are next opened for writing."""
KEY = "parties"
TOGETHER = 2000
OnSettled = Callable[[int, int], None]


def party_rows(claim: Claim, words: str, number: int, *, known: str, first: str | None) -> list[dict[str, Any]]:
    """The rows by which promises find this claim; ``number`` is that of its row, ``first`` the first day of what it tells."""
    kept = parties_as_kept(claim, words, first)
    row = {"claim": number, "known_day": known, "first_day": first, "tells": kept.tells}
    return [row | {"key": key} for key in sorted(kept.keys)]


def is_settled(connection: Connection) -> bool:
    """Whether what is kept was found by the rules of this program."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == KEY)) == RULES


def settle_all(connection: Connection, on_settled: OnSettled | None = None) -> None:
    """Make the rows of all claims anew; a claim that cannot be read has none."""
    connection.execute(delete(claim_parties))
    last = connection.scalar(select(func.max(claims.c.number))) or 0
    query = select(claims.c.number, claims.c.json, claims.c.words, claims.c.known_day, claims.c.first_day)
    for first in range(1, last + 1, TOGETHER):
        upto = min(first + TOGETHER - 1, last)
        found = connection.execute(query.where(claims.c.number.between(first, upto)))
        if rows := [one for row in found for one in _rows_of(row)]:
            connection.execute(insert(claim_parties), rows)
        if on_settled is not None:
            on_settled(upto, last)
    note(connection)


def note(connection: Connection) -> None:
    """Enter by which rules the parties of this ledger are kept."""
    connection.execute(delete(meta).where(meta.c.key == KEY))
    connection.execute(insert(meta), {"key": KEY, "value": RULES})


def _rows_of(row: Any) -> list[dict[str, Any]]:
    try:
        claim = claim_known_as(json.loads(row.json))
    except (ValueError, KeyError, TypeError):
        return []
    return party_rows(claim, row.words, row.number, known=row.known_day, first=row.first_day)
