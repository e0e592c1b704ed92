"""Moves that a question asks about and the sentence after it denies or confirms: "Are the Danes leaving Mali? No."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.claims.building import Draft, name_of, rule
from onrecord.claims.forces import claim_force_change
from onrecord.claims.scene import Scene
from onrecord.claims.status import Standing
from onrecord.claims.story import Story
from onrecord.model import Span, Status

LEAD = r"\W*(?:A:|Answer:)?\W*"
NOT = r"(?:not|n't|n’t)\b"
NO = re.compile(
    LEAD + rf"(?:no\b(?!\s+\w+\s+(?:is|are|was|were|will|has|have))|never\b|not (?:for now|yet|at all|now|at present)\b|"
    rf"(?:they|it|that|this|we|he|she) (?:is|are|was|were|did|does|do|will|would|has|have)\s*{NOT}(?=[\w\s]*[.;,]))",
    re.IGNORECASE,
)
DENYING = re.compile(
    r"[^.?!]{0,80}?\b(?:denie[sd] (?:it|that|this)|sa(?:ys|id) no|(?:has |have )?rule[sd] (?:it|that|this) out)\b",
    re.IGNORECASE,
)
YES = re.compile(LEAD + r"(?:yes|indeed)\b", re.IGNORECASE)
ASKING_WHICH = re.compile(
    LEAD.replace("A:|Answer:", "Q:|Question:") + r"(?:why|when|how|where|what|which|who|whom|whose)\b", re.IGNORECASE
)


@rule
def claim_force_answer(scene: Scene, story: Story) -> Iterator[Draft]:
    """A move of forces that a question asks about, with its answer: "Is Denmark withdrawing its troops from Mali? No, the minister said."
    is denied, "Will more soldiers be sent? Yes." as sure as the question puts it."""
    if not scene.is_question or story.asking or ASKING_WHICH.match(scene.sentence.text):
        return
    answer = next((s.span for s in story.sentences if s.span.begin >= scene.sentence.span.end), None)
    said = answer.cut(story.report.text) if answer is not None else ""
    no = NO.match(said) or DENYING.match(said)
    if answer is None or not (no or YES.match(said)):
        return
    story.asking = True
    asked = list(claim_force_change(scene, story))
    story.asking = False
    for made in asked:
        made.rule = name_of(claim_force_answer)
        made.evidence = Span(scene.sentence.span.begin, answer.end)
        if no:
            made.standing = Standing(Status.DENIED)
            made.spans.pop("status", None)
        yield made
