"""Claims that can be judged no more because another stands in their place: one sentence would be told twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.errors import BadJudgement
from onrecord.ledger import judged
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


def told_twice(one: Judgement, standing: Collection[str], kept: Sequence[Judgement]) -> BadJudgement:
    """Why a judgement cannot be undone after which these versions of one sentence would stand, by the judgements in force then."""
    made = [other for other in kept if other.undoes is None and set(standing) & _affirmed(other)]
    undoing = f" Undo judgement {made[-1].id} first." if made else ""
    return BadJudgement(
        f"if judgement {one.id} were undone, claims {' and '.join(sorted(standing))} would stand for the same sentence.{undoing}"
    )


def _about(one: Judgement) -> set[str]:
    return {anchor.claim for anchor in one.about}


def _affirmed(one: Judgement) -> set[str]:
    """The claims that stand by this judgement."""
    if one.value is not None:
        return {one.value.id}
    return _about(one) if one.act is Act.ACCEPT else set()
