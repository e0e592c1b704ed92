"""A claim that says two things or more, split into as many: corrections of one claim that one analyst made at one moment.

They are made together and undone together; a claim that was corrected is not corrected again, so no others look like them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from onrecord.errors import BadJudgement
from onrecord.model import Act, Claim, Judgement


def expect_parts(whole: Claim, parts: Sequence[Claim]) -> None:
    """Raise ``BadJudgement`` unless a claim can be split into these."""
    if len(parts) < 2:
        raise BadJudgement(f"to split claim {whole.id} takes two parts or more. Give the values of each, or correct the claim.")
    if any(part.doc != whole.doc or part.kind is not whole.kind for part in parts):
        raise BadJudgement("the parts of a claim stay with its report and kind. Reject the claim and add others instead.")
    if whole.id in {part.id for part in parts}:
        raise BadJudgement(f"a part has all values of claim {whole.id} itself. Add the other one instead.")
    if len({part.id for part in parts}) < len(parts):
        raise BadJudgement("two parts have the same values. Give each its own.")


def together(told: Sequence[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """By judgement: those that split a claim, or undid a split, together with it, itself among them; alone where it did neither."""
    by_id = {one.id: one for one in told}
    groups: dict[Hashable, list[Judgement]] = {}
    for one in told:
        groups.setdefault(_mark(one, by_id) or one.id, []).append(one)
    return {one.id: tuple(group) for group in groups.values() for one in group}


def _mark(one: Judgement, by_id: Mapping[str, Judgement]) -> Hashable:
    """What the judgements that were made together share; ``None`` for one that is alone whatever it looks like."""
    before = _mark(by_id[one.undoes], by_id) if one.undoes is not None and one.undoes in by_id else None
    if one.act is Act.CORRECT or (one.act is Act.UNDO and before is not None):
        return (one.act, one.by, one.at, tuple(anchor.claim for anchor in one.about), before)
    return None
