"""Whether the judgements of a ledger are whole: their ids, what they are about, and what they undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from onrecord.ledger import judged
from onrecord.ledger.schema import claims, judgements, readings, reports
from onrecord.model import Anchor, Judgement, Kind, Span

Known = dict[str, Anchor]


def wrong_judgements(connection: Connection, counts: Counter[str] | None = None) -> Iterator[str]:
    """What is wrong with judgements and readings, a sentence each."""
    counts = Counter() if counts is None else counts
    counts["readings"] += connection.scalar(select(func.count()).select_from(readings)) or 0
    try:
        told = judged.load(connection)
    except (ValueError, KeyError, TypeError) as error:
        yield f"the judgements cannot be read: {error}"
        return
    counts["judgements"] += len(told)
    if not told:
        return
    kept = connection.scalars(select(judgements.c.id).order_by(judgements.c.number))
    known, gone = (
        _claims(connection, told),
        set(connection.scalars(select(reports.c.id).where(reports.c.withdrawn.is_not(None)))),
    )
    before: set[str] = set()
    for one, id in zip(told, kept, strict=True):
        if one.id != id:
            yield f"judgement {id} is not the one that was made"
        if one.undoes is not None and one.undoes not in before:
            yield f"judgement {id} undoes {one.undoes}, which was not made before it"
        before.add(id)
        yield from _about(one, known, gone)


def _about(one: Judgement, known: Known, gone: set[str]) -> Iterator[str]:
    for anchor in one.about:
        if anchor.report not in gone and known.get(anchor.claim) != anchor:
            yield f"judgement {one.id} is about claim {anchor.claim}, which is not there as it says"
    if one.value is not None and one.value.id not in known:
        yield f"the claim that judgement {one.id} gives is not there"


def _claims(connection: Connection, told: list[Judgement]) -> Known:
    """The anchors of all claims that judgements name."""
    ids = {anchor.claim for one in told for anchor in one.about} | {one.value.id for one in told if one.value is not None}
    columns = (claims.c.id, reports.c.id.label("doc"), claims.c.kind, claims.c.begin, claims.c.end)
    found: Known = {}
    listed = sorted(ids)
    for at in range(0, len(listed), 500):
        query = select(*columns).join_from(claims, reports).where(claims.c.id.in_(listed[at : at + 500]))
        found |= {
            row.id: Anchor(row.id, row.doc, Kind(row.kind), Span(row.begin, row.end)) for row in connection.execute(query)
        }
    return found
