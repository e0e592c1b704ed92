"""How likely it is that an analyst would record a claim unedited: a few features of how it was found, weighed.

The features hold for all rules alike: none knows a word, a name or a rule. What each weighs stands in ``confidence.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.origins import CLAUSAL
from onrecord.claims.scene import Scene
from onrecord.claims.tree import ancestors
from onrecord.lexicon.confidence import PLACES, weights
from onrecord.model import SPECS, Claim, Frozen, Kind, Span, Status, Step

BEFORE = (Step.DEFINITE, Step.LIST, Step.STORY, Step.REPORT)
ELSEWHERE = (Step.CLAUSE, Step.ORDER)
YOUNG = (Kind.TERRITORY, Kind.SANCTION, Kind.ORGANIZATION)
QUOTES = '"“”'
DEEPEST = 3
"""Clauses below which a deeper one says nothing more."""


def weigh(claim: Claim, scene: Scene) -> Claim:
    """The claim with its confidence, and with what moved it."""
    found, in_use = features(claim, scene), weights()
    return replace(
        claim,
        confidence=round(in_use.confidence(found), PLACES),
        weighed=Frozen({name: round(weight, 3) for name, weight in in_use.weighed(found).items()}),
    )


def features(claim: Claim, scene: Scene) -> dict[str, float]:
    """What was found of each feature: how often it is there, or how many clauses deep."""
    steps = list(_steps(claim))
    return {
        "missing": float(sum(name not in claim.args for name in SPECS[claim.kind].identifying)),
        "pronoun": float(steps.count(Step.PRONOUN)),
        "before": float(sum(step in BEFORE for step in steps)),
        "elsewhere": float(sum(step in ELSEWHERE for step in steps)),
        "nested": float(_depth(scene, claim.spans["trigger"])),
        "quoted": float(any(sign in QUOTES for sign in scene.sentence.text)),
        "possible": float(claim.status is Status.POSSIBLE),
        "young": float(claim.kind in YOUNG),
        "office": float(claim.kind is Kind.ROLE),
    }


def _steps(claim: Claim) -> Iterator[Step]:
    """How each identifying arg that is there was found."""
    for name in SPECS[claim.kind].identifying:
        if name in claim.args and name in claim.origins:
            yield claim.origins[name].step


def _depth(scene: Scene, trigger: Span) -> int:
    """How many clauses lie between the word that makes the claim and the root of its sentence."""
    begin = scene.sentence.span.begin
    head = scene.root_of(trigger.shift(-begin)) if scene.sentence.span.covers(trigger) else None
    if head is None:
        return 0
    return min(DEEPEST, sum(token.dep_ in CLAUSAL for token in (head, *ancestors(head))))
