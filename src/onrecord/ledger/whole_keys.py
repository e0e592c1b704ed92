"""Whether the keys of claims, by which they are chosen, repeat what the claims say."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, or_, select

from onrecord.ledger.schema import claim_keys, claims, reports


def wrong_keys(connection: Connection, _counts: Counter[str]) -> list[str]:
    """What is kept twice, so that claims are chosen quickly, must be the same in both places."""
    same = ("kind", "status", "first_day", "last_day", "known_day")
    differs = [claim_keys.c[name].is_distinct_from(claims.c[name]) for name in same]
    stands = claim_keys.c.stands.is_distinct_from(claims.c.until.is_(None))
    query = select(claims.c.id).join_from(claim_keys, claims).where(or_(*differs, stands)).distinct().order_by(claims.c.id)
    late = select(claims.c.id).join_from(claims, reports).where(claims.c.known_day != reports.c.known_day).order_by(claims.c.id)
    return [
        *(f"the keys of claim {id} are not those of the claim" for id in connection.scalars(query)),
        *(f"claim {id} is not known since the day of its report" for id in connection.scalars(late)),
    ]
