"""A report read again by a newer version: what it gains, loses and changes, and what an analyst's word keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select, update

from onrecord.ledger import judged, storing
from onrecord.ledger.clock import stamp
from onrecord.ledger.judging import says_the_same, settle
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.report_rows import expect_own, row_of
from onrecord.ledger.rows import report_of
from onrecord.ledger.schema import claims
from onrecord.model import Act, Claim, Judgement, Reread, Span, claim_from_json

HALF = 0.5


class _OnlyLook(Exception):
    """Ends a transaction of which nothing is to be kept."""


def reread(ledger: Ledger, report: str, found: Sequence[Claim], *, at: datetime | None = None, keep: bool = True) -> Reread:
    """Put the claims that a newer version reads in place of the old ones, and say what changed; with ``keep`` false, only say it.

    Nothing is overwritten: a claim that is no longer read stops standing from then on. What analysts accepted, corrected or added
    stands, and a claim that comes in its place (same kind and sentence) is held back; what was rejected stays away.
    """
    result: list[Reread] = []
    try:
        with ledger.writing() as connection:
            result.append(_replace(connection, report, found, at=stamp(at)))
            if not keep:
                raise _OnlyLook
    except _OnlyLook:
        pass
    return result[0]


def _replace(connection: Connection, id: str, found: Sequence[Claim], *, at: str) -> Reread:
    row = row_of(connection, id)
    report = report_of(row)
    own = [replace(claim, doc=id) for claim in found]
    expect_own(report, own)
    held = connection.execute(select(claims.c.id, claims.c.read, claims.c.json).where(claims.c.report == row.number)).all()
    kept_rows = {one.id: claim_from_json(json.loads(one.json)) for one in held}
    old = {one.id: kept_rows[one.id] for one in held if one.read}
    new = {claim.id: claim for claim in own}
    told = judged.load(connection)
    verdicts = judged.weigh(told)
    gone = {key: claim for key, claim in old.items() if key not in new}
    by_hand = {key: claim for key, claim in kept_rows.items() if key not in old and key not in new and key in verdicts.reviews}
    came = {key: claim for key, claim in new.items() if key not in old}
    follows = pair_up({**gone, **by_hand}, came)
    storing.add_claims(
        connection, report, row.number, [c for k, c in came.items() if k not in kept_rows], since=at, follows=follows
    )
    for key in came.keys() & kept_rows.keys():
        connection.execute(update(claims).where(claims.c.id == key).values(read=True, follows=follows.get(key)))
    for key in gone:
        connection.execute(update(claims).where(claims.c.id == key).values(read=False))
    settle(connection, [*gone, *came, *by_hand], at=at)
    storing.note_reading(connection, row.number, at)
    changed = {after: before for after, before in follows.items() if before in gone}
    kept = {key for key in gone if key in verdicts.reviews}
    return Reread(
        report=id,
        gained=tuple(claim for key, claim in came.items() if key not in follows),
        lost=tuple(claim for key, claim in gone.items() if key not in changed.values() and key not in kept),
        changed=tuple((gone[before], came[after]) for after, before in changed.items() if before not in kept),
        same=len(old.keys() & new.keys()),
        kept=tuple(gone[key] for key in gone if key in kept),
        open=tuple(_open(told, gone, {before: came[after] for after, before in follows.items()}, kept)),
    )


def pair_up(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
    """For new claims, the old one in whose place each comes: of the same kind and sentence, the most alike first."""
    likely = sorted(
        (-likeness(before, after), key_before, key_after)
        for key_before, before in old.items()
        for key_after, after in new.items()
        if before.kind is after.kind and overlap(before.evidence, after.evidence) >= HALF
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, before_id, after_id in likely:
        if before_id not in taken and after_id not in found:
            found[after_id] = before_id
            taken.add(before_id)
    return found


def overlap(one: Span, other: Span) -> float:
    """How much of the longer of two spans both cover, from 0 to 1.

    >>> overlap(Span(0, 10), Span(5, 10))
    0.5
    """
    shared = min(one.end, other.end) - max(one.begin, other.begin)
    return max(shared, 0) / max(one.end - one.begin, other.end - other.begin)


def likeness(one: Claim, other: Claim) -> int:
    """How many values two claims share."""
    args = sum(other.args.get(name) == value for name, value in one.args.items())
    return (
        args
        + (one.quantity == other.quantity)
        + (one.time == other.time)
        + (one.status is other.status)
        + (one.source == other.source)
    )


def _open(
    told: Sequence[Judgement], gone: Mapping[str, Claim], later: Mapping[str, Claim], kept: Iterable[str]
) -> Iterable[Judgement]:
    """Judgements in force on claims that are gone, and that no new claim of the same kind and sentence can be told to be."""
    for one in judged.in_force(told):
        lost = {anchor.claim for anchor in one.about} & gone.keys() - set(kept)
        if one.act is Act.REJECT:
            lost = {id for id in lost if id in later and not says_the_same(gone[id], later[id])} | (lost - later.keys())
        else:
            lost -= later.keys()
        if lost:
            yield one
