"""Which candidates of a sentence are kept: one for each cue, the likeliest, where it is likely enough."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.finders.attributions.tagger.candidates import CLAUSES, Candidate
from onrecord.finders.attributions.verbs import is_asserted

LEAST_RULED, LEAST_FREE = 0.3, 0.45
"""How likely a candidate must be that the rules make as well, and one that they do not make."""


HAVING = frozenset("have has had having".split())
SURE = 0.7
"""How likely an attribution of a noun phrase must be for its source to answer for what stands in it."""


def chosen(found: Sequence[Candidate], chances: Sequence[float]) -> list[Candidate]:
    """The candidates that are kept, in order of their cues, each with its chance."""
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate, chance in zip(found, chances, strict=True):
        least = LEAST_RULED if candidate.by_rule else LEAST_FREE
        if chance >= least and chance > best.get(candidate.cue.i, (0.0, candidate))[0]:
            best[candidate.cue.i] = (chance, candidate)
    for candidate in found:
        before = best.get(candidate.cue.i)
        if before is not None and candidate.draft.rule == "object+as" and before[1].draft.rule == "prep:as":
            best[candidate.cue.i] = (before[0], candidate)
    for chance, candidate in best.values():
        candidate.draft.chance = chance
        candidate.draft.on_record = candidate.by_rule or _is_on_record(candidate, chance)
    return [candidate for _, candidate in best.values()]


def _is_on_record(candidate: Candidate, chance: float) -> bool:
    """Whether the source of what the rules do not make answers for what stands in the content: of a clause that is said, and of a noun
    phrase ("favours the accord") only where it is sure, and not of what somebody has ("has 2,100 troops")."""
    if not is_asserted(candidate.cue):
        return False
    return candidate.draft.rule.split(":")[0] in CLAUSES or (chance >= SURE and candidate.cue.lower_ not in HAVING)
