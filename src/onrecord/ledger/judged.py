"""What the judgements in force say of each claim: a pure function over them, put on entries as they are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from sqlalchemy import Connection, select

from onrecord.ledger.clock import Day, asked_moment
from onrecord.ledger.schema import claims, judged_claims, judgements
from onrecord.model import Act, Anchor, Entry, Judgement, Kind, Review, Span, claim_from_json

Pair = tuple[str, str]
REVIEWS = {Act.ACCEPT: Review.ACCEPTED, Act.CORRECT: Review.CORRECTED, Act.ADD: Review.ADDED}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """By claim: what was said of it, with which it is merged, and from which it is parted.

    ``dropped`` are claims that were rejected or replaced by a correction, with the act that did so.
    """

    reviews: Mapping[str, Review] = field(default_factory=dict)
    dropped: Mapping[str, Act] = field(default_factory=dict)
    tied: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def on(self, entry: Entry) -> Entry:
        """The entry with what analysts said of it."""
        if not (self.reviews or self.tied or self.apart):
            return entry
        id = entry.claim.id
        review, tied, apart = self.reviews.get(id), self.tied.get(id), self.apart.get(id, ())
        return replace(entry, review=review, tied=tied, apart=apart) if review or tied or apart else entry


NOTHING = Verdicts()


def verdicts(connection: Connection, *, added: Day | None = None) -> Verdicts:
    """What the judgements in force say, or what those said that were in force at the end of the day ``added``."""
    told = load(connection, added=added)
    if not told:
        return NOTHING
    ties = [one for one in in_force(told) if one.act in (Act.MERGE, Act.PART)]
    later = _successors(connection, {anchor.claim for one in ties for anchor in one.about}) if ties else {}
    return weigh(told, later)


def load(connection: Connection, *, added: Day | None = None) -> list[Judgement]:
    """All judgements in the order in which they were made."""
    query = select(judgements).order_by(judgements.c.number)
    if added is not None:
        query = query.where(judgements.c.at <= asked_moment(added, where="added"))
    rows = connection.execute(query).all()
    if not rows:
        return []
    about: dict[int, list[Anchor]] = {}
    for row in connection.execute(select(judged_claims).order_by(judged_claims.c.judgement, judged_claims.c.position)):
        anchor = Anchor(row.claim, row.report, Kind(row.kind), Span(row.begin, row.end))
        about.setdefault(row.judgement, []).append(anchor)
    return [
        Judgement(
            act=Act(row.act),
            by=row.by,
            at=row.at,
            why=row.why,
            about=tuple(about.get(row.number, ())),
            value=claim_from_json(json.loads(row.value)) if row.value else None,
            undoes=row.undoes,
        )
        for row in rows
    ]


def in_force(told: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that no other in force undoes; an undoing can be undone."""
    undone: set[str] = set()
    kept = []
    for one in reversed(told):
        if one.id in undone:
            continue
        if one.undoes is not None:
            undone.add(one.undoes)
        kept.append(one)
    return kept[::-1]


def weigh(told: Sequence[Judgement], later: Mapping[str, Iterable[str]] | None = None) -> Verdicts:
    """What these judgements say together; of two on one claim the later holds.

    ``later`` names, for claims that are merged or parted, those of newer readings in their place.
    """
    said: dict[str, Act] = {}
    replaced: dict[str, set[str]] = {}
    tied: set[Pair] = set()
    apart: set[Pair] = set()
    for one in in_force(told):
        ids = [anchor.claim for anchor in one.about]
        match one.act:
            case Act.ACCEPT | Act.REJECT:
                said[ids[0]] = one.act
            case Act.CORRECT | Act.ADD if one.value is not None:
                said |= dict.fromkeys(ids, Act.REJECT)
                said[one.value.id] = one.act
                for id in ids:
                    replaced.setdefault(id, set()).add(one.value.id)
            case Act.MERGE:
                tied, apart = tied | _pairs(ids), apart - _pairs(ids)
            case Act.PART:
                tied, apart = tied - _pairs(ids), apart | _pairs(ids)
            case _:
                pass
    stand_for = _closed({id: new for id, new in replaced.items() if len(new) == 1}, later or {})  # not for the parts of a split
    return Verdicts(
        reviews={id: REVIEWS[act] for id, act in said.items() if act in REVIEWS},
        dropped={id: Act.CORRECT if id in replaced else act for id, act in said.items() if act is Act.REJECT},
        tied=_groups(tied, stand_for),
        apart=_apart(apart, stand_for),
    )


def _pairs(ids: Iterable[str]) -> set[Pair]:
    return set(combinations(sorted(set(ids)), 2))


def _closed(*links: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """By claim: itself, and all that came in its place by correction or by a newer reading."""
    found: dict[str, set[str]] = {}
    for start in {id for link in links for id in link}:
        reached, ahead = {start}, [start]
        while ahead:
            id = ahead.pop()
            new = {next_id for link in links for next_id in link.get(id, ())} - reached
            reached |= new
            ahead += new
        found[start] = reached
    return found


def _groups(tied: Iterable[Pair], stand_for: Mapping[str, set[str]]) -> dict[str, str]:
    """By claim, the name of the group into which it was merged: the first of the group's ids."""
    group: dict[str, set[str]] = {}
    for one, other in tied:
        whole = set.union(*(group.get(id, stand_for.get(id, {id})) for id in (one, other)))
        group |= dict.fromkeys(whole, whole)
    return {id: min(whole) for id, whole in group.items()}


def _apart(apart: Iterable[Pair], stand_for: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for pair in apart:
        mine, theirs = (stand_for.get(id, {id}) for id in pair)
        for one in mine:
            for other in theirs - mine:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return {id: tuple(sorted(others)) for id, others in found.items()}


def _successors(connection: Connection, ids: set[str]) -> dict[str, set[str]]:
    """The claims of newer readings that came in the place of these, and of those in turn."""
    found: dict[str, set[str]] = {}
    ahead = set(ids)
    while ahead:
        rows = connection.execute(select(claims.c.follows, claims.c.id).where(claims.c.follows.in_(sorted(ahead)))).all()
        ahead = {row.id for row in rows} - set(found)
        for row in rows:
            found.setdefault(row.follows, set()).add(row.id)
    return found
