"""How each value of a claim was found: noted on the way where other words stand for it, else told by the parse."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.claims.scene import Scene
from onrecord.claims.tree import ancestors, is_noun
from onrecord.model import Origin, Span, Step
from onrecord.nlp.tokens import Token

CLAUSAL = frozenset("relcl acl advcl ccomp conj parataxis csubj dep pcomp xcomp".split())
"""Labels with which another clause or another conjunct begins."""
MODIFYING = frozenset("amod compound nmod poss".split())


def origins_of(
    scene: Scene, evidence: Span, spans: Mapping[str, Span], noted: Mapping[str, Origin], known: frozenset[str]
) -> dict[str, Origin]:
    """The origin of each value that has a span. ``noted`` are those that were kept on the way, ``known`` args with a known name."""
    return {
        name: _origin(scene, evidence, spans["trigger"], span, noted.get(name), named=name in known)
        for name, span in spans.items()
        if name not in ("trigger", "source")
    }


def _origin(scene: Scene, evidence: Span, trigger: Span, span: Span, noted: Origin | None, *, named: bool) -> Origin:
    if noted is not None and (noted.through is None or evidence.covers(noted.through)):
        return noted
    if not evidence.covers(span) or not evidence.covers(trigger):
        return Origin(Step.STORY)
    if named and not any(scene.in_report(mention.span).overlaps(span) for mention in scene.names):
        return Origin(Step.DEFINITE, span)
    head, value = _head(scene, trigger), _head(scene, span)
    return Origin(step_between(head, value) if head is not None and value is not None else Step.ORDER)


def _head(scene: Scene, span: Span) -> Token | None:
    begin = scene.sentence.span.begin
    return scene.root_of(span.shift(-begin)) if scene.sentence.span.covers(span) else None


def step_between(trigger: Token, value: Token) -> Step:
    """What ties a value to the word that makes the claim, by the parse.

    The way from one to the other goes up from the trigger and down to the value: what it passes says how sure the tie is.
    """
    if trigger.i == value.i:
        return Step.TRIGGER
    up, down = way_between(trigger, value)
    labels = [token.dep_ for token in (*up, *down)]
    if any(label in CLAUSAL for label in labels) and not _is_light(up, down):
        return Step.CLAUSE
    if "appos" in labels:
        return Step.APPOSITION
    return Step.OWNER if len(down) > 1 and value.dep_ in MODIFYING and is_noun(value.head) else Step.OWN


def way_between(one: Token, other: Token) -> tuple[list[Token], list[Token]]:
    """The tokens to leave on the way up from one to what is above both, and those to enter on the way down to the other."""
    mine, theirs = [one, *ancestors(one)], [other, *ancestors(other)]
    places = [token.i for token in theirs]
    up: list[Token] = []
    for token in mine:
        if token.i in places:
            return up, theirs[: places.index(token.i)][::-1]
        up.append(token)
    return up, theirs[::-1]


def _is_light(up: list[Token], down: list[Token]) -> bool:
    """Whether the only other clause is the one that the trigger itself heads: "troops withdrawn from Iraq", where the forces are above."""
    return len(up) == 1 and up[0].dep_ in ("relcl", "acl") and not any(token.dep_ in CLAUSAL for token in down)
