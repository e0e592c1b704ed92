"""Judgements taken in: appended, undone by others, and the claims that stand because of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, insert, or_, select

from onrecord.errors import BadJudgement, UnknownName
from onrecord.ledger import conditions, judged, names, overruled, splits, storing
from onrecord.ledger.clock import stamp
from onrecord.ledger.keys import ACTING, PLACES, fold
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.report_rows import expect_own, row_of
from onrecord.ledger.rows import report_of
from onrecord.ledger.same import decisive, folded
from onrecord.ledger.schema import claims, judged_claims, judgements, reports
from onrecord.model import SPECS, Act, Anchor, Claim, Judged, Judgement, claim_from_json, claim_to_json

LAST = "last"
Row_ = Row[tuple[object, ...]]


def judge(
    ledger: Ledger,
    act: Act,
    about: Sequence[str],
    *,
    by: str,
    why: str = "",
    value: Claim | None = None,
    at: datetime | None = None,
) -> Judgement:
    """Take in a judgement on the claims with these ids; the claims that stand are settled with it, in one transaction.

    ``value`` is the claim as it should be, of a correction or of what is added by hand. Raises ``UnknownName`` for an id that the
    ledger does not have, ``BadJudgement`` where the judgement cannot be: none is accepted, rejected or corrected in whose
    place another stands.
    """
    with ledger.writing() as connection:
        found = [_claim(connection, id) for id in about]
        made = _made(act, [Anchor.of(claim) for claim in found], by=by, why=why, value=value, at=stamp(at))
        _expect_sensible(act, found, value, why=why)
        if act in (Act.ACCEPT, Act.REJECT, Act.CORRECT):
            _expect_open(connection, found[0].id)
        if value is not None:
            _keep_value(connection, value, at=made.at)
        touched = [*(anchor.claim for anchor in made.about), *([value.id] if value else [])]
        before = _versions(connection, touched)
        append(connection, made)
        settle(connection, touched, at=made.at)
        _expect_no_more(connection, touched, before)
    return made


def split(
    ledger: Ledger, id: str, parts: Sequence[Claim], *, by: str, why: str = "", at: datetime | None = None
) -> tuple[Judgement, ...]:
    """Put two claims or more in the place of the one with this id, as its sentence says two things; a judgement for each.

    They are undone together. Where the claim was merged with others or parted from them, none of its parts is.
    """
    with ledger.writing() as connection:
        whole = _claim(connection, id)
        splits.expect_parts(whole, parts)
        _expect_open(connection, whole.id)
        moment, touched = stamp(at), [whole.id, *(part.id for part in parts)]
        before = _versions(connection, touched)
        made = [_made(Act.CORRECT, [Anchor.of(whole)], by=by, why=why, value=part, at=moment) for part in parts]
        for one, part in zip(made, parts, strict=True):
            _keep_value(connection, part, at=one.at)
            append(connection, one)
        settle(connection, touched, at=moment)
        _expect_no_more(connection, touched, before)
    return tuple(made)


def add_by_hand(connection: Connection, values: Sequence[Claim], *, by: str, why: str = "") -> None:
    """Add these claims by judgements, one each, and settle them together; the caller has seen that their reports are there."""
    at = stamp(None)
    for value in values:
        made = _made(Act.ADD, [], by=by, why=why, value=value, at=at)
        _keep_value(connection, value, at=at)
        append(connection, made)
    settle(connection, [value.id for value in values], at=at)


def undo(ledger: Ledger, id: str, *, by: str, why: str = "", at: datetime | None = None) -> Judgement:
    """Undo the judgement with this id, or the beginning of it, or the ``last`` that holds and is no undoing itself.

    An undoing can be undone by its id. A split is undone whole, whichever of its judgements is named.
    """
    with ledger.writing() as connection:
        told = judged.load(connection)
        known = _last(told) if id == LAST else [one for one in told if id and one.id.startswith(id.lower())]
        fitting = list(known)
        if len(fitting) != 1:
            raise UnknownName("judgement", id, tuple(one.id for one in fitting[: names.NEAR]))
        if fitting[0] not in judged.in_force(told):
            raise BadJudgement(f"judgement {fitting[0].id} is undone already. Undo what undid it, to have it back.")
        together, moment = splits.together(told)[fitting[0].id], stamp(at)
        made = {one.id: _made(Act.UNDO, [], by=by, why=why, at=moment, undoes=one.id) for one in together}
        touched = [id for one in together for id in _touched(one, told)]
        before = _versions(connection, touched)
        for undoing in made.values():
            append(connection, undoing)
        settle(connection, touched, at=moment)
        _expect_no_more(connection, touched, before)
    return made[fitting[0].id]


def _last(told: Sequence[Judgement]) -> list[Judgement]:
    """The last judgement in force that undoes none, so that undoing the last twice undoes two."""
    return [one for one in judged.in_force(told) if one.undoes is None][-1:]


def judgements_of(ledger: Ledger, *, claim: str | None = None, report: str | None = None) -> tuple[Judged, ...]:
    """All judgements in the order in which they were made, or those on one claim or report, each with what has become of it.

    Raises ``UnknownName`` where the ledger has no such claim or report.
    """
    with ledger.reading() as connection:
        if report is not None and connection.scalar(select(reports.c.number).where(reports.c.id == report)) is None:
            raise UnknownName("report", report, names.near(report, connection.scalars(select(reports.c.id))))
        told = judged.load(connection)
        undone = {one.undoes: one.id for one in judged.in_force(told) if one.undoes}
        groups = splits.together(told)
        rows = _rows(connection, {anchor.claim for one in told for anchor in one.about})
        by_hand = {one.value.id for one in told if one.value is not None}
        gone = set(connection.scalars(select(reports.c.id).where(reports.c.withdrawn > "")))
        shown = [
            Judged(
                one,
                undone.get(one.id),
                tuple(_now(anchor, rows, by_hand) for anchor in one.about),
                tuple(sorted({anchor.report for anchor in one.about} & gone)),
                tuple(other.id for other in groups[one.id] if other.id != one.id),
            )
            for one in told
        ]
    found = tuple(one for one in shown if _concerns(one, claim, report))
    if not found and claim is not None:
        ledger.claim(claim)
    return found


def settle(connection: Connection, ids: Iterable[str], *, at: str) -> None:
    """Let those of these claims go that judgements or a newer reading take away, and bring back those that stand again."""
    verdicts = judged.weigh(judged.load(connection))
    rows = _rows(connection, set(ids))
    wanted = {id: stands(row, verdicts, rows) for id, row in rows.items()}
    storing.let_go(connection, [id for id, row in rows.items() if row.until is None and not wanted[id]], at=at)
    storing.bring_back(connection, [id for id, row in rows.items() if row.until is not None and wanted[id]], at=at)


def stands(row: Row_, verdicts: judged.Verdicts, rows: Mapping[str, Row_]) -> bool:
    """Whether a claim is one of the ledger's: by an analyst's word, else because the newest reading makes it.

    It is not where an analyst already ruled on the claim that it came in place of: accepted or corrected, that one stands; rejected,
    this one goes too if it says the same.
    """
    if row.id in verdicts.dropped:
        return False
    if row.id in verdicts.reviews:
        return True
    if not row.read:
        return False
    older, seen = rows.get(row.follows), {row.id}
    while older is not None and older.id not in seen:
        seen.add(older.id)
        if older.id in verdicts.reviews or verdicts.dropped.get(older.id) is Act.CORRECT:
            return False
        if older.id in verdicts.dropped:
            return not says_the_same(claim_from_json(json.loads(row.json)), claim_from_json(json.loads(older.json)))
        older = rows.get(older.follows)
    return True


def says_the_same(one: Claim, other: Claim) -> bool:
    """Whether two readings of one sentence differ in nothing that identifies a claim, nor in number, status or time, nor in who or where.

    What only one of the two gives of time, of others who take part and of the place says nothing.
    """
    if (one.kind, one.status, decisive(one), one.quantity) != (other.kind, other.status, decisive(other), other.quantity):
        return False
    identifying = SPECS[one.kind].identifying
    further = [arg for arg in (*ACTING, *PLACES) if arg in one.args and arg in other.args]
    if any(folded(one.args.get(arg)) != folded(other.args.get(arg)) for arg in (*identifying, *further)):
        return False
    days = [(claim.time.start, claim.time.end) for claim in (one, other) if claim.time is not None and claim.time.is_known]
    return len(days) < 2 or days[0] == days[1]


def _made(
    act: Act, about: list[Anchor], *, by: str, why: str, at: str, value: Claim | None = None, undoes: str | None = None
) -> Judgement:
    try:
        return Judgement(act, by, at, why, tuple(about), value, undoes)
    except ValueError as error:
        raise BadJudgement(f"{error}.") from error


def _expect_sensible(act: Act, found: list[Claim], value: Claim | None, *, why: str) -> None:
    if act is Act.MERGE and len({claim.kind for claim in found}) > 1:
        kinds = ", ".join(sorted({claim.kind.value for claim in found}))
        raise BadJudgement(f"claims of different kinds ({kinds}) are never one fact.")
    if act is Act.COMMENT and not why.strip():
        raise BadJudgement("a comment needs words. Give them as the reason (--why).")
    if len({claim.id for claim in found}) < len(found):
        raise BadJudgement("a claim is named twice. Name each once.")
    if act is Act.CORRECT and value is not None and (value.doc != found[0].doc or value.kind is not found[0].kind):
        raise BadJudgement("a correction stays with its report and kind. Reject the claim and add another instead.")
    if act is Act.CORRECT and value is not None and value.id == found[0].id:
        raise BadJudgement(f"the correction changes nothing in claim {value.id}. Accept the claim instead.")


def _expect_open(connection: Connection, id: str) -> None:
    """See that no other claim stands in the place of this one that would go on standing beside it."""
    told = judged.load(connection)
    standing = [row.id for row in _family(connection, [id], told).values() if row.until is None]
    overruled.expect_open(id, told, readings=_rows(connection, {id}), standing=standing)


def _versions(connection: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Which claims stand that are two versions of one of these."""
    told = judged.load(connection)
    family = _family(connection, ids, told)
    standing = [row.id for row in family.values() if row.until is None]
    return overruled.versions(standing, told, read=[row.id for row in family.values() if row.read])


def _expect_no_more(connection: Connection, ids: Iterable[str], before: set[tuple[str, str]]) -> None:
    """See that no two versions of a sentence stand that did not stand before."""
    if more := _versions(connection, ids) - before:
        raise overruled.told_twice(more, judged.in_force(judged.load(connection)))


def _family(connection: Connection, ids: Iterable[str], told: Sequence[Judgement]) -> dict[str, Row_]:
    """These claims, their other readings and whatever corrections put in the place of one another."""
    family = _rows(connection, set(ids))
    seen = set(family)
    while further := overruled.corrections(told, seen) - seen:
        family |= _rows(connection, further)
        seen |= further | family.keys()
    return family


def _keep_value(connection: Connection, value: Claim, *, at: str) -> None:
    """See that the claim as it should be has a row; ``settle`` then lets it stand."""
    row = row_of(connection, value.doc)
    report = report_of(row)
    try:
        expect_own(report, [value])
    except ValueError as error:
        raise BadJudgement(f"{error}.") from error
    if connection.scalar(select(claims.c.number).where(claims.c.id == value.id)) is None:
        storing.add_claims(connection, report, row.number, [value], since=at, read=False)


def append(connection: Connection, made: Judgement) -> None:
    """Enter a judgement after all others."""
    value = json.dumps(claim_to_json(made.value, own=True), ensure_ascii=False) if made.value is not None else None
    if connection.scalar(select(judgements.c.number).where(judgements.c.id == made.id)) is not None:
        raise BadJudgement("the same judgement was made at the same moment already.")
    row = {name: getattr(made, name) for name in ("id", "by", "at", "why", "undoes")}
    connection.execute(insert(judgements), row | {"act": made.act.value, "value": value})
    number = connection.execute(select(judgements.c.number).where(judgements.c.id == made.id)).scalar_one()
    lines = [
        {
            "judgement": number,
            "position": position,
            "claim": anchor.claim,
            "report": anchor.report,
            "kind": anchor.kind.value,
            "begin": anchor.evidence.begin,
            "end": anchor.evidence.end,
        }
        for position, anchor in enumerate(made.about)
    ]
    if lines:
        connection.execute(insert(judged_claims), lines)


def _touched(one: Judgement, told: Sequence[Judgement]) -> list[str]:
    """The claims that a judgement, or the one that it undoes, is about."""
    by_id = {other.id: other for other in told}
    while one.undoes is not None:
        one = by_id[one.undoes]
    return [anchor.claim for anchor in one.about] + ([one.value.id] if one.value is not None else [])


def _claim(connection: Connection, id: str) -> Claim:
    query = select(claims.c.json).where(conditions.begins(id)).limit(names.NEAR + 1)
    found = [claim_from_json(json.loads(text)) for text in connection.scalars(query)] if id else []
    if len(found) != 1:
        raise UnknownName("claim", id, tuple(sorted(claim.id for claim in found)))
    return found[0]


def _rows(connection: Connection, ids: set[str]) -> dict[str, Row_]:
    """The rows of these claims, of those that came in their place, and of those in whose place they came."""
    columns = (claims.c.id, claims.c.since, claims.c.until, claims.c.read, claims.c.follows, claims.c.json)
    found: dict[str, Row_] = {}
    ahead = set(ids)
    while ahead:
        wanted = sorted(ahead)
        rows = connection.execute(select(*columns).where(or_(claims.c.id.in_(wanted), claims.c.follows.in_(wanted)))).all()
        new = {row.id: row for row in rows if row.id not in found}
        found |= new
        ahead = (set(new) - set(wanted)) | ({row.follows for row in new.values() if row.follows} - set(found))
    return found


def _now(anchor: Anchor, rows: Mapping[str, Row_], by_hand: Collection[str]) -> str | None:
    """The claim that is meant now: this one while a reading makes it, an analyst made it or it stands, else one that came in its place."""
    ahead, seen = [anchor.claim], {anchor.claim}
    while ahead:
        id = ahead.pop(0)
        row = rows.get(id)
        if row is not None and (row.read or row.until is None or id in by_hand):
            return id
        later = [other.id for other in rows.values() if other.follows == id and other.id not in seen]
        seen.update(later)
        ahead += later
    return None


def _concerns(one: Judged, claim: str | None, report: str | None) -> bool:
    about = one.judgement.about
    value = one.judgement.value
    ids = {anchor.claim for anchor in about} | ({value.id} if value is not None else set())
    docs = {anchor.report for anchor in about} | ({value.doc} if value is not None else set())
    return (claim is None or any(id.startswith(fold(claim)) for id in ids)) and (report is None or report in docs)
