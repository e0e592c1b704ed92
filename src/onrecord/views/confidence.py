"""What lowers or raises a claim's confidence, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.lexicon.confidence import PLACES, logistic, weights
from onrecord.model import SPECS, Claim, Step

STANDING_FOR = {
    "pronoun": (Step.PRONOUN,),
    "before": (Step.DEFINITE, Step.LIST, Step.STORY, Step.REPORT),
    "elsewhere": (Step.CLAUSE, Step.ORDER),
}
"""The features that are about args, with the steps that they count."""
EDGE = 0.005


@dataclass(frozen=True, slots=True)
class Factor:
    """One feature of a claim: ``weight`` is what it adds to the log-odds, ``without`` what the confidence would be without it."""

    name: str
    says: str
    weight: float
    without: float


def factors_of(claim: Claim) -> tuple[Factor, ...]:
    """What moved the confidence of a claim, the heaviest first; none where nobody judged it."""
    if claim.confidence is None:
        return ()
    sure = min(max(claim.confidence, EDGE), 1 - EDGE)
    odds = math.log(sure / (1 - sure))
    ordered = sorted(claim.weighed.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(Factor(name, _says(claim, name), weight, round(logistic(odds - weight), PLACES)) for name, weight in ordered)


def _says(claim: Claim, name: str) -> str:
    """The feature in words, with the args that it is about."""
    says = weights().says.get(name, name)
    identifying = SPECS[claim.kind].identifying
    if name == "missing":
        about = [arg for arg in identifying if arg not in claim.args]
    else:
        steps = STANDING_FOR.get(name, ())
        about = [arg for arg in identifying if arg in claim.origins and claim.origins[arg].step in steps]
    return f"{says}: {', '.join(about)}" if about else says
