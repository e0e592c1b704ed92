"""Claims that can be judged no more because another stands in their place: one sentence would be told twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from onrecord.errors import BadJudgement
from onrecord.ledger import judged, splits
from onrecord.model import Act, Judgement


def corrections(told: Sequence[Judgement], ids: Collection[str]) -> set[str]:
    """The claims that corrections put in the place of these, or that these came in the place of, undone ones too."""
    pairs = [(anchor.claim, one.value.id) for one in told if one.act is Act.CORRECT and one.value for anchor in one.about]
    return {after for before, after in pairs if before in ids} | {before for before, after in pairs if after in ids}


def expect_open(id: str, told: Sequence[Judgement], *, readings: Collection[str], standing: Collection[str]) -> None:
    """Raise ``BadJudgement`` where the claim does not stand, and another does in its place that would go on standing beside it.

    ``readings`` are all readings of what the claim says, itself among them: of those that stand, one that no analyst judged gives way.
    ``standing`` are all that stand of these and of their corrections.
    """
    if id in standing:
        return
    reviews = judged.weigh(told).reviews
    instead = sorted(one for one in standing if one in reviews or one not in readings)
    if not instead:
        return
    kept = judged.in_force(told)
    made = [one for one in kept if one.act in (Act.CORRECT, Act.REJECT) and id in _about(one)]
    made = made or [one for one in kept if set(instead) & _affirmed(one)]
    what = (
        {Act.CORRECT: "was corrected", Act.REJECT: "was rejected"}.get(made[-1].act)
        if made and id in _about(made[-1])
        else None
    )
    undoing = f", or undo judgement {made[-1].id} first" if made else ""
    raise BadJudgement(
        f"claim {id} {what or 'does not stand'}: {' and '.join(instead)} {'stands' if len(instead) == 1 else 'stand'} in its place. "
        f"Judge {'that one' if len(instead) == 1 else 'those'}{undoing}."
    )


def versions(standing: Collection[str], told: Sequence[Judgement], *, read: Collection[str]) -> set[tuple[str, str]]:
    """Of these claims, which all stand, the pairs that are two versions of one sentence: one was put in the place of the other, or both
    were in the place of a third, but for the parts of a split and what the newest reading makes (``read``)."""
    children: dict[str, list[tuple[str, str]]] = {}
    kept, groups = {one.id for one in judged.in_force(told)}, splits.together(told)
    for one in told:
        if one.act is not Act.CORRECT or one.value is None:
            continue
        if one.value.id in read and one.id not in kept:
            continue  # what was put in its place for a while, and is read as it is, is a claim of its own again
        for anchor in one.about:
            children.setdefault(anchor.claim, []).append((one.value.id, groups[one.id][0].id))
    found: set[tuple[str, str]] = set()
    for above, ways in children.items():
        by = {(child, group): _below(child, children) - {above} for child, group in ways}
        beside = {frozenset((above, one)) for below in by.values() for one in below}
        for ((_, group), mine), ((_, other), theirs) in combinations(by.items(), 2):
            if group != other:
                beside |= {frozenset((one, two)) for one in mine for two in theirs if one != two}
        found |= {_pair(pair) for pair in beside if pair <= set(standing) and not pair <= set(read)}
    return found


def told_twice(pairs: Collection[tuple[str, str]], kept: Sequence[Judgement]) -> BadJudgement:
    """Why a judgement cannot be made or undone after which these versions of one sentence would stand, by the judgements in force then."""
    one = min(pairs)
    made = [other for other in kept if other.undoes is None and set(one) & _affirmed(other)]
    undoing = f" Undo judgement {made[-1].id} first." if made else ""
    return BadJudgement(f"claims {one[0]} and {one[1]} would both stand for the same sentence.{undoing}")


def _below(id: str, children: Mapping[str, list[tuple[str, str]]]) -> set[str]:
    """A claim and all that corrections put in its place."""
    found, ahead = {id}, [id]
    while ahead:
        new = {child for child, _ in children.get(ahead.pop(), ())} - found
        found |= new
        ahead += new
    return found


def _pair(pair: Collection[str]) -> tuple[str, str]:
    one, other = sorted(pair)
    return one, other


def _about(one: Judgement) -> set[str]:
    return {anchor.claim for anchor in one.about}


def _affirmed(one: Judgement) -> set[str]:
    """The claims that stand by this judgement."""
    if one.value is not None:
        return {one.value.id}
    return _about(one) if one.act is Act.ACCEPT else set()
